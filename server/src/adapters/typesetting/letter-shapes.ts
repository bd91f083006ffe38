import type { datePlacements, letterLayouts } from './letter-document.ts';

/** How a type of letter is laid out. `title` is null where the shape has none. */
export type LetterShape = {
  layout: (typeof letterLayouts)[number];
  title: string | null;
  datePlacement: (typeof datePlacements)[number];
  showsSubject: boolean;
};

const korespondensi: LetterShape = { layout: 'korespondensi', title: null, datePlacement: 'top', showsSubject: true };
const titled = (
  title: string,
  datePlacement: LetterShape['datePlacement'] = 'closing',
  showsSubject = false,
): LetterShape => ({
  layout: 'judul',
  title,
  datePlacement,
  showsSubject,
});
const note = (title: string): LetterShape => ({
  layout: 'nota_dinas',
  title,
  datePlacement: 'top',
  showsSubject: true,
});

/**
 * Page shape by type of letter: correspondence has Nomor/Sifat/Lampiran/Hal and addressees, the others a centred title
 * with NOMOR and, for some, TENTANG. Source: Permendagri 1/2023 Pasal 14 as cited by others; regencies may differ, so these
 * are defaults for templates, not rules.
 */
export const letterShapes: Readonly<Record<string, LetterShape>> = {
  surat_dinas: korespondensi,
  surat_undangan: korespondensi,
  surat_panggilan: korespondensi,
  nota_dinas: note('NOTA DINAS'),
  memo: note('MEMO'),
  telaahan_staf: titled('TELAAHAN STAF', 'closing', true),
  surat_perintah: titled('SURAT PERINTAH', 'enacted'),
  surat_perintah_tugas: titled('SURAT PERINTAH TUGAS', 'enacted'),
  surat_tugas: titled('SURAT TUGAS', 'enacted'),
  surat_perjalanan_dinas: titled('SURAT PERJALANAN DINAS', 'issued'),
  surat_edaran: titled('SURAT EDARAN', 'enacted', true),
  instruksi: titled('INSTRUKSI', 'enacted', true),
  keputusan_kepala_daerah: titled('KEPUTUSAN', 'enacted', true),
  keputusan_dprd: titled('KEPUTUSAN', 'enacted', true),
  peraturan_daerah: titled('PERATURAN DAERAH', 'enacted', true),
  peraturan_kepala_daerah: titled('PERATURAN BUPATI', 'enacted', true),
  peraturan_dprd: titled('PERATURAN DPRD', 'enacted', true),
  pengumuman: titled('PENGUMUMAN', 'issued', true),
  surat_keterangan: titled('SURAT KETERANGAN'),
  surat_pengantar: korespondensi,
  surat_kuasa: titled('SURAT KUASA'),
  surat_izin: titled('SURAT IZIN', 'enacted', true),
  surat_pernyataan: titled('SURAT PERNYATAAN'),
  surat_pernyataan_melaksanakan_tugas: titled('SURAT PERNYATAAN MELAKSANAKAN TUGAS'),
  rekomendasi: korespondensi,
  berita_acara: titled('BERITA ACARA', 'closing', true),
  surat_perjanjian: titled('SURAT PERJANJIAN', 'closing', true),
  radiogram: korespondensi,
  sertifikat: titled('SERTIFIKAT', 'issued'),
  piagam: titled('PIAGAM', 'issued'),
  laporan: titled('LAPORAN', 'closing', true),
  notula: titled('NOTULA', 'closing', true),
};

/** The shape of a type; types not listed are laid out as correspondence. */
export const letterShape = (type: string): LetterShape =>
  Object.hasOwn(letterShapes, type) ? (letterShapes[type] ?? korespondensi) : korespondensi;
