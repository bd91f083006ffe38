import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bootstrap, type EmbeddedPostgres, startEmbeddedPostgres } from '../../src/adapters/embedded-postgres/index.ts';
import { type Client, type DatabaseAccess, openClient } from '../../src/core/db/client.ts';
import { pgError } from '../../src/core/db/errors.ts';
import { migratePlatform, migrateTenants } from '../../src/core/db/migrate.ts';
import { readMigrations } from '../../src/core/db/migrations.ts';
import { provisionTenant } from '../../src/core/db/provision.ts';
import { createTenancy, type Tenancy, tenantOf } from '../../src/core/tenancy/index.ts';
import { fillTexts } from '../../src/letters/fill-texts.ts';
import { testSecrets } from '../../src/testing/database.ts';
import { asOfPrevious, enterRegency, fillOffice, uid, writeLetters } from './previous-release.ts';

// More of them to measure: UPGRADE_LETTERS=50000 (then the time of each file is printed).
const letters = Math.floor(Number(process.env.UPGRADE_LETTERS ?? 330) / 11) * 11;
const isMeasured = process.env.UPGRADE_LETTERS !== undefined;

/** A writer may wait as long as a migration waits for its locks, and for the statement that holds them. */
const patienceMs = isMeasured ? 2_000 : 3_000;

type Row = Record<string, unknown>;

