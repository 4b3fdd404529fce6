// Try it: the guide's journey as a customer walks it, page by page, with what goes over the wire beside it.
//
// As GOV.UK has it: nothing is said while someone answers for the first time; after the first check, what is said follows each key.
import type { Issue } from 'kyc-rules';
import type { Requirement } from 'kyc-rules/lifecycle';
import { asked, patchOf, reopened, unanswered } from '../asked.js';
import { type Data, table } from '../data.js';
import { fill, h } from '../dom.js';
import type { FieldView } from '../field.js';
import { blocking, flow, followPolicy, judgeAll, onWire, restart, STEPS, type StepId } from '../flow.js';
import { language, t } from '../language.js';
import type { View } from '../main.js';
import { bind, createCustomer, customer, submit } from '../requests.js';
import { type Context, type Page, pageOf } from '../try/form.js';
import { heading, sheet, summary } from '../try/frame.js';
import { review } from '../try/review.js';
import { saved } from '../try/saved.js';
import { statusPage } from '../try/status.js';
import { stepper } from '../try/steps.js';
import { follow, toolbar } from '../try/toolbar.js';
import { wire } from '../try/wire.js';

let step: StepId = 'account';
/** What was asked for when the page that answers it was opened. */
let open: string[] = [];
/** What was asked, and what the answers were, when that page was opened. */
let wanted: { list: Requirement[]; before: Data } = { list: [], before: {} };
/** Whether the view was drawn before: a step that is opened then takes the focus. */
let wasDrawn = false;

const isStep = (id: string | undefined): id is StepId =>
  id === 'saved' || id === 'more' || STEPS.some((it) => it.id === id);

/** The address of a step; it names the sample, if one was loaded, and nothing that was answered. */
const addressOf = (id: StepId) => `#/try/${id}${flow.origin === '' ? '' : `?${flow.origin}`}`;

/** Takes down what is asked for now, and what was answered so far. */
function openMore(): void {
  open = reopened();
  wanted = { list: asked(), before: structuredClone(flow.data) };
}

const LINKED = 'Your answers go to the sandbox server that this link came from, and nowhere else.';
/** What is to be known of a page in another language. */
const UNREAD = {
  all: 'The form’s words in this language have been reviewed by nobody fluent. What is not translated is in English.',
  labels:
    'In this language there are labels and messages, reviewed by nobody fluent. The rest of the form is in English.',
};
const INTROS: Partial<Record<StepId, string>> = {
  account: 'We use these to create your account. You cannot change them later.',
  more: 'Only what was asked for is open. The rest stays as you sent it.',
};

/** What a verification link says behind the hash: the customer, and what its form may ask with. */
function linked(query: URLSearchParams): [id: string, token: string] | undefined {
  const [id, token] = [query.get('customer'), query.get('token')];
  return id !== null && /^customer_[0-9a-f]+$/.test(id) && token !== null ? [id, token] : undefined;
}

