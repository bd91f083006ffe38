import type { Client } from '../../src/core/db/client.ts';
import type { MigrationSet } from '../../src/core/db/migrations.ts';

/** The release before this one: its last migration of each set. */
const previousHead = { platform: 3, tenant: 3 };

/** A set as the previous release had it. */
export const asOfPrevious = (set: MigrationSet, name: keyof typeof previousHead): MigrationSet => ({
  migrations: set.migrations.slice(0, previousHead[name]),
  head: previousHead[name],
});

/** A stable identifier: the same words name the same row. */
export const uid = (kind: string, key: string): string => `md5('${kind} ' || ${key})::uuid`;

const person = (n: string) => uid('person', n);
const position = (n: string) => uid('position', n);
const letter = uid('letter', 'n');

/** One regency in `platform.tenants`, under a region of its own. */
export async function enterRegency(migrator: Client, slug: string, number: number): Promise<void> {
  const code = `01.${String(number).padStart(2, '0')}`;
  await migrator.unsafe(`insert into platform.regions (code, name, kind, province_code, province, time_zone)
    values ('${code}', 'Kabupaten ${slug}', 'kabupaten', '01', 'Provinsi Uji', 'Asia/Jayapura')`);
  await migrator.unsafe(`insert into platform.tenants
    (slug, name, region_code, kind, time_zone, status, admin_name, admin_email, activated_at)
    values ('${slug}', 'Kabupaten ${slug}', '${code}', 'kabupaten', 'Asia/Jayapura', 'active', 'Admin', 'a@${slug}.example', now())`);
}

