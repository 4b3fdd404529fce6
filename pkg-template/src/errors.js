// kyc-rules/errors: reports as an API's errors, and an API's errors as a form's. Plain JavaScript: there is no module behind it.
// The words are those of the Rust side (src/lifecycle/problem.rs, api_error.rs), which the shared vectors hold them to.
import { API } from './generated/en.js';
import { CODES, FIELDS } from './generated/tables.js';

const PATHS = /* @__PURE__ */ new Set(/* @__PURE__ */ FIELDS.map(([path]) => path));

/** A report's issues, a failed schema's, or a list of them. */
const issuesOf = (source) => (Array.isArray(source) ? source : (source?.issues ?? []));

/** Where an issue is, as keys: `['documents', 0, 'number']`. */
function keysOf({ path, pointer }) {
  if (typeof pointer === 'string') return pointer.split('/').slice(1).map(keyOf);
  if (Array.isArray(path)) return path.map((key) => key?.key ?? key);
  return String(path ?? '')
    .split(/[.[\]]+/)
    .filter((key) => key !== '')
    .map(keyOf);
}

const keyOf = (text) => (/^\d+$/.test(text) ? +text : text);

/** The same as code writes it: `documents[0].number`. */
const written = (keys) =>
  keys.map((key, at) => (typeof key === 'number' ? `[${key}]` : at > 0 ? `.${key}` : key)).join('');

/**
 * What an API says of an issue: `phoneNumber must be in E.164 format`.
 * @param {import('../errors.js').AnyIssue} issue
 */
export function apiMessage(issue) {
  const words = API[CODES.indexOf(issue.code)];
  if (words === undefined) return issue.message;
  const filled = words.replace(/\{(\w+)\}/g, (_, name) => {
    const param = issue.params?.[name];
    return Array.isArray(param) ? param.join(', ') : String(param ?? '');
  });
  return `${written(keysOf(issue)) || 'kycData'} ${filled}`;
}

const refused = (source, { missing = false } = {}) =>
  issuesOf(source).filter(({ severity }) => severity === 'error' || (missing && severity === 'missing'));

/**
 * The guide's answer to malformed data: its first error; `undefined` where there is none.
 * @param {import('../errors.js').Issues} source
 * @param {{missing?: boolean}} [options]
 */
export function toApiError(source, options) {
  const [first] = refused(source, options);
  if (first === undefined) return undefined;
  return { error: 'BAD_REQUEST', message: `Validation failed: ${apiMessage(first)}`, statusCode: 400 };
}

/**
 * The same as RFC 9457 has it, `application/problem+json`, with every error.
 * @param {import('../errors.js').Issues} source
 * @param {import('../errors.js').ProblemOptions} [options]
 */
export function toProblemJson(source, options = {}) {
  const issues = refused(source, options);
  const said = toApiError(source, options);
  if (said === undefined) return undefined;
  const { type = 'about:blank', status = 400, instance } = options;
  const { title = status === 422 ? 'Unprocessable Content' : 'Bad Request' } = options;
  return {
    type,
    title,
    status,
    detail: said.message,
    code: said.error,
    ...(instance !== undefined && { instance }),
    errors: issues.map((issue) => ({
      pointer: keysOf(issue)
        .map((key) => `/${key}`)
        .join(''),
      code: issue.code,
      detail: apiMessage(issue),
    })),
  };
}

/**
 * A message a field, as form libraries keep them; warnings only where they are asked for.
 * @param {import('../errors.js').Issues | import('../errors.js').ReadApiError} source
 * @param {{keys?: 'brackets' | 'dots' | 'nested', warnings?: boolean}} [options]
 */
export function toFieldErrors(source, { keys: style = 'brackets', warnings = false } = {}) {
  const errors = {};
  for (const issue of issuesOf(source)) {
    if (issue.severity === 'warning' && !warnings) continue;
    const keys = keysOf(issue);
    if (style === 'nested') nest(errors, keys, issue.message);
    else errors[style === 'dots' ? keys.join('.') : written(keys)] ??= issue.message;
  }
  return errors;
}

/** Puts a message where the value stands; what is said of a part comes before what is said of the whole. */
function nest(errors, keys, message) {
  let at = errors;
  const last = keys.length > 0 ? keys[keys.length - 1] : '';
  for (const [depth, key] of keys.slice(0, -1).entries()) {
    // Paths of our own are fields; others' may be anything.
    if (key === '__proto__') return;
    if (typeof at[key] !== 'object') at[key] = typeof keys[depth + 1] === 'number' ? [] : {};
    at = at[key];
  }
  if (last !== '__proto__') at[last] ??= message;
}

