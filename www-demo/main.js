// The demo: a form made from the table of fields, the rules' words beside each, the data and the report next to it.
//
// As GOV.UK has it: nothing is said while someone answers for the first time; after the first check, what is said follows each key.

import { set } from './data.js';
import { at, make, say } from './dom.js';
import { draw, shownAt, targetOf, tell } from './form.js';
import { validate, version } from './kyc-rules/index.js';
import { drawTabs, showPanes } from './panes.js';
import { MISTAKES, SAMPLE } from './sample.js';

const TITLE = document.title;
const MEANS = {
  ready: 'The API would take it: UNDER_REVIEW',
  incomplete: 'The API would take it and ask for more: NEEDS_ADDITIONAL_INFORMATION',
  invalid: 'The API would refuse it: 400 BAD_REQUEST',
};
const WORDS = { error: ['error', 'errors'], missing: ['missing', 'missing'], warning: ['warning', 'warnings'] };

let data = {};
let checked = false;

/** The local calendar date, as the package takes it by default. */
function localToday() {
  const now = new Date();
  const pad = (number) => String(number).padStart(2, '0');
  return `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`;
}

const options = () => ({ today: at('today').value || localToday(), policy: at('policy').value });

/** `2 errors, 3 missing`. */
function counts(issues) {
  const of = (severity) => issues.filter((issue) => issue.severity === severity).length;
  const said = Object.entries(WORDS).flatMap(([severity, [one, many]]) => {
    const count = of(severity);
    return count === 0 ? [] : [`${count} ${count === 1 ? one : many}`];
  });
  return said.join(', ') || 'nothing to be said';
}

/** Judges all of it, and shows what is said. */
function judge() {
  const report = validate(data, options());
  showVerdict(report);
  showPanes(report, data, targetOf);
  tell(report, checked);
  summarise(report);
  return report;
}

function showVerdict({ verdict, issues }) {
  at('verdict').className = `verdict ${verdict}`;
  at('badge').className = `badge ${verdict}`;
  const lines = [verdict, MEANS[verdict], counts(issues)];
  if (at('verdict').children.length === 0) {
    at('verdict').append(make('strong'), make('span'), make('span', { className: 'counts' }));
  }
  for (const [index, line] of lines.entries()) say(at('verdict').children[index], line);
  say(at('badge'), `${verdict} · ${counts(issues)}`);
  at('badge').setAttribute('aria-label', `${verdict}, ${counts(issues)}: see what the rules say`);
}

/** What stands above the form once it was checked: what is wrong, each line leading to its field, or that all is well. */
function summarise({ verdict, issues }) {
  const blocking = issues.filter(({ severity }) => severity !== 'warning');
  const summary = at('summary');
  summary.hidden = !checked;
  document.title = checked && blocking.length > 0 ? `Error: ${TITLE}` : TITLE;
  if (!checked) return;
  summary.className = blocking.length > 0 ? 'summary' : 'summary is-ready';
  if (blocking.length === 0) {
    summary.replaceChildren(make('h2', {}, 'Ready to be sent'), make('p', {}, MEANS[verdict]));
    return;
  }
  const line = (issue) => make('li', {}, make('a', { href: `#${targetOf(issue)}` }, issue.message));
  summary.replaceChildren(make('h2', {}, 'There is a problem'), make('ul', {}, ...blocking.map(line)));
}

/** The day on which someone is seventeen: eighteen years ago, and a day. */
function seventeen() {
  const day = new Date(`${options().today}T00:00:00Z`);
  day.setUTCFullYear(day.getUTCFullYear() - 18);
  day.setUTCDate(day.getUTCDate() + 1);
  return day.toISOString().slice(0, 10);
}

function load(answers, isChecked) {
  data = structuredClone(answers);
  checked = isChecked;
  draw(data, judge);
  return judge();
}

/** Links to a control focus it: a hash alone would only scroll. */
function follow(event) {
  const link = event.target.closest('a[href^="#f-"], a[href="#add-document"]');
  if (!link) return;
  event.preventDefault();
  const control = at(link.hash.slice(1));
  control?.focus();
  control?.closest('.field')?.scrollIntoView({ block: 'center' });
}

function start() {
  drawTabs();
  const { rules, data: made } = version();
  at('version').textContent = `Rules ${rules}. Data: ${made}.`;
  at('today').value = localToday();
  const mistakes = MISTAKES.map(([text], index) => make('option', { value: String(index) }, text));
  at('mistake').append(make('option', { value: '' }, 'Choose one'), ...mistakes);
  at('tools').addEventListener('submit', (event) => event.preventDefault());
  at('sample').addEventListener('click', () => load(SAMPLE, true));
  at('clear').addEventListener('click', () => load({}, false));
  for (const id of ['policy', 'today']) at(id).addEventListener('change', judge);
  at('theme').addEventListener('change', ({ target: { value } }) => {
    document.documentElement.dataset.theme = value;
  });
  at('mistake').addEventListener('change', ({ target: { value } }) => {
    if (value === '') return;
    const [, path, wrong] = MISTAKES[Number(value)];
    const answers = structuredClone(SAMPLE);
    set(answers, path, wrong === 'seventeen' ? seventeen() : wrong);
    load(answers, true);
    shownAt(path)?.element.scrollIntoView({ block: 'center' });
  });
  at('form').addEventListener('submit', (event) => {
    event.preventDefault();
    checked = true;
    judge();
    at('summary').focus();
  });
  document.addEventListener('click', follow);
  load({}, false);
}

try {
  start();
} catch (error) {
  // A policy or a browser that refuses WebAssembly: say so, and leave the page readable for what it is.
  const why = `The rules could not start (${error.name}). This page needs WebAssembly and script-src 'wasm-unsafe-eval'.`;
  at('verdict').className = 'verdict invalid';
  at('verdict').textContent = why;
}
