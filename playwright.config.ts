import { defineConfig, devices } from '@playwright/test';
import { LAUNCH_ARGS, systemChromium } from './tests/helpers/browser.ts';

/*
 * Tests that come after one another in a worker share one browser context. Playwright empties it in between (pages,
 * cookies, storage, routes, init scripts, permissions, emulation), which takes a third of the time of a new one, and
 * the cached files of the site stay. A test with options of its own still gets its own context.
 */
process.env.PW_TEST_REUSE_CONTEXT = '1';

export default defineConfig({
  testDir: 'tests/browser',
  testMatch: '**/*.test.ts',
  globalSetup: './tests/browser/global-setup.ts',
  outputDir: '.cache/playwright',
  // A third of the time of a test is spent waiting: three workers keep two cores busy.
  workers: 3,
  fullyParallel: true,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['json', { outputFile: '.cache/playwright.json' }]],
  use: {
    ...devices['Desktop Chrome'],
    viewport: { width: 1440, height: 900 },
    launchOptions: {
      executablePath: systemChromium(),
      args: [...LAUNCH_ARGS, '--disable-gpu', '--disable-background-networking'],
    },
    trace: 'off',
    screenshot: 'only-on-failure',
  },
});
