// What <kyc-field> is made of: its style, its words, its controls.
import { attributesOf } from './names.js';

export const CSS = `:host{display:block;margin-block-end:1.5rem}:host([hidden]){display:none}
label,legend{display:block;padding:0;font-weight:600}fieldset{margin:0;padding:0;border:0}
[part=hint],[part=error]{margin:.25rem 0}[part=error]{color:var(--kyc-error,#b3261e);font-weight:600}
[part~=control]{box-sizing:border-box;min-height:2.75rem;width:100%;max-width:100%;padding:.5rem;font:inherit;border:2px solid;border-radius:0}
[part~=control][aria-invalid]{border-color:var(--kyc-error,#b3261e)}[part=date]{display:flex;gap:1rem}
[part=date] label{font-weight:400}[part~=day],[part~=month]{width:4rem}[part~=year]{width:6rem}`;

const WORDS = {
  day: 'Day',
  month: 'Month',
  year: 'Year',
  yes: 'Yes',
  no: 'No',
  SSN: 'Social Security number',
  TIN: 'Taxpayer number',
  NATIONAL_ID: 'National ID',
  STATE_ID: 'State ID card',
  DRIVERS_LICENSE: 'Driver\u2019s license',
  UNDER_10K: 'Under $10,000',
  '10K_TO_50K': '$10,000 to $50,000',
  '50K_TO_100K': '$50,000 to $100,000',
  OVER_100K: 'Over $100,000',
};
/** The values that are said by another word. */
const SAID = { true: 'yes', false: 'no' };

/** `SELF_EMPLOYED` as a person reads it, as `en` of `kyc-rules/locales/en` has it; a catalogue's own word for it comes first. */
export function shown(value, words) {
  const key = SAID[value] ?? value;
  const said = value.toLowerCase().replaceAll('_', ' ');
  return words?.[key] ?? WORDS[key] ?? said.charAt(0).toUpperCase() + said.slice(1);
}

export function make(name, attributes, text = '') {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.textContent = text;
  return element;
}

export function inputOf(field, part) {
  const attributes = { type: 'text', ...attributesOf(field, part) };
  return make('input', {
    ...attributes,
    id: part ?? 'control',
    part: part === undefined ? 'control' : `control ${part}`,
  });
}

export function labelled(control) {
  const label = make('label', { part: 'part' }, ' ');
  label.append(control);
  return label;
}
