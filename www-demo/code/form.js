import { fromApiError } from 'kyc-rules/errors';
import { bindForm } from 'kyc-rules/form';

const form = document.querySelector('#kyc');
const bound = bindForm(form, {
  // Called once nothing stands in the way, with the canonical copy of what was typed.
  async onSubmit({ data }) {
    const headers = { 'Content-Type': 'application/json' };
    const answer = await fetch(form.action, { method: 'POST', headers, body: JSON.stringify(data) });
    // What the server found stands at its field, too.
    if (!answer.ok) bound.show(fromApiError(await answer.text(), answer.status));
  },
});
