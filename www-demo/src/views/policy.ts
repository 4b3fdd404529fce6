// The switches of a policy: what each decides, where that is from, and the switch itself. What is set holds for the whole page, until
// it is closed.
import type { PolicyOptions } from 'kyc-rules';
import { fill, h, say } from '../dom.js';
import { type Column, grid } from '../grid.js';
import { setPolicy, settings } from '../settings.js';

interface Switch {
  key: keyof PolicyOptions;
  byDefault: string | number | boolean;
  /** The values there are; a number of none. */
  values?: readonly (readonly [value: string | boolean, text: string])[];
  says: string;
  source: string;
}

const YES_NO = [
  [true, 'Yes'],
  [false, 'No'],
] as const;

const SWITCHES: readonly Switch[] = [
  {
    key: 'minimumAge',
    byDefault: 18,
    says: 'The age in years from which a customer is accepted.',
    source: 'Guide, Handling errors: “Customer must be at least 18 years old”.',
  },
  {
    key: 'unlikelyAge',
    byDefault: 120,
    says: 'Above it, a date of birth is more likely a slip: a warning.',
    source: 'Ours: the guide has no upper limit, so it never refuses.',
  },
  {
    key: 'proofOfAddressDays',
    byDefault: 90,
    says: 'How old a proof of address may be before a warning.',
    source: 'Ours: the guide recommends a proof of address and names no age.',
  },
  {
    key: 'reviewDays',
    byDefault: 7,
    says: 'How long a review may take, for links to images that end before it does.',
    source: 'Guide, Timeline: “1-7 business days from initial submission to approval”.',
  },
  {
    key: 'address',
    byDefault: 'countryAware',
    values: [
      ['countryAware', 'By country'],
      ['guide', 'All of the guide’s'],
    ],
    says: 'Which parts of an address must be there: what the country uses, or all of the guide’s table.',
    source: 'Guide, Required data fields, Address; what a country uses: libaddressinput and ISO 3166-2.',
  },
  {
    key: 'phone',
    byDefault: 'possible',
    values: [
      ['possible', 'Warn'],
      ['valid', 'Refuse'],
    ],
    says: 'What a number gets that is possible but in no assigned range.',
    source: 'Guide: “Phone in E.164 format”; the ranges: libphonenumber.',
  },
  {
    key: 'names',
    byDefault: 'unicode',
    values: [
      ['unicode', 'Every script'],
      ['latin', 'Latin, or a warning'],
    ],
    says: 'The letters of every script, or a warning where they are not Latin.',
    source: 'Ours: the guide says “as appears on ID” and names no script.',
  },
  {
    key: 'kosovo',
    byDefault: true,
    values: YES_NO,
    says: 'Whether XK, a code that ISO leaves to its users, is taken for Kosovo.',
    source: 'Ours: the guide wants ISO 3166-1 alpha-2, which has no code for Kosovo.',
  },
  {
    key: 'patchWhenRejected',
    byDefault: true,
    values: YES_NO,
    says: 'Whether data may be changed after a rejection.',
    source: 'Guide, Handling errors: its code’s allowedStatuses has REJECTED.',
  },
  {
    key: 'mrz',
    byDefault: false,
    values: YES_NO,
    says: 'Whether documents[].mrz, the machine-readable zone, is an accepted field.',
    source: 'Ours: a field beside the guide’s; its check digits are ICAO 9303’s.',
  },
];

const isSet = ({ key }: Switch) => settings.policy[key] !== undefined;
const valueOf = ({ key, byDefault }: Switch) => settings.policy[key] ?? byDefault;

function control(own: Switch, changed: () => void): HTMLInputElement | HTMLSelectElement {
  const { key, byDefault, values } = own;
  const put = (value: unknown) => {
    setPolicy(key, value === byDefault ? undefined : (value as never));
    changed();
  };
  const id = `policy-${key}`;
  if (values === undefined) {
    const input = h('input', {
      type: 'number',
      id,
      min: 0,
      max: 1000,
      inputmode: 'numeric',
      'aria-label': key,
      value: String(valueOf(own)),
      onchange: () => {
        const number = input.valueAsNumber;
        // What is no number of the policy's is put right, not sent.
        const good = Number.isInteger(number) && number >= 0 && number <= 1000;
        if (!good) input.value = String(valueOf(own));
        else put(number);
      },
    });
    return input;
  }
  const select = h(
    'select',
    { id, 'aria-label': key, onchange: () => put(values[select.selectedIndex]?.[0]) },
    values.map(([value, text]) => h('option', { value: String(value) }, text)),
  );
  select.value = String(valueOf(own));
  return select;
}

/** The table of switches; what is set is told above it. */
export function policy(): HTMLElement {
  const table = h('div');
  const said = h('p', { class: 'hint', role: 'status' });
  const reset = h(
    'button',
    {
      type: 'button',
      class: 'small',
      id: 'policy-default',
      onclick: () => {
        settings.policy = {};
        draw();
      },
    },
    'Back to the default',
  );
  const tell = () => {
    const set = SWITCHES.filter(isSet);
    const list = set.map((own) => `${own.key}: ${JSON.stringify(valueOf(own))}`).join(', ');
    say(said, set.length === 0 ? 'The default policy.' : `policy: { ${list} }`);
    reset.hidden = set.length === 0;
  };
  const columns: readonly Column<Switch>[] = [
    ['Switch', (own) => h('code', { dir: 'ltr' }, own.key)],
    ['Setting', (own) => control(own, tell), 'setting'],
    ['What it decides', (own) => own.says, 'prose'],
    ['Source', (own) => own.source, 'hint'],
  ];
  const draw = () => {
    fill(table, grid('Policy', columns, SWITCHES));
    tell();
  };
  draw();
  return h(
    'div',
    { class: 'stack' },
    h(
      'p',
      { class: 'hint' },
      'Set one, and the form and its sandbox go by it at once: ',
      h('a', { href: '#/try' }, 'Try it'),
    ),
    h('div', { class: 'tools' }, said, reset),
    table,
  );
}
