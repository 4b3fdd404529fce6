// The subset of ICU that the package fills in, pattern by pattern, and as the second reader has it.
import assert from 'node:assert/strict';
import { format as icu } from '../../pkg-template/src/icu.js';
import { evaluate, parse } from './icu.mjs';

export function icuSubset() {
  const say = (pattern, values = {}, locale = 'en') =>
    icu(
      pattern,
      (name) => String(values[name]),
      (name) => values[name],
      locale,
    );
  const rows = [
    ['plain', {}, 'plain'],
    ["it's", {}, "it's"],
    ["it''s", {}, "it's"],
    ["'{'n'}'", {}, '{n}'],
    ["'{n}' {n}", { n: 1 }, '{n} 1'],
    ["an open '{ quote", {}, 'an open { quote'],
    ['# {n}', { n: 1 }, '# 1'],
    ['{n, plural, =0 {none} one {# day} other {# days}}', { n: 0 }, 'none'],
    ['{n, plural, =0 {none} one {# day} other {# days}}', { n: 1 }, '1 day'],
    ['{n, plural, =0 {none} one {# day} other {# days}}', { n: 7 }, '7 days'],
    ['{n,plural,other{# days}one{# day}}.', { n: 1 }, '1 day.'],
    ['{of, select, a {A} other {?}}', { of: 'a' }, 'A'],
    ['{of, select, a {A} other {?}}', { of: 'b' }, '?'],
    ['{n, plural, other {{of, select, a {# of A} other {{n} of {of}}}}}', { n: 2, of: 'a' }, '2 of A'],
    ['{n, plural, other {{of, select, a {# of A} other {{n} of {of}}}}}', { n: 2, of: 'z' }, '2 of z'],
  ];
  for (const [pattern, values, wanted] of rows) {
    assert.equal(say(pattern, values), wanted, pattern);
    if (!pattern.includes('an open'))
      assert.equal(evaluate(parse(pattern), values, 'en'), wanted, `second reader: ${pattern}`);
  }
  for (const broken of [
    '{',
    '}',
    '{n',
    '{n, plural',
    '{n, plural, one {',
    '{n, plural, one {#}',
    '{}',
    "'{",
    '{n, select, }',
  ]) {
    assert.equal(typeof say(broken, { n: 1 }), 'string', broken);
  }
}
