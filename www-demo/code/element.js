// <kyc-field path="phoneNumber"></kyc-field>: a field of the table as an element that takes part in its form.
import { fields, validateField } from 'kyc-rules';

export class KycField extends HTMLElement {
  static formAssociated = true;
  #internals = this.attachInternals();

  connectedCallback() {
    if (this.shadowRoot) return;
    const field = fields.find(({ path }) => path === this.getAttribute('path'));
    if (field === undefined) return;
    const root = this.attachShadow({ mode: 'open', delegatesFocus: true });
    const label = document.createElement('label');
    const input = document.createElement('input');
    const said = document.createElement('p');
    label.textContent = field.label;
    Object.assign(input, { autocomplete: field.autocomplete, inputMode: field.inputMode, id: 'input' });
    label.htmlFor = 'input';
    said.setAttribute('role', 'status');
    root.append(label, input, said);
    const judge = () => {
      const issue = validateField(field.path, input.value).find(({ severity }) => severity !== 'warning');
      this.#internals.setFormValue(input.value);
      this.#internals.setValidity(issue ? { customError: true } : {}, issue?.message ?? '', input);
      return issue;
    };
    input.addEventListener('input', judge);
    input.addEventListener('change', () => {
      said.textContent = judge()?.message ?? '';
    });
    judge();
  }
}

customElements.define('kyc-field', KycField);
