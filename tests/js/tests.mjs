// The smallest test runner: a line for each test that fails, and `N passed, N failed` at the end.

export function tests() {
  const queue = [];
  return {
    /** @param {string} name @param {() => unknown} run */
    test: (name, run) => void queue.push([name, run]),
    /** Runs them one after another. */
    end: async () => {
      let failed = 0;
      for (const [name, run] of queue) {
        try {
          await run();
        } catch (error) {
          failed += 1;
          console.log(`FAIL ${name}: ${error.stack ?? error}`);
        }
      }
      console.log(`${queue.length - failed} passed, ${failed} failed`);
      process.exitCode = failed === 0 ? 0 : 1;
    },
  };
}
