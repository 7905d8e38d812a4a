import { describe, expect, it } from 'vitest';
import {
  countPlaywright,
  countVitest,
  slowest,
  timesOfPlaywright,
  timesOfVitest,
} from '../../scripts/test/read-results.mjs';
import { reportOf } from '../../scripts/test/report.mjs';

const vitest = {
  numPassedTests: 2,
  numFailedTests: 1,
  numPendingTests: 1,
  testResults: [
    {
      name: '/home/me/spec/tests/cli/check.test.ts',
      status: 'failed',
      assertionResults: [
        { fullName: 'check exits with 1', duration: 40 },
        { fullName: 'check reads the cache', duration: 900 },
        { fullName: 'check is skipped' },
      ],
    },
    { name: '/home/me/spec/tests/broken.test.ts', status: 'failed', assertionResults: [] },
  ],
};
const playwright = {
  stats: { expected: 4, flaky: 1, unexpected: 0, skipped: 2 },
  errors: [],
  suites: [
    {
      specs: [
        { file: 'a.test.ts', title: 'opens', tests: [{ results: [{ duration: 500 }, { duration: 700 }] }] },
      ],
      suites: [{ specs: [{ file: 'a.test.ts', title: 'closes', tests: [{ results: [{ duration: 30 }] }] }] }],
    },
  ],
};

describe('results', () => {
  it('a test file of Vitest that cannot be loaded counts as a failed test', () => {
    expect(countVitest(vitest)).toEqual({ passed: 2, failed: 2, skipped: 1 });
  });

  it('a test of Playwright that passes when tried again has passed, and is counted', () => {
    expect(countPlaywright(playwright)).toEqual({ passed: 5, failed: 0, skipped: 2, again: 1 });
  });

  it('a file of Playwright that cannot be loaded counts as a failed test', () => {
    expect(countPlaywright({ ...playwright, errors: [{}] }).failed).toBe(1);
  });

  it('the slowest tests come first, with the sum of their tries', () => {
    expect(slowest([...timesOfVitest(vitest), ...timesOfPlaywright(playwright)], 3)).toEqual([
      { name: 'tests/browser/a.test.ts: opens', ms: 1200 },
      { name: 'tests/cli/check.test.ts: check reads the cache', ms: 900 },
      { name: 'tests/cli/check.test.ts: check exits with 1', ms: 40 },
    ]);
  });
});

it('the report lists slow tests and steps, and ends with one line of sums', () => {
  const report = reportOf([
    { name: 'lint', passed: 0, failed: 1, seconds: 12.34, failure: 'exit status 1' },
    {
      name: 'browser tests',
      passed: 5,
      failed: 0,
      skipped: 2,
      again: 1,
      seconds: 200,
      slowest: [{ name: 'tests/browser/a.test.ts: opens', ms: 1200 }],
    },
  ]);
  expect(report.split('\n')).toEqual([
    'The slowest browser tests:',
    '   1.2 s  tests/browser/a.test.ts: opens',
    '',
    '✖ lint                     0 passed   1 failed   12.3 s  exit status 1',
    '✔ browser tests            5 passed   0 failed  200.0 s  2 skipped  1 passed when tried again',
    '',
    '5 passed, 1 failed',
  ]);
});
