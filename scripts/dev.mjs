import { join } from 'node:path';
import { root } from './lib/root.mjs';
import { runNode } from './lib/run.mjs';

/**
 * The server from its sources, started again on each change, and Vite with hot reloading beside it. Vite's own
 * configuration sends /api to the server. Either one ending ends both.
 */
export async function dev() {
  const server = runNode([join(root, 'node_modules/tsx/dist/cli.mjs'), 'watch', 'server/src/all.ts']);
  const web = runNode([join(root, 'web/node_modules/vite/bin/vite.js'), 'web']);
  const status = await Promise.race([server, web]);
  process.kill(process.pid, 'SIGTERM');
  await Promise.all([server, web]);
  process.exit(status);
}
