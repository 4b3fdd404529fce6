// What a form shows of its issues: a message at each control, and a summary of all of them, as GOV.UK has it.

let made = 0;

/** The id of an element, given one where it has none. */
function idOf(element, wish) {
  if (element.id === '') {
    const taken = element.ownerDocument.getElementById(wish) !== null;
    made += taken ? 1 : 0;
    element.id = taken ? `${wish}-${made}` : wish;
  }
  return element.id;
}

const simple = (path) => path.replace(/[^\w]+/g, '-').replace(/-$/, '');

/** The attribute as a list of words. */
const words = (element, name) => (element.getAttribute(name) ?? '').split(' ').filter((word) => word !== '');

function setWords(element, name, list) {
  if (list.length > 0) element.setAttribute(name, list.join(' '));
  else element.removeAttribute(name);
}

/** Where the message of some controls goes: where the page has a place for it, else before them, else behind their legend or label. */
function placeFor(form, path, controls) {
  const own = [...form.querySelectorAll('[data-kyc-error]')].find((element) => element.dataset.kycError === path);
  if (own !== undefined) return own;
  const message = form.ownerDocument.createElement('p');
  message.className = 'kyc-error';
  message.dataset.kycError = path;
  message.dataset.kycMade = '';
  const [first] = controls;
  const group = controls.length > 1 ? first.closest('fieldset') : null;
  const legend = group?.querySelector('legend');
  const label = first.closest('label');
  if (legend) legend.after(message);
  else if (label !== null) label.after(message);
  else first.before(message);
  return message;
}

/**
 * Shows or takes back the message of some controls.
 * @param {HTMLFormElement} form
 * @param {string} path
 * @param {any[]} controls
 * @param {string} text empty for none
 */
export function tell(form, path, controls, text) {
  for (const control of controls) control.setCustomValidity?.(text);
  // An element of its own shows what is wrong with it itself.
  if (controls[0].localName.includes('-')) return;
  const message = text === '' ? form.querySelector(`[data-kyc-error="${path}"]`) : placeFor(form, path, controls);
  if (message === null) return;
  const id = idOf(message, `kyc-${simple(path)}-error`);
  for (const control of controls) {
    const others = words(control, 'aria-describedby').filter((word) => word !== id);
    setWords(control, 'aria-describedby', text === '' ? others : [...others, id]);
    if (text === '') control.removeAttribute('aria-invalid');
    else control.setAttribute('aria-invalid', 'true');
  }
  if (text === '' && message.dataset.kycMade !== undefined) message.remove();
  else message.textContent = text;
}

/**
 * The summary: made once, first in the form, where the page has no place for it.
 * @param {HTMLFormElement} form
 * @param {HTMLElement | undefined} place
 * @param {string} heading
 */
export function summaryOf(form, place, heading) {
  const document = form.ownerDocument;
  const box = place ?? document.createElement('div');
  const before = box.getAttribute('class');
  const title = document.createElement('h2');
  const list = document.createElement('ul');
  title.textContent = heading;
  box.hidden = true;
  box.tabIndex = -1;
  if (before === null) box.className = 'kyc-summary';
  box.setAttribute('role', 'group');
  box.setAttribute('aria-labelledby', idOf(title, 'kyc-summary-title'));
  box.replaceChildren(title, list);
  if (place === undefined) form.prepend(box);
  return {
    /** @param {{message: string, control?: any}[]} lines */
    show(lines) {
      box.hidden = lines.length === 0;
      list.replaceChildren(...lines.map(({ message, control }) => lineOf(document, message, control)));
    },
    focus: () => box.focus(),
    remove() {
      box.replaceChildren();
      box.hidden = true;
      if (place === undefined) box.remove();
    },
  };
}

function lineOf(document, message, control) {
  const line = document.createElement('li');
  if (control === undefined) {
    line.textContent = message;
    return line;
  }
  const link = document.createElement('a');
  link.href = `#${idOf(control, `kyc-${simple(control.name)}`)}`;
  link.textContent = message;
  // The address stays as it is: a page may route by it. What the control is called comes into view with it.
  link.addEventListener('click', (event) => {
    event.preventDefault();
    (control.closest('fieldset')?.querySelector('legend') ?? control.labels?.[0] ?? control).scrollIntoView();
    control.focus({ preventScroll: true });
  });
  line.append(link);
  return line;
}
