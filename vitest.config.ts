import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/unit/**/*.test.ts'],
          // Decap's modules need each other in rings: Node loads them, see tests/fixtures/decap.ts.
          server: { deps: { external: [/node_modules\/decap-cms/] } },
          // Some of them start the real command line, which reads every file anew.
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'build',
          include: ['tests/build/**/*.test.ts'],
          // Builds take all of the machine: one at a time is faster, and fails for its own reasons only.
          fileParallelism: false,
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
});
