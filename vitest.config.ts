// The fast tests: everything that needs nothing but Node.js. `.ci/run` adds those of vitest.browser.config.ts.
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: [
      'tests/**/*.test.ts',
      'contract-tests/**/*.test.ts',
      'client/**/*.test.ts',
      'sandbox/**/*.test.ts',
    ],
    exclude: ['**/node_modules/**', 'tests/browser/**', '**/heavy/**', '**/chaos/**'],
    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
});
