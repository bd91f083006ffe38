import type { LetterBody } from '../adapters/typesetting/index.ts';
import type { DefaultTemplate } from '../tenants/tenant-files.ts';

/** Made-up people and words to fill the shipped templates with, for tests and for the pictures in the documentation. */
const people = {
  pegawai: ['Rizky Pangestu, S.Kom.', '199001012015031001', 'Penata Muda, III/a', 'Pranata Komputer Ahli Pertama'],
  pejabat: [
    'Dewi Anggraeni, S.Kom.',
    '197805122003122002',
    'Pembina Tingkat I, IV/b',
    'Kepala Dinas Komunikasi dan Informatika',
  ],
  penerima: ['Sinta Maharani, S.E.', '198703032010012003', 'Penata, III/c', 'Analis Kebijakan Ahli Muda'],
  orang: ['Rangga Permana, S.T.', '198211202009011004', 'Pembina, IV/a', 'Kepala Bidang Aplikasi dan Tata Kelola'],
} as const;

const personOf = (name: string) => {
  const [full, nip, rank, position] = people[name as keyof typeof people] ?? people.pejabat;
  return { name: full, nip, rank, position, unit: 'Dinas Komunikasi dan Informatika' };
};

/** Words by the variable's name; a name with several meanings has one that fits them all. */
const words: Record<string, string> = {
  acara: 'Evaluasi layanan surat elektronik triwulan IV',
  alamat: 'Jalan Pemuda Nomor 12',
  alamat_pemberi: 'Jalan Prabu Gajah Agung Nomor 9',
  alamat_penerima: 'Jalan Pangeran Kornel Nomor 21',
  analisis:
    'Pengiriman secara elektronik memangkas waktu dari tiga hari menjadi kurang dari satu jam dan meniadakan biaya cetak.',
  anggaran: 'Anggaran Pendapatan dan Belanja Daerah Tahun Anggaran 2026',
  asal: 'Kantor Sekretariat Daerah',
  bahasan_dua: 'pelatihan bagi pencatat surat kecamatan dijadwalkan pada bulan Desember',
  bahasan_satu: 'seluruh perangkat daerah telah memakai naskah dinas elektronik',
  batasan: 'dokumen kedinasan yang dibuat dan diterima secara elektronik',
  dasar: 'Peraturan Bupati Nomor 12 Tahun 2024 tentang Tata Naskah Dinas',
  dasar_hukum:
    'Peraturan Menteri Dalam Negeri Nomor 1 Tahun 2023 tentang Tata Naskah Dinas di Lingkungan Pemerintah Daerah',
  fakta: 'Rata-rata 120 surat per hari masih dikirim dengan kurir, dan 14 persen terlambat diterima.',
  hak_kewajiban:
    'PIHAK KESATU menyediakan data dan tempat, sedangkan PIHAK KEDUA menyediakan tenaga ahli dan melaporkan hasilnya setiap bulan',
  isi: 'Siapkan bahan rapat evaluasi layanan surat elektronik triwulan IV, lengkap dengan capaian setiap kecamatan.',
  istilah: 'Naskah dinas elektronik',
  jasa: 'pengabdian dan prakarsanya dalam memajukan layanan digital desa sehingga warga terlayani lebih cepat',
  kantor: 'Kantor Inspektorat Daerah',
  keperluan: 'memberikan keterangan mengenai pengelolaan aset',
  kedua:
    'Tim sebagaimana dimaksud dalam diktum KESATU bertugas menyusun rencana kerja, melaksanakan kegiatan, dan melaporkan hasilnya',
  kegiatan: 'Bimbingan Teknis Pengelolaan Arsip Elektronik',
  kesatu:
    'Membentuk Tim Pelaksana Layanan Naskah Dinas Elektronik dengan susunan sebagaimana tercantum dalam Lampiran Keputusan ini',
  keputusan: 'Keputusan Bupati Nomor 821.2/17/BKPSDM tanggal 2 November 2026',
  ketentuan: 'kegiatan menaati peraturan perundang-undangan dan menjaga ketertiban umum',
  keterangan: 'yang bersangkutan benar pegawai pada Dinas Komunikasi dan Informatika dan berkelakuan baik',
  kontak: 'Bagian Umum Sekretariat Daerah',
  kuasa: 'menghadiri dan menandatangani berita acara penyelesaian pekerjaan pada Kantor Pertanahan',
  lama: '3',
  maksud: 'Menghadiri rapat koordinasi nasional layanan digital desa',
  memperhatikan: 'hasil rapat koordinasi tanggal 12 November 2026',
  nama: 'Yayasan Literasi Tampomas',
  nama_kedua: 'Universitas Tampomas',
  nama_kesatu: 'Pemerintah Kabupaten',
  nilai: '150000000',
  nomor_surat: '21/YLT/XI/2026',
  pelaksanaan:
    'Setiap perangkat daerah menyelenggarakan layanan dengan memakai naskah dinas elektronik sejak penyusunan sampai dengan pengarsipan',
  pembukaan: 'Rapat dibuka oleh pimpinan rapat dengan menyampaikan maksud dan tujuan evaluasi',
  pemberi: 'Sekretaris Daerah',
  pemohon: 'Yayasan Literasi Tampomas',
  penerima_dua: 'Para Camat',
  penerima_satu: 'Para Kepala Perangkat Daerah',
  pengikut: '-',
  perangkat_daerah: 'Dinas Komunikasi dan Informatika',
  perihal: 'peringatan dini cuaca ekstrem tanggal 24 November 2026',
  pernyataan: 'saya tidak sedang menjalani hukuman disiplin tingkat sedang atau berat',
  persoalan: 'Surat antarkantor masih dikirim dengan kurir sehingga lambat dan tidak tercatat waktunya.',
  pertimbangan: 'untuk mempercepat layanan kepada masyarakat diperlukan pengelolaan naskah dinas secara elektronik',
  pertimbangan_a: 'layanan publik yang cepat dan pasti merupakan hak setiap warga',
  pertimbangan_b: 'layanan yang masih memakai kertas menambah waktu dan biaya bagi warga di kecamatan yang jauh',
  peserta: 'Kepala perangkat daerah dan camat (daftar hadir terlampir)',
  pokok_dua: 'pendaftaran dibuka tanggal 1 sampai dengan 12 Desember 2026 tanpa dipungut biaya',
  pokok_satu: 'Pemerintah Daerah menyelenggarakan bimbingan teknis arsip elektronik bagi perangkat desa',
  praanggapan: 'Jumlah surat akan bertambah seiring pembentukan unit layanan baru.',
  rekening: '5.1.02.04.01.0001',
  ruang_lingkup: 'penyusunan, pengesahan, pengiriman, dan pengarsipan naskah dinas elektronik',
  saran: 'seluruh kecamatan memakai naskah dinas elektronik mulai 1 Januari 2027',
  simpulan: 'Naskah dinas elektronik layak diterapkan di seluruh kecamatan.',
  tempat: 'Aula Tampomas, Gedung Sekretariat Daerah',
  tentang: 'Pembentukan Tim Pelaksana Layanan Naskah Dinas Elektronik',
  tugas: 'mengikuti Bimbingan Teknis Pengelolaan Arsip Elektronik',
  tujuan: 'mempercepat penerapan naskah dinas elektronik di seluruh perangkat daerah',
  unit: 'Dinas Komunikasi dan Informatika',
};

