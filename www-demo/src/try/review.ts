// "Check your answers": every answer beside its question, what is still open, and the verdict of the rules on all of it.
import { answerIn, countryName, get } from '../data.js';
import { h, icon, plain } from '../dom.js';
import { blocking, flow, judgeAll, messages, STEPS } from '../flow.js';
import { language, said } from '../language.js';
import { labelOf } from '../locale.js';
import { documentsOf } from './form.js';

/** The pages with answers of `kycData`. */
const PAGES = STEPS.filter(({ id }) => !['account', 'review', 'status'].includes(id));

const MEANS = {
  ready: 'The API will take it and begin the review.',
  incomplete: 'The API would take it, and ask for what is missing.',
  invalid: 'The API would refuse it: 400.',
};
const VERDICTS = { ready: 'Ready', incomplete: 'Incomplete', invalid: 'Invalid' };

const dateOf = (text: string) =>
  new Intl.DateTimeFormat(language.tag, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${text}T00:00:00Z`));

/** An answer as people read it. A person's own words are not the page's: they go in as they are. */
function answerOf(path: string): Node | string {
  const value = get(flow.data, path);
  if (value === undefined || value === '') return h('span', { class: 'none-given' }, 'Not answered');
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  const text = String(value);
  if (/country$|nationality/i.test(path)) return plain(countryName(text));
  if (/^\d{4}-\d\d-\d\d$/.test(text)) return plain(dateOf(text));
  if (/type|status|source|purpose|payments/i.test(path) && /^[A-Z0-9_]{3,}$/.test(text)) return answerIn(path, text);
  return h('bdi', {}, plain(text));
}

/** A label with the language it is in: the package's own, or that of the page's words. */
type Row = readonly [label: string, answer: Node | string, lang?: string];

function documentRows(): Row[] {
  return documentsOf().map((document): Row => {
    const { frontImageUrl: front, backImageUrl: back } = document;
    const sides = front && back ? 'Front and back' : front ? 'Front' : back ? 'Back of the document' : 'No picture';
    const date = document.expirationDate ?? document.issueDate;
    const lines = [
      typeof document.number === 'string' && h('bdi', {}, plain(document.number)),
      typeof document.issuingCountry === 'string' && plain(countryName(document.issuingCountry)),
      typeof date === 'string' &&
        /^\d{4}-\d\d-\d\d$/.test(date) &&
        plain(said(document.expirationDate ? 'Expires {0}' : 'Issued {0}', dateOf(date))),
      h('span', {}, sides),
    ];
    return [
      answerIn('documents[].type', String(document.type)),
      h(
        'span',
        { class: 'answer-lines' },
        lines.map((line) => line && h('span', {}, line)),
      ),
    ];
  });
}

function rowsOf(paths: readonly string[]): Row[] {
  const words = messages();
  return paths.flatMap((path): Row[] => {
    if (path === 'documents') return documentRows();
    if (path !== 'address') return [[labelOf(path, words), answerOf(path), language.tag]];
    const held = Object.keys((flow.data.address as object | undefined) ?? {});
    // A list of subdivisions answers two fields; people chose one.
    const shown = held.filter((key) => key !== 'state' || !held.includes('stateCode'));
    return shown.map(
      (key): Row => [
        labelOf(`address.${key}`, words),
        answerOf(key === 'stateCode' && held.includes('state') ? 'address.state' : `address.${key}`),
        language.tag,
      ],
    );
  });
}

/** What stands between the heading and the buttons. `link`: the address of a page. */
export function review(link: (page: (typeof STEPS)[number]['id']) => string): HTMLElement[] {
  const { verdict, issues } = judgeAll();
  const stops = blocking(issues);
  const groups = PAGES.map(({ id, title, paths }) => {
    const open = stops.filter(({ path }) => paths.some((own) => path.startsWith(own)));
    // Whether to send it all the same is for the person to say, so they see it.
    const warned = issues.filter(
      ({ path, severity }) => severity === 'warning' && paths.some((own) => path.startsWith(own)),
    );
    const rows = rowsOf(paths);
    return h(
      'section',
      { class: 'answers', 'aria-labelledby': `answers-${id}` },
      h(
        'div',
        { class: 'head' },
        h('h3', { id: `answers-${id}` }, title),
        h('a', { href: link(id) }, 'Change', h('span', { class: 'visually-hidden' }, ': ', title)),
      ),
      open.length > 0 &&
        h(
          'p',
          { class: 'say error' },
          h('span', { class: 'mark' }, icon('alert')),
          open.length === 1 ? 'One answer is missing or wrong' : said('{0} answers are missing or wrong', open.length),
        ),
      warned.length > 0 &&
        h(
          'ul',
          { class: 'warned' },
          warned.map(({ message }) =>
            h(
              'li',
              { class: 'say warning' },
              h('span', { class: 'mark' }, icon('info')),
              h('span', { class: 'visually-hidden' }, 'Check: '),
              h('span', { lang: language.tag }, plain(message)),
            ),
          ),
        ),
      rows.length > 0 &&
        h(
          'dl',
          {},
          rows.map(([label, value, lang]) => h('div', {}, h('dt', { lang }, label), h('dd', {}, value))),
        ),
    );
  });
  return [
    h(
      'p',
      { class: `verdict ${verdict}`, id: 'verdict' },
      h('strong', {}, VERDICTS[verdict]),
      ' ',
      h('span', {}, MEANS[verdict]),
    ),
    ...groups,
  ];
}
