import type { AgreementDocument } from './agreement-document.ts';
import type { LetterBody } from './body.ts';
import type { LetterDocument } from './letter-document.ts';
import type { ReportDocument } from './report-document.ts';

/** Samples for tests and for looking at the layouts; the people and numbers are made up. */

export const sampleMark = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 68"><path fill="#0B5D5A" d="M2 2h60v32c0 17-12 27-30 33C14 61 2 51 2 34z"/><path fill="#fff" d="M10 42l14-18 8 9 8-13 14 22zM13 47h38v3H13zM18 54h28v3H18z"/></svg>`;

export const t = (text: string, ...marks: string[]) => ({ type: 'text', text, marks: marks.map((type) => ({ type })) });
export const p = (...content: (string | Record<string, unknown>)[]) => ({
  type: 'paragraph',
  content: content.map((item) => (typeof item === 'string' ? t(item) : item)),
});
export const variable = (name: string, label: string, value: string | null) => ({
  type: 'variable',
  attrs: { name, label, value },
});
export const doc = (...content: Record<string, unknown>[]): LetterBody => ({ type: 'doc', content });
export const li = (...content: Record<string, unknown>[]) => ({ type: 'listItem', content });
export const details = (...rows: [string, ...Record<string, unknown>[]][]) => ({
  type: 'details',
  content: rows.map(([label, ...content]) => ({ type: 'detailsRow', attrs: { label }, content })),
});
const cell = (type: string, text: string, attrs: object = {}) => ({ type, attrs, content: [p(text)] });
export const table = (...rows: string[][]) => ({
  type: 'table',
  content: rows.map((row, y) => ({
    type: 'tableRow',
    content: row.map((text) => cell(y === 0 ? 'tableHeader' : 'tableCell', text)),
  })),
});

const invitation = (value: (text: string) => string | null): LetterBody =>
  doc(
    p(
      'Dalam rangka pemerataan layanan digital desa tahun 2027, dengan hormat kami mengundang Saudara untuk hadir pada rapat koordinasi yang akan dilaksanakan pada:',
    ),
    details(
      ['hari, tanggal', variable('tanggal', 'hari, tanggal', value('Senin, 30 November 2026'))],
      ['waktu', variable('waktu', 'waktu', value('pukul 09.00 s.d. 12.00 WIB'))],
      ['tempat', variable('tempat', 'tempat', value('Aula Tampomas, Gedung Sekretariat Daerah'))],
      ['acara', variable('acara', 'acara', value('Rencana kerja dan pembagian tugas layanan digital desa'))],
    ),
    p('Mengingat pentingnya acara dimaksud, Saudara diharapkan hadir tepat waktu dan tidak mewakilkan.'),
    p('Demikian undangan ini disampaikan. Atas perhatian dan kehadiran Saudara, kami ucapkan terima kasih.'),
  );

/** A signed letter of one page, as on the design's picture. */
export const sampleLetter: LetterDocument = {
  mode: 'final',
  createdAt: '2026-11-24T03:42:00Z',
  letterhead: {
    kind: 'unit',
    mark: sampleMark,
    lines: ['PEMERINTAH KABUPATEN SUMEDANG', 'SEKRETARIAT DAERAH'],
    address: ['Jalan Prabu Gajah Agung Nomor 9, Sumedang', 'sumedang.madangan.example'],
  },
  layout: 'korespondensi',
  number: '000.1.5/1204/Setda',
  place: 'Sumedang',
  date: '2026-11-24',
  nature: 'Biasa',
  attachment: 'Satu lembar',
  subject: 'Undangan Rapat Koordinasi Layanan Digital Desa',
  addressees: [
    'Kepala Dinas Pemberdayaan Masyarakat dan Desa',
    'Kepala Badan Perencanaan Pembangunan Daerah',
    'Para Camat se-Kabupaten Sumedang',
  ],
  addressPlace: 'Tempat',
  body: invitation((text) => text),
  signer: {
    lines: ['SEKRETARIS DAERAH,'],
    name: 'Dr. LARAS WIRADINATA, M.Si.',
    rank: 'Pembina Utama Madya',
    nip: '19720000 000000 0 000',
  },
  signature: { kind: 'electronic', verifyUrl: 'https://sumedang.madangan.example/v/K7QF-2M9D' },
  footer: {
    note: 'Dokumen ini ditandatangani secara elektronik dengan sertifikat DEMO. Keasliannya dapat diperiksa dengan memindai kode QR atau memasukkan kode di alamat /v.',
    verifyCode: 'K7QF-2M9D',
  },
  author: 'Sekretariat Daerah Kabupaten Sumedang',
};

/** The same letter while it is written: no number, one variable without a value. */
export const sampleDraft: LetterDocument = {
  ...sampleLetter,
  mode: 'draft',
  number: null,
  date: null,
  body: invitation((text) => (text.startsWith('Rencana') ? null : text)),
  signature: { kind: 'placeholder' },
  footer: { note: 'Dokumen ini ditandatangani secara elektronik dengan sertifikat DEMO.' },
};

