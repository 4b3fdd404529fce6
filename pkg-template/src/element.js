// kyc-rules/element: one field as a form-associated custom element. A form takes part as with a native control: its value is sent,
// `:invalid` and `checkValidity()` say what the rules say, and what is wrong shows once the form was sent, and live from then on.
import { normalizeField, validateField } from '#kyc';
import { attributesOf, dateOf, partsOf, put, read } from './form/names.js';

const CSS = `:host{display:block;margin-block-end:1.5rem}:host([hidden]){display:none}
label,legend{display:block;padding:0;font-weight:600}fieldset{margin:0;padding:0;border:0}
[part=hint],[part=error]{margin:.25rem 0}[part=error]{color:var(--kyc-error,#b3261e);font-weight:600}
[part~=control]{box-sizing:border-box;min-height:2.75rem;width:100%;max-width:100%;padding:.5rem;font:inherit;border:2px solid;border-radius:0}
[part~=control][aria-invalid]{border-color:var(--kyc-error,#b3261e)}[part=date]{display:flex;gap:1rem}
[part=date] label{font-weight:400}[part~=day],[part~=month]{width:4rem}[part~=year]{width:6rem}`;

const WORDS = { day: 'Day', month: 'Month', year: 'Year', true: 'Yes', false: 'No' };

/** `SELF_EMPLOYED` as a person reads it. */
const shown = (value) => WORDS[value] ?? value.charAt(0) + value.slice(1).toLowerCase().replaceAll('_', ' ');

/**
 * Makes `<kyc-field path="…">` known to the page; twice does no harm.
 * @param {string} [name]
 */
export function defineKycField(name = 'kyc-field') {
  if (customElements.get(name) === undefined) customElements.define(name, elementClass());
}

