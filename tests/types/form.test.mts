// What tsc must accept of kyc-rules/form and kyc-rules/element, and what it must refuse.
import { defineKycField } from '../../dist/npm/kyc-rules/element.js';
import { fromApiError } from '../../dist/npm/kyc-rules/errors.js';
import { bindForm } from '../../dist/npm/kyc-rules/form.js';
import { es } from '../../dist/npm/kyc-rules/locales/es.js';
import { phoneAsYouType } from '../../dist/npm/kyc-rules/phone.js';

declare const form: HTMLFormElement;
const bound = bindForm(form, {
  data: () => ({ documents: [] }),
  paths: ['phoneNumber', 'address'],
  onSubmit: ({ data, report, event }) => {
    const phone: string | undefined = data.phoneNumber;
    event.preventDefault();
    bound.show(report);
    return phone;
  },
});
bound.show(fromApiError('{}'));
bound.show([]);
bindForm(form, {
  messages: { words: { failed: 'It is not saved' }, choices: { employmentStatus: { SELF_EMPLOYED: 'On my own account' } } },
});
bindForm(form, { messages: es });
// @ts-expect-error a text
bindForm(form, { messages: { choices: { employmentStatus: { SELF_EMPLOYED: 5 } } } });
bound.unbind();
// @ts-expect-error no such field
bindForm(form, { paths: ['zip'] });
// @ts-expect-error a form, not any element
bindForm(document.body);

// kyc-rules/element.
defineKycField();
const element = document.createElement('kyc-field');
element.options = { today: '2026-01-31', data: { address: { country: 'GB' } } };
const valid: boolean = element.checkValidity();
// @ts-expect-error a text
element.value = 5;

// kyc-rules/phone, as the README has it: an input's selection may be null.
const show = phoneAsYouType('US');
declare const input: HTMLInputElement;
const { text, caret } = show(input.value, input.selectionStart);
input.value = text;
input.setSelectionRange(caret, caret);
export { valid };
