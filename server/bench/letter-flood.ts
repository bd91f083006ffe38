import type { Client } from '../src/core/db/client.ts';

/** Sentences as letters have them; `%s` is filled with a place, an office or a matter. */
const sentences = [
  'Dalam rangka peningkatan kualitas pelayanan publik di %s, bersama ini kami sampaikan hal-hal sebagai berikut.',
  'Menindaklanjuti surat Gubernur perihal percepatan penurunan stunting, Saudara diminta menyusun rencana aksi di %s.',
  'Kegiatan dimaksud dilaksanakan di %s dan dihadiri oleh perwakilan perangkat daerah serta camat setempat.',
  'Sehubungan dengan hal tersebut, kami mengharapkan kehadiran Bapak/Ibu pada rapat koordinasi %s.',
  'Anggaran kegiatan dibebankan pada DPA %s tahun berjalan sesuai ketentuan peraturan perundang-undangan.',
  'Mohon agar laporan realisasi fisik dan keuangan disampaikan paling lambat tanggal 5 bulan berikutnya kepada %s.',
  'Berdasarkan hasil evaluasi sistem pemerintahan berbasis elektronik, %s perlu memperbaiki tata kelola aplikasi.',
  'Untuk kelancaran pelaksanaan tugas, kepada pejabat yang bersangkutan diberikan tunjangan sesuai beban kerja di %s.',
  'Pembangunan jalan lingkungan dan saluran irigasi di %s mengalami keterlambatan akibat cuaca.',
  'Disampaikan permohonan bantuan sarana dan prasarana pendidikan bagi sekolah dasar negeri di %s.',
  'Bersama ini kami mengundang Saudara untuk mengikuti bimbingan teknis pengadaan barang dan jasa di %s.',
  'Pengaduan masyarakat mengenai pelayanan kependudukan di %s telah kami terima dan sedang diverifikasi.',
  'Dimohon bantuan pengamanan pada pelaksanaan upacara peringatan hari jadi di %s.',
  'Hasil pemeriksaan inspektorat atas pengelolaan dana desa %s agar ditindaklanjuti dalam enam puluh hari.',
  'Penyaluran bantuan sosial kepada keluarga penerima manfaat di %s dilakukan secara bertahap.',
  'Kami sampaikan usulan kenaikan pangkat pegawai negeri sipil di lingkungan %s periode Oktober.',
];
const subjects = [
  'Undangan rapat koordinasi %s',
  'Permohonan data kependudukan %s',
  'Laporan pelaksanaan kegiatan %s',
  'Penyampaian dokumen perencanaan %s',
  'Tindak lanjut hasil pemeriksaan %s',
  'Permintaan narasumber bimbingan teknis %s',
  'Usulan perbaikan jalan %s',
  'Pemberitahuan jadwal musrenbang %s',
  'Izin penelitian mahasiswa di %s',
  'Perpanjangan perjanjian kerja sama %s',
  'Penetapan lokasi posyandu %s',
  'Studi komparatif penyelenggaraan SPBE %s',
];
const senders = [
  'Kementerian Dalam Negeri',
  'Gubernur Jawa Barat',
  'Dinas Kesehatan Provinsi Jawa Barat',
  'Universitas Padjadjaran',
  'PT Bank Contoh Daerah',
  'Badan Kepegawaian Negara',
  'Kepolisian Resor',
  'Kantor Pertanahan',
  'Yayasan Pendidikan Harapan',
  'Komisi Pemilihan Umum',
];

/**
 * Fills an office with letters as five years bring them, half of them incoming, in a few minutes and by SQL alone: about
 * 150 words each, some 30,000 place names, participants of every kind, 40 organisations of five posts.
 * @param migrator of one connection, since only the owner of the tables may still their triggers
 * @param role the regency's schema, of an office that has its units and people
 */
