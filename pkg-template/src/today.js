// The date to judge by.

/**
 * The calendar date to judge by, as the number YYYYMMDD: by default today's, where the program runs.
 * @param {string | Date | undefined} today
 */
export function dateOf(today) {
  if (typeof today === 'string') return ofText(today);
  const date = today ?? new Date();
  const number = date.getFullYear() * 10000 + (date.getMonth() + 1) * 100 + date.getDate();
  if (!(number > 0 && number <= 99991231)) throw new TypeError('today must be a date of the years 1 to 9999');
  return number;
}

let last = '';
let lastNumber = 0;

function ofText(text) {
  if (text === last) return lastNumber;
  const parts = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text);
  const [year, month, day] = parts ? [+parts[1], +parts[2], +parts[3]] : [0, 0, 0];
  // Day 0 of the next month is the last of this one; 2000 + year % 400 has the same calendar.
  const days = new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate();
  if (year < 1 || month < 1 || month > 12 || day < 1 || day > days) {
    throw new TypeError('today must be a real date, written YYYY-MM-DD');
  }
  last = text;
  lastNumber = year * 10000 + month * 100 + day;
  return lastNumber;
}

/** @param {number} number */
export function textOf(number) {
  if (number === lastNumber) return last;
  const text = String(number).padStart(8, '0');
  lastNumber = number;
  last = `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`;
  return last;
}
