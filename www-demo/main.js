// The demo: a form made from the table of fields, the rules' words beside each, the data and the report next to it.
//
// As GOV.UK has it: nothing is said while someone answers for the first time; after the first check, what is said follows each key.
import { fieldOf, idOf, make } from './controls.js';
import { get, set } from './data.js';
import { fields, validate, version } from './kyc-rules/index.js';
import { MISTAKES, SAMPLE } from './sample.js';

const at = (id) => document.getElementById(id);
const kyc = fields.filter((field) => field.form === 'kyc');
const ofDocuments = kyc.filter((field) => field.path.startsWith('documents[].') && field.rule !== 'mrz');

/** The form's sections, each with the first field it starts at. */
const SECTIONS = [
  ['Personal information', 'legalFirstName'],
  ['Address', 'address.addressLine1'],
  ['National identification', 'nationalIdType'],
  ['Employment and finances', 'employmentStatus'],
];

const MEANS = {
  ready: 'The API would take it: UNDER_REVIEW',
  incomplete: 'The API would take it and ask for more: NEEDS_ADDITIONAL_INFORMATION',
  invalid: 'The API would refuse it: 400 BAD_REQUEST',
};

let data = {};
let checked = false;
/** The shown fields by path. */
let shown = new Map();

/** The local calendar date, as the package takes it by default. */
function localToday() {
  const now = new Date();
  const pad = (number) => String(number).padStart(2, '0');
  return `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`;
}

const options = () => ({ today: at('today').value || localToday(), policy: at('policy').value });

/** Judges all of it, and shows what is said. */
function judge() {
  const report = validate(data, options());
  at('data').textContent = JSON.stringify(data, null, 2);
  at('report').textContent = JSON.stringify(report, null, 2);
  at('verdict').className = `verdict ${report.verdict}`;
  at('verdict').replaceChildren(make('strong', {}, report.verdict), make('span', {}, MEANS[report.verdict]));
  for (const field of shown.values()) {
    const issue = report.issues.find(({ path }) => path === field.path);
    field.say(checked ? issue : undefined);
  }
  return report;
}

function summarise(report) {
  const blocking = report.issues.filter(({ severity }) => severity !== 'warning');
  const summary = at('summary');
  summary.hidden = !checked || blocking.length === 0;
  document.title = `${summary.hidden ? '' : 'Error: '}kyc-rules: the form and its rules`;
  if (summary.hidden) return;
  const line = (issue) => make('li', {}, make('a', { href: `#${target(issue)}` }, issue.message));
  summary.replaceChildren(make('h2', {}, 'There is a problem'), make('ul', {}, ...blocking.map(line)));
}

/** The control that an issue's line leads to: its own field's, or the first one of what is missing as a whole. */
function target({ path, params }) {
  if (shown.has(path)) return idOf(path);
  const first = path === 'documents' ? 'documents[0].type' : `${path}.${params.fields?.[0] ?? ''}`;
  return shown.has(first) ? idOf(first) : 'add-document';
}

/** One answer changed. */
function changed(path, value, event) {
  set(data, path, value);
  if (event === 'change' && path.endsWith('.type')) draw();
  const report = judge();
  if (checked) summarise(report);
}

function card(title, ...children) {
  const heading = make('h2', { id: `s-${title.replaceAll(' ', '-')}` }, title);
  return make('section', { className: 'card', 'aria-labelledby': heading.id }, heading, ...children);
}

function place(field, path) {
  const made = fieldOf(field, path, changed);
  made.write(get(data, path));
  shown.set(path, made);
  return made.element;
}

/** The fields a document of that type has; before there is a type, only the type. */
function fieldsOf(type) {
  return ofDocuments.filter(({ path, documentTypes }) => {
    if (path === 'documents[].type') return true;
    return type !== undefined && (documentTypes === undefined || documentTypes.includes(type));
  });
}

function documentCard(document, index) {
  const remove = make('button', { type: 'button', className: 'quiet' }, 'Remove');
  remove.setAttribute('aria-label', `Remove document ${index + 1}`);
  remove.addEventListener('click', () => {
    data.documents.splice(index, 1);
    if (data.documents.length === 0) delete data.documents;
    draw();
    summarise(judge());
    at('add-document').focus();
  });
  const rows = fieldsOf(document?.type).map((field) => place(field, field.path.replace('[]', `[${index}]`)));
  return make(
    'div',
    { className: 'document' },
    make('div', { className: 'document-head' }, make('h3', {}, `Document ${index + 1}`), remove),
    make('div', { className: 'pairs' }, ...rows),
  );
}

function documentsCard() {
  const add = make('button', { type: 'button', id: 'add-document' }, 'Add a document');
  add.addEventListener('click', () => {
    data.documents = [...(data.documents ?? []), {}];
    draw();
    judge();
    at(idOf(`documents[${data.documents.length - 1}].type`)).focus();
  });
  const hint = make('p', { className: 'hint' }, 'At least one photo ID: a passport, driving licence, national ID card, residence permit or state ID card.');
  const cards = (Array.isArray(data.documents) ? data.documents : []).map(documentCard);
  return card('Documents', hint, ...cards, make('div', {}, add));
}

/** Draws the form anew from the data. */
function draw() {
  shown = new Map();
  const rows = kyc.filter(({ path, control }) => !path.startsWith('documents') && control !== 'object');
  const starts = SECTIONS.map(([, first]) => rows.findIndex(({ path }) => path === first));
  const sections = SECTIONS.map(([title], index) => {
    const own = rows.slice(starts[index], starts[index + 1]);
    return card(title, make('div', { className: 'pairs' }, ...own.map((field) => place(field, field.path))));
  });
  at('fields').replaceChildren(...sections, documentsCard());
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
  draw();
  summarise(judge());
}

function start() {
  const { rules, data: made } = version();
  at('version').textContent = `rules ${rules} · ${made}`;
  at('today').value = localToday();
  at('mistake').append(make('option', { value: '' }, 'Choose'), ...MISTAKES.map(([text], index) => make('option', { value: String(index) }, text)));
  at('sample').addEventListener('click', () => load(SAMPLE, true));
  at('clear').addEventListener('click', () => load({}, false));
  for (const id of ['policy', 'today']) at(id).addEventListener('change', () => summarise(judge()));
  at('mistake').addEventListener('change', ({ target: { value } }) => {
    if (value === '') return;
    const [, path, wrong] = MISTAKES[Number(value)];
    const answers = structuredClone(SAMPLE);
    set(answers, path, wrong === 'seventeen' ? seventeen() : wrong);
    load(answers, true);
    at(idOf(path)).focus();
  });
  at('form').addEventListener('submit', (event) => {
    event.preventDefault();
    checked = true;
    summarise(judge());
    if (!at('summary').hidden) at('summary').focus();
  });
  at('summary').addEventListener('click', (event) => {
    const link = event.target.closest('a');
    if (!link) return;
    event.preventDefault();
    at(link.hash.slice(1))?.focus();
  });
  load({}, false);
}

try {
  start();
} catch (error) {
  // A policy or a browser that refuses WebAssembly: say so, and leave the form usable for what it is.
  at('verdict').textContent = `The rules could not start (${error.name}). This page needs WebAssembly and script-src 'wasm-unsafe-eval'.`;
}
