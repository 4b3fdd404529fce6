// The scripts of tests/scenarios through kyc-rules/sandbox: what must hold in Node and in a browser alike.

/** 2026-01-31T10:00:00Z. */
const START = 1_769_853_600_000;
const text = (value) => JSON.stringify(value);
const sorted = (value) =>
  JSON.stringify(value, (_, held) =>
    held?.constructor === Object ? Object.fromEntries(Object.entries(held).sort(([a], [b]) => (a < b ? -1 : 1))) : held,
  );

/**
 * Plays every script; what is wrong, a line each.
 * @param {typeof import('../../pkg-template/sandbox.js')} entry
 */
export function play({ createSandbox }, scripts) {
  const wrong = [];
  const log = [];
  for (const { name, steps, events } of scripts) {
    const sandbox = createSandbox({ clock: () => START, seed: 'scenarios' });
    const say = (line) => wrong.push(`${name}: ${line}`);
    let id = '';
    for (const step of steps) {
      if (step.do === 'advance') sandbox.advance(1000 * step.seconds);
      const act = {
        create: () => sandbox.create(step.body),
        patch: () => sandbox.patch(id, step.body),
        deactivate: () => sandbox.deactivate(id),
      };
      const answer = (act[step.do] ?? (() => sandbox.get(id)))();
      if (step.status !== undefined && answer.status !== step.status) say(`${answer.status}, not ${step.status}`);
      if (step.error !== undefined && sorted(answer.body) !== sorted(step.error)) say(text(answer.body));
      if (step.customer === undefined) continue;
      if (answer.body.status !== step.customer) say(`${answer.body.status}, not ${step.customer}`);
      id = answer.body.id;
    }
    const said = sandbox.events().map(({ payload }) => [payload.oldStatus, payload.newStatus]);
    if (text(said) !== text(events)) say(`events ${text(said)}`);
    log.push(sandbox.events());
  }
  // The events whole, ids and times with them: to be compared between runtimes.
  return { wrong, log: text(log) };
}
