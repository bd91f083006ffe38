import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    pool: 'forks',
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: 'server',
          include: ['server/src/**/*.test.ts', 'server/test/**/*.test.ts', 'scripts/**/*.test.ts'],
          globalSetup: ['server/src/testing/database-setup.ts'],
          // A file may start a bundle and a browser of its own, on two slow cores.
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        // JSX, aliases and plug-ins are the web's own.
        extends: 'web/vite.config.ts',
        test: {
          name: 'web',
          root: 'web',
          include: ['src/**/*.test.ts', 'src/**/*.test.tsx'],
          testTimeout: 30_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
