// The tests in a real browser: CHROMIUM names its program, Debian's is the default.
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/browser/**/*.test.ts'],
    testTimeout: 120_000,
    hookTimeout: 60_000,
    // One browser at a time: each drives several pages already.
    fileParallelism: false,
  },
});
