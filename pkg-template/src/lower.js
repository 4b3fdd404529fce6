// How a label is written within a sentence.

/** A label within a sentence: `Postal code` becomes `postal code`, `ZIP code` stays. */
export function lowerFirst(label) {
  const second = label.charAt(1);
  return second !== second.toLowerCase() ? label : label.charAt(0).toLowerCase() + label.slice(1);
}
