// The formats that JSON Schema lacks.
import * as rules from './rules.mjs';

export default {
  country: rules.isCountry,
  https: rules.isHttps,
  phone: rules.isPhone,
  'birth-date': (text) => rules.isDate(text) && rules.isAdult(text),
  unexpired: (text) => rules.isDate(text) && rules.isUnexpired(text),
  past: (text) => rules.isDate(text) && rules.isPast(text),
};
