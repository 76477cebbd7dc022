// The chaos suite: what must not be lost while everything around the sandbox breaks.
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['**/chaos/**/*.test.ts'],
    exclude: ['**/node_modules/**'],
    testTimeout: 600_000,
    hookTimeout: 120_000,
    fileParallelism: false,
  },
});
