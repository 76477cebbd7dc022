// The heavy tests: databases that are really served, processes that are really killed, floods of hostile requests.
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['**/heavy/**/*.test.ts'],
    exclude: ['**/node_modules/**'],
    testTimeout: 600_000,
    hookTimeout: 120_000,
    // Each has servers of its own, and waits for them half of its time.
    maxWorkers: 2,
  },
});
