-- Each regency's own rules for its types of letters and its paper.

-- The head of the council signs its decisions; units below a dinas or a kecamatan write under three lines.
alter table positions drop constraint positions_kind_check;
alter table positions add constraint positions_kind_check check (kind in ('regent', 'deputy_regent', 'secretary',
  'unit_head', 'division_head', 'council_leader', 'staff', 'registrar', 'administrator')) not valid;
alter table positions validate constraint positions_kind_check;
alter table units drop constraint units_kind_check;
alter table units add constraint units_kind_check check (kind in ('regent', 'secretariat', 'council_secretariat',
  'inspectorate', 'dinas', 'badan', 'satpol_pp', 'kecamatan', 'section', 'other', 'council', 'upt', 'blud', 'kelurahan',
  'desa')) not valid;
alter table units validate constraint units_kind_check;

-- The paper: what stands here is what offices printed before these were settings.
alter table settings
  add column margin_top_mm double precision not null default 18 check (margin_top_mm between 10 and 60),
  add column margin_right_mm double precision not null default 22 check (margin_right_mm between 10 and 60),
  add column margin_bottom_mm double precision not null default 25 check (margin_bottom_mm between 20 and 60),
  add column margin_left_mm double precision not null default 25 check (margin_left_mm between 10 and 60),
  add column font_family text not null default 'arimo' check (font_family in ('arimo', 'tinos', 'bonum')),
  add column font_size_pt double precision not null default 11.5 check (font_size_pt between 9 and 14),
  -- "Amat Segera" here, "Sangat Segera" there.
  add column urgent_label text not null default 'Amat Segera' check (length(urgent_label) between 2 and 40),
  -- The state emblem for the letterhead of the regency's head, as the office provides it; null leaves the room below.
  add column emblem_svg text check (length(emblem_svg) <= 200000),
  add column emblem_space_mm double precision not null default 0 check (emblem_space_mm between 0 and 40);

alter table letter_types drop constraint letter_types_layout_check;
alter table letter_types
  add constraint letter_types_layout_check check (layout in ('korespondensi', 'judul', 'nota_dinas', 'pengaturan',
    'penetapan', 'pengantar', 'perjalanan_dinas', 'radiogram', 'sertifikat')),
  add column short_code text not null default '' check (length(short_code) <= 20),
  -- Printed above the number; may hold {region}, {head} and {signer}. null: the layout prints none.
  add column title text check (length(title) between 2 and 200),
  add column date_placement text not null default 'top' check (date_placement in ('top', 'closing', 'enacted', 'issued')),
  -- Whether TENTANG and the subject stand below the title.
  add column shows_subject boolean not null default true,
  -- Without these a letter of the type cannot be submitted.
  add column required_parts text[] not null default '{}' check (required_parts <@ array['addressee', 'attachment', 'copies',
    'basis', 'assignee', 'considering', 'recalling', 'dictum']),
  -- Kinds of positions that may sign, or be signed for.
  add column signer_kinds text[] not null default array['regent', 'deputy_regent', 'secretary', 'unit_head', 'division_head',
    'council_leader', 'staff', 'registrar', 'administrator'] check (cardinality(signer_kinds) > 0 and signer_kinds <@ array['regent',
    'deputy_regent', 'secretary', 'unit_head', 'division_head', 'council_leader', 'staff', 'registrar', 'administrator']),
  -- Regulations and decisions carry neither rank nor NIP.
  add column prints_rank boolean not null default true,
  add column max_signers integer not null default 1 check (max_signers between 1 and 10),
  -- What each of several signers is called, in order: PIHAK KESATU, PIHAK KEDUA.
  add column signer_roles text[] not null default '{}' check (cardinality(signer_roles) <= 10),
  -- Where a regulation is promulgated: LEMBARAN DAERAH or BERITA DAERAH.
  add column gazette text check (length(gazette) between 2 and 60),
  -- null: as the office's other letters.
  add column font_family text check (font_family in ('arimo', 'tinos', 'bonum')),
  add column font_size_pt double precision check (font_size_pt between 9 and 14),
  add column paper text check (paper in ('A4', 'F4_210', 'F4_215')),
  add column updated_at timestamptz not null default now();