const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
const textOf = (object, names) => names.map((name) => object[name]).find((value) => typeof value === 'string');

/**
 * What an API's error says, for a form: its kind, its words, the fields it is about. The guide's shape is read, its siblings' and
 * RFC 9457's.
 * @param {unknown} body the answer's body, read or as text
 * @param {number} [httpStatus] by default what the body says
 * @returns {import('../errors.js').ReadApiError}
 */
export function fromApiError(body, httpStatus) {
  const outer = objectOf(body);
  const inner = isObject(outer.error) ? outer.error : outer;
  const status = httpStatus ?? [outer.statusCode, outer.status].find((value) => typeof value === 'number') ?? 0;
  const code = textOf(inner, ['code', 'error']) ?? '';
  const message = textOf(inner, ['message', 'detail', 'title']) ?? '';
  const found = new Map();
  const add = (path, words) => {
    const at = placeOf(path);
    if (at !== undefined && !found.has(at.path)) found.set(at.path, { ...at, message: words, severity: 'error' });
  };
  if (typeof inner.field === 'string') add(inner.field, message);
  for (const issue of listOf(inner)) {
    const path = isObject(issue) ? pathOf(issue) : undefined;
    if (path !== undefined) add(path, textOf(issue, ['message', 'detail']) ?? message);
  }
  if (found.size === 0) addNamed(message, add);
  const customerStatus = textOf(inner, ['customerStatus']) ?? textOf(outer, ['customerStatus']);
  return {
    status,
    kind: kindOf(status, code),
    code,
    message,
    issues: [...found.values()],
    ...(customerStatus !== undefined && { customerStatus }),
  };
}

function objectOf(body) {
  if (typeof body !== 'string') return isObject(body) ? body : {};
  try {
    return objectOf(JSON.parse(body) ?? {});
  } catch {
    return {};
  }
}

const KINDS = {
  400: 'validation',
  401: 'unauthorized',
  403: 'forbidden',
  404: 'not_found',
  408: 'timing',
  409: 'conflict',
  410: 'not_found',
  422: 'validation',
  425: 'timing',
  429: 'rate_limited',
};

function kindOf(status, code) {
  if (code.toUpperCase() === 'PATCH_NOT_ALLOWED') return 'patch_not_allowed';
  return KINDS[status] ?? (status >= 500 ? 'server' : 'other');
}

/** `details.issues`, `errors` or `details`, whichever is a list. */
function listOf({ details, errors }) {
  const lists = [details?.issues, errors, details];
  return lists.find((list) => Array.isArray(list) && list.length > 0) ?? [];
}

/** Where an issue of theirs is: a list of keys, a JSON Pointer, or a path. */
function pathOf(issue) {
  if (!Array.isArray(issue.path)) return textOf(issue, ['path', 'pointer', 'field']);
  return issue.path.every((key) => typeof key === 'string' || typeof key === 'number')
    ? issue.path.join('.')
    : undefined;
}

/** The field that a message names first: `Validation failed: phoneNumber must be …`, `body/kycData/address/city must …`. */
function addNamed(message, add) {
  const rest = message.replace(/^Validation failed: /, '');
  const end = rest.indexOf(' ');
  if (end >= 0) add(rest.slice(0, end).replace(/^["'`:]+|["'`:]+$/g, ''), rest);
}

/** The field at a path of theirs, as ours. */
function placeOf(theirs) {
  const plain = theirs
    .replace(/^[#/]+/, '')
    .replaceAll('/', '.')
    .replace(/^body\./, '')
    .replace(/^kycData\./, '');
  if (plain === 'kycData') return { path: '', pointer: '' };
  const keys = plain.split(/[.[\]]/).filter((key) => key !== '');
  const [list, at, ...behind] = keys;
  if (list !== 'documents' || at === undefined) {
    return PATHS.has(keys.join('.')) ? { path: keys.join('.'), pointer: `/${keys.join('/')}` } : undefined;
  }
  const index = /^\d{1,9}$/.test(at) ? at : undefined;
  const rest = index === undefined ? [at, ...behind] : behind;
  if (rest.length > 1 || (rest.length === 1 && !PATHS.has(`documents[].${rest[0]}`))) return undefined;
  const [key] = rest;
  const behindIndex = key === undefined ? '' : `.${key}`;
  return {
    path: `documents[${index === undefined ? '' : +index}]${behindIndex}`,
    pointer: ['/documents', ...(index === undefined ? [] : [+index]), ...rest].join('/'),
  };
}
