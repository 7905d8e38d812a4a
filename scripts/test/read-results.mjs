// What Vitest and Playwright have written about their tests. Plain JavaScript that runs on Node 18.

/**
 * @typedef {{ passed: number, failed: number, skipped: number, again?: number }} Counts
 * @typedef {{ name: string, ms: number }} Timed
 */

/** @returns {Counts} */
export function countVitest(results) {
  // A test file that cannot be loaded has no tests that could fail.
  const unloaded = results.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  ).length;
  return {
    passed: results.numPassedTests,
    failed: results.numFailedTests + unloaded,
    skipped: results.numPendingTests,
  };
}

/**
 * @param {{ stats: Record<'expected' | 'flaky' | 'unexpected' | 'skipped', number>, errors?: unknown[] }} results
 * @returns {Counts} `again` counts the tests that passed only when tried a second time
 */
export function countPlaywright({ stats, errors = [] }) {
  return {
    passed: stats.expected + stats.flaky,
    // An error outside every test, in a file that cannot be loaded for example.
    failed: stats.unexpected === 0 ? errors.length : stats.unexpected,
    skipped: stats.skipped,
    again: stats.flaky,
  };
}

/** @returns {Timed[]} */
export function timesOfVitest(results) {
  return results.testResults.flatMap(({ name, assertionResults }) =>
    assertionResults.map(({ fullName, duration }) => ({
      name: `${name.replace(/^.*\/tests\//, 'tests/')}: ${fullName}`,
      ms: duration ?? 0,
    })),
  );
}

/** @returns {Timed[]} */
export function timesOfPlaywright({ suites }) {
  const timesOf = (suite) => [
    ...(suite.specs ?? []).map(({ file, title, tests }) => ({
      name: `tests/browser/${file}: ${title}`,
      ms: tests.flatMap(({ results }) => results).reduce((sum, { duration }) => sum + duration, 0),
    })),
    ...(suite.suites ?? []).flatMap(timesOf),
  ];
  return suites.flatMap(timesOf);
}

/** @param {Timed[]} times */
export function slowest(times, count) {
  return [...times].sort((one, other) => other.ms - one.ms).slice(0, count);
}
