// Try it: the guide's journey as a customer walks it, page by page, with what goes over the wire beside it.
//
// As GOV.UK has it: nothing is said while someone answers for the first time; after the first check, what is said follows each key.
import type { Issue } from 'kyc-rules';
import { countryName, get, set, table, wordsOf } from '../data.js';
import { choice, fill, h, icon } from '../dom.js';
import type { FieldView } from '../field.js';
import {
  bind,
  blocking,
  createCustomer,
  customer,
  flow,
  judgeAll,
  messages,
  onWire,
  patchOf,
  reopened,
  restart,
  STEPS,
  type StepId,
  submit,
} from '../flow.js';
import { labelOf } from '../locale.js';
import type { View } from '../main.js';
import { MISTAKES, OUTCOMES, SAMPLES } from '../samples.js';
import { settings } from '../settings.js';
import { type Context, documentsOf, type Page, pageOf } from '../try/form.js';
import { statusPage } from '../try/status.js';
import { wire } from '../try/wire.js';

const FORM_STEPS = STEPS.filter(({ id }) => id !== 'status');
const COMING = FORM_STEPS.length;

let step: StepId = 'account';
/** Whether the designers' tools are open; at first where there is room. */
let tooled = matchMedia('(min-width: 60rem)').matches;
/** What was asked for when the page that answers it was opened. */
let open: string[] = [];

const isStep = (id: string | undefined): id is StepId => STEPS.some((it) => it.id === id);

/** The day on which someone is seventeen: eighteen years ago, and a day. */
function seventeen(): string {
  const day = new Date(`${settings.today}T00:00:00Z`);
  day.setUTCFullYear(day.getUTCFullYear() - 18);
  day.setUTCDate(day.getUTCDate() + 1);
  return day.toISOString().slice(0, 10);
}

const LINKED = 'Your answers go to the sandbox server that this link came from, and nowhere else.';

/** What a verification link says behind the hash: the customer, and what its form may ask with. */
function linked(): [id: string, token: string] | undefined {
  const said = new URLSearchParams(location.hash.split('?')[1] ?? '');
  const [id, token] = [said.get('customer'), said.get('token')];
  return id !== null && /^customer_[0-9a-f]+$/.test(id) && token !== null ? [id, token] : undefined;
}

