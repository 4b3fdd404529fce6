// How a report comes back out of the module (src/wire.rs): places in the tables, made into names and words here.
import { CODES, FIELDS } from './generated/tables.js';
import { apiMessage, ENGLISH, formMessage } from './message.js';

const SEVERITIES = { e: 'error', m: 'missing', w: 'warning' };
const VERDICTS = { r: 'ready', i: 'incomplete', v: 'invalid' };
const ISSUE = '\x1e';

/** Paths and pointers of fields outside documents, and what stands behind the index of those within. */
const PLACES = /* @__PURE__ */ FIELDS.map(([path]) => {
  const behind = path.startsWith('documents[].') ? path.slice(12) : '';
  return behind === '' ? { path, pointer: `/${path.replace('.', '/')}`, behind } : { path: '', pointer: '', behind };
});

/**
 * The issues of an answer.
 * @param {string} answer
 * @param {import('../index.js').Options} options
 * @param {number} [document] the index that stands for the first document
 * @returns {import('../index.js').Issue[]}
 */
export function issuesOf(answer, options, document = 0) {
  const issues = [];
  let at = answer.indexOf(ISSUE);
  while (at >= 0) {
    const end = answer.indexOf(ISSUE, at + 1);
    issues.push(issueOf(end < 0 ? answer.slice(at + 1) : answer.slice(at + 1, end), options, document));
    at = end;
  }
  return issues;
}

/**
 * Where a field is.
 * @param {number} field the field's place, or -1 for the payload itself
 * @param {number} index the document's, or -1 for none
 */
export function placeOf(field, index) {
  if (field < 0) return { path: '', pointer: '' };
  const { path, pointer, behind } = PLACES[field];
  if (index >= 0) {
    return behind === ''
      ? { path: `${path}[${index}]`, pointer: `${pointer}/${index}` }
      : { path: `documents[${index}].${behind}`, pointer: `/documents/${index}/${behind}` };
  }
  return behind === '' ? { path, pointer } : { path: `documents.${behind}`, pointer: `/documents/${behind}` };
}

/** Issues that were made before, by catalogue and voice, then as they came: their places, words and limits stay the same. */
const known = new WeakMap();
const MOST = 2000;

function knownOf({ messages = ENGLISH, voice }) {
  let voices = known.get(messages);
  if (voices === undefined) {
    voices = { form: new Map(), api: new Map() };
    known.set(messages, voices);
  }
  return voice === 'api' ? voices.api : voices.form;
}

function issueOf(wire, options, document) {
  if (document !== 0) return made(wire, options, document);
  const before = knownOf(options);
  let issue = before.get(wire);
  if (issue === undefined) {
    issue = made(wire, options, 0);
    // Most limits are a handful of numbers and examples; places within a text are not.
    if (before.size > MOST) before.clear();
    before.set(wire, issue);
  }
  // Each report has its own.
  const { path, pointer, code, severity, message, params } = issue;
  return { path, pointer, code, severity, message, params: copyOf(params) };
}

function copyOf(params) {
  const copy = {};
  for (const name in params) {
    const param = params[name];
    copy[name] = Array.isArray(param) ? param.slice() : param;
  }
  return copy;
}

function made(wire, { messages, voice }, document) {
  const behindField = wire.indexOf(',');
  const behindIndex = wire.indexOf(',', behindField + 1);
  const behindCode = wire.indexOf(',', behindIndex + 1);
  const field = behindField === 0 ? -1 : +wire.slice(0, behindField);
  const code = +wire.slice(behindIndex + 1, behindCode);
  const raw = wire.slice(behindCode + 3);
  const params = raw === '' ? {} : JSON.parse(raw);
  const index = behindIndex > behindField + 1 ? +wire.slice(behindField + 1, behindIndex) + document : -1;
  const { path, pointer } = placeOf(field, index);
  return {
    path,
    pointer,
    code: CODES[code],
    severity: SEVERITIES[wire[behindCode + 1]],
    message: voice === 'api' ? apiMessage(path, code, params, messages) : formMessage(field, code, params, messages),
    params,
  };
}

/**
 * A report; its keys stand in the order of the contract.
 * @param {string} answer
 * @param {string} asOf
 * @param {{rules: string, data: string}} versions
 * @param {import('../index.js').Options} options
 * @returns {import('../index.js').Report}
 */
export function reportOf(answer, asOf, versions, options) {
  return {
    verdict: VERDICTS[answer[0]],
    issues: issuesOf(answer, options),
    truncated: answer[1] === '+',
    rulesVersion: versions.rules,
    dataVersion: versions.data,
    asOf,
  };
}
