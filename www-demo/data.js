// The answers: a plain kycData object, read and written by path.

/** `documents[0].number` as its parts: `documents`, `0`, `number`. */
const parts = (path) => path.split(/[.[\]]+/).filter(Boolean);

/** What stands at a path. */
export function get(data, path) {
  return parts(path).reduce((holder, key) => holder?.[key], data);
}

/** Puts a value at a path, or takes it away where it is `undefined`; an object with nothing left in it goes too. */
export function set(data, path, value) {
  const keys = parts(path);
  const last = keys.pop();
  const holders = [];
  let holder = data;
  for (const key of keys) {
    holders.push([holder, key]);
    holder[key] ??= {};
    holder = holder[key];
  }
  if (value === undefined) delete holder[last];
  else holder[last] = value;
  for (const [outer, key] of holders.reverse()) {
    if (!Array.isArray(outer) && Object.keys(outer[key]).length === 0) delete outer[key];
  }
}
