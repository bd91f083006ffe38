import type { Language } from './reason-texts.ts';

const indonesian = {
  title: 'Periksa surat',
  otherLanguage: 'English',
  letterYes: 'Surat ini asli',
  agreementYes: 'Kesepakatan ini asli',
  yesDetail: 'Tercatat dan ditandatangani oleh pejabat di bawah ini.',
  fileYes: 'Berkas ini asli',
  fileYesDetail: 'Sama persis dengan yang ditandatangani, sampai bita terakhir.',
  fileNo: 'Berkas ini tidak asli',
  codeUnknown: 'Kode ini tidak dikenal',
  withdrawn: 'Naskah ini sudah dicabut',
  destroyed: 'Arsip',
  destroyedBy: (minutes: string, date: string) =>
    `Arsip pada penerbit sudah dimusnahkan menurut berita acara Nomor ${minutes} tanggal ${date}.`,
  incomplete: 'Naskah ini belum lengkap',
  superseded: 'Berkas ini bukan yang terakhir',
  todoIncomplete: [
    'Tunggu sampai semua penanda tangan menandatanganinya.',
    'Lalu minta berkas yang lengkap kepada pengirimnya.',
  ],
  ask: 'Periksa keaslian surat',
  askDetail: 'Masukkan kode yang tercetak di kaki surat, atau pilih berkas PDF-nya.',
  number: 'Nomor',
  subject: 'Hal',
  secret: 'Tidak ditampilkan karena sifat surat',
  date: 'Tanggal',
  signer: 'Penanda tangan',
  certificate: 'sertifikat berlaku saat itu',
  yourFile: 'Berkas Anda',
  checkedAt: 'diperiksa',
  found: 'Yang ditemukan',
  original: 'Surat aslinya',
  compare: 'Cocokkan dengan kertas Anda',
  compareDetail: 'Nomor, hal, dan tanggal harus sama persis. Bila berbeda, kertas itu bukan surat ini.',
  todo: 'Yang perlu Anda lakukan',
  todoFile: ['Jangan gunakan berkas ini.', 'Minta berkas asli kepada pengirimnya.'],
  todoReport: (issuer: string) => `Laporkan kepada ${issuer} bila Anda diminta membayar atau menyerahkan data.`,
  todoCode: [
    'Periksa kembali kode pada kertas Anda, huruf demi huruf.',
    'Bila kodenya benar, jangan gunakan surat itu.',
    'Tanyakan kepada instansi yang tertulis pada kop surat.',
  ],
  checkFile: 'Periksa berkas PDF-nya',
  seeOriginal: 'Lihat keterangan surat aslinya',
  checkAnother: 'Periksa surat lain',
  codeLabel: 'Kode pemeriksaan',
  codeHint: 'Dua belas huruf dan angka, misalnya K7QF-2M9D-04XA.',
  checkCode: 'Periksa kode',
  fileLabel: 'Berkas PDF',
  fileHint: 'Paling besar 25 MB. Berkas dibaca untuk diperiksa saja, lalu dihapus.',
  code: 'Kode',
  checked: 'Diperiksa',
  fingerprint: 'Sidik berkas',
  notKept: 'Halaman ini hanya membaca berkas Anda untuk memeriksa, lalu menghapusnya.',
  demo: 'Instalasi demo: surat dan orang di sini rekaan.',
};

const english: typeof indonesian = {
  title: 'Check a letter',
  otherLanguage: 'Bahasa Indonesia',
  letterYes: 'This letter is authentic',
  agreementYes: 'This agreement is authentic',
  yesDetail: 'Registered, and signed by the officials below.',
  fileYes: 'This file is authentic',
  fileYesDetail: 'Exactly what was signed, to the last byte.',
  fileNo: 'This file is not authentic',
  codeUnknown: 'This code is not known',
  withdrawn: 'This document was withdrawn',
  destroyed: 'Archive',
  destroyedBy: (minutes: string, date: string) =>
    `The issuer’s archive copy was destroyed under minutes number ${minutes} of ${date}.`,
  incomplete: 'This document is not complete',
  superseded: 'This is not the last file',
  todoIncomplete: ['Wait until all of its signers have signed it.', 'Then ask its sender for the complete file.'],
  ask: 'Is this letter authentic?',
  askDetail: 'Enter the code printed at the foot of the letter, or choose its PDF file.',
  number: 'Number',
  subject: 'Subject',
  secret: 'Not shown because of its secrecy',
  date: 'Date',
  signer: 'Signed by',
  certificate: 'certificate valid at that time',
  yourFile: 'Your file',
  checkedAt: 'checked',
  found: 'What was found',
  original: 'The original',
  compare: 'Compare it with your paper',
  compareDetail: 'Number, subject and date must be exactly the same. If not, your paper is not this letter.',
  todo: 'What to do now',
  todoFile: ['Do not use this file.', 'Ask its sender for the original.'],
  todoReport: (issuer) => `Tell ${issuer} if you were asked for money or data.`,
  todoCode: [
    'Check the code on your paper again, letter by letter.',
    'If it is right, do not use that letter.',
    'Ask the office named in the letterhead.',
  ],
  checkFile: 'Check the PDF file',
  seeOriginal: 'See what is known of the original',
  checkAnother: 'Check another letter',
  codeLabel: 'Code',
  codeHint: 'Twelve letters and digits, such as K7QF-2M9D-04XA.',
  checkCode: 'Check the code',
  fileLabel: 'PDF file',
  fileHint: 'At most 25 MB. The file is read for checking only, then deleted.',
  code: 'Code',
  checked: 'Checked on',
  fingerprint: 'Fingerprint',
  notKept: 'This page reads your file to check it, and deletes it then.',
  demo: 'A demo installation: letters and people here are made up.',
};

export type PageTexts = typeof indonesian;
export const pageTexts: Record<Language, PageTexts> = { id: indonesian, en: english };

const zoneNames: Record<string, string> = { 'Asia/Jakarta': 'WIB', 'Asia/Makassar': 'WITA', 'Asia/Jayapura': 'WIT' };
const locales: Record<Language, string> = { id: 'id-ID', en: 'en-GB' };

/** `10.42 WIB` */
export function timeText(at: Date, timeZone: string): string {
  const time = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hour12: false });
  return `${time.format(at).replace(':', '.')} ${zoneNames[timeZone] ?? timeZone}`;
}

/** `24 November 2026`, with the weekday before it if asked for. */
export const dateText = (at: Date, timeZone: string, language: Language, weekday = false): string =>
  new Intl.DateTimeFormat(locales[language], {
    timeZone,
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    ...(weekday ? { weekday: 'long' as const } : {}),
  }).format(at);
