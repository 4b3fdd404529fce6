// kyc-rules/form: a native form, judged when it is sent and live from then on. What is wrong goes through the Constraint Validation
// API (`:invalid`, `:user-invalid`, `validationMessage`), to a message at the control and to a summary, as GOV.UK has it.
import { fields, normalize, normalizeCustomer, pick } from '#kyc';
import { at, attributesOf, dateOf, fieldOf, put } from './form/names.js';
import { summaryOf, tell } from './form/view.js';

const isCustomers = (path) => fields.some((field) => field.path === path && field.form === 'customer');
/** Marks a form in which something is wrong. */
const WRONG = 'data-kyc-wrong';
const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Binds a form whose controls are named by the paths of the fields.
 * @param {HTMLFormElement} form
 * @param {import('../form.js').FormOptions} [options]
 * @returns {import('../form.js').BoundForm}
 */
export function bindForm(form, options = {}) {
  const { words } = options.messages ?? {};
  const { heading = words?.heading ?? 'There is a problem', titlePrefix = words?.titlePrefix ?? 'Error: ' } = options;
  const failed = words?.failed ?? 'Your answers could not be saved';
  const document = form.ownerDocument;
  const { noValidate } = form;
  const dressed = new WeakSet();
  /** What is shown, by path; and what a server said, until its field changes. */
  const shown = new Map();
  const fromServer = new Map();
  let live = false;
  let page;
  /** The controls' index of each document: of rows that were taken out, the data has no gaps. */
  let rows = [];

  // What is set wrong says so to who binds the form, not to who sends it. Of no data there is always something to say.
  pageOf(groups()).validate(null, options);
  const summary = options.summary === false ? undefined : summaryOf(form, options.summary, heading);

  /** The controls of each field, in the form's order. */
  function groups() {
    const found = new Map();
    for (const control of form.elements) {
      const named = fieldOf(control);
      if (named === undefined || control.type === 'file' || control.matches(':disabled')) continue;
      if (!dressed.has(control)) dress(control, named);
      const group = found.get(named.path) ?? { ...named, controls: [] };
      group.controls.push(control);
      found.set(named.path, group);
    }
    return found;
  }

  function dress(control, { field, part }) {
    dressed.add(control);
    const { localName } = control;
    if (!/^(?:input|select|textarea)$/.test(localName) || /^(?:radio|checkbox|hidden)$/.test(control.type)) return;
    const { autocomplete, ...ofTexts } = attributesOf(field, part);
    const attributes = localName === 'select' ? { autocomplete } : { autocomplete, ...ofTexts };
    for (const [name, value] of Object.entries(attributes)) {
      if (!control.hasAttribute(name)) control.setAttribute(name, value);
    }
  }

  /** What the form holds, over what else is known. */
  function dataOf(found) {
    const own = {};
    for (const { keys, field, controls } of found.values()) {
      const value = valueOf(field, controls);
      if (value !== undefined) put(own, keys, value);
    }
    const known = typeof options.data === 'function' ? options.data() : options.data;
    const data = isObject(known) ? over(known, own) : own;
    rows = [];
    // A hole has no key.
    if (Array.isArray(data.documents)) {
      rows = Object.keys(data.documents).map(Number);
      data.documents = rows.map((row) => data.documents[row]);
    }
    return data;
  }

  /** Where the controls of an issue's field are. */
  const placed = (path) => path.replace(/^documents\[(\d+)/, (_, row) => `documents[${rows[row] ?? row}`);

  function pageOf(found) {
    const paths = options.paths ?? [...new Set([...found.values()].map(({ field }) => field.path))];
    if (page?.paths.join() !== paths.join()) page = pick(paths);
    return page;
  }

  function judge(found) {
    const { paths, validate } = pageOf(found);
    const raw = dataOf(found);
    const copy = paths.some(isCustomers) ? normalizeCustomer : normalize;
    const data = options.normalize === false ? raw : copy(raw, options).value;
    return { data, report: validate(data, options) };
  }

  const inTheWay = (report) => report.issues.filter(({ severity }) => severity !== 'warning');

  /**
   * Brings what is shown to what is.
   * @param {(path: string) => boolean} mayAppear whether a message may show where there was none
   */
  function refresh(found, issues, mayAppear) {
    const now = new Map(fromServer);
    for (const { path: said, message } of issues) {
      const path = placed(said);
      if (!now.has(path) && (shown.has(path) || mayAppear(path))) now.set(path, message);
    }
    for (const [path, { controls }] of found) {
      if (now.get(path) !== shown.get(path)) tell(form, path, controls, now.get(path) ?? '');
    }
    shown.clear();
    // In form order: that of the controls, then what has none.
    for (const path of found.keys()) if (now.has(path)) shown.set(path, now.get(path));
    for (const [path, message] of now) shown.set(path, message);
    summary?.show([...shown].map(([path, message]) => ({ message, control: wrongOf(found.get(path)?.controls) })));
    mark(shown.size > 0);
  }

  /** Says in the page's title that something is wrong. The rest of it is the page's, and may change; other forms may be wrong too. */
  function mark(isWrong) {
    const { title } = document;
    const was = form.hasAttribute(WRONG);
    const isSaid = title.startsWith(titlePrefix);
    form.toggleAttribute(WRONG, isWrong);
    if (isWrong && !isSaid) document.title = titlePrefix + title;
    else if (was && isSaid && document.querySelector(`[${WRONG}]`) === null)
      document.title = title.slice(titlePrefix.length);
  }

  function onSubmit(event) {
    // "Save for later" is no answer to be judged.
    if (event.submitter?.formNoValidate) return;
    let isClean = false;
    try {
      live = true;
      fromServer.clear();
      const found = groups();
      const { data, report } = judge(found);
      const issues = inTheWay(report);
      refresh(found, issues, () => true);
      if (issues.length > 0) focusOn(found);
      else if (options.onSubmit === undefined) isClean = true;
      else options.onSubmit({ data, report, event });
    } finally {
      // Whatever was thrown: what was not judged is not sent.
      if (!isClean) event.preventDefault();
    }
  }

  function focusOn(found) {
    if (summary !== undefined) summary.focus();
    else wrongOf([...found].find(([path]) => shown.has(path))?.[1].controls)?.focus();
  }

  function onChange({ type, target }) {
    let isAnswered = fromServer.delete(fieldOf(target)?.path);
    // What was said of all of it is not of what is typed now; a `change` may be what moved the focus to it.
    if (type === 'input' && fromServer.delete('')) isAnswered = true;
    if (!live && !isAnswered) return;
    const found = groups();
    // Nobody is told of a slip while they still type, nor before the form was sent.
    refresh(found, live ? inTheWay(judge(found).report) : [], () => type === 'change');
  }

  function onFormData({ formData }) {
    if (options.normalize === false) return;
    const found = groups();
    const { data } = judge(found);
    for (const { keys, part, controls } of found.values()) {
      const [{ name }] = controls;
      const value = at(
        data,
        keys.map((key) => (typeof key === 'number' ? rows.indexOf(key) : key)),
      );
      if (part === undefined && typeof value === 'string' && formData.has(name)) formData.set(name, value);
    }
  }

  function clear() {
    live = false;
    fromServer.clear();
    refresh(groups(), [], () => false);
  }

  const listeners = { submit: onSubmit, input: onChange, change: onChange, formdata: onFormData, reset: clear };
  for (const [type, listener] of Object.entries(listeners)) form.addEventListener(type, listener);
  form.noValidate = true;

  return {
    data: () => judge(groups()).data,
    validate: () => judge(groups()).report,
    show(source) {
      fromServer.clear();
      const { issues = [], kind, message: said } = Array.isArray(source) ? { issues: source } : source;
      for (const { path: theirs, message, severity } of issues) {
        const path = placed(theirs);
        if (severity !== 'warning' && !fromServer.has(path)) fromServer.set(path, message);
      }
      // Of what is about no field, the API's own words are for developers.
      if (issues.length === 0 && (kind || said)) fromServer.set('', failed);
      const found = groups();
      refresh(found, [], () => false);
      if (shown.size > 0) focusOn(found);
    },
    clear,
    unbind() {
      clear();
      for (const [type, listener] of Object.entries(listeners)) form.removeEventListener(type, listener);
      summary?.remove();
      form.noValidate = noValidate;
    },
  };
}

/** The control a link leads to: of a date, the first part that is empty. */
function wrongOf(controls) {
  if (controls === undefined || controls.length < 2) return controls?.[0];
  return controls.find((control) => control.type !== 'radio' && control.value === '') ?? controls[0];
}

/** @param {any[]} controls */
function valueOf(field, controls) {
  const [first] = controls;
  if (first.type === 'checkbox')
    return field.control === 'flag' ? first.checked : first.checked ? first.value : undefined;
  if (first.type === 'radio') return asFlag(field, controls.find(({ checked }) => checked)?.value);
  const parts = controls.map((control) => [fieldOf(control).part, control.value]);
  return parts[0][0] === undefined ? asFlag(field, first.value) : dateOf(Object.fromEntries(parts));
}

/** A flag out of a choice of two. */
function asFlag(field, value) {
  if (field.control !== 'flag') return value;
  if (/^(?:true|yes|1)$/i.test(value)) return true;
  return /^(?:false|no|0)$/i.test(value) ? false : undefined;
}

/** What the form holds laid over what is known: objects by their members, lists by their places. */
function over(known, own) {
  if (Array.isArray(own)) {
    const list = Array.isArray(known) ? known : [];
    const result = list.slice();
    // Not `map`: where nothing is known and nothing is filled in, a hole stays one.
    own.forEach((one, at) => {
      result[at] = over(list[at], one);
    });
    return result;
  }
  if (!isObject(own)) return own;
  const result = isObject(known) ? { ...known } : {};
  for (const [key, value] of Object.entries(own)) result[key] = over(result[key], value);
  return result;
}
