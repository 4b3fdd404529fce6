// The form: sections of fields from the table, and the documents, of which there may be several.
import { fieldOf, idOf } from './controls.js';
import { get, set } from './data.js';
import { at, make, say } from './dom.js';
import { fields } from './kyc-rules/index.js';

const kyc = fields.filter((field) => field.form === 'kyc');
const rows = kyc.filter(({ path, control }) => !path.startsWith('documents') && control !== 'object');
const ofDocuments = kyc.filter((field) => field.path.startsWith('documents[].') && field.rule !== 'mrz');

/** The form's sections as the guide has them: the title, the first field, the object that holds them. */
const SECTIONS = [
  ['Personal information', 'legalFirstName'],
  ['Address', 'address.addressLine1', 'address'],
  ['National identification', 'nationalIdType'],
  ['Employment and finances', 'employmentStatus'],
];

/** The shown fields by path, and what is said of objects and of the list, by path. */
let shown = new Map();
let holders = new Map();
/** The sections: what is shown of how far each one is, and what it holds. */
let sections = [];

let data;
let judge;

/** The shown field at a path. */
export const shownAt = (path) => shown.get(path);

/** The control that an issue leads to: its own field's, or the first one of what is missing as a whole. */
export function targetOf({ path, params }) {
  if (shown.has(path)) return idOf(path);
  const missing = params.fields?.map((key) => `${path}.${key}`).find((one) => shown.has(one));
  return missing === undefined ? 'add-document' : idOf(missing);
}

/** Draws the form anew from the data. */
export function draw(answers, onChange) {
  [data, judge] = [answers, onChange];
  shown = new Map();
  holders = new Map();
  sections = [];
  const starts = SECTIONS.map(([, first]) => rows.findIndex(({ path }) => path === first));
  const cards = SECTIONS.map(([title, , holder], index) => {
    const own = rows.slice(starts[index], starts[index + 1]);
    const grid = make('div', { className: 'grid' }, ...own.map((field) => place(field, field.path)));
    return section(title, holder, [grid]);
  });
  at('fields').replaceChildren(...cards, documents());
}

/** Shows what a report says beside the fields; before the first check, nothing. */
export function tell({ issues }, checked) {
  const of = (path) => issues.find((issue) => issue.path === path);
  for (const field of shown.values()) field.say(checked ? of(field.path) : undefined);
  for (const [path, line] of holders) {
    const issue = checked ? of(path) : undefined;
    line.hidden = issue === undefined;
    line.className = `say ${issue?.severity ?? ''}`;
    say(line, issue?.message ?? '');
  }
  for (const { state, holder, paths } of sections) {
    const blocking = issues.filter(({ severity }) => severity !== 'warning');
    const own = blocking.filter(({ path }) => paths.includes(path) || (holder && path.startsWith(holder)));
    const left = own.reduce((sum, { path, params }) => sum + (path === holder ? (params.fields?.length ?? 1) : 1), 0);
    state.className = left === 0 ? 'state is-done' : 'state';
    say(state, left === 0 ? 'Done' : `${left} to do`);
  }
}

function section(title, holder, children, paths = [...shown.keys()]) {
  const before = new Set(sections.flatMap((other) => other.paths));
  const state = make('span', { className: 'state' });
  sections.push({ state, holder, paths: paths.filter((path) => !before.has(path)) });
  const heading = make('h2', { id: `s-${title.replaceAll(' ', '-')}` }, title);
  const line = make('p', { hidden: true });
  if (holder !== undefined) holders.set(holder, line);
  const head = make('div', { className: 'head' }, heading, state);
  return make('section', { className: 'card', 'aria-labelledby': heading.id }, head, line, ...children);
}

function place(field, path) {
  const made = fieldOf(field, path, (value, event) => {
    set(data, path, value);
    if (event === 'change' && path.endsWith('.type')) redraw(path);
    else judge();
  });
  made.write(get(data, path));
  shown.set(path, made);
  return made.element;
}

/** Draws anew after the documents changed, and leaves the focus where it was. */
function redraw(path) {
  draw(data, judge);
  judge();
  at(idOf(path))?.focus();
}

/** The fields a document of that type has; before there is a type, only the type. */
function fieldsOf(type) {
  return ofDocuments.filter(({ path, documentTypes }) => {
    if (path === 'documents[].type') return true;
    return type !== undefined && (documentTypes === undefined || documentTypes.includes(type));
  });
}

function documentCard(document, index) {
  const path = `documents[${index}]`;
  const remove = make('button', { type: 'button', className: 'quiet' }, 'Remove');
  remove.setAttribute('aria-label', `Remove document ${index + 1}`);
  remove.addEventListener('click', () => {
    data.documents.splice(index, 1);
    if (data.documents.length === 0) delete data.documents;
    draw(data, judge);
    judge();
    at('add-document').focus();
  });
  const line = make('p', { hidden: true });
  holders.set(path, line);
  const own = fieldsOf(document?.type).map((field) => place(field, field.path.replace('[]', `[${index}]`)));
  return make(
    'div',
    { className: 'document' },
    make('div', { className: 'head' }, make('h3', {}, `Document ${index + 1}`), remove),
    line,
    make('div', { className: 'grid' }, ...own),
  );
}

function documents() {
  const add = make('button', { type: 'button', id: 'add-document', className: 'add' }, 'Add a document');
  add.addEventListener('click', () => {
    data.documents = [...(data.documents ?? []), {}];
    redraw(`documents[${data.documents.length - 1}].type`);
  });
  const hint =
    'At least one photo ID: a passport, driving licence, national ID card, residence permit or state ID card. A proof of address speeds things up.';
  const cards = (Array.isArray(data.documents) ? data.documents : []).map(documentCard);
  return section('Documents', 'documents', [make('p', { className: 'hint' }, hint), ...cards, add]);
}
