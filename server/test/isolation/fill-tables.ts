import type { Client } from '../../src/core/db/client.ts';

/** One table of the catalogue, with the columns a row must name. */
interface Column {
  name: string;
  type: string;
  /** Values that a check on this column alone allows. */
  allowed: string[] | null;
}

export interface Table {
  schema: string;
  name: string;
  /** One of its columns. */
  column: string;
}

const same = {
  uuid: '00000000-0000-7000-8000-000000000001',
  sha256: 'a'.repeat(64),
  verifyCode: '0000-0000-0000',
};

const byType: Record<string, unknown> = {
  uuid: same.uuid,
  text: 'sama',
  name: 'sama',
  integer: 1,
  bigint: 1,
  boolean: true,
  date: '2026-01-01',
  'timestamp with time zone': '2026-01-01T00:00:00Z',
  jsonb: {},
  bytea: '\\x01',
  numeric: 1,
  'text[]': '{}',
  'uuid[]': '{}',
  'smallint[]': '{1}',
  'time without time zone': '08:00',
  tsvector: '',
  'double precision': 20,
};

/** Values for columns whose checks no type can guess. */
const byColumn: Record<string, unknown> = {
  sha256: same.sha256,
  'template_versions.body': { type: 'doc', content: [] },
  body_sha256: same.sha256,
  content_sha256: same.sha256,
  verify_code: same.verifyCode,
  code: same.verifyCode,
  'units.code': 'U1',
  'letter_types.code': 'surat_dinas',
  'regions.code': '09.99',
  'classifications.code': '000',
  'regions.name': 'Kabupaten Sama',
  'regions.province_code': '09',
  period: '2026-01',
  time_zone: 'Asia/Jakarta',
  'letters.direction': 'incoming',
  'letters.sender_kind': 'external',
  'letters.sender_name': 'Pengirim',
  'letters.received_at': '2026-01-01T00:00:00Z',
  'letters.state': 'received',
  'jobs.status': 'queued',
  'signing_keys.state': 'requested',
  to_position_id: '00000000-0000-7000-8000-000000000002',
  ends_at: '2026-12-31T00:00:00Z',
  ends_on: '2026-12-31',
  'letter_participants.person_id': same.uuid,
  'letter_recipients.kind': 'external',
  'letter_body_steps.version': 2,
  'dispositions.state': 'unread',
  'file_texts.state': 'waiting',
  'outbox.kind': 'uji.kosong',
  'work.kind': 'uji.kosong',
  'offers.type': 'surat_dinas',
  // Without these a row of the catalogue is national, and everybody's.
  'offers.tenant_slug': 'sama',
  'offers.agreement_id': same.uuid,
  'offer_contents.agreement_id': same.uuid,
  'adoptions.agreement_id': same.uuid,
  'agreements.scope': '{templates}',
  'agreement_council.reason': 'Uji',
  'agreement_activities.activity': 'Uji',
  'agreement_evaluations.year': 2026,
  'exchange.body': {},
  'signups.state': 'pending',
  'meetings.ends_at': '2026-01-02T00:00:00Z',
  'meeting_participants.name': 'Tamu',
  'number_choices.dated': '2026-01-01',
  'number_patterns.type': 'memo',
  'saved_searches.query': {},
  'dossiers.year': 2026,
  'dossier_items.letter_id': same.uuid,
  'legal_holds.dossier_id': same.uuid,
  'legal_holds.reason': 'Perkara',
  'retention_rules.classification': '000',
  'disposal_papers.file_id': same.uuid,
  'turn_deadlines.closes': '16:00',
  'visits.topics': '{Uji}',
  'visits.delegation': [{ name: 'Uji', title: 'Uji' }],
  'visits.ends_at': '2026-01-02T00:00:00Z',
  'index_schemes.code': 'uji-2020',
  'index_publications.levels': '{1}',
  'index_publications.score': 1,
  'index_publications.year': 2025,
  'index_publications.agreements': `{${same.uuid}}`,
  'index_values.year': 2025,
  'adoption_plans.title': 'Rencana',
};

/** Every ordinary table of a schema. */
export async function tablesOf(client: Client, schema: string): Promise<Table[]> {
  return client<Table[]>`select n.nspname as schema, c.relname as name,
      (select a.attname from pg_attribute a where a.attrelid = c.oid and a.attnum = 1) as column from pg_class c
    join pg_namespace n on n.oid = c.relnamespace where n.nspname = ${schema} and c.relkind = 'r' order by 2`;
}

async function columnsOf(client: Client, table: Table): Promise<Column[]> {
  const rows = await client<{ name: string; type: string; required: boolean; check: string | null }[]>`
    select a.attname as name, format_type(a.atttypid, a.atttypmod) as type,
      a.attnotnull and a.attidentity = ''
        and (not a.atthasdef or a.attname ~ '(^|_)(slug|sender|receiver|proposer)$') as required,
      (select pg_get_constraintdef(k.oid) from pg_constraint k
        where k.conrelid = c.oid and k.contype = 'c' and k.conkey = array[a.attnum]
          and pg_get_constraintdef(k.oid) ~ ' = (ANY|'')' limit 1) as check
    from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = ${table.schema} and c.relname = ${table.name} and a.attnum > 0 and not a.attisdropped
      and a.attgenerated = ''`;
  return rows
    .filter((row) => row.required || byColumn[`${table.name}.${row.name}`] !== undefined)
    .map(({ name, type, check }) => ({
      name,
      type,
      allowed: check === null ? null : [...check.matchAll(/'([^']*)'::text/g)].map((match) => match[1] ?? ''),
    }));
}

function fillerFor(table: Table, column: Column, owner: string): unknown {
  if (/(^|_)(slug|sender|receiver|proposer)$/.test(column.name)) {
    return column.name === 'receiver' || column.name === 'host_slug' ? 'penerima' : owner;
  }
  const chosen = byColumn[`${table.name}.${column.name}`] ?? byColumn[column.name];
  if (chosen !== undefined) return chosen;
  if (column.allowed?.[0] !== undefined) return column.allowed[0];
  const value = byType[column.type];
  if (value === undefined) throw new Error(`no value for ${table.name}.${column.name} of type ${column.type}`);
  return value;
}

/**
 * Puts one row into a table, with the same ids wherever it is done. Foreign keys are not asked (the superuser's
 * connection plays a replica), checks are.
 * @param owner the regency's slug, for columns of shared tables that name one
 */
export async function fillTable(superuser: Client, table: Table, owner: string): Promise<void> {
  const columns = await columnsOf(superuser, table);
  const row = Object.fromEntries(columns.map((column) => [column.name, fillerFor(table, column, owner)]));
  const target = `"${table.schema}"."${table.name}"`;
  const names = columns.map((column) => `"${column.name}"`).join(', ');
  await superuser.begin(async (tx) => {
    await tx.unsafe("set local session_replication_role = 'replica'");
    await tx.unsafe(
      columns.length === 0
        ? `insert into ${target} default values on conflict do nothing`
        : `insert into ${target} (${names}) select ${names} from jsonb_populate_record(null::${target}, $1::text::jsonb)
           on conflict do nothing`,
      columns.length === 0 ? [] : [JSON.stringify(row)],
    );
  });
}