// A server of its own: the files up to the previous release's head are applied here, and only here.
describe('the upgrade of offices that work', () => {
  let folder: string;
  let server: EmbeddedPostgres;
  let access: DatabaseAccess;
  let migrator: Client;
  let tenancy: Tenancy;
  const clients: Client[] = [];
  const sets = { platform: readMigrations('platform'), tenant: readMigrations('tenant') };
  const before = new Map<string, string[]>();
  const columns = new Map<string, string[]>();

  const login = (role: string): Client => {
    const client = openClient(access, role, { max: 1, applicationName: 'test' });
    clients.push(client);
    return client;
  };
  const rowsOf = (schema: string, table: string, names: readonly string[]) =>
    migrator
      .unsafe<{ row: Row }[]>(
        `select jsonb_object_agg(key, value) as row from (select row_number() over () as at, to_jsonb(x) as whole
           from "${schema}"."${table}" x) as every cross join jsonb_each(whole) where key = any($1) group by at`,
        [names],
      )
      .then((rows) => rows.map(({ row }) => JSON.stringify(row, Object.keys(row).sort())).sort());
  const one = async <T extends Row>(text: string): Promise<T> => {
    const [row] = await migrator.unsafe<T[]>(text);
    if (!row) throw new Error(`no row: ${text}`);
    return row;
  };

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'madangan-upgrade-'));
    server = await startEmbeddedPostgres({
      dataDirectory: join(folder, 'data'),
      noSync: true,
      settings: { fsync: 'off', max_connections: '50' },
    });
    await bootstrap(server.superuserUrl, testSecrets);
    access = { address: server.address, secrets: testSecrets };
    migrator = openClient(access, 'migrator', { max: 1, applicationName: 'test' });
    tenancy = createTenancy({ access, applicationName: 'test', budget: 4, idleSeconds: 5, platformConnections: 1 });
    await migratePlatform(migrator, asOfPrevious(sets.platform, 'platform'));
    const previous = asOfPrevious(sets.tenant, 'tenant');
    for (const [index, slug] of ['lama', 'macet', 'tetangga'].entries()) {
      await enterRegency(migrator, slug, index + 1);
      await provisionTenant(migrator, `t_${slug}`, testSecrets, previous);
    }
    await fillOffice(login('t_lama'), letters);
    await fillOffice(login('t_macet'), 33);
    await fillOffice(login('t_tetangga'), 33);
    await login(
      't_lama',
    ).unsafe(`insert into platform.verifications (code, document_kind, document_type, number, issued_on, secrecy, issuer_name)
      values ('ABCD-EFGH-JKMN', 'letter', 'surat_dinas', '1', '2026-01-05', 'biasa', 'Kepala Dinas')`);
  }, 600_000);
  afterAll(async () => {
    await tenancy.close();
    await Promise.all([migrator, ...clients].map((client) => client.end()));
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  test('every table of the previous release has rows, so that what follows speaks of all of them', async () => {
    const tables = await migrator.unsafe<{ table: string; names: string[] }[]>(`select table_name as table,
      array_agg(column_name::text) as names from information_schema.columns where table_schema = 't_lama' group by 1`);
    expect(tables).toHaveLength(34);
    for (const { table, names } of tables) {
      columns.set(table, names);
      const { count } = await one<{ count: number }>(`select count(*)::int as count from "t_lama"."${table}"`);
      expect(count, table).toBeGreaterThan(0);
    }
    const states = await one<{ states: string[] }>('select array_agg(distinct state) as states from t_lama.letters');
    expect(states.states).toHaveLength(11);
  });

  test('one office is held up by a long reader and the others go to the head, while another writes', async () => {
    for (const [table, names] of columns) {
      if (!isMeasured) before.set(table, await rowsOf('t_lama', table, names));
    }
    await migratePlatform(migrator, sets.platform);

    const writing = { on: true, plain: 0, numbered: 0, refused: 0, slowestMs: 0, failures: [] as unknown[] };
    const writer = login('t_lama');
    // As the previous release does, each transaction is kept or refused whole.
    const write = async (from: number, to: number): Promise<number> => {
      const started = performance.now();
      try {
        await writeLetters(writer, from, to);
        return 1;
      } catch (error) {
        // Towards the end its way of taking numbers, of registering and of beginning chains is refused.
        if (['23502', '23514', '42P10'].includes(pgError(error)?.code ?? '')) writing.refused += 1;
        else writing.failures.push(error);
        return 0;
      } finally {
        writing.slowestMs = Math.max(writing.slowestMs, performance.now() - started);
      }
    };
    const writeOn = async () => {
      for (let n = letters + 1_000_010 - ((letters + 1_000_010) % 11); writing.on; n += 11) {
        writing.plain += await write(n, n + 3);
        writing.numbered += await write(n + 4, n + 10);
      }
    };
    const reader = login('t_macet');
    let release: () => void = () => undefined;
    const held = reader.begin(async (tx) => {
      await tx.unsafe('select * from letters limit 1');
      await new Promise<void>((resolve) => {
        release = resolve;
      });
    });
    const writes = writeOn();
    const times = new Map<string, number>();
    let at = performance.now();
    const result = await migrateTenants(migrator, access, sets.tenant, {
      lanes: isMeasured ? 1 : 2,
      retries: 0,
      onMigrated: (role, name) => {
        if (role === 't_lama') times.set(name, Math.round(performance.now() - at));
        at = performance.now();
      },
    });
    writing.on = false;
    release();
    await Promise.all([writes, held]);
    if (isMeasured)
      process.stdout.write(`${JSON.stringify({ letters, ...writing, times: Object.fromEntries(times) })}\n`);

    expect(result.migrated.sort()).toEqual(['t_lama', 't_tetangga']);
    expect(result.failed).toMatchObject([{ role: 't_macet', error: { code: '55P03' } }]);
    expect(writing.failures).toEqual([]);
    expect(writing.numbered).toBeGreaterThan(0);
    expect(writing.plain).toBeGreaterThan(writing.numbered);
    expect(writing.slowestMs).toBeLessThan(patienceMs);
    const kept = await one<{ letters: number; numbers: number; steps: number }>(`select
      (select count(*) from t_lama.letters)::int as letters, (select count(*) from t_lama.numbers)::int as numbers,
      (select count(*) from t_lama.letter_steps)::int as steps`);
    expect(kept).toEqual({
      letters: letters + 4 * writing.plain + 7 * writing.numbered,
      numbers: 4 * (letters / 11 + writing.numbered),
      steps: 14 * (letters / 11) + 6 * writing.plain + 8 * writing.numbered,
    });
  });

  test('a second run takes up what was left, a third does nothing', async () => {
    expect(await migrateTenants(migrator, access, sets.tenant)).toEqual({ migrated: ['t_macet'], failed: [] });
    expect(await migrateTenants(migrator, access, sets.tenant)).toEqual({ migrated: [], failed: [] });
    expect(await migratePlatform(migrator, sets.platform)).toEqual({ applied: [] });
  });

  test('nothing is lost: every row is there with all that it held', async () => {
    for (const [table, old] of before) {
      const now = new Set(await rowsOf('t_lama', table, columns.get(table) ?? []));
      // What the upgrade itself changes is looked at below; these two count on while others write.
      if (['letter_types', 'number_series', 'agenda_books'].includes(table)) continue;
      expect(
        old.filter((row) => !now.has(row)),
        table,
      ).toEqual([]);
    }
  });

  test('what the new release needs of old rows is filled in', async () => {
    const steps = await one('select count(*)::int as n from t_lama.letter_steps where stage <> ordinal');
    expect(steps).toEqual({ n: 0 });
    const turns =
      await one(`select count(*)::int as n from t_lama.letter_steps s join t_lama.letters l on l.id = s.letter_id
      where s.state = 'turn' and l.turn_since is not null and s.turn_since is distinct from l.turn_since
        and l.created_at < '2026-01-05 01:00+00'::timestamptz + ${letters + 1} * interval '1 minute'`);
    expect(turns).toEqual({ n: 0 });
    const numbers =
      await one(`select count(*)::int as n from t_lama.numbers n join t_lama.letters l on l.id = n.letter_id
      join t_lama.number_series s on s.id = n.series_id where (n.unit_id, n.year, n.dated, n.classification, n.sub)
        is distinct from (s.unit_id, s.year, l.letter_date, l.classification, 0)`);
    expect(numbers).toEqual({ n: 0 });
    const routes = await one(`select count(*)::int as n from t_lama.letters l left join t_lama.letter_routes r
      on r.letter_id = l.id and r.position_id = l.routed_to_position_id and r.purpose = 'act' and r.routed_at = l.registered_at
        and (r.done_at is null) = not exists (select from t_lama.dispositions d where d.letter_id = l.id and d.state <> 'cancelled')
      where l.routed_to_position_id is not null and r.letter_id is null`);
    expect(routes).toEqual({ n: 0 });
    const types = await migrator.unsafe(`select code, name, layout, default_classification as classification, active,
        short_code as short from t_lama.letter_types
      where code in ('nota_dinas', 'keputusan_kepala_daerah', 'surat_kami', 'peraturan_daerah') order by code`);
    expect([...types]).toEqual([
      {
        code: 'keputusan_kepala_daerah',
        name: 'Keputusan',
        layout: 'penetapan',
        classification: '100.3.3.2',
        active: false,
        short: 'KEP_KDH',
      },
      {
        code: 'nota_dinas',
        name: 'Nota Dinas Kami',
        layout: 'judul',
        classification: '000.9',
        active: true,
        short: 'ND',
      },
      {
        code: 'peraturan_daerah',
        name: 'Peraturan Daerah',
        layout: 'pengaturan',
        classification: '100.3.2',
        active: true,
        short: 'PERDA',
      },
      {
        code: 'surat_kami',
        name: 'Surat Kami Sendiri',
        layout: 'judul',
        classification: '000.1',
        active: true,
        short: '',
      },
    ]);
    const { awaiting } = await one<{ awaiting: number }>('select awaiting from platform.verifications');
    expect(awaiting).toBe(0);
  });

  test('search finds old letters once the worker was there, however often it comes', async () => {
    const regency = tenantOf('lama');
    const { count } = await one<{ count: number }>(`select count(*)::int as count from t_lama.letters l
      where not exists (select from t_lama.letter_texts t where t.letter_id = l.id)`);
    expect(count).toBeGreaterThanOrEqual(letters);
    const started = performance.now();
    expect(await fillTexts(tenancy, regency)).toBe(count);
    if (isMeasured) process.stdout.write(`texts: ${((performance.now() - started) / count).toFixed(2)} ms a letter\n`);
    expect(await fillTexts(tenancy, regency)).toBe(0);
    const found = await one<{ id: string }>(`select letter_id as id from t_lama.letter_texts
      where document @@ t_lama.search_query('puskesmas 112 pembangunan')`);
    const { id } = await one<{ id: string }>(`select ${uid('letter', "'112'")} as id`);
    expect(found.id).toBe(id);
  }, 600_000);

  test('the constraints hold for old rows and for new ones', async () => {
    const unproven = await migrator.unsafe(`select conrelid::regclass::text as table, conname from pg_constraint c
      join pg_namespace n on n.oid = c.connamespace where n.nspname = 't_lama' and not c.convalidated`);
    expect([...unproven]).toEqual([]);
    const broken = await migrator.unsafe(
      `select indexrelid::regclass::text as index from pg_index where not indisvalid`,
    );
    expect([...broken]).toEqual([]);
    const office = login('t_lama');
    const refused = (text: string) =>
      office.unsafe(text).then(
        () => 'done',
        (error: unknown) => pgError(error)?.constraint_name ?? pgError(error)?.column_name,
      );
    const first = uid('letter', "'1'");
    expect(await refused(`update letters set agenda_seq = 10 where agenda_seq = 9`)).toBe('letters_agenda_once');
    expect(await refused(`update letter_steps set stage = null where letter_id = ${first}`)).toBe('stage');
    expect(
      await refused(`update letter_steps set position_id = ${uid('position', "'2'")} where letter_id = ${first}`),
    ).toBe('letter_steps_once');
    expect(await refused(`update letter_steps set state = 'turn' where letter_id = ${first}`)).toBe(
      'letter_steps_one_stage',
    );
    expect(
      await refused(`update numbers n set number = (select min(m.number) from numbers m where m.number <> n.number)`),
    ).toBe('numbers_unit_once');
    expect(await refused(`update numbers set dated = null`)).toBe('dated');
    expect(await refused(`update letter_participants set reason = 'somebody'`)).toBe(
      'letter_participants_reason_check',
    );
  });

  test('an office that was upgraded is built as one that is born today', async () => {
    await enterRegency(migrator, 'baru', 4);
    await provisionTenant(migrator, 't_baru', testSecrets, sets.tenant);
    const shape = async (schema: string) => {
      const rows = await migrator.unsafe<{ line: string }[]>(
        `select format('column %s.%s %s null:%s default:%s', table_name, column_name, data_type, is_nullable, column_default) as line
           from information_schema.columns where table_schema = $1
         union all select format('constraint %s %s %s', conrelid::regclass, conname, pg_get_constraintdef(c.oid)) from pg_constraint c
           join pg_namespace n on n.oid = connamespace where nspname = $1
         union all select format('index %s', indexdef) from pg_indexes where schemaname = $1
         union all select format('trigger %s', pg_get_triggerdef(t.oid)) from pg_trigger t join pg_class c on c.oid = tgrelid
           join pg_namespace n on n.oid = relnamespace where nspname = $1 and not tgisinternal
         union all select format('function %s %s', proname, array_to_string(array(select x::text from unnest(proacl) x order by 1), ' '))
           from pg_proc join pg_namespace n on n.oid = pronamespace where nspname = $1
         union all select format('rights %s %s', relname, array_to_string(array(select x::text from unnest(relacl) x order by 1), ' '))
           from pg_class join pg_namespace n on n.oid = relnamespace where nspname = $1 and relkind in ('r', 'S')`,
        [schema],
      );
      return rows.map(({ line }) => line.replaceAll(schema, 'office')).sort();
    };
    const [old, born] = await Promise.all([shape('t_lama'), shape('t_baru')]);
    expect(old.length).toBeGreaterThan(1_000);
    expect(old).toEqual(born);
  });
});
