import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../paths.ts';

/** One file of a set; `version` is its number. */
export type Migration = { version: number; name: string; text: string; checksum: string };

export type MigrationSet = {
  migrations: Migration[];
  /** The newest version, 0 for an empty set. */
  head: number;
};

/** Where the two sets, `platform` and `tenant`, lie unless told otherwise. */
const migrationsFolder = join(projectRoot, 'migrations');

const filePattern = /^(\d{4})_[a-z0-9_]+\.sql$/;

/**
 * Reads a set in order. Its file `head` names the last one, so that two branches that both add a number conflict in
 * git rather than in production.
 * @throws if a number is missing or doubled, or `head` names another file than the last.
 */
export function readMigrations(set: 'platform' | 'tenant', folder = migrationsFolder): MigrationSet {
  const path = join(folder, set);
  const names = readdirSync(path)
    .filter((name) => name.endsWith('.sql'))
    .sort();
  const migrations = names.map((name, index) => {
    const version = Number(filePattern.exec(name)?.[1]);
    if (version !== index + 1) throw new Error(`migrations/${set}: ${name} should have number ${index + 1}`);
    const text = readFileSync(join(path, name), 'utf8');
    return { version, name, text, checksum: createHash('sha256').update(text).digest('hex') };
  });
  const head = readFileSync(join(path, 'head'), 'utf8').trim();
  if (head !== (names.at(-1) ?? ''))
    throw new Error(`migrations/${set}/head says ${head}, the last file is ${names.at(-1)}`);
  return { migrations, head: migrations.length };
}

/** Tables that a set marks by `-- append-only: name`: a regency's login may insert into them, not change or delete. */
export function appendOnlyTables(migrations: Migration[]): string[] {
  return migrations.flatMap(({ text }) =>
    [...text.matchAll(/^\s*-- append-only: ([a-z_0-9]+)\s*$/gm)].flatMap(([, table]) =>
      table === undefined ? [] : [table],
    ),
  );
}

/**
 * Whether a file must run outside a transaction (its first lines say `-- no transaction`), e.g. to build an index
 * concurrently. It has one statement per `;` at a line's end and may be run twice: indexes are built `if not exists`.
 */
export const isOutsideTransaction = (migration: Migration): boolean => /^-- no transaction\s*$/m.test(migration.text);

/** The statements of a file that runs outside a transaction. */
export const statementsOf = (migration: Migration): string[] =>
  migration.text
    .split(/;\s*$/m)
    .map((text) => text.trim())
    .filter((text) => text.replaceAll(/^--.*$/gm, '').trim() !== '');

/** Whether a statement of such a file is repeated until it changes no row (a line before it says `-- in batches`). */
export const isInBatches = (statement: string): boolean => /^-- in batches\s*$/m.test(statement);