-- Offices that were there before get what a new one starts with; a layout or name that they set themselves stays.
with shipped (code, name, type_group, layout, short_code, default_classification, title, date_placement, shows_subject,
  required_parts, signer_kinds, prints_rank, max_signers, signer_roles, gazette, font_family, font_size_pt) as (values
  ('surat_dinas', 'Surat Dinas', 'korespondensi', 'korespondensi', 'SD', '000.1', null::text, 'top', true, '{addressee}', '{regent,deputy_regent,secretary,unit_head,division_head,council_leader}', true, 4, '{}', null::text, null::text, null::double precision),
  ('surat_undangan', 'Surat Undangan', 'khusus', 'korespondensi', 'UND', '000.1.5', null::text, 'top', true, '{addressee}', '{regent,deputy_regent,secretary,unit_head,division_head,council_leader}', true, 4, '{}', null::text, null::text, null::double precision),
  ('nota_dinas', 'Nota Dinas', 'korespondensi', 'nota_dinas', 'ND', '000.1', 'NOTA DINAS', 'top', true, '{addressee}', '{regent,deputy_regent,secretary,unit_head,division_head,council_leader,staff,registrar,administrator}', true, 1, '{}', null::text, null::text, null::double precision),
  ('memo', 'Memo', 'korespondensi', 'nota_dinas', 'MEMO', '000.1', 'MEMO', 'top', true, '{addressee}', '{regent,deputy_regent,secretary,unit_head,division_head,council_leader,staff,registrar,administrator}', true, 1, '{}', null::text, null::text, null::double precision),
  ('surat_perintah_tugas', 'Surat Perintah Tugas', 'arahan', 'judul', 'SPT', '800.1.11.1', 'SURAT PERINTAH TUGAS', 'enacted', false, '{basis,assignee}', '{regent,deputy_regent,secretary,unit_head,council_leader}', true, 1, '{}', null::text, null::text, null::double precision),
  ('surat_perintah', 'Surat Perintah', 'arahan', 'judul', 'SPRIN', '100.3.5.2', 'SURAT PERINTAH', 'enacted', false, '{basis,assignee}', '{regent,deputy_regent,secretary,unit_head,council_leader}', true, 1, '{}', null::text, null::text, null::double precision),
  ('surat_tugas', 'Surat Tugas', 'arahan', 'judul', 'ST', '800.1.11.1', 'SURAT TUGAS', 'enacted', false, '{basis,assignee}', '{regent,deputy_regent,secretary,unit_head,council_leader}', true, 1, '{}', null::text, null::text, null::double precision),
  ('surat_perjalanan_dinas', 'Surat Perjalanan Dinas', 'arahan', 'perjalanan_dinas', 'SPPD', '000.1.2.3', 'SURAT PERJALANAN DINAS (SPD)', 'issued', false, '{}', '{regent,deputy_regent,secretary,unit_head,council_leader}', true, 1, '{}', null::text, null::text, null::double precision),
  ('surat_edaran', 'Surat Edaran', 'arahan', 'judul', 'SE', '100.3.4.2', 'SURAT EDARAN', 'enacted', true, '{}', '{regent,deputy_regent,secretary,unit_head,council_leader}', true, 4, '{}', null::text, null::text, null::double precision),
  ('instruksi', 'Instruksi', 'arahan', 'penetapan', 'INS', '100.3.4.2', 'INSTRUKSI {signer}', 'enacted', true, '{dictum}', '{regent,secretary}', false, 1, '{}', null::text, 'bonum', 12),
  ('keputusan_kepala_daerah', 'Keputusan Kepala Daerah', 'arahan', 'penetapan', 'KEP_KDH', '100.3.3.2', 'KEPUTUSAN {signer}', 'enacted', true, '{considering,recalling,dictum}', '{regent,secretary,unit_head}', false, 1, '{}', null::text, 'bonum', 12),
  ('peraturan_kepala_daerah', 'Peraturan Kepala Daerah', 'arahan', 'pengaturan', 'PERKADA', '100.3.2', 'PERATURAN {head}', 'enacted', true, '{considering,recalling,dictum}', '{regent}', false, 2, '{}', 'BERITA DAERAH', 'bonum', 12),
  ('peraturan_daerah', 'Peraturan Daerah', 'arahan', 'pengaturan', 'PERDA', '100.3.2', 'PERATURAN DAERAH {region}', 'enacted', true, '{considering,recalling,dictum}', '{regent}', false, 2, '{}', 'LEMBARAN DAERAH', 'bonum', 12),
  ('peraturan_dprd', 'Peraturan DPRD', 'arahan', 'pengaturan', 'PERDPRD', '100.3.2', 'PERATURAN DEWAN PERWAKILAN RAKYAT DAERAH {region}', 'enacted', true, '{considering,recalling,dictum}', '{council_leader}', false, 2, '{}', 'BERITA DAERAH', 'bonum', 12),
  ('keputusan_dprd', 'Keputusan DPRD', 'arahan', 'penetapan', 'KEP_DPRD', '100.3.3', 'KEPUTUSAN DEWAN PERWAKILAN RAKYAT DAERAH {region}', 'enacted', true, '{considering,recalling,dictum}', '{council_leader}', false, 4, '{}', null::text, 'bonum', 12),
  ('keputusan_pimpinan_dprd', 'Keputusan Pimpinan DPRD', 'arahan', 'penetapan', 'KEP_PIMDPRD', '100.3.3', 'KEPUTUSAN PIMPINAN DEWAN PERWAKILAN RAKYAT DAERAH {region}', 'enacted', true, '{considering,recalling,dictum}', '{council_leader}', false, 4, '{}', null::text, 'bonum', 12),
  ('keputusan_badan_kehormatan_dprd', 'Keputusan Badan Kehormatan DPRD', 'arahan', 'penetapan', 'KEP_BKDPRD', '100.3.3', 'KEPUTUSAN BADAN KEHORMATAN DEWAN PERWAKILAN RAKYAT DAERAH {region}', 'enacted', true, '{considering,recalling,dictum}', '{council_leader}', false, 5, '{}', null::text, 'bonum', 12),
  ('surat_pengantar', 'Surat Pengantar', 'khusus', 'pengantar', 'SP', '000.1', 'SURAT PENGANTAR', 'top', false, '{addressee}', '{regent,deputy_regent,secretary,unit_head,division_head,council_leader}', true, 1, '{}', null::text, null::text, null::double precision),
  ('surat_kuasa', 'Surat Kuasa', 'khusus', 'judul', 'SK', '100.3.10', 'SURAT KUASA', 'closing', false, '{assignee}', '{regent,deputy_regent,secretary,unit_head,division_head,council_leader}', true, 2, '{PEMBERI KUASA,PENERIMA KUASA}', null::text, null::text, null::double precision),
  ('berita_acara', 'Berita Acara', 'khusus', 'judul', 'BA', '000.1', 'BERITA ACARA', 'closing', true, '{}', '{regent,deputy_regent,secretary,unit_head,division_head,council_leader,staff,registrar,administrator}', true, 10, '{PIHAK KESATU,PIHAK KEDUA,SAKSI,SAKSI}', null::text, null::text, null::double precision),
  ('surat_keterangan', 'Surat Keterangan', 'khusus', 'judul', 'SKET', '000.1', 'SURAT KETERANGAN', 'closing', false, '{}', '{regent,deputy_regent,secretary,unit_head,division_head,council_leader}', true, 1, '{}', null::text, null::text, null::double precision),
  ('surat_pernyataan', 'Surat Pernyataan', 'khusus', 'judul', 'SPERN', '000.1', 'SURAT PERNYATAAN', 'closing', false, '{}', '{regent,deputy_regent,secretary,unit_head,division_head,council_leader,staff,registrar,administrator}', true, 2, '{}', null::text, null::text, null::double precision),
  ('surat_pernyataan_melaksanakan_tugas', 'Surat Pernyataan Melaksanakan Tugas', 'khusus', 'judul', 'SPMT', '800.1.11', 'SURAT PERNYATAAN MELAKSANAKAN TUGAS', 'closing', false, '{}', '{regent,deputy_regent,secretary,unit_head,council_leader}', true, 1, '{}', null::text, null::text, null::double precision),
  ('pengumuman', 'Pengumuman', 'khusus', 'judul', 'PENG', '500.12.11.3', 'PENGUMUMAN', 'issued', true, '{}', '{regent,deputy_regent,secretary,unit_head,council_leader}', true, 1, '{}', null::text, null::text, null::double precision),
  ('laporan', 'Laporan', 'khusus', 'judul', 'LAP', '000.1', 'LAPORAN', 'closing', true, '{}', '{regent,deputy_regent,secretary,unit_head,division_head,council_leader,staff,registrar,administrator}', true, 1, '{}', null::text, null::text, null::double precision),
  ('telaahan_staf', 'Telaahan Staf', 'khusus', 'judul', 'TS', '000.1', 'TELAAHAN STAF', 'closing', true, '{addressee}', '{regent,deputy_regent,secretary,unit_head,division_head,council_leader,staff,registrar,administrator}', true, 1, '{}', null::text, null::text, null::double precision),
  ('notula', 'Notula', 'khusus', 'judul', 'NOT', '000.1.5', 'NOTULA', 'closing', true, '{}', '{regent,deputy_regent,secretary,unit_head,division_head,council_leader,staff,registrar,administrator}', true, 2, '{NOTULIS,MENGETAHUI}', null::text, null::text, null::double precision),
  ('surat_panggilan', 'Surat Panggilan', 'khusus', 'korespondensi', 'SPG', '800.1.11', null::text, 'top', true, '{addressee}', '{regent,deputy_regent,secretary,unit_head,division_head,council_leader}', true, 1, '{}', null::text, null::text, null::double precision),
  ('surat_izin', 'Surat Izin', 'khusus', 'judul', 'SIZ', '100.3.12', 'SURAT IZIN', 'enacted', true, '{basis,assignee}', '{regent,deputy_regent,secretary,unit_head,council_leader}', true, 1, '{}', null::text, null::text, null::double precision),
  ('rekomendasi', 'Rekomendasi', 'khusus', 'korespondensi', 'REK', '000.1', null::text, 'top', true, '{addressee}', '{regent,deputy_regent,secretary,unit_head,council_leader}', true, 1, '{}', null::text, null::text, null::double precision),
  ('radiogram', 'Radiogram', 'khusus', 'radiogram', 'RADIO', '000.1.1', 'RADIOGRAM', 'top', true, '{addressee}', '{regent,deputy_regent,secretary,unit_head,council_leader}', true, 1, '{}', null::text, null::text, null::double precision),
  ('sertifikat', 'Sertifikat', 'khusus', 'sertifikat', 'SERT', '000.1', 'SERTIFIKAT', 'issued', false, '{}', '{regent,deputy_regent,secretary,unit_head,council_leader}', true, 2, '{}', null::text, null::text, null::double precision),
  ('piagam', 'Piagam', 'khusus', 'sertifikat', 'PIAGAM', '000.1', 'PIAGAM PENGHARGAAN', 'issued', false, '{}', '{regent,deputy_regent,secretary,unit_head,council_leader}', true, 2, '{}', null::text, null::text, null::double precision),
  ('surat_perjanjian', 'Surat Perjanjian', 'khusus', 'judul', 'SPJ', '100.3.7.1', 'SURAT PERJANJIAN', 'closing', true, '{}', '{regent,deputy_regent,secretary,unit_head,division_head,council_leader}', true, 10, '{PIHAK KESATU,PIHAK KEDUA,PIHAK KETIGA,PIHAK KEEMPAT}', null::text, null::text, null::double precision)),
known as (update letter_types t set
    short_code = s.short_code, title = s.title, date_placement = s.date_placement, shows_subject = s.shows_subject,
    required_parts = s.required_parts::text[], signer_kinds = s.signer_kinds::text[], prints_rank = s.prints_rank,
    max_signers = s.max_signers, signer_roles = s.signer_roles::text[], gazette = s.gazette, font_family = s.font_family, font_size_pt = s.font_size_pt,
    layout = case when s.layout in ('korespondensi', 'judul', 'nota_dinas') then t.layout else s.layout end
  from shipped s where s.code = t.code)
insert into letter_types (code, name, type_group, layout, short_code, default_classification, title, date_placement,
  shows_subject, required_parts, signer_kinds, prints_rank, max_signers, signer_roles, gazette, font_family, font_size_pt)
select code, name, type_group, layout, short_code, default_classification, title, date_placement, shows_subject,
  required_parts::text[], signer_kinds::text[], prints_rank, max_signers, signer_roles::text[], gazette, font_family, font_size_pt
from shipped where exists (select 1 from settings) on conflict (code) do nothing;
