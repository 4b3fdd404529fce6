// ajv 8, its schema (ajv-schema.mjs) compiled ahead by bundle.mjs: no `new Function` in the browser.
import judge from 'compiled:ajv';
import { pathOf, SAY } from './words.mjs';

const MESSAGES = {
  required: SAY.required,
  enum: SAY.choice,
  discriminator: SAY.choice,
  contains: SAY.photoId,
  boolean: SAY.flag,
  country: SAY.country,
  https: SAY.https,
  phone: SAY.phone,
  'birth-date': 'Enter a real date, at least 18 years ago',
  unexpired: 'Enter a real date that has not passed',
  past: 'Enter a real date in the past',
};

export function validate(payload) {
  if (judge(payload)) return { valid: true, issues: [] };
  const own = judge.errors;
  const issues = [];
  for (const { keyword, instancePath, params, message } of own) {
    // `contains` also says what each item lacks; `if` only that `then` failed.
    if (keyword === 'if' || keyword === 'oneOf') continue;
    const keys = instancePath.split('/').slice(1);
    const missing = params.missingProperty ?? (keyword === 'discriminator' ? params.tag : undefined);
    issues.push({
      path: pathOf(missing === undefined ? keys : [...keys, missing]),
      message: MESSAGES[params.format ?? params.type ?? keyword] ?? message,
    });
  }
  return { valid: false, issues, own };
}
