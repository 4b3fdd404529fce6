// node check.mjs: all rivals and this package accept the same payloads and refuse the same mutations. Prints what does not hold
// and `N passed, N failed`. `scores` is for the table: what each names exactly, what it knows beyond, what it gives away.

import { pathToFileURL } from 'node:url';
import { inspect } from 'node:util';
import { bundle } from './bundle.mjs';
import { GOOD, MORE, SAME, SAMPLE } from './mutations.mjs';

/** Texts in a payload that are the person's: not the words of the guide's lists, and long enough to be told apart. */
function personal(value) {
  if (typeof value === 'string')
    return value.length > 3 && !/^(true|false|[A-Z0-9]+(_[A-Z0-9]+)*)$/.test(value) ? [value] : [];
  if (typeof value === 'number') return [`${value}`];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(personal) : [];
}

/** What a log would hold of it. */
function printed(value) {
  let json = '';
  try {
    json = JSON.stringify(value);
  } catch {
    // Cyclic: inspect prints it.
  }
  return `${json}\n${inspect(value, { depth: 12, maxArrayLength: null, maxStringLength: null })}`;
}

/** Whether a text holds a value of the person's as a word of its own: the example `94105` does not hold `9410`. */
const leaks = (text, payload) =>
  personal(payload).some((value) => {
    for (let at = text.indexOf(value); at >= 0; at = text.indexOf(value, at + 1)) {
      if (!/\w/.test(text[at - 1] ?? '') && !/\w/.test(text[at + value.length] ?? '')) return true;
    }
    return false;
  });

/** What a rival does with the mutations. */
export function scores({ validate, warned }) {
  const judged = SAME.map(([, path, payload]) => ({ path, payload, ...validate(payload) }));
  const refused = MORE.filter(([, , payload]) => !validate(payload).valid);
  const told = MORE.filter((row) => !refused.includes(row) && (warned?.(row[2]) ?? []).includes(row[1]));
  return {
    accepted: GOOD.filter(([, payload]) => validate(payload).valid).length,
    refused: judged.filter(({ valid }) => !valid).length,
    exact: judged.filter(({ path, issues }) => issues.some((issue) => issue.path === path)).length,
    beside: judged.flatMap(({ path, issues }) => issues.filter((issue) => issue.path !== path)).length,
    more: refused.length,
    warned: told.length,
    caught: [...refused, ...told].map(([what]) => what),
    inMessages: judged.filter(({ issues, payload }) => leaks(issues.map((it) => it.message).join('\n'), payload))
      .length,
    inErrors: judged.filter(({ own, payload }) => own !== undefined && leaks(printed(own), payload)).length,
  };
}

/** The bundles, imported. */
export const load = (bundles) =>
  Promise.all(bundles.map(async ({ name, file }) => ({ name, file, ...(await import(pathToFileURL(file).href)) })));

if (process.argv[1] === import.meta.filename) {
  let passed = 0;
  let failed = 0;
  const hold = (true_, what) => {
    if (true_) passed++;
    else {
      failed++;
      console.log(what);
    }
  };
  for (const rival of await load(await bundle())) {
    for (const [what, payload] of GOOD) {
      const { valid, issues } = rival.validate(payload);
      hold(valid && issues.length === 0, `${rival.name} refuses ${what}: ${JSON.stringify(issues)}`);
    }
    for (const [what, path, payload] of SAME) {
      const { valid, issues } = rival.validate(payload);
      hold(!valid && issues.length > 0, `${rival.name} accepts ${what} (${path})`);
      hold(
        issues.every((issue) => typeof issue.path === 'string' && issue.message),
        `${rival.name}: ${what}: no words`,
      );
      const inexact = issues.length === 0 || issues.some((issue) => issue.path !== path);
      if (inexact && process.argv.includes('-v')) {
        console.log(`  ${rival.name}: ${what} is at ${path}, said of ${issues.map((it) => it.path).join(', ')}`);
      }
    }
    if (process.argv.includes('-v')) {
      console.log(rival.name, scores(rival));
      for (const [what, path, payload] of MORE) {
        if (!rival.warned) continue;
        console.log(
          ' ',
          what,
          rival.validate(payload).issues.map((it) => it.path),
          rival.warned(payload).filter((it) => it === path),
        );
      }
    }
    // A payload that is none must not throw.
    for (const payload of [null, [], 'text', 7])
      hold(!rival.validate(payload).valid, `${rival.name} accepts ${payload}`);
  }
  hold(SAMPLE.legalFirstName === 'Jane', 'a rival changed the sample');
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed > 0 ? 1 : 0;
}
