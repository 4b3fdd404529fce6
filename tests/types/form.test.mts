// What tsc must accept of kyc-rules/form, and what it must refuse.
import { fromApiError } from '../../dist/npm/kyc-rules/errors.js';
import { bindForm } from '../../dist/npm/kyc-rules/form.js';

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
bound.unbind();
// @ts-expect-error no such field
bindForm(form, { paths: ['zip'] });
// @ts-expect-error a form, not any element
bindForm(document.body);