/** Two pages with everything a body may hold. */
export const sampleLongLetter: LetterDocument = {
  ...sampleLetter,
  paper: { size: 'f4' },
  secrecy: 'rahasia',
  nature: 'Rahasia',
  copies: ['Bupati Sumedang;', 'Inspektur Daerah Kabupaten Sumedang.'],
  signer: {
    lines: ['a.n. BUPATI SUMEDANG', 'SEKRETARIS DAERAH,', 'u.b.', 'ASISTEN ADMINISTRASI UMUM,'],
    name: 'HENDRA KUSUMAH, S.Kom.',
    rank: 'Pembina Tingkat I',
    nip: '19750000 000000 0 000',
  },
  body: doc(
    p('Menindaklanjuti hasil rapat, bersama ini disampaikan hal-hal berikut:'),
    { type: 'heading', attrs: { level: 1 }, content: [t('Pembagian tugas')] },
    {
      type: 'orderedList',
      attrs: { start: 1 },
      content: [
        li(
          p(
            'Setiap perangkat daerah menunjuk ',
            t('satu', 'bold'),
            ' orang penghubung paling lambat tanggal 4 Desember 2026.',
          ),
        ),
        li(p('Penghubung bertugas untuk:'), {
          type: 'orderedList',
          content: [
            li(p('mendata layanan yang masih berjalan di atas kertas dan berapa lama waktunya;')),
            li(p('melaporkan kemajuan setiap bulan.')),
          ],
        }),
        li(p('Camat memastikan hal yang sama pada setiap desa:'), {
          type: 'bulletList',
          content: [li(p('listrik dan jaringan;')), li(p('perangkat dan petugas.'))],
        }),
      ],
    },
    table(
      ['No.', 'Perangkat Daerah', 'Layanan', 'Tenggat'],
      ...Array.from({ length: 22 }, (_, i) => [
        `${i + 1}.`,
        `Kecamatan Contoh ${i + 1}`,
        i % 3 === 0
          ? 'Surat keterangan domisili, pengantar nikah, dan keterangan usaha bagi warga'
          : 'Surat keterangan',
        `${(i % 28) + 1} Desember 2026`,
      ]),
    ),
    { type: 'blockquote', content: [p('Pelayanan yang cepat dimulai dari surat yang tidak menunggu.')] },
    p(
      t('Panduan: '),
      {
        type: 'text',
        text: 'laman panduan',
        marks: [{ type: 'link', attrs: { href: 'https://sumedang.madangan.example/panduan' } }],
      },
      t(' (', 'italic'),
      t('lihat bab 2', 'italic'),
      t('), yang ', 'italic'),
      t('lama', 'strike'),
      ' tidak berlaku, kode ',
      t('D-12', 'code'),
      '.',
    ),
    { type: 'horizontalRule' },
    p('Demikian disampaikan untuk dilaksanakan dengan ', t('penuh tanggung jawab', 'underline'), '.'),
  ),
};

/** A letter of assignment: title shape, blocks inside details, centred words. */
export const sampleAssignment: LetterDocument = {
  ...sampleLetter,
  layout: 'judul',
  title: 'SURAT PERINTAH TUGAS',
  datePlacement: 'enacted',
  showsSubject: false,
  number: '800.1.11.1/88/Setda',
  addressees: [],
  addressPlace: null,
  body: doc(
    details([
      'Dasar',
      {
        type: 'orderedList',
        content: [
          li(p('Peraturan Bupati Sumedang Nomor 12 Tahun 2024 tentang Kedudukan dan Susunan Organisasi;')),
          li(p('Surat undangan Kementerian tanggal 20 November 2026.')),
        ],
      },
    ]),
    { type: 'paragraph', attrs: { textAlign: 'center' }, content: [t('MEMERINTAHKAN:', 'bold')] },
    details(
      ['Kepada', p('Nama: Rizky Pangestu'), p('Jabatan: Staf Bidang Aplikasi Informatika')],
      [
        'Untuk',
        {
          type: 'orderedList',
          content: [li(p('menghadiri bimbingan teknis di Bandung;')), li(p('melaporkan hasilnya kepada pimpinan.'))],
        },
      ],
    ),
    p('Demikian surat perintah tugas ini dibuat untuk dilaksanakan dengan penuh tanggung jawab.'),
  ),
};

/** An internal note. */
export const sampleNote: LetterDocument = {
  ...sampleLetter,
  layout: 'nota_dinas',
  title: 'NOTA DINAS',
  number: '000.8/31/Diskominfo',
  from: 'Kepala Bidang Aplikasi Informatika',
  addressees: ['Kepala Dinas Komunikasi, Informatika, Persandian, dan Statistik'],
  addressPlace: null,
  copies: ['Sekretaris Dinas'],
  attachment: '-',
  body: doc(
    p('Dengan hormat kami laporkan bahwa pemasangan jaringan pada 12 desa telah selesai.'),
    p('Demikian kami laporkan.'),
  ),
};