/** Every table but those of letters, as the previous release wrote them. */
const office = `
  insert into settings (office_name, region_code, capital, time_zone, letter_footer, disposition_instructions)
    values ('Pemerintah Kabupaten Lama', '01.01', 'Ibu Kota', 'Asia/Jayapura', 'Kaki surat', '{Tindak lanjuti,Untuk diketahui}');
  insert into units (id, parent_id, code, name, short_name, kind, letterhead) values
    (${uid('unit', "'0'")}, null, '1', 'Bupati Lama', 'Bupati', 'regent', '{}'),
    (${uid('unit', "'1'")}, ${uid('unit', "'0'")}, '2', 'Sekretariat Daerah', 'Setda', 'secretariat', '{"phone": "021"}'),
    (${uid('unit', "'2'")}, ${uid('unit', "'1'")}, '2.1', 'Bagian Umum', 'Umum', 'section', '{}'),
    (${uid('unit', "'3'")}, ${uid('unit', "'0'")}, '3', 'Dinas Kesehatan', 'Dinkes', 'dinas', '{}');
  insert into positions (id, unit_id, title, kind, superior_id) values
    (${position("'0'")}, ${uid('unit', "'0'")}, 'Bupati', 'regent', null),
    (${position("'1'")}, ${uid('unit', "'1'")}, 'Sekretaris Daerah', 'secretary', ${position("'0'")}),
    (${position("'2'")}, ${uid('unit', "'3'")}, 'Kepala Dinas Kesehatan', 'unit_head', ${position("'1'")}),
    (${position("'3'")}, ${uid('unit', "'3'")}, 'Kepala Bidang', 'division_head', ${position("'2'")}),
    (${position("'4'")}, ${uid('unit', "'3'")}, 'Staf', 'staff', ${position("'3'")}),
    (${position("'5'")}, ${uid('unit', "'1'")}, 'Tata Usaha', 'registrar', ${position("'1'")});
  insert into people (id, username, name, nip, rank, email, password_hash, otp_secret, language)
    select ${person('n')}, 'orang' || n, 'Orang Ke-' || n, '19800101200001100' || n, 'Pembina', 'orang' || n || '@lama.example',
      'scrypt', '\\x01', 'id' from generate_series(0, 5) n;
  insert into person_roles select ${person("'5'")}, role from unnest('{admin,tu}'::text[]) role;
  insert into assignments (id, person_id, position_id, mode, starts_on)
    select ${uid('assignment', 'n')}, ${person('n')}, ${position('n')}, case n when 2 then 'plt' else 'definitif' end, '2026-01-01'
      from generate_series(0, 5) n;
  insert into delegations (id, position_id, person_id, starts_at, ends_at, acts, created_by)
    values (${uid('delegation', "'0'")}, ${position("'1'")}, ${person("'2'")}, now() - interval '1 day', now() + interval '1 day',
      '{approve,sign,dispose}', ${person("'1'")});
  insert into sessions (id, person_id, refresh_hash, previous_hash, expires_at)
    select ${uid('session', 'n')}, ${person('n')}, decode(md5('r' || n), 'hex'), decode(md5('p' || n), 'hex'), now() + interval '9 h'
      from generate_series(0, 5) n;
  insert into signin_failures values ('orang1', 3, null, now());
  insert into activation_tokens values ('\\x02', ${person("'4'")}, now() + interval '1 day', null);
  insert into signing_keys (id, person_id, state, wrapped_key, certification_request, certificate, certificate_serial)
    values (${uid('key', "'0'")}, ${person("'0'")}, 'active', '\\x03', '\\x04', '\\x05', '01'),
      (${uid('key', "'1'")}, ${person("'1'")}, 'requested', '\\x03', '\\x04', null, null);
  insert into exchange_keys values (${uid('exchange key', "'0'")}, '\\x06', '\\x07', now());
  insert into idempotency_keys values (${person("'4'")}, 'kunci', '\\x08', 201, '{"id": 1}', now());
  insert into jobs (id, kind, person_id, status, result, finished_at)
    values (${uid('job', "'0'")}, 'report', ${person("'5'")}, 'completed', '{}', now());
  insert into files (id, sha256, size, media_type, name, created_by)
    select ${uid('file', 'n')}, md5('a' || n) || md5('b' || n), 1000, 'application/pdf', 'berkas ' || n || '.pdf', ${person("'5'")}
      from generate_series(1, 20) n;
  insert into notices (id, person_id, kind, subject_kind, subject_id, text_key)
    select ${uid('notice', 'n')}, ${person('n')}, 'letter', 'letter', ${letter}, 'letter.sign' from generate_series(0, 5) n;
  insert into audit_log (actor_id, actor_name, action, subject_kind, subject_id)
    select ${person('0')}, 'Orang', 'letter.submitted', 'letter', ${letter} from generate_series(1, 50) n;
  insert into audit_seals (audit_id, hash) select id, '\\x09' from audit_log where id <= 25;
  insert into letter_types (code, name, type_group, layout, default_classification, active) values
    ('surat_dinas', 'Surat Dinas', 'korespondensi', 'korespondensi', '000.1', true),
    ('nota_dinas', 'Nota Dinas Kami', 'korespondensi', 'judul', '000.9', true),
    ('keputusan_kepala_daerah', 'Keputusan', 'arahan', 'judul', '100.3.3.2', false),
    ('surat_kami', 'Surat Kami Sendiri', 'khusus', 'judul', '000.1', true);
  insert into templates (id, name, type, published_version, created_by, archived_at) values
    (${uid('template', "'0'")}, 'Templat Undangan', 'surat_dinas', 2, ${person("'4'")}, null),
    (${uid('template', "'1'")}, 'Templat Lama', 'nota_dinas', null, ${person("'4'")}, now());
  insert into template_versions (template_id, version, body, defaults, published_at)
    select ${uid('template', "'0'")}, n, '{"type": "doc", "content": []}', '{"chain": {"approvers": "superiors", "signer": "unit_head"}}',
      now() from generate_series(1, 2) n;
  insert into reports (id, job_id, kind, period, format, person_id)
    values (${uid('report', "'0'")}, ${uid('job', "'0'")}, 'letters', '2026-10', 'pdf', ${person("'5'")});
`;

const words = (n: string) =>
  `'Pelaksanaan pembangunan puskesmas ' || ${n} || ' ' || repeat('dengan anggaran daerah tahun berjalan disampaikan kepada para kepala dinas ' || md5(${n}::text) || ' ', 12)`;