export async function floodLetters(migrator: Client, role: string, count: number): Promise<void> {
  const run = (text: string, values: unknown[] = []) => migrator.unsafe(text, values as never[]);
  await run(`set search_path = "${role}"`);
  await run('set synchronous_commit = off');
  await run('select setseed(0.25)');
  await run(`create temporary table places as select n,
      initcap((array['su','ci','ka','ma','ba','pa','ta','si','ra','ga'])[1 + floor(random() * 10)::int]
        || (array['meda','lawu','rang','jati','wangi','lebak','gunung','layar','nangka','sari','mukti','jaya'])[1 + floor(random() * 12)::int]
        || (array['','ngan','tera','lih','sari','pura','nung','dok','wati','kem'])[1 + floor(random() * 10)::int])
      || ' ' || initcap((array['co','do','be','pu','ke','wi'])[1 + floor(random() * 6)::int]
        || (array['lang','ropo','tang','ri','bang','tik','mas'])[1 + floor(random() * 7)::int] || n % 997) as name
    from generate_series(1, 30000) n`);
  await run('create unique index on places (n)');
  await run(`with top as (select id from units where parent_id is null order by code limit 1), made as (
      insert into units (id, parent_id, code, name, short_name, kind)
      select uuidv7(), top.id, 'BANGKU' || n, 'Dinas Bangku Uji ' || n, 'Bangku ' || n, 'dinas' from top, generate_series(1, 40) n
      on conflict (code) do nothing returning id, short_name)
    insert into positions (id, unit_id, title, kind)
      select uuidv7(), made.id, case n when 1 then 'Kepala ' when 2 then 'Kepala Bidang ' else 'Staf ' || n || ' ' end || made.short_name,
        case n when 1 then 'unit_head' when 2 then 'division_head' else 'staff' end from made, generate_series(1, 5) n`);
  await run(`with made as (insert into people (id, username, name)
      select uuidv7(), 'bangku' || row_number() over (), 'Pegawai ' || p.title from positions p join units u on u.id = p.unit_id
        where u.code like 'BANGKU%' returning id, name)
    insert into assignments (id, person_id, position_id, starts_on)
      select uuidv7(), made.id, p.id, '2020-01-01' from made join positions p on 'Pegawai ' || p.title = made.name`);
  await run(`create temporary table seats as select row_number() over (order by p.kind, p.id)::int as n, p.id as position_id, p.unit_id,
      a.person_id, p.kind, pe.username from positions p join assignments a on a.position_id = p.id join people pe on pe.id = a.person_id`);
  const triggers = async (act: 'enable' | 'disable') => {
    for (const table of ['letters', 'letter_recipients', 'letter_attachments']) {
      await run(`alter table ${table} ${act} trigger user`);
    }
  };
  await triggers('disable');
  const pick = (list: readonly string[]) =>
    `(array[${list.map((each) => `'${each.replaceAll("'", "''")}'`).join(',')}])[1 + floor(random() * ${list.length})::int]`;
  // By a hash, not by random(): a volatile condition would read all places for each one. Squared: some are often named.
  const place = (salt: string) => `(select p.name from places p where p.n = 1 + floor(power(
    (hashint4((g.n * 31 + ${salt})::int) & 2147483647) / 2147483648.0, 2) * 30000)::int)`;
  const step = 20_000;
  for (let from = 1; from <= count; from += step) {
    const to = Math.min(count, from + step - 1);
    await run(`create temporary table flood as select uuidv7(((g.n - ${count}) * 1825.0 / ${count}) * interval '1 day') as id, g.n,
        g.n % 2 = 0 as is_incoming, now() + ((g.n - ${count}) * 1825.0 / ${count}) * interval '1 day' as at,
        case when g.n % 50 = 0 then 'rahasia' when g.n % 10 = 0 then 'terbatas' else 'biasa' end as secrecy,
        replace(${pick(subjects)}, '%s', ${place('0')}) as subject,
        (select string_agg(replace(${pick(sentences)}, '%s', ${place('s.s')}), ' ') from generate_series(1, 9 + g.n % 4) s (s)) as text,
        (1 + floor(random() * (select count(*) from seats where kind in ('staff', 'registrar', 'administrator'))))::int as staff_seat,
        case when random() < 0.3 then (select n from seats where username = 'sekda')
          else (select h.n from seats h where h.kind = 'unit_head' order by h.n offset g.n % 40 limit 1) end as head_seat,
        ${pick(senders)} as sender
      from generate_series(${from}, ${to}) g (n)`);
    await run(`create temporary table flooded as select f.*, d.person_id as drafter, d.unit_id as drafter_unit, h.position_id as head,
        h.unit_id as head_unit, h.person_id as head_person from flood f
        join lateral (select * from seats where kind in ('staff', 'registrar', 'administrator') order by n offset f.staff_seat - 1 limit 1) d on true
        join seats h on h.n = f.head_seat`);
    await run(`insert into letters (id, direction, type, state, subject, classification, secrecy, urgency, body, unit_id, drafter_id,
          signer_position_id, signer_id, number, letter_date, verify_code, signed_at, sent_at, sender_kind, sender_name, received_at,
          registered_at, agenda_year, agenda_seq, agenda_number, routed_to_position_id, turn_position_id, turn_since, created_at, updated_at)
      select id, case when is_incoming then 'incoming' else 'outgoing' end,
        (array['surat_dinas', 'surat_undangan', 'nota_dinas', 'surat_edaran'])[1 + n % 4], case when is_incoming then 'registered' else 'sent' end,
        subject, (array['000.1', '400.3.1', '600.1', '800.1.11', '900.1'])[1 + n % 5], secrecy, (array['biasa', 'biasa', 'segera', 'amat_segera'])[1 + n % 4],
        case when is_incoming then null else jsonb_build_object('type', 'doc', 'content', jsonb_build_array(
          jsonb_build_object('type', 'paragraph', 'content', jsonb_build_array(jsonb_build_object('type', 'text', 'text', text))))) end,
        case when is_incoming then null else drafter_unit end, case when is_incoming then null else drafter end,
        case when is_incoming then null else head end, case when is_incoming then null else head_person end,
        (array['000.1', '400.3.1', '600.1', '800.1.11', '900.1'])[1 + n % 5] || '/' || n || '/Setda', at::date,
        case when is_incoming then null else 'bangku-' || n end, case when is_incoming then null else at end, case when is_incoming then null else at end,
        case when is_incoming then 'external' end, case when is_incoming then sender end, case when is_incoming then at end,
        case when is_incoming then at end, case when is_incoming then 1900 end, case when is_incoming then n end,
        case when is_incoming then n || '/' || extract(year from at) end,
        case when is_incoming then head end, case when is_incoming and n % 40 = 0 then head end, case when is_incoming and n % 40 = 0 then at end, at, at
      from flooded`);
    await run(`insert into letter_recipients (id, letter_id, role, ordinal, kind, name)
      select uuidv7(), id, 'to', 1, 'external', 'Kepala ' || sender from flooded where not is_incoming`);
    await run(`with made as (insert into files (id, sha256, size, media_type, name)
        select uuidv7(), md5(n::text) || md5(n::text), 1000, 'application/pdf', 'pindai-' || n || '.pdf' from flooded where is_incoming returning id, name)
      , told as (insert into file_texts (file_id, text, state, extracted_at)
        select made.id, f.text, 'extracted', now() from made join flooded f on made.name = 'pindai-' || f.n || '.pdf')
      update letters l set file_id = made.id from made join flooded f on made.name = 'pindai-' || f.n || '.pdf' where l.id = f.id`);
    await run(`insert into letter_participants (letter_id, reason, person_id, position_id, unit_id)
      select id, 'drafter', drafter, null::uuid, null::uuid from flooded where not is_incoming
      union all select id, 'signer', null, head, null from flooded where not is_incoming
      union all select id, 'routed', null, head, null from flooded where is_incoming
      union all select id, 'registrar', null, null, head_unit from flooded
      union all select id, 'copy', null, (select position_id from seats where username = 'sekda'), null from flooded where n % 7 = 0`);
    await run('select refresh_letter_texts(array(select id from flooded))');
    await run('drop table flood, flooded');
  }
  await triggers('enable');
  await run('drop table places, seats');
  for (const table of ['letters', 'letter_texts', 'letter_participants', 'letter_recipients', 'files', 'file_texts']) {
    await run(`vacuum analyze ${table}`);
  }
  await run('reset search_path');
}
