// The page that form.mjs goes over: a form as a server writes it, bound, and what a person fills in.
import { site } from './site.mjs';

const FORM = `  <label for="given">Legal first name</label><input name="legalFirstName" id="given">
  <label>Phone number <input name="phoneNumber"></label>
  <fieldset><legend>Date of birth</legend>
    <label>Day <input name="dateOfBirth.day"></label><label>Month <input name="dateOfBirth.month"></label>
    <label>Year <input name="dateOfBirth.year"></label></fieldset>
  <label>Country <select name="address.country"><option value=""></option><option>US</option><option>GB</option></select></label>
  <label for="code">Postal code</label><input id="code" name="address.postalCode" aria-describedby="hint">
  <p id="hint">As on your letters</p><p data-kyc-error="address.postalCode"></p>
  <fieldset><legend>Acting on behalf of others</legend>
    <label><input type="radio" name="isIntermediary" value="true"> Yes</label>
    <label><input type="radio" name="isIntermediary" value="false"> No</label></fieldset>
  <label for="number">Document number</label><input id="number" name="documents.0.number">
  <label>Anything else <input name="other"></label>
  <button>Continue</button><button formnovalidate name="later" value="1">Save for later</button>`;
const SCRIPT = `import { bindForm } from '/kyc-rules/form.js';
import { fromApiError } from '/kyc-rules/errors.js';
Object.assign(window, { bindForm, fromApiError });
window.sent = [];
const options = { today: '2026-01-31', data: () => ({ documents: [{ type: 'PASSPORT' }, { type: 'UTILITY_BILL' }] }) };
if (location.hash === '#own') options.onSubmit = ({ data, report }) => window.sent.push({ data, verdict: report.verdict });
window.bound = bindForm(document.forms[0], options);
window.ready = true;`;

export const { origin, heard, open, close } = await site(FORM, SCRIPT, ['index.js', 'form.js', 'errors.js']);

const filled = {
  legalFirstName: ' Jane ',
  phoneNumber: '+1 (415) 555-1234',
  'dateOfBirth.day': '5',
  'dateOfBirth.month': 'May',
  'dateOfBirth.year': '1990',
  'address.postalCode': '94102',
  'documents.0.number': 'P12345678',
};
export async function fill(page, changes = {}) {
  for (const [name, value] of Object.entries({ ...filled, ...changes })) await page.fill(`[name="${name}"]`, value);
  await page.selectOption('select', 'US');
  await page.check('[name=isIntermediary][value=false]');
}
