import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    // Playwright runs these.
    exclude: ['tests/browser/**', 'node_modules/**'],
    testTimeout: 20_000,
    // By itself Vitest leaves a core alone, which of two is half of the machine.
    maxWorkers: '100%',
  },
});
