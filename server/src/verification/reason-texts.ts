import type { Reason } from './rules.ts';

export type Language = 'id' | 'en';

const indonesian: Record<Reason, string> = {
  not_a_pdf: 'Berkas ini bukan PDF.',
  too_large: 'Berkas ini terlalu besar untuk diperiksa.',
  no_signature: 'Berkas ini tidak memuat tanda tangan elektronik.',
  too_many_signatures: 'Berkas ini memuat terlalu banyak tanda tangan untuk diperiksa.',
  malformed: 'Tanda tangan pada berkas ini rusak.',
  unsupported_algorithm: 'Tanda tangan pada berkas ini memakai cara yang tidak dikenal.',
  content_changed: 'Isinya berubah setelah ditandatangani.',
  signature_wrong: 'Tanda tangannya tidak cocok dengan sertifikatnya.',
  appended_after_signature: 'Ada yang ditambahkan setelah ditandatangani.',
  certificate_untrusted: 'Sertifikat penanda tangannya tidak diterbitkan di sini.',
  certificate_expired: 'Sertifikat penanda tangannya tidak berlaku saat menandatangani.',
  certificate_revoked: 'Sertifikat penanda tangannya sudah dicabut saat menandatangani.',
  extra_certificates: 'Berkas ini memuat sertifikat asing.',
  timestamp_missing: 'Waktu penandatanganannya tidak tercatat.',
  timestamp_wrong: 'Catatan waktu penandatanganannya tidak cocok.',
  timestamp_untrusted: 'Catatan waktu penandatanganannya tidak dapat dipercaya.',
  unknown_code: 'Tidak ada naskah dengan kode ini.',
  not_registered: 'Berkas ini tidak tercatat sebagai naskah yang diterbitkan.',
  withdrawn: 'Naskah ini sudah dicabut oleh penerbitnya.',
  superseded:
    'Berkas ini asli tetapi bukan yang terakhir: sesudahnya ada tanda tangan lain. Minta berkas yang lengkap.',
  incomplete: 'Naskah ini belum lengkap: belum semua penanda tangan menandatanganinya.',
};

const english: Record<Reason, string> = {
  not_a_pdf: 'This file is not a PDF.',
  too_large: 'This file is too large to be checked.',
  no_signature: 'This file has no electronic signature.',
  too_many_signatures: 'This file has too many signatures to be checked.',
  malformed: 'The signature in this file is damaged.',
  unsupported_algorithm: 'The signature in this file is of an unknown kind.',
  content_changed: 'Its content was changed after it was signed.',
  signature_wrong: 'The signature does not match its certificate.',
  appended_after_signature: 'Something was added after it was signed.',
  certificate_untrusted: "The signer's certificate was not issued here.",
  certificate_expired: "The signer's certificate was not valid at the time of signing.",
  certificate_revoked: "The signer's certificate had been revoked at the time of signing.",
  extra_certificates: 'This file holds foreign certificates.',
  timestamp_missing: 'The time of signing is not recorded.',
  timestamp_wrong: 'The record of the time of signing does not match.',
  timestamp_untrusted: 'The record of the time of signing cannot be trusted.',
  unknown_code: 'There is no document with this code.',
  not_registered: 'This file is not registered as an issued document.',
  withdrawn: 'This document was withdrawn by its issuer.',
  superseded: 'This file is genuine but not the last one: other signatures followed. Ask for the complete file.',
  incomplete: 'This document is not complete: not all of its signers have signed it yet.',
};

const texts = { id: indonesian, en: english } as const;

/** A reason in a sentence. */
export const reasonText = (reason: Reason, language: Language): string => texts[language][reason];
