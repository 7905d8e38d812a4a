import { defineConfig } from 'vitest/config';

/** Rooms whose tests call pure functions: their files can share a process, and the modules that are loaded in it. */
const PURE = ['specgraph', 'map', 'payloads', 'client', 'site'].map((room) => `tests/${room}/**/*.test.ts`);

export default defineConfig({
  test: {
    testTimeout: 20_000,
    // By default Vitest leaves one core unused, which is half of a machine with two.
    maxWorkers: '100%',
    projects: [
      { extends: true, test: { name: 'pure', include: PURE, isolate: false } },
      {
        extends: true,
        test: {
          name: 'other',
          include: ['tests/**/*.test.ts'],
          // Playwright runs the tests of the browser.
          exclude: [...PURE, 'tests/browser/**', 'node_modules/**'],
        },
      },
    ],
  },
});
