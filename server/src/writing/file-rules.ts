/** What may go with a letter. Formats that carry programs (.docm, .xlsm, .exe, .html, .svg) are not among them. */
const kinds = [
  { ending: 'pdf', mediaType: 'application/pdf', starts: [0x25, 0x50, 0x44, 0x46, 0x2d] },
  { ending: 'jpg', mediaType: 'image/jpeg', starts: [0xff, 0xd8, 0xff] },
  { ending: 'jpeg', mediaType: 'image/jpeg', starts: [0xff, 0xd8, 0xff] },
  { ending: 'png', mediaType: 'image/png', starts: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  ...(
    [
      ['docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
      ['xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
      ['pptx', 'application/vnd.openxmlformats-officedocument.presentationml.presentation'],
      ['odt', 'application/vnd.oasis.opendocument.text'],
      ['ods', 'application/vnd.oasis.opendocument.spreadsheet'],
      ['odp', 'application/vnd.oasis.opendocument.presentation'],
    ] as const
  ).map(([ending, mediaType]) => ({ ending, mediaType, starts: [0x50, 0x4b, 0x03, 0x04] })),
];

export const attachmentLimits = { files: 20, totalBytes: 100 * 1024 * 1024 };
/** A picture on paper needs no more: 40 megapixels are A3 at 600 dpi and then some. */
export const imageLimits = { bytes: 8 * 1024 * 1024, pixels: 40_000_000, side: 12_000, perLetter: 60 };

const startsWith = (bytes: Uint8Array, starts: readonly number[]): boolean =>
  starts.every((byte, index) => bytes[index] === byte);

/** A file name that can stand in a header and on any disk. */
export function cleanName(name: string): string {
  const cleaned = name
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}/\\:*?"<>|]+/gu, '-')
    .replace(/^[.\s-]+/, '')
    .trim();
  return cleaned.slice(-150) || 'lampiran';
}

/**
 * What a file is, by its name and its first bytes together; null when they disagree, or it may not go with a letter.
 */
export function attachmentType(file: { bytes: Uint8Array; name: string }): string | null {
  const ending = file.name.split('.').at(-1)?.toLowerCase();
  const kind = kinds.find((each) => each.ending === ending);
  return kind && startsWith(file.bytes, kind.starts) ? kind.mediaType : null;
}

const counted = ['', 'Satu', 'Dua', 'Tiga', 'Empat', 'Lima', 'Enam', 'Tujuh', 'Delapan', 'Sembilan', 'Sepuluh'];

/** What the "Lampiran" line of a letter says of so many files; null for none. */
export function attachmentNote(files: number): string | null {
  if (files === 0) return null;
  return `${counted[files] ?? String(files)} berkas`;
}

export interface Picture {
  mediaType: 'image/png' | 'image/jpeg';
  width: number;
  height: number;
}

/** What a picture is and how large, read from its own bytes; null for anything but a PNG or JPEG that can be printed. */
export function readPicture(bytes: Uint8Array): Picture | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) {
    const isHeader = bytes.byteLength > 33 && view.getUint32(12) === 0x49484452;
    return isHeader ? { mediaType: 'image/png', width: view.getUint32(16), height: view.getUint32(20) } : null;
  }
  return startsWith(bytes, [0xff, 0xd8, 0xff]) ? readJpeg(bytes, view) : null;
}

/** Walks the segments up to the frame header (ITU-T T.81, B.2.2), which has the size and the number of colours. */
function readJpeg(bytes: Uint8Array, view: DataView): Picture | null {
  let at = 2;
  while (at + 9 < bytes.byteLength) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes[at + 1] ?? 0;
    const length = view.getUint16(at + 2);
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) {
      const colours = bytes[at + 9];
      // Four colours are for presses; screens and archives show them each in their own way.
      if (colours !== 1 && colours !== 3) return null;
      return { mediaType: 'image/jpeg', height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    }
    if (length < 2) return null;
    at += 2 + length;
  }
  return null;
}
