/** What a scan may be (architecture.md, uploads): everything else is refused, whatever it calls itself. */
export const scanTypes = ['application/pdf', 'image/jpeg', 'image/png'] as const;
export type ScanType = (typeof scanTypes)[number];

const signatures: readonly { type: ScanType; bytes: readonly number[] }[] = [
  { type: 'application/pdf', bytes: [0x25, 0x50, 0x44, 0x46, 0x2d] },
  { type: 'image/jpeg', bytes: [0xff, 0xd8, 0xff] },
  { type: 'image/png', bytes: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
];

const extensions: Record<string, ScanType> = {
  pdf: 'application/pdf',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
};

/** What the bytes are, by their first ones; null for anything that is no scan. */
export function detectScanType(bytes: Uint8Array): ScanType | null {
  return signatures.find(({ bytes: magic }) => magic.every((byte, index) => bytes[index] === byte))?.type ?? null;
}

/**
 * What is wrong with an uploaded scan, in Indonesian; null when its bytes, its stated type and its name agree.
 * A name without a known ending and the type `application/octet-stream` claim nothing.
 */
export function scanFault(file: { bytes: Uint8Array; mediaType: string; name: string }): string | null {
  if (file.bytes.byteLength === 0) return 'Berkas ini kosong.';
  const actual = detectScanType(file.bytes);
  if (actual === null) return 'Berkas ini bukan PDF, JPEG, atau PNG.';
  const stated = file.mediaType.toLowerCase().replace('image/jpg', 'image/jpeg');
  const ending = extensions[file.name.split('.').at(-1)?.toLowerCase() ?? ''];
  const claims = [stated === 'application/octet-stream' ? undefined : stated, ending];
  const isHonest = claims.every((claim) => claim === undefined || claim === actual);
  return isHonest ? null : 'Isi berkas ini tidak sama dengan jenis yang disebutkannya.';
}

/** A file name that can stand in a header and on any disk; `surat` when nothing is left. */
export function safeFileName(name: string): string {
  const cleaned = name
    .replace(/[\p{Cc}/\\:*?"<>|]+/gu, '-')
    .replace(/^[.\s-]+/, '')
    .trim();
  return cleaned.slice(-150) || 'surat';
}

/** Value of `content-disposition`: an attachment, with an ASCII name and the full one. */
export function attachmentHeader(name: string): string {
  const safe = safeFileName(name);
  const ascii = safe.replace(/[^\x20-\x7e]/g, '_');
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(safe)}`;
}
