import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

function onPath(name: string): boolean {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, name), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

/**
 * Whether an outside program that a test needs is there; use as `test.skipIf(!requireTool('pdfsig'))(…)`.
 * @throws when it is missing and REQUIRE_TOOLS=1 (set by CI, so that a check is never skipped unseen)
 */
export function requireTool(name: string): boolean {
  if (onPath(name)) return true;
  if (process.env.REQUIRE_TOOLS === '1') throw new Error(`${name} is not installed, and REQUIRE_TOOLS=1 asks for it`);
  process.stderr.write(`tests that need ${name} are skipped: it is not installed\n`);
  return false;
}
