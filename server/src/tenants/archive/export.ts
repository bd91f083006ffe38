import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdir, rename, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { sql } from 'drizzle-orm';
import type { Clock } from '../../core/clock.ts';
import { commonProblems, problem } from '../../core/errors.ts';
import { type Storage, sha256Hex } from '../../core/storage/index.ts';
import type { Tenancy, Tenant, TenantTx } from '../../core/tenancy/index.ts';
import { findTenantRow } from '../repository.ts';
import { tarEnd, tarHeader, tarPadding } from './tar.ts';

/** What an archive says about itself: `manifest.json`, its last file. */
export type Manifest = {
  format: 'madangan-tenant';
  version: 1;
  slug: string;
  name: string;
  regionCode: string;
  kind: 'kabupaten' | 'kota';
  timeZone: string;
  schemaVersion: number;
  exportedAt: string;
  tables: { name: string; rows: number; sha256: string }[];
  /** Hashes of the stored files in the archive, and of those that the database names and the store lacks. */
  files: string[];
  missingFiles: string[];
};

type Deps = { tenancy: Tenancy; storage: Storage; clock: Clock; exportsFolder: string };

// The same as in the fetch below: a statement takes no parameter there.
const rowsAtATime = 2_000;

/** Tables of one's schema, those that others refer to first. */
async function tablesInOrder(tx: TenantTx): Promise<string[]> {
  const tables = await tx.execute<{ name: string; needs: string[] }>(sql`select c.relname as name,
    array(select distinct f.confrelid::regclass::text from pg_constraint f
      where f.conrelid = c.oid and f.contype = 'f' and f.confrelid <> c.oid) as needs
    from pg_class c where c.relnamespace = current_schema()::regnamespace and c.relkind = 'r' order by c.relname`);
  const open = new Map(
    tables.map(({ name, needs }) => [name, needs.map((need) => need.replaceAll('"', '').split('.').at(-1) ?? '')]),
  );
  const ordered: string[] = [];
  while (open.size > 0) {
    const next = [...open].find(([, needs]) => needs.every((need) => !open.has(need)));
    if (!next) throw new Error('the tables refer to each other in a ring');
    ordered.push(next[0]);
    open.delete(next[0]);
  }
  return ordered;
}

/** One table as lines of JSON, in the order of its key. */
async function readTable(tx: TenantTx, table: string): Promise<{ rows: number; text: Buffer }> {
  const [key] = await tx.execute<{ columns: string[] }>(sql`select array(select a.attname::text from unnest(i.indkey) k
      join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k) as columns
    from pg_index i where i.indrelid = ${table}::regclass and i.indisprimary`);
  const order = sql.join(
    (key?.columns ?? []).map((column) => sql.identifier(column)),
    sql`, `,
  );
  const ordered = key && key.columns.length > 0 ? sql`order by ${order}` : sql``;
  const name = sql.identifier(table);
  await tx.execute(sql`declare export_rows cursor for select to_jsonb(t)::text as line from ${name} t ${ordered}`);
  const lines: string[] = [];
  for (;;) {
    const rows = await tx.execute<{ line: string }>(sql`fetch 2000 from export_rows`);
    for (const row of rows) lines.push(row.line);
    if (rows.length < rowsAtATime) break;
  }
  await tx.execute(sql`close export_rows`);
  return { rows: lines.length, text: Buffer.from(lines.map((line) => `${line}\n`).join('')) };
}

/** Hashes of every stored file that a regency's rows name. */
export async function listStoredFiles(tx: TenantTx): Promise<string[]> {
  const rows = await tx.execute<{ sha256: string }>(
    sql`select sha256 from files where destroyed_at is null
      union select r.sha256 from letter_revisions r join letters l on l.id = r.letter_id where l.destroyed_at is null
      order by 1`,
  );
  return rows.map((row) => row.sha256);
}

/**
 * Writes one regency whole into `<exportsFolder>/<slug>/<id>.tar.gz`: its tables as lines of JSON from one snapshot, read
 * by its own login, its stored files, and a manifest. The same id writes the same file.
 */
export async function exportTenant(
  deps: Deps,
  tenant: Tenant,
  id: string,
  progress: (percent: number) => Promise<void>,
): Promise<{
  slug: string;
  file: string;
  size: number;
  tables: number;
  rows: number;
  files: number;
  missingFiles: number;
}> {
  const row = await deps.tenancy.readPlatform((read) => findTenantRow(read, tenant.slug));
  if (!row) throw new Error(`no regency ${tenant.slug}`);
  const folder = join(deps.exportsFolder, tenant.slug);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, `${id}.tar.gz`);
  const gzip = createGzip();
  const written = pipeline(gzip, createWriteStream(`${path}.new`, { mode: 0o600 }));
  // Awaited below; a failure must not be unheard meanwhile.
  written.catch(() => undefined);
  const now = deps.clock.now();
  const add = async (name: string, bytes: Buffer): Promise<void> => {
    for (const part of [tarHeader(name, bytes.length, now), bytes, tarPadding(bytes.length)]) {
      if (!gzip.write(part)) await once(gzip, 'drain');
    }
  };

  const tables: Manifest['tables'] = [];
  const hashes = await deps.tenancy.withTenant(tenant, async (tx) => {
    await tx.execute(sql`set transaction isolation level repeatable read, read only`);
    const names = await tablesInOrder(tx);
    for (const name of names) {
      const { rows, text } = await readTable(tx, name);
      await add(`tables/${name}.ndjson`, text);
      tables.push({ name, rows, sha256: sha256Hex(text) });
    }
    return listStoredFiles(tx);
  });
  await progress(50);
  const missingFiles: string[] = [];
  for (const sha256 of hashes) {
    if (await deps.storage.has(tenant.slug, sha256))
      await add(`files/${sha256}`, await deps.storage.get(tenant.slug, sha256));
    else missingFiles.push(sha256);
  }
  const { slug, name, regionCode, kind, timeZone, schemaVersion } = row;
  const files = hashes.filter((sha256) => !missingFiles.includes(sha256));
  const manifest: Manifest = {
    format: 'madangan-tenant',
    version: 1,
    slug,
    name,
    regionCode,
    kind,
    timeZone,
    schemaVersion,
    exportedAt: now.toISOString(),
    tables,
    files,
    missingFiles,
  };
  await add('manifest.json', Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`));
  gzip.end(tarEnd);
  await written;
  await rename(`${path}.new`, path);
  const { size } = await stat(path);
  return {
    slug,
    file: `${slug}/${id}.tar.gz`,
    size,
    tables: tables.length,
    rows: tables.reduce((total, table) => total + table.rows, 0),
    files: files.length,
    missingFiles: missingFiles.length,
  };
}

/** An archive that an export wrote. @throws not_found */
export async function findArchive(
  exportsFolder: string,
  slug: string,
  id: string,
): Promise<{ path: string; size: number }> {
  const path = join(exportsFolder, slug, `${id}.tar.gz`);
  try {
    return { path, size: (await stat(path)).size };
  } catch (cause) {
    throw problem(commonProblems.notFound, { cause });
  }
}
