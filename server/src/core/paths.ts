import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

function findProjectRoot(from: string): string {
  if (existsSync(join(from, 'pnpm-workspace.yaml'))) return from;
  const parent = dirname(from);
  if (parent === from) throw new Error('pnpm-workspace.yaml not found above this file');
  return findProjectRoot(parent);
}

/** The checkout's top folder; the same whether this runs from source or from the bundle in server/dist. */
export const projectRoot = findProjectRoot(dirname(fileURLToPath(import.meta.url)));