/** The class is made in a browser alone: a server that renders the page has no elements. */
function elementClass() {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(CSS);

  return class KycField extends HTMLElement {
    static formAssociated = true;
    static observedAttributes = ['path', 'label', 'hint', 'value'];

    #internals = this.attachInternals();
    #root = this.attachShadow({ mode: 'open', delegatesFocus: true });
    /** @type {HTMLElement[]} */
    #controls = [];
    #place;
    #value = '';
    /** What somebody else says of it: a server, or the form. */
    #custom = '';
    #isLive = false;
    #options = {};
    #form = null;
    #onChange = () => this.#judge();

    constructor() {
      super();
      this.#root.adoptedStyleSheets = [sheet];
      this.addEventListener('invalid', (event) => this.#onInvalid(event));
    }

    connectedCallback() {
      if (this.name === '' && this.path !== '') this.setAttribute('name', this.path);
      this.#render();
    }

    attributeChangedCallback(attribute, before, now) {
      if (before === now) return;
      if (attribute === 'value') this.value = now ?? '';
      else if (this.isConnected) this.#render();
    }

    formAssociatedCallback(form) {
      this.#form?.removeEventListener('change', this.#onChange);
      this.#form = form;
      // What another field says may change what is right here: a postal code is of a country.
      form?.addEventListener('change', this.#onChange);
    }

    formDisabledCallback(disabled) {
      for (const control of this.#controls) control.disabled = disabled;
    }

    formResetCallback() {
      this.#isLive = false;
      this.#custom = '';
      this.value = this.getAttribute('value') ?? '';
    }

    formStateRestoreCallback(state) {
      this.value = state;
    }

    get path() {
      return this.getAttribute('path') ?? '';
    }
    set path(path) {
      this.setAttribute('path', path);
    }
    get name() {
      return this.getAttribute('name') ?? '';
    }
    set name(name) {
      this.setAttribute('name', name);
    }
    get type() {
      return this.localName;
    }
    get form() {
      return this.#internals.form;
    }
    get validity() {
      return this.#internals.validity;
    }
    get validationMessage() {
      return this.#internals.validationMessage;
    }
    get willValidate() {
      return this.#internals.willValidate;
    }
    checkValidity() {
      return this.#internals.checkValidity();
    }
    reportValidity() {
      return this.#internals.reportValidity();
    }

    /** As it is sent: the rules' way of writing it. */
    get value() {
      return this.#value;
    }
    set value(value) {
      this.#value = String(value ?? '');
      this.#write();
      this.#judge();
    }

    /** What `validateField` takes: `today`, `policy`, `messages`, `data`. */
    get options() {
      return this.#options;
    }
    set options(options) {
      this.#options = options ?? {};
      if (this.isConnected) this.#render();
    }

    /** As of a native control; an empty text takes it back. It shows at once. */
    setCustomValidity(message) {
      this.#custom = String(message);
      if (this.#custom !== '') this.#isLive = true;
      this.#judge();
    }

    #render() {
      this.#place = read(this.path);
      const { field } = this.#place ?? {};
      if (field === undefined || field.control === 'object' || field.control === 'list') {
        this.#root.replaceChildren();
        this.#controls = [];
        return;
      }
      const label = this.getAttribute('label') ?? this.#options.messages?.labels?.[field.path] ?? field.label;
      const hint = make('p', { part: 'hint', id: 'hint' }, this.getAttribute('hint') ?? '');
      const error = make('p', { part: 'error', id: 'error' });
      hint.hidden = hint.textContent === '';
      error.hidden = true;
      const isDate = /_date$/.test(field.rule ?? '');
      this.#controls = isDate ? ['day', 'month', 'year'].map((part) => inputOf(field, part)) : [this.#control(field)];
      for (const control of this.#controls) control.setAttribute('aria-describedby', 'hint error');
      if (isDate) {
        const date = make('div', { part: 'date' });
        date.append(...this.#controls.map((control) => labelled(shown(control.id), control)));
        const group = make('fieldset', { 'aria-describedby': 'hint error' });
        group.append(make('legend', { part: 'label' }, label), hint, error, date);
        this.#root.replaceChildren(group);
      } else {
        const [control] = this.#controls;
        this.#root.replaceChildren(make('label', { part: 'label', for: control.id }, label), hint, error, control);
      }
      for (const control of this.#controls) {
        control.addEventListener('input', () => this.#take());
        control.addEventListener('change', () => {
          this.#take();
          // Unlike `input`, it does not leave the shadow tree by itself.
          this.dispatchEvent(new Event('change', { bubbles: true }));
        });
      }
      if (this.#value === '') this.#value = this.getAttribute('value') ?? '';
      this.#write();
      this.#judge();
    }

    /** One control: the values of a choice, or the page's own `<option>`s; else a line of text. */
    #control(field) {
      const own = [...this.querySelectorAll('option')];
      const values = field.control === 'flag' ? ['true', 'false'] : field.values;
      if (own.length === 0 && values === undefined) return inputOf(field);
      const select = make('select', { part: 'control', id: 'control', autocomplete: field.autocomplete });
      const options = own.length > 0 ? own.map((option) => option.cloneNode(true)) : values.map(optionOf);
      select.append(make('option', { value: '' }), ...options);
      return select;
    }

    /** Takes over what was typed. */
    #take() {
      const [first] = this.#controls;
      const parts = () => dateOf(Object.fromEntries(this.#controls.map((control) => [control.id, control.value])));
      this.#value = this.#controls.length > 1 ? parts() : first.value;
      this.#custom = '';
      this.#judge();
    }

    /** Puts the value into the controls. */
    #write() {
      const [first] = this.#controls;
      const parts = partsOf(this.#value);
      if (this.#controls.length > 1) for (const control of this.#controls) control.value = parts[control.id];
      else if (first !== undefined) first.value = this.#value;
    }

    #judge() {
      if (this.#controls.length === 0) return;
      const { path, field } = this.#place;
      const options = { ...this.#options, data: this.#options.data ?? this.#siblings() };
      const text = normalizeField(path, this.#value, options);
      const value = field.control === 'flag' ? { true: true, false: false }[text] : text;
      this.#internals.setFormValue(text, this.#value);
      const issue = validateField(path, value ?? '', options).find(
        (one) => one.path === path && one.severity !== 'warning',
      );
      const message = this.#custom || (issue?.message ?? '');
      const [wrong] = this.#controls.length > 1 ? this.#controls.filter((control) => control.value === '') : [];
      const anchor = wrong ?? this.#controls[0];
      if (message === '') this.#internals.setValidity({});
      else
        this.#internals.setValidity({ valueMissing: issue?.code === 'required', customError: true }, message, anchor);
      this.#show(this.#isLive ? message : '');
    }

    #show(message) {
      const error = this.#root.getElementById('error');
      error.textContent = message;
      error.hidden = message === '';
      for (const control of this.#controls) {
        if (message === '') control.removeAttribute('aria-invalid');
        else control.setAttribute('aria-invalid', 'true');
      }
    }

    /** The other fields of the form, for what the rule reads of them. */
    #siblings() {
      const data = {};
      for (const other of this.form?.elements ?? []) {
        const named = typeof other.name === 'string' ? read(other.name) : undefined;
        if (named !== undefined && named.part === undefined && other !== this && other.type !== 'radio') {
          put(data, named.keys, other.value);
        }
      }
      return data;
    }

    /** The browser's bubble gives way to the message at the control. */
    #onInvalid(event) {
      event.preventDefault();
      this.#isLive = true;
      this.#judge();
      const first = [...(this.form?.elements ?? [])].find((control) => control.willValidate && !control.validity.valid);
      if (first === this) this.focus();
    }
  };
}

function make(name, attributes, text = '') {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.textContent = text;
  return element;
}

function inputOf(field, part) {
  const attributes = { type: 'text', ...attributesOf(field, part) };
  return make('input', {
    ...attributes,
    id: part ?? 'control',
    part: part === undefined ? 'control' : `control ${part}`,
  });
}

function labelled(text, control) {
  const label = make('label', { part: 'part' }, text);
  label.append(control);
  return label;
}

const optionOf = (value) => make('option', { value }, shown(value));
