// The designers' tools above the form: people to fill it with, slips to make, how the review goes, the policy and the day. An address
// may name a sample or a slip (`#/try/address?sample=ireland`): it leads back to invented answers, never to a person's.
import { type Data, set } from '../data.js';
import { choice, h } from '../dom.js';
import { flow, followPolicy, restart, type StepId } from '../flow.js';
import { MISTAKES, OUTCOMES, SAMPLES } from '../samples.js';
import { asksAll, setPolicy, settings } from '../settings.js';

/** `A PO box` as an address has it: `a-po-box`. */
const slug = (text: string) => text.toLowerCase().replace(/[^a-z0-9]+/g, '-');

/** The day on which someone is seventeen: eighteen years ago, and a day. */
function seventeen(): string {
  const day = new Date(`${settings.today}T00:00:00Z`);
  day.setUTCFullYear(day.getUTCFullYear() - 18);
  day.setUTCDate(day.getUTCDate() + 1);
  return day.toISOString().slice(0, 10);
}

function fillIn(data: Data): void {
  restart(data, { email: 'test-success@example.com', firstName: data.legalFirstName, lastName: data.legalLastName });
}

function loadSample(index: number): StepId {
  const [name = '', data = {}] = SAMPLES[index] ?? [];
  fillIn(data);
  flow.origin = `sample=${slug(name)}`;
  return 'account';
}

function makeMistake(index: number): StepId {
  const found = MISTAKES[index];
  if (found === undefined) return 'account';
  loadSample(0);
  set(flow.data, found.path, found.value === 'seventeen' ? seventeen() : found.value);
  flow.tried.add(found.step);
  flow.origin = `mistake=${slug(found.text)}`;
  return found.step;
}

/** Fills the form as an address asks for; the page it begins at, or none where the address asks for nothing that is not there. */
export function follow(query: URLSearchParams): StepId | undefined {
  const sample = SAMPLES.findIndex(([name]) => slug(name) === query.get('sample'));
  const mistake = MISTAKES.findIndex(({ text }) => slug(text) === query.get('mistake'));
  if (sample >= 0 && flow.origin !== `sample=${query.get('sample')}`) return loadSample(sample);
  if (mistake >= 0 && flow.origin !== `mistake=${query.get('mistake')}`) return makeMistake(mistake);
  return undefined;
}

/** Whether the tools are open; at first where there is room. */
let isOpen = matchMedia('(min-width: 60rem)').matches;

/** The tools. `go` shows a page without adding to the history. */
export function toolbar(go: (step: StepId) => void, redraw: () => void): HTMLElement {
  const menu = (id: string, label: string, list: readonly string[], act: (index: number) => StepId) =>
    choice(
      label,
      [['', 'Pick one'], ...list.map((text, index) => [String(index), text] as const)],
      '',
      (value) => {
        if (value === '') return;
        go(act(Number(value)));
        settle();
      },
      { id },
    );
  /** What was loaded is no state: the same can be chosen again. How the review goes is one, and follows the account. */
  const settle = () => {
    for (const id of ['sample', 'mistake']) pick(id, '');
    const outcome = OUTCOMES.findIndex(([email]) => email === flow.account.email);
    pick('outcome', outcome < 0 ? '' : String(outcome));
  };
  const pick = (id: string, value: string) => {
    const select = element.querySelector<HTMLSelectElement>(`#${id}`);
    if (select) select.value = value;
  };
  const today = h('input', {
    type: 'date',
    id: 'today',
    value: settings.today,
    required: true,
    onchange: () => {
      settings.today = today.value || settings.today;
      redraw();
    },
  });
  const others = Object.keys(settings.policy).filter((key) => key !== 'address').length;
  const element = h(
    'details',
    {
      class: 'toolbar',
      open: isOpen,
      ontoggle: (event: Event) => {
        isOpen = (event.target as HTMLDetailsElement).open;
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
        loadSample,
      ),
      menu(
        'mistake',
        'Make a mistake',
        MISTAKES.map(({ text }) => text),
        makeMistake,
      ),
      menu(
        'outcome',
        'The review',
        OUTCOMES.map(([, text]) => text),
        (index) => {
          const { origin } = flow;
          if (flow.id !== undefined) restart(flow.data, flow.account);
          flow.account.email = OUTCOMES[index]?.[0];
          flow.origin = origin;
          return 'account';
        },
      ),
      choice(
        'Address',
        [
          ['countryAware', 'By country'],
          ['guide', 'All of the guide’s'],
        ],
        asksAll() ? 'guide' : 'countryAware',
        (value) => {
          setPolicy('address', value === 'guide' ? 'guide' : undefined);
          followPolicy();
          redraw();
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
            go('account');
            settle();
          },
        },
        'Start again',
      ),
      others > 0 && h('p', { class: 'hint' }, h('a', { href: '#/rules/policy' }, 'The policy has other switches set')),
    ),
  );
  settle();
  return element;
}
