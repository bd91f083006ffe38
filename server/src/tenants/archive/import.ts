import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { auditPlatform } from '../../core/audit/index.ts';
import { readMigrations } from '../../core/db/migrations.ts';
import { type Storage, sha256Hex } from '../../core/storage/index.ts';
import { type ServiceTx, tenantOf } from '../../core/tenancy/index.ts';
import { makeDatabase } from '../provisioning/database.ts';
import { makeKeys } from '../provisioning/keys.ts';
import { originOf } from '../provisioning/reference.ts';
import type { Order, ProvisioningDeps } from '../provisioning/step.ts';
import { findTenantRow, insertTenant, setStatus } from '../repository.ts';
import { readTar } from './tar.ts';

const manifestSchema = z.object({
  format: z.literal('madangan-tenant'),
  version: z.literal(1),
  slug: z.string(),
  name: z.string(),
  regionCode: z.string(),
  kind: z.enum(['kabupaten', 'kota']),
  timeZone: z.string(),
  schemaVersion: z.number().int(),
  tables: z.array(z.object({ name: z.string(), rows: z.number().int(), sha256: z.string() })),
  files: z.array(z.string()),
});
type ReadManifest = z.infer<typeof manifestSchema>;

/** What belongs to the place that the regency leaves: sessions, open links, and the key wrapped by that place. */
const leftBehind = new Set(['sessions', 'activation_tokens', 'idempotency_keys', 'signin_failures', 'exchange_keys']);
const rowsAtATime = 2_000;

async function readArchive(path: string): Promise<{ manifest: ReadManifest; parts: Map<string, Buffer> }> {
  const parts = new Map<string, Buffer>();
  // Whatever fails on the way ends the last stream with that error, and so the loop below.
  const unpacked = pipeline(createReadStream(path), createGunzip(), () => undefined);
  for await (const entry of readTar(unpacked)) parts.set(entry.name, entry.bytes);
  const text = parts.get('manifest.json');
  if (!text) throw new Error(`${path} has no manifest: it is not a whole archive`);
  const manifest = manifestSchema.parse(JSON.parse(text.toString()));
  for (const table of manifest.tables) {
    const bytes = parts.get(`tables/${table.name}.ndjson`);
    if (!bytes || sha256Hex(bytes) !== table.sha256)
      throw new Error(`${path}: table ${table.name} is not as it was written`);
  }
  for (const sha256 of manifest.files) {
    const bytes = parts.get(`files/${sha256}`);
    if (!bytes || sha256Hex(bytes) !== sha256) throw new Error(`${path}: file ${sha256} is not as it was written`);
  }
  return { manifest, parts };
}

async function fillTable(tx: ServiceTx, table: string, lines: string[]): Promise<void> {
  const name = sql.identifier(table);
  for (let from = 0; from < lines.length; from += rowsAtATime) {
    const rows = `[${lines.slice(from, from + rowsAtATime).join(',')}]`;
    await tx.execute(sql`insert into ${name} overriding system value
      select * from jsonb_populate_recordset(null::${name}, ${rows}::text::jsonb)`);
  }
}

/** Numbers that a table gives itself go on after the imported ones. */
async function continueNumbers(tx: ServiceTx): Promise<void> {
  const columns = await tx.execute<{ table: string; column: string }>(sql`select c.relname as table, a.attname as column
    from pg_attribute a join pg_class c on c.oid = a.attrelid
    where c.relnamespace = current_schema()::regnamespace and c.relkind = 'r' and a.attidentity <> '' and not a.attisdropped`);
  for (const { table, column } of columns) {
    await tx.execute(sql`select setval(pg_get_serial_sequence(${table}, ${column}),
      coalesce((select max(${sql.identifier(column)}) from ${sql.identifier(table)}), 0) + 1, false)`);
  }
}

/**
 * Brings a regency in from an archive: a row, a database, its rows and files, and new keys. It must be unknown here, or
 * removed. Signing keys come without the authority that certified them, so they are revoked: people ask for new ones.
 * A failure leaves the regency `failed`; remove it and try again.
 * @throws Error with one line: archive damaged, made by another release, region or name in use
 */
export async function importTenant(
  deps: ProvisioningDeps & { storage: Storage },
  path: string,
): Promise<{ slug: string; rows: number; files: number }> {
  const { manifest, parts } = await readArchive(path);
  const head = readMigrations('tenant').head;
  if (manifest.schemaVersion !== head) {
    throw new Error(
      `the archive's tables have version ${manifest.schemaVersion}, this release ${head}: bring both to the same release first`,
    );
  }
  const { slug, name, regionCode, kind, timeZone } = manifest;
  const tenant = tenantOf(slug);
  const order: Order = { ...tenant, name, regionCode, kind, timeZone, demo: false, adminName: '-', adminEmail: '-' };
  const { file, skeleton } = originOf(order);
  const { accent, markSvg } = file ?? skeleton;
  await deps.tenancy.withPlatform(async (tx) => {
    const row = {
      slug,
      name,
      regionCode,
      kind,
      timeZone,
      adminName: '-',
      adminEmail: '-',
      demo: false,
      accent: accent.light.accent,
      markSvg,
    };
    if (!(await insertTenant(tx, row))) throw new Error(`${slug} is in use here`);
    await setStatus(tx, slug, 'provisioning');
  });
  try {
    await makeDatabase(deps, order);
    const filled = manifest.tables.filter((table) => !leftBehind.has(table.name));
    await deps.tenancy.withService('migrator', async (tx) => {
      await tx.execute(sql`set local search_path = ${sql.identifier(tenant.role)}`);
      // Rows that migrations put in, and what triggers derive: the archive has all of it as the office left it.
      const names = filled.map((table) => sql.identifier(table.name));
      await tx.execute(sql`truncate ${sql.join(names, sql`, `)} cascade`);
      for (const name of names) await tx.execute(sql`alter table ${name} disable trigger user`);
      for (const { name: table } of filled) {
        const lines = (parts.get(`tables/${table}.ndjson`)?.toString() ?? '').split('\n').filter((line) => line !== '');
        await fillTable(tx, table, lines);
      }
      for (const name of names) await tx.execute(sql`alter table ${name} enable trigger user`);
      await tx.execute(sql`update signing_keys set state = 'revoked', revoked_at = now() where state <> 'revoked'`);
      await continueNumbers(tx);
    });
    for (const sha256 of manifest.files) await deps.storage.put(slug, parts.get(`files/${sha256}`) ?? Buffer.alloc(0));
    await makeKeys(deps, order);
    await deps.tenancy.withPlatform(async (tx) => {
      await tx.execute(sql`update platform.tenants set status = 'active', activated_at = now() where slug = ${slug}`);
      await auditPlatform(tx, { actor: 'operator', action: 'tenant.imported', subject: { kind: 'tenant', id: slug } });
    });
    return { slug, rows: filled.reduce((total, table) => total + table.rows, 0), files: manifest.files.length };
  } catch (error) {
    await deps.tenancy.withPlatform(async (tx) => {
      const row = await findTenantRow(tx, slug);
      if (row?.status === 'provisioning')
        await setStatus(tx, slug, 'failed', error instanceof Error ? error.message : String(error));
    });
    throw error;
  }
}
