// The words of a language for the values of choices, beside those of English.
import assert from 'node:assert/strict';

const shape = (choices) => Object.entries(choices).map(([path, said]) => [path, Object.keys(said)]);
/** The numbers of a text, however they are written. */
const amounts = (text) => (text.match(/\d[\d.,\s]*/g) ?? []).map((amount) => amount.replace(/\D/g, ''));

/** A word for each value, no two alike within a field, none of them English; of the language's script where that is another. */
export function choiceWords(choices, english, script, direction) {
  assert.deepEqual(shape(choices), shape(english));
  for (const [path, said] of Object.entries(choices)) {
    assert.equal(new Set(Object.values(said)).size, Object.keys(said).length, `${path}: two values under one word`);
    for (const [value, word] of Object.entries(said)) {
      assert.match(word, /^[^\s](.*[^\s.])?$/, value);
      assert.notEqual(word, english[path][value]);
      if (script) assert.match(word, script, value);
      assert.deepEqual(amounts(word), amounts(english[path][value]), word);
      // From right to left, an amount keeps its own direction.
      if (direction === 'rtl') assert.doesNotMatch(word.replace(/\u2066[^\u2066\u2069]+\u2069/g, ''), /\d/);
    }
  }
}