/** A circular from the head of the regency, on a letterhead without the regency's mark. */
export const sampleCircular: LetterDocument = {
  ...sampleLetter,
  layout: 'judul',
  title: 'SURAT EDARAN',
  datePlacement: 'enacted',
  showsSubject: true,
  letterhead: { kind: 'regent', office: 'BUPATI SUMEDANG' },
  number: '000.8.3/12 TAHUN 2026',
  subject: 'Penggunaan Naskah Dinas Elektronik di Lingkungan Pemerintah Kabupaten Sumedang',
  signer: { lines: ['Plt. BUPATI SUMEDANG,'], name: 'ARGA PURWASASMITA' },
};

const clause = (text: string): LetterBody => doc(p(text));

/** An agreement of two regencies, both marks drawn before anyone signs. */
export const sampleAgreement: AgreementDocument = {
  mode: 'final',
  createdAt: '2026-11-19T03:00:00Z',
  heading: 'PERJANJIAN KERJA SAMA',
  title: 'Kerja Sama Templat Naskah Dinas dan Praktik Baik SPBE',
  opening:
    'Pada hari ini, Kamis, tanggal sembilan belas bulan November tahun dua ribu dua puluh enam, bertempat di Sumedang, kami yang bertanda tangan di bawah ini:',
  parties: [
    {
      name: 'PEMERINTAH KABUPATEN SUMEDANG',
      mark: sampleMark,
      number: '100.2.2.3/318/Setda',
      representative: { name: 'ARGA PURWASASMITA', position: 'Bupati Sumedang' },
      signature: { kind: 'electronic', verifyUrl: 'https://sumedang.madangan.example/v/AAAA-1111' },
    },
    {
      name: 'PEMERINTAH KABUPATEN LEBAK',
      mark: sampleMark.replaceAll('#0B5D5A', '#3A4596'),
      number: '100.2.2.3/77/Setda',
      representative: { name: 'SAGARA NATADILAGA', position: 'Bupati Lebak' },
      signature: { kind: 'electronic', verifyUrl: 'https://lebak.madangan.example/v/BBBB-2222' },
    },
  ],
  preamble: doc(p('Bahwa kedua daerah hendak menyetarakan layanan surat elektronik melalui pemakaian bersama.')),
  legalBasis: [
    'Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah;',
    'Peraturan Pemerintah Nomor 28 Tahun 2018 tentang Kerja Sama Daerah;',
    'Peraturan Menteri Dalam Negeri Nomor 22 Tahun 2020 tentang Tata Cara Kerja Sama Daerah.',
  ],
  clauses: [
    {
      title: 'Maksud dan Tujuan',
      body: clause(
        'Para Pihak saling memanfaatkan templat naskah dinas dan praktik baik pemerintahan digital agar layanan surat di kedua daerah setara.',
      ),
    },
    {
      title: 'Ruang Lingkup',
      body: doc(p('Kerja sama ini meliputi:'), {
        type: 'orderedList',
        attrs: { type: 'a' },
        content: [li(p('templat naskah dinas; dan')), li(p('catatan praktik baik.'))],
      }),
    },
    {
      title: 'Hak dan Kewajiban',
      body: clause(
        'Pihak yang memakai templat mencantumkan asal templat dan memberi tahu perbaikan yang dibuatnya paling lambat 30 hari sejak dipakai.',
      ),
    },
    { title: 'Pembiayaan', body: clause('Biaya yang timbul dibebankan pada anggaran masing-masing pihak.') },
  ],
  duration: { startsOn: '2027-01-01', endsOn: '2029-12-31' },
  footer: {
    note: 'Naskah ini ditandatangani secara elektronik dengan sertifikat DEMO oleh semua pihak.',
    verifyCode: 'AAAA-1111',
  },
  author: 'Pemerintah Kabupaten Sumedang dan Pemerintah Kabupaten Lebak',
};

/** A month's report of `count` letters. */
export const sampleReport = (count: number): ReportDocument => ({
  createdAt: '2026-12-01T00:00:00Z',
  letterhead: sampleLetter.letterhead,
  title: 'LAPORAN SURAT',
  period: 'November 2026',
  summaries: [
    {
      title: 'Menurut jenis',
      labelHeading: 'Jenis',
      countHeadings: ['Keluar', 'Masuk'],
      rows: [
        { label: 'Surat Undangan', counts: [12, 20] },
        { label: 'Nota Dinas', counts: [31, 4] },
      ],
    },
    {
      title: 'Menurut unit',
      labelHeading: 'Unit',
      countHeadings: ['Surat'],
      rows: [{ label: 'Sekretariat Daerah', counts: [67] }],
    },
  ],
  rows: Array.from({ length: count }, (_, i) => ({
    number: i === 3 ? null : `000.1.5/${1200 + i}/Setda`,
    date: '2026-11-24',
    type: 'Surat Undangan',
    unit: 'Sekretariat Daerah',
    direction: i % 2 === 0 ? 'keluar' : 'masuk',
    subject: i % 5 === 4 ? null : 'Undangan Rapat Koordinasi Layanan Digital Desa',
  })),
  footer: { note: 'Dibuat dengan Madangan.' },
  author: 'Sekretariat Daerah Kabupaten Sumedang',
});
