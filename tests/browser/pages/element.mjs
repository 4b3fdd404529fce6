// The page that element.mjs goes over: a form of <kyc-field>s, what one of them shows, and what a person fills in.
import { site } from './site.mjs';

const FORM = `  <kyc-field path="legalFirstName" hint="As on your ID"></kyc-field>
  <kyc-field path="phoneNumber" label="Mobile number"></kyc-field>
  <kyc-field path="dateOfBirth"></kyc-field>
  <kyc-field path="address.country"><option value="US">United States</option><option value="GB">United Kingdom</option></kyc-field>
  <kyc-field path="address.postalCode" value="94102"></kyc-field>
  <kyc-field path="employmentStatus"></kyc-field>
  <kyc-field path="isIntermediary"></kyc-field>
  <kyc-field path="no.such"></kyc-field>
  <button>Continue</button>`;
const SCRIPT = `import { defineKycField } from '/kyc-rules/element.js';
import { bindForm } from '/kyc-rules/form.js';
defineKycField();
defineKycField();
for (const field of document.querySelectorAll('kyc-field')) field.options = { today: '2026-01-31' };
if (location.hash === '#bound') window.bound = bindForm(document.forms[0], { today: '2026-01-31' });
window.ready = true;`;

export const { heard, open, close } = await site(FORM, SCRIPT, ['index.js', 'form.js', 'element.js', 'locales/de.js']);

export const at = (page, path) => page.locator(`kyc-field[path="${path}"]`);
export const state = (page, path) =>
  at(page, path).evaluate((field) => ({
    valid: field.validity.valid,
    message: field.validationMessage,
    shown: field.shadowRoot.getElementById('error').textContent,
  }));
export async function fill(page) {
  await page.getByLabel('Legal first name').fill(' Jane ');
  await page.getByLabel('Mobile number').fill('+1 (415) 555-1234');
  await page.getByLabel('Day').fill('5');
  await page.getByLabel('Month').fill('May');
  await page.getByLabel('Year').fill('1990');
  await page.getByLabel('Country').selectOption('US');
  await page.getByLabel('Employment status').selectOption({ label: 'Self employed' });
  await page.getByLabel('Acting on behalf of others').selectOption({ label: 'No' });
}