const tableCells: Record<string, string> = {
  text: 'Laptop 14 inci',
  number: '12',
  money: '1500000',
  date: '2026-12-04',
};
const rowsByTable: Record<string, string[][]> = {
  barang: [
    ['Komputer jinjing 14 inci', '12', 'Baik'],
    ['Pemindai dokumen', '3', 'Baik'],
  ],
  tindak_lanjut: [
    ['Menyusun jadwal pelatihan', 'Dinas Kominfo', '2026-12-04'],
    ['Melengkapi perangkat kecamatan', 'Bagian Umum', '2026-12-18'],
  ],
};

const byKind: Record<string, string> = { date: '2026-12-03', time: '09:00', money: '150000000', number: '3' };
const dates: Record<string, string> = {
  mulai: '2026-12-01',
  berangkat: '2026-12-01',
  sampai: '2027-12-31',
  selesai: '2026-12-03',
  kembali: '2026-12-03',
};

type Node = Record<string, unknown>;
type Attrs = { name: string; label: string; kind?: string; options?: string[]; columns?: { kind: string }[] };

function sampleOf(type: unknown, { name, label, kind = 'text', options, columns = [] }: Attrs): unknown {
  if (type === 'variableTable') return rowsByTable[name] ?? [columns.map((column) => tableCells[column.kind] ?? label)];
  if (kind === 'person') return personOf(name);
  if (kind === 'choice') return options?.[0] ?? label;
  if (kind === 'date') return dates[name] ?? byKind.date;
  return words[name] ?? byKind[kind] ?? label;
}

function fill(node: Node): Node {
  const content = Array.isArray(node.content) ? { content: node.content.map((child: Node) => fill(child)) } : {};
  if (node.type !== 'variable' && node.type !== 'variableTable') return { ...node, ...content };
  const attrs = node.attrs as Attrs;
  return { ...node, attrs: { ...attrs, value: sampleOf(node.type, attrs) } };
}

/** The body of a shipped template with a plausible value in every place. */
export const filledBody = (template: Pick<DefaultTemplate, 'body'>): LetterBody =>
  fill(template.body as unknown as Node) as unknown as LetterBody;
