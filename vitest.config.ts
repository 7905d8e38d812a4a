import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    // Playwright runs these.
    exclude: ['tests/browser/**', 'node_modules/**'],
    testTimeout: 20_000,
    // By default Vitest leaves one core unused, which is half of a machine with two.
    maxWorkers: '100%',
  },
});