/** Letters in every state there was, one in eleven of each, with all that hangs on them; `made` stands for the numbers. */
const outgoing = `
  insert into letters (id, direction, type, state, subject, classification, secrecy, urgency, version, body, template_id,
    template_version, unit_id, drafter_id, signer_position_id, signer_id, number, letter_date, verify_code, signing_started_at, signed_at,
    sent_at, turn_position_id, turn_since, due_at, created_at, updated_at)
  select ${letter}, 'outgoing', 'surat_dinas', state, 'Perihal keluar ke-' || n, '000.1', case n % 7 when 0 then 'rahasia' else 'biasa' end,
    'segera', 2, jsonb_build_object('type', 'doc', 'content', jsonb_build_array(jsonb_build_object('type', 'paragraph', 'content',
      jsonb_build_array(jsonb_build_object('type', 'text', 'text', ${words('n')}))))), ${uid('template', "'0'")}, 2,
    ${uid('unit', "'3'")}, ${person("'4'")}, case when kind > 0 then ${position("'2'")} end, case when kind in (5, 6) then ${person("'2'")} end,
    case when kind in (4, 5, 6, 7) then '000.1/' || n || '/3' end, case when kind in (4, 5, 6, 7) then at::date end,
    case when kind in (4, 5, 6, 7) then 'lama-' || n end, case when kind = 4 then at end, case when kind in (5, 6) then at end,
    case when kind = 6 then at end, case kind when 1 then ${position("'3'")} when 3 then ${position("'2'")} end,
    case when kind in (1, 3) then at end, case when kind in (1, 3) then at + interval '3 days' end, at, at
  from (select *, (array['draft', 'in_approval', 'returned', 'awaiting_signature', 'signing', 'signed', 'sent', 'cancelled'])[kind + 1]
    as state from made where kind < 8) made;
  insert into letter_versions select ${letter}, 2, 'Perihal keluar ke-' || n, '{"type": "doc", "content": []}', '[]', ${person("'4'")}, at
    from made where kind between 1 and 7;
  insert into letter_recipients (id, letter_id, role, ordinal, kind, unit_id, tenant_slug, name, delivery)
    select ${uid('recipient', 'n')}, ${letter}, 'to', 1, case n % 2 when 0 then 'unit' else 'tenant' end,
      case n % 2 when 0 then ${uid('unit', "'1'")} end, case n % 2 when 1 then 'tetangga' end, 'Yth. Penerima ke-' || n,
      case kind when 6 then (array['sent', 'delivered', 'read', 'failed'])[n % 4 + 1] else 'pending' end from made where kind < 8;
  insert into letter_recipients (id, letter_id, role, ordinal, kind, name, email)
    select ${uid('copy', 'n')}, ${letter}, 'copy', 1, 'external', 'Tembusan', 'luar@lama.example' from made where kind < 8;
  -- The first round of a returned letter ended; of the others one walks or is done.
  insert into letter_steps (letter_id, round, ordinal, act, position_id, state, version, acted_by, acted_at, note)
    select ${letter}, 1, 1, 'approve', ${position("'3'")},
      case kind when 1 then 'turn' when 2 then 'returned' else 'done' end, 2, case when kind > 1 then ${person("'3'")} end,
      case when kind > 1 then at end, case kind when 2 then 'Perbaiki tanggalnya.' end from made where kind between 1 and 7;
  insert into letter_steps (letter_id, round, ordinal, act, position_id, state, version, acted_by, acted_at)
    select ${letter}, 1, 2, 'sign', ${position("'2'")},
      case kind when 1 then 'waiting' when 2 then 'skipped' when 3 then 'turn' when 4 then 'turn' when 7 then 'skipped' else 'done' end, 2,
      case when kind in (5, 6) then ${person("'2'")} end, case when kind in (5, 6) then at end from made where kind between 1 and 7;
  insert into letter_revisions select ${letter}, 1, md5('s' || n) || md5('t' || n), 2000, ${person("'2'")}, 'Orang Ke-2', 'Kepala Dinas', '01', at
    from made where kind in (5, 6);
`;