function mount(root: HTMLElement, rest: readonly string[]): () => void {
  const query = new URLSearchParams(location.hash.split('?')[1] ?? '');
  const link = linked(query);
  followPolicy();
  const before = step;
  const begun = follow(query);
  if (isStep(rest[0])) step = rest[0];
  else if (begun !== undefined) step = begun;
  if (step === 'status' && flow.id === undefined) step = 'account';
  // The browser's own buttons lead back to a page that nothing is asked on any more.
  if (step === 'more' && customer()?.status !== 'NEEDS_ADDITIONAL_INFORMATION')
    step = flow.id === undefined ? 'account' : 'status';
  if (step === 'more' && open.length === 0) openMore();
  if (step === 'saved' && flow.aside === undefined) step = 'account';
  if (isStep(rest[0]) && rest[0] !== step) history.replaceState(null, '', addressOf(step));
  // The customer's own part of the page, in the language of its words.
  const { lang, dir } = document.documentElement;
  const stage = h('div', {
    class: 'stage',
    lang: language.spoken === lang ? undefined : language.spoken,
    dir: language.spoken === 'en' || language.dir === dir ? undefined : language.dir,
  });
  const panes = wire();
  let leaveStatus: (() => void) | undefined;
  let page: Page | undefined;

  const follows = () => {
    page?.tell();
    panes.update();
  };

  /** Shows a step in place of the one before. */
  const show = (to: StepId) => {
    step = to;
    history.replaceState(null, '', addressOf(to));
    draw(false);
  };

  /** Goes to a step, as a link would. */
  const go = (to: StepId) => {
    step = to;
    history.pushState(null, '', addressOf(to));
    draw(true);
  };

  const context: Context = {
    step,
    paths: [],
    views: new Map<string, FieldView>(),
    changed: follows,
    redraw: () => {
      const { id } = document.activeElement ?? {};
      draw(false);
      if (id) document.getElementById(id)?.focus();
    },
  };

  /** Says above the page what is wrong with it. */
  function refuse(issues: readonly Issue[], others: readonly string[] = []): void {
    document.getElementById('summary')?.remove();
    const element = summary(issues, others, (issue) => page?.target(issue) ?? 'main');
    stage.querySelector('form')?.prepend(element);
    const prefix = language.locale?.words.titlePrefix ?? 'Error: ';
    if (!document.title.startsWith(prefix)) document.title = prefix + document.title;
    element.focus();
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
      const same = unanswered(wanted.list, wanted.before);
      if (same.length > 0) {
        refuse(
          [],
          same.map(({ message }) => message),
        );
        return;
      }
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

  /** Shows a page that is sent. */
  function form(title: string, sent: () => Promise<void>, submitText: string, parts: HTMLElement[]): void {
    const save = () => {
      flow.aside = step;
      go('saved');
    };
    fill(stage, stepper(step, addressOf), sheet({ step, title, submitText, parts, sent, save, go }));
  }

  function questions(title: string, paths: readonly string[]): void {
    Object.assign(context, { step, paths });
    page = pageOf(context);
    const isFixed = step === 'account' && flow.id !== undefined;
    const intro = isFixed ? 'Your account exists, so these can no longer be changed.' : INTROS[step];
    form(title, next, step === 'more' ? 'Send' : 'Continue', [
      ...(intro === undefined ? [] : [h('p', { class: 'hint' }, intro)]),
      page.element,
    ]);
    page.tell();
  }

  function putAside(): void {
    const to = flow.aside ?? 'account';
    const forget = () => {
      restart();
      show('account');
    };
    const parts = saved(to, () => go(to), forget);
    fill(stage, h('div', { class: 'card form' }, heading(step, 'Your answers are saved'), parts));
  }

  function status(): void {
    const made = statusPage({
      more: () => {
        openMore();
        flow.tried.delete('more');
        go('more');
      },
      again: () => go('personal'),
      changed: panes.update,
    });
    leaveStatus = made.leave;
    fill(stage, heading(step, 'What happens now'), made.element);
  }

  function draw(moved: boolean): void {
    leaveStatus?.();
    leaveStatus = undefined;
    page = undefined;
    wasDrawn = true;
    document.title = `${t(view.title)} · kyc-rules`;
    document.body.dataset.step = step;
    const found = STEPS.find(({ id }) => id === step);
    if (step === 'status') status();
    else if (step === 'saved') putAside();
    else if (step === 'more') questions('What we still need', open);
    else if (step === 'review') {
      const isWhole = judgeAll().verdict !== 'incomplete';
      form('Check your answers', send, isWhole ? 'Send for review' : 'Send what I have', review(addressOf));
    } else questions(found?.title ?? '', found?.paths ?? []);
    panes.update();
    if (moved) {
      const title = document.getElementById('step-title');
      title?.focus({ preventScroll: true });
      scrollTo({ top: 0, behavior: 'instant' });
      // In a small window what stands above would hide that this is another page.
      if ((title?.getBoundingClientRect().bottom ?? 0) > innerHeight / 2)
        title?.scrollIntoView({ block: 'start', behavior: 'instant' });
    }
  }

  fill(
    root,
    h(
      'header',
      { class: 'intro' },
      h('h1', {}, 'One set of rules, in the form and on the server'),
      h('p', { class: 'lead' }, link === undefined ? view.lead : LINKED),
      language.tag !== 'en' && h('p', { class: 'hint' }, UNREAD[language.spoken === 'en' ? 'labels' : 'all']),
    ),
    toolbar(show, () => draw(false)),
    h('div', { class: 'columns' }, stage, panes.element),
  );
  const stop = onWire(panes.update);
  // The token does not stay in the address.
  if (link !== undefined) history.replaceState(null, '', '#/try');
  void Promise.all([table('countries'), link && bind(...link)]).then(([rows, isBound]) => {
    for (const row of rows) flow.tables.set(row.code, row);
    if (isBound) step = customer()?.status === 'CREATED' ? 'personal' : 'status';
    // Another step by a link or the browser's own buttons: the focus goes there, as with ours.
    draw(wasDrawn && before !== step && document.activeElement === document.body);
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
