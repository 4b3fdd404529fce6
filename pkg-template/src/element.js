// kyc-rules/element: one field as a form-associated custom element. A form takes part as with a native control: its value is sent,
// `:invalid` and `checkValidity()` say what the rules say, and what is wrong shows once the form was sent, and live from then on.
import { normalizeField, validateField } from '#kyc';
import { dateOf, fieldOf, partsOf, put, read } from './form/names.js';
import { CSS, inputOf, labelled, make, shown } from './form/parts.js';

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
    /** What the controls were made for: a path, and whether there are choices. */
    #made = '';
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
      this.addEventListener('invalid', () => this.#onInvalid());
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
      const parts = String(state).split('\n');
      if (parts.length < 2) this.value = state;
      else {
        for (const [at, control] of this.#controls.entries()) control.value = parts[at] ?? '';
        this.#take();
      }
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
      this.#goLive();
      return this.#internals.reportValidity();
    }

    /** As it is sent: the rules' way of writing it. */
    get value() {
      return this.#value;
    }
    set value(value) {
      const before = this.#value;
      this.#value = String(value ?? '');
      // Who hands back what was typed must not disturb who types.
      if (this.#value !== before) this.#write();
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

    /** Brings what is shown to what is asked for. What a person typed, and the focus, stay: controls are made anew for another field. */
    #render() {
      this.#place = read(this.path);
      const { field } = this.#place ?? {};
      const isShown = field !== undefined && field.control !== 'object' && field.control !== 'list';
      const choices = isShown ? this.#choices(field) : undefined;
      const made = isShown ? `${choices !== undefined} ${this.path}` : '';
      if (made !== this.#made) {
        this.#made = made;
        // A control that goes may have something to say yet; nobody is to listen.
        this.#controls = [];
        this.#root.replaceChildren();
        if (isShown) this.#build(field, choices !== undefined);
        else {
          this.#internals.setFormValue(null);
          this.#internals.setValidity({});
        }
      }
      if (!isShown) return;
      this.#say(field);
      // Choices are not typed: they are put back as they are.
      if (choices !== undefined) {
        const [select] = this.#controls;
        const text = (options) => options.map((option) => option.outerHTML).join('');
        if (text([...select.options].slice(1)) !== text(choices)) {
          select.replaceChildren(make('option', { value: '' }), ...choices);
          this.#write();
        }
      }
      this.#judge();
    }

    #build(field, isChoice) {
      const isDate = /_date$/.test(field.rule ?? '');
      const controls = isDate
        ? ['day', 'month', 'year'].map((part) => inputOf(field, part))
        : [
            isChoice
              ? make('select', { part: 'control', id: 'control', autocomplete: field.autocomplete })
              : inputOf(field),
          ];
      const hint = make('p', { part: 'hint', id: 'hint' });
      const error = make('p', { part: 'error', id: 'error' });
      const isDisabled = this.matches(':disabled');
      for (const control of controls) {
        control.setAttribute('aria-describedby', 'hint error');
        control.disabled = isDisabled;
        control.addEventListener('input', () => this.#take(control));
        control.addEventListener('change', () => {
          if (!this.#take(control)) return;
          // Unlike `input`, it does not leave the shadow tree by itself.
          this.dispatchEvent(new Event('change', { bubbles: true }));
        });
      }
      if (isDate) {
        const date = make('div', { part: 'date' });
        date.append(...controls.map(labelled));
        const group = make('fieldset', { 'aria-describedby': 'hint error' });
        group.append(make('legend', { part: 'label', id: 'label' }), hint, error, date);
        this.#root.append(group);
      } else {
        this.#root.append(make('label', { part: 'label', id: 'label', for: 'control' }), hint, error, ...controls);
      }
      this.#controls = controls;
      this.#write();
    }

    /** The words around the controls. */
    #say(field) {
      const { labels, words } = this.#options.messages ?? {};
      const hint = this.#root.getElementById('hint');
      hint.textContent = this.getAttribute('hint') ?? '';
      hint.hidden = hint.textContent === '';
      this.#root.getElementById('label').textContent =
        this.getAttribute('label') ?? labels?.[field.path] ?? field.label;
      if (this.#controls.length > 1) {
        for (const { id, previousSibling } of this.#controls) previousSibling.textContent = shown(id, words);
      }
    }

    /** The page's own `<option>`s, else the values of a choice; none for a line of text. */
    #choices(field) {
      const own = [...this.querySelectorAll('option')];
      if (own.length > 0) return own.map((option) => option.cloneNode(true));
      const { choices, words } = this.#options.messages ?? {};
      if (field.control === 'flag')
        return ['true', 'false'].map((value) => make('option', { value }, shown(value, words)));
      return field.values?.map((value) => make('option', { value }, shown(value, choices?.[field.path])));
    }

    /** Takes over what was typed; `false` where the control is one no more. */
    #take(control = this.#controls[0]) {
      if (!this.#controls.includes(control)) return false;
      const parts = () => dateOf(Object.fromEntries(this.#controls.map(({ id, value }) => [id, value])));
      this.#value = this.#controls.length > 1 ? parts() : control.value;
      this.#custom = '';
      this.#judge();
      return true;
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
      // What a page is restored to is what was typed.
      this.#internals.setFormValue(text, this.#controls.map((control) => control.value).join('\n'));
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
        const named = fieldOf(other);
        const isSaid = other.type !== 'radio' || other.checked;
        if (named !== undefined && named.part === undefined && other !== this && isSaid) {
          put(data, named.keys, other.value);
        }
      }
      return data;
    }

    /**
     * Whether a form is only asked (`checkValidity`) or sent, the event does not say. A browser that reports what is wrong focuses the
     * first of it right after; one that was asked leaves the focus where the person is.
     */
    #onInvalid() {
      const around = this.form ?? this;
      const onFocus = () => this.#goLive();
      around.addEventListener('focusin', onFocus);
      setTimeout(() => around.removeEventListener('focusin', onFocus));
    }

    #goLive() {
      this.#isLive = true;
      this.#judge();
    }
  };
}
