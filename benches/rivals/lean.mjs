// By hand, without any import: phones by the guide's regex alone, countries as a string, dates by arithmetic.
import { validator } from './by-hand.mjs';
import { E164, HTTPS, ISO_DATE } from './words.mjs';

const COUNTRIES =
  'AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD ' +
  'CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF ' +
  'GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN ' +
  'KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA ' +
  'NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI ' +
  'SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI ' +
  'VN VU WF WS XK YE YT ZA ZM ZW';

const CODES = new Set(COUNTRIES.split(' '));

/** Today `years` ago, as YYYY-MM-DD. */
function ago(years) {
  const now = new Date();
  const two = (number) => `${number}`.padStart(2, '0');
  return `${now.getFullYear() - years}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

function isDate(text) {
  if (!ISO_DATE.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

export const validate = validator({
  isCountry: (code) => CODES.has(code),
  isPhone: (number) => E164.test(number),
  isDate,
  isAdult: (born) => born <= ago(18) && born > ago(121),
  isUnexpired: (date) => date >= ago(0),
  isPast: (date) => date <= ago(0),
  isHttps: (text) => HTTPS.test(text) && URL.canParse(text),
});