const incoming = `
  insert into letters (id, direction, type, state, subject, classification, secrecy, urgency, sender_kind, sender_slug, sender_name, number,
    letter_date, exchange_id, received_at, agenda_year, agenda_seq, agenda_number, registered_at, registered_by, routed_to_position_id,
    file_id, turn_position_id, created_at, updated_at)
  select ${letter}, 'incoming', 'surat_dinas', case kind when 8 then 'received' when 9 then 'registered' else 'archived' end,
    'Perihal masuk ke-' || n, '000.1', 'biasa', 'biasa', case when kind = 8 then 'tenant' else 'external' end,
    case when kind = 8 then 'tetangga' end, 'Pengirim ke-' || n, '440/' || n || '/Luar', at::date, case when kind = 8 then ${uid('exchange', 'n')} end,
    at, case when kind > 8 then 2026 end, case when kind > 8 then n end, case when kind > 8 then n::text end, case when kind > 8 then at end,
    case when kind > 8 then ${person("'5'")} end, case when kind > 8 then ${position("'1'")} end, ${uid('file', 'n % 20 + 1')},
    case when kind = 9 then ${position("'1'")} end, at, at
  from made where kind >= 8;
  insert into letter_attachments select ${uid('attachment', 'n')}, ${letter}, ${uid('file', '(n + 1) % 20 + 1')}, 1 from made where n % 3 = 0;
  insert into letter_participants (letter_id, reason, person_id, position_id, unit_id, since)
    select ${letter}, 'drafter', ${person("'4'")}, null::uuid, null::uuid, at from made where kind < 8
    union all select ${letter}, 'approver', null, ${position("'3'")}, null, at from made where kind between 1 and 7
    union all select ${letter}, 'signer', null, ${position("'2'")}, null, at from made where kind between 1 and 7
    union all select ${letter}, 'registrar', null, null, ${uid('unit', "'1'")}, at from made where kind > 0
    union all select ${letter}, 'routed', null, ${position("'1'")}, null, at from made where kind > 8
    union all select ${letter}, 'disposition', null, ${position("'2'")}, null, at from made where kind > 8;
  insert into dispositions (id, letter_id, from_position_id, from_person_id, to_position_id, instruction, due_on, state, report, read_at,
    completed_at, completed_by, cancelled_at, created_at)
  select ${uid('disposition', 'n')}, ${letter}, ${position("'1'")}, ${person("'1'")}, ${position("'2'")}, 'Tindak lanjuti', '2026-12-01', state,
    case state when 'completed' then 'Sudah.' end, case when state <> 'unread' then at end, case state when 'completed' then at end,
    case state when 'completed' then ${person("'2'")} end, case state when 'cancelled' then at end, at
  from (select *, (array['unread', 'read', 'forwarded', 'completed', 'cancelled'])[n % 5 + 1] as state from made where kind > 8) made;
  insert into exchange_log (id, exchange_id, direction, partner_slug, partner_name, kind, letter_id, number, body_sha256, at)
    select ${uid('log', 'n')}, ${uid('exchange', 'n')}, 'received', 'tetangga', 'Kabupaten Tetangga', 'letter', ${letter}, '440/' || n,
      md5('s' || n) || md5('t' || n), at from made where kind = 8;
`;

const numbering = `
  insert into number_series (id, unit_id, type, year, last_seq) select ${uid('series', "'2026'")}, ${uid('unit', "'3'")}, 'all', 2026, 0
    where exists (select from made) on conflict do nothing;
  with taken as (select n, kind, at, row_number() over (order by n) as seq from made where kind in (4, 5, 6, 7)),
    series as (update number_series set last_seq = last_seq + (select count(*) from taken) returning id, last_seq)
  insert into numbers (series_id, seq, letter_id, number, cancelled_at, cancel_reason, created_at)
    select series.id, series.last_seq - (select count(*) from taken) + taken.seq, ${letter}, '000.1/' || n || '/3',
      case when kind = 7 then at end, case when kind = 7 then 'Batal' end, at from taken, series;
`;

const agenda = `
  insert into agenda_books select 2026, max(n) from made where kind > 8 having max(n) is not null
    on conflict (year) do update set last_seq = excluded.last_seq;
`;

/**
 * Writes letters `from` to `to` as the previous release did, in one transaction. Such a letter may be outgoing or
 * incoming; eleven in a row from a multiple of eleven have every state, and the first four neither number nor agenda.
 */
export async function writeLetters(client: Client, from: number, to: number): Promise<void> {
  const made = `(select n, n % 11 as kind, timestamptz '2026-01-05 01:00+00' + n * interval '1 minute' as at
    from generate_series(${from}, ${to}) n) made`;
  const isPlain = from % 11 === 0 && to - from < 4;
  const text = [outgoing, ...(isPlain ? [] : [numbering]), incoming, ...(isPlain ? [] : [agenda])].join('');
  await client.begin((tx) => tx.unsafe(text.replaceAll(/\bfrom made\b/g, `from ${made}`)).simple());
}

/** Fills an office of the previous release: every table of it has rows. */
export async function fillOffice(client: Client, count: number): Promise<void> {
  await client.begin((tx) => tx.unsafe(office).simple());
  for (let from = 1; from <= count; from += 5_000) await writeLetters(client, from, Math.min(from + 4_999, count));
}