function mount(root: HTMLElement, rest: readonly string[]): () => void {
  const link = linked();
  if (isStep(rest[0])) step = rest[0];
  if (step === 'status' && flow.id === undefined) step = 'account';
  if (step === 'more' && open.length === 0) step = 'account';
  const stage = h('div', { class: 'stage' });
  const panes = wire();
  let leaveStatus: (() => void) | undefined;
  let page: Page | undefined;

  const follow = () => {
    page?.tell();
    panes.update();
  };

  /** Back to the first page, with other answers. */
  const begin = () => {
    step = 'account';
    history.replaceState(null, '', '#/try');
    draw(false);
  };

  /** Goes to a step, as a link would. */
  const go = (to: StepId) => {
    step = to;
    history.pushState(null, '', `#/try/${to}`);
    draw(true);
  };

  const context: Context = {
    step,
    paths: [],
    views: new Map<string, FieldView>(),
    changed: follow,
    redraw: () => {
      const { id } = document.activeElement ?? {};
      draw(false);
      if (id) document.getElementById(id)?.focus();
    },
  };

  /** What stands above the page once it was checked: what is wrong, each line leading to its field. */
  function summary(issues: readonly Issue[], others: readonly string[] = []): HTMLElement {
    const lines = [
      ...issues.map((issue) =>
        h('li', {}, h('a', { href: '#main', 'data-focus': page?.target(issue) ?? 'main' }, issue.message)),
      ),
      ...others.map((text) => h('li', {}, text)),
    ];
    return h(
      'div',
      { class: 'summary', id: 'summary', tabindex: -1, role: 'group', 'aria-labelledby': 'summary-title' },
      h('h2', { id: 'summary-title' }, 'There is a problem'),
      h('ul', {}, lines),
    );
  }

  function refuse(issues: readonly Issue[], others: readonly string[] = []): void {
    document.getElementById('summary')?.remove();
    const said = summary(issues, others);
    stage.querySelector('form')?.prepend(said);
    if (!document.title.startsWith('Error: ')) document.title = `Error: ${document.title}`;
    said.focus();
  }

  async function next(): Promise<void> {
    flow.tried.add(step);
    const stops = page?.tell() ?? [];
    if (stops.length > 0) {
      refuse(stops);
      return;
    }
    if (step === 'account' && flow.id === undefined && !createCustomer()) return;
    if (step === 'more') {
      const refused = await submit(patchOf(open));
      if (refused !== undefined) refuse([], [refused]);
      else go('status');
      return;
    }
    const place = STEPS.findIndex(({ id }) => id === step);
    go(STEPS[place + 1]?.id ?? 'review');
  }

  async function send(): Promise<void> {
    if (flow.id === undefined) {
      refuse([], ['Create the customer first: go back to “Your account”.']);
      return;
    }
    const refused = await submit(flow.data);
    if (refused !== undefined) refuse(blocking(judgeAll().issues), judgeAll().verdict === 'invalid' ? [] : [refused]);
    else go('status');
  }

  function heading(title: string): HTMLElement {
    const place = STEPS.findIndex(({ id }) => id === step);
    const label = place < 0 ? 'Asked for' : place < COMING ? `Step ${place + 1} of ${COMING}` : 'Sent';
    return h(
      'div',
      { class: 'stage-head' },
      h('p', { class: 'eyebrow' }, label),
      h('h2', { id: 'step-title', tabindex: -1 }, title),
    );
  }

  function stepper(): HTMLElement {
    const place = STEPS.findIndex(({ id }) => id === step);
    const left = new Set(
      blocking(judgeAll().issues).map(
        ({ path }) => STEPS.find(({ paths }) => paths.some((own) => path.startsWith(own)))?.id,
      ),
    );
    const done = (id: StepId) =>
      id === 'account'
        ? flow.id !== undefined
        : id === 'review'
          ? customer() !== undefined && customer()?.status !== 'CREATED'
          : !left.has(id as never);
    return h(
      'nav',
      { class: 'steps', 'aria-label': 'Steps' },
      h('div', { class: 'meter', 'data-part': String(place < 0 ? COMING : Math.min(place + 1, COMING)) }, h('span')),
      h(
        'ol',
        {},
        FORM_STEPS.map(({ id, title }) =>
          h(
            'li',
            { class: done(id) ? 'is-done' : '' },
            h(
              'a',
              { href: `#/try/${id}`, ...(id === step ? { 'aria-current': 'step' } : {}) },
              done(id) ? icon('check') : null,
              title,
              done(id) ? h('span', { class: 'visually-hidden' }, ' (complete)') : null,
            ),
          ),
        ),
      ),
    );
  }

  function formPage(title: string, paths: readonly string[]): void {
    Object.assign(context, { step, paths });
    page = pageOf(context);
    const place = STEPS.findIndex(({ id }) => id === step);
    const back = STEPS[place - 1]?.id;
    const intro =
      step === 'account'
        ? flow.id === undefined
          ? 'We use these to create your account. You cannot change them later.'
          : 'Your account exists, so these can no longer be changed.'
        : step === 'more'
          ? 'Only what was asked for is open. The rest stays as you sent it.'
          : undefined;
    const form = h(
      'form',
      {
        class: 'card form',
        novalidate: true,
        onsubmit: (event: Event) => {
          event.preventDefault();
          void next();
        },
      },
      heading(title),
      intro && h('p', { class: 'hint' }, intro),
      page.element,
      h(
        'div',
        { class: 'actions ends' },
        h('button', { type: 'submit', class: 'primary' }, step === 'more' ? 'Send' : 'Continue'),
        back &&
          place > 0 &&
          h('button', { type: 'button', class: 'quiet', onclick: () => go(back) }, icon('back'), 'Back'),
      ),
    );
    fill(stage, stepper(), form);
    page.tell();
  }

  function answerOf(path: string): string {
    const value = get(flow.data, path);
    if (value === undefined || value === '') return '—';
    if (typeof value === 'boolean') return value ? 'Yes' : 'No';
    const text = String(value);
    if (/country$|nationality|issuingcountry/i.test(path)) return countryName(text);
    if (/^\d{4}-\d\d-\d\d$/.test(text)) {
      return new Intl.DateTimeFormat('en', { dateStyle: 'long', timeZone: 'UTC' }).format(
        new Date(`${text}T00:00:00Z`),
      );
    }
    return /^[A-Z0-9_]{3,}$/.test(text) && /type|status|source|purpose|payments/i.test(path) ? wordsOf(text) : text;
  }

  function review(): void {
    page = undefined;
    const { verdict, issues } = judgeAll();
    const words = messages();
    const stops = blocking(issues);
    const rowsOf = (paths: readonly string[]): [string, string][] =>
      paths.flatMap((path): [string, string][] => {
        if (path === 'address') {
          const held = Object.keys((flow.data.address as object | undefined) ?? {});
          return held.map((key) => [labelOf(`address.${key}`, words), answerOf(`address.${key}`)]);
        }
        if (path === 'documents') {
          return documentsOf().map((document, index): [string, string] => [
            wordsOf(String(document.type)),
            `${document.number ?? ''} ${document.frontImageUrl ? '· front' : ''} ${document.backImageUrl ? '· back' : ''}`.trim() ||
              `Document ${index + 1}`,
          ]);
        }
        return [[labelOf(path, words), answerOf(path)]];
      });
    const groups = FORM_STEPS.slice(1, -1).map(({ id, title, paths }) => {
      const open = stops.filter(({ path }) => paths.some((own) => path.startsWith(own)));
      return h(
        'section',
        { class: 'answers' },
        h(
          'div',
          { class: 'head' },
          h('h3', {}, title),
          h('a', { href: `#/try/${id}` }, 'Change', h('span', { class: 'visually-hidden' }, ` ${title}`)),
        ),
        open.length > 0 &&
          h(
            'p',
            { class: 'say error' },
            icon('alert'),
            `${open.length} ${open.length === 1 ? 'answer is' : 'answers are'} missing or wrong`,
          ),
        h(
          'dl',
          {},
          rowsOf(paths).map(([label, value]) => h('div', {}, h('dt', {}, label), h('dd', {}, value))),
        ),
      );
    });
    const means = {
      ready: 'The API will take it and begin the review.',
      incomplete: 'The API would take it, and ask for what is missing.',
      invalid: 'The API would refuse it: 400.',
    }[verdict];
    const form = h(
      'form',
      {
        class: 'card form',
        novalidate: true,
        onsubmit: (event: Event) => {
          event.preventDefault();
          void send();
        },
      },
      heading('Check your answers'),
      h('p', { class: `verdict ${verdict}`, id: 'verdict' }, h('strong', {}, verdict), ' ', means),
      groups,
      h(
        'div',
        { class: 'actions ends' },
        h(
          'button',
          { type: 'submit', class: 'primary' },
          verdict === 'incomplete' ? 'Send what I have' : 'Send for review',
        ),
        h('button', { type: 'button', class: 'quiet', onclick: () => go('documents') }, icon('back'), 'Back'),
      ),
    );
    fill(stage, stepper(), form);
  }

  function draw(moved: boolean): void {
    leaveStatus?.();
    leaveStatus = undefined;
    document.title = 'Try it · kyc-rules';
    document.body.dataset.step = step;
    if (step === 'status') {
      page = undefined;
      const made = statusPage({
        more: () => {
          open = reopened();
          flow.tried.delete('more');
          // A sharper picture is asked for: the old one is no answer.
          go('more');
        },
        again: () => go('personal'),
        changed: panes.update,
      });
      leaveStatus = made.leave;
      fill(stage, heading('What happens now'), made.element);
    } else if (step === 'review') review();
    else if (step === 'more') formPage('What we still need', open);
    else {
      const found = STEPS.find(({ id }) => id === step);
      formPage(found?.title ?? '', found?.paths ?? []);
    }
    panes.update();
    if (moved) {
      document.getElementById('step-title')?.focus({ preventScroll: true });
      scrollTo({ top: 0 });
    }
  }

  function toolbar(): HTMLElement {
    const load = (index: number) => {
      const sample = SAMPLES[index];
      if (sample === undefined) return;
      const [, data] = sample;
      restart(data, {
        email: 'test-success@example.com',
        firstName: data.legalFirstName,
        lastName: data.legalLastName,
      });
      begin();
    };
    const slip = (index: number) => {
      const found = MISTAKES[index];
      if (found === undefined) return;
      load(0);
      set(flow.data, found.path, found.value === 'seventeen' ? seventeen() : found.value);
      step = found.step;
      flow.tried.add(step);
      history.replaceState(null, '', `#/try/${step}`);
      draw(false);
    };
    const numbered = (list: readonly string[]) => list.map((text, index) => [String(index), text] as const);
    const menu = (id: string, label: string, list: readonly string[], act: (index: number) => void) => {
      const element = choice(
        label,
        [['', 'Choose one'], ...numbered(list)],
        '',
        (value) => {
          if (value !== '') act(Number(value));
        },
        { id },
      );
      return element;
    };
    const today = h('input', {
      type: 'date',
      id: 'today',
      value: settings.today,
      required: true,
      onchange: () => {
        settings.today = today.value || settings.today;
        draw(false);
      },
    });
    return h(
      'details',
      {
        class: 'toolbar',
        open: tooled,
        ontoggle: (event: Event) => {
          tooled = (event.target as HTMLDetailsElement).open;
        },
      },
      h('summary', {}, 'For designers: samples and mistakes'),
      h(
        'div',
        { class: 'tools' },
        menu(
          'sample',
          'Load a sample',
          SAMPLES.map(([name]) => name),
          load,
        ),
        menu(
          'mistake',
          'Make a mistake',
          MISTAKES.map(({ text }) => text),
          slip,
        ),
        menu(
          'outcome',
          'The review',
          OUTCOMES.map(([, text]) => text),
          (index) => {
            if (flow.id !== undefined) restart(flow.data, flow.account);
            flow.account.email = OUTCOMES[index]?.[0];
            begin();
          },
        ),
        choice(
          'Policy',
          [
            ['countryAware', 'By country'],
            ['guide', 'The guide, to the letter'],
          ],
          settings.policy,
          (value) => {
            settings.policy = value as 'guide';
            restart(flow.data, flow.account);
            draw(false);
          },
          { id: 'policy' },
        ),
        h('label', { class: 'tool' }, h('span', {}, 'Judged on'), today),
        h(
          'button',
          {
            type: 'button',
            class: 'quiet',
            id: 'clear',
            onclick: () => {
              restart();
              begin();
            },
          },
          'Start again',
        ),
      ),
    );
  }

  fill(
    root,
    h(
      'header',
      { class: 'intro' },
      h('h1', {}, 'One set of rules, in the form and on the server'),
      h('p', { class: 'lead' }, link === undefined ? view.lead : LINKED),
    ),
    toolbar(),
    h('div', { class: 'columns' }, stage, panes.element),
  );
  const stop = onWire(panes.update);
  // The token does not stay in the address.
  if (link !== undefined) history.replaceState(null, '', '#/try');
  void Promise.all([table('countries'), link && bind(...link)]).then(([rows, isBound]) => {
    for (const row of rows) flow.tables.set(row.code, row);
    if (isBound) step = customer()?.status === 'CREATED' ? 'personal' : 'status';
    draw(false);
    if (isBound === false) refuse([], ['This link has ended. Ask for another one.']);
    root.dataset.ready = 'try';
  });
  return () => {
    leaveStatus?.();
    stop();
  };
}

export const view: View = {
  title: 'Try it',
  lead: 'Walk the whole way of a customer: answer, send, be reviewed, be asked again. The sandbox runs in this page, so what you type stays here.',
  mount,
};
