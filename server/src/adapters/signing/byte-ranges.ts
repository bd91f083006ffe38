/** One signature's place in a file, in bytes. Signed are [0, gapStart) and [gapEnd, end); the gap holds the signature. */
export type SignedRange = {
  gapStart: number;
  gapEnd: number;
  /** Where the signed revision ends. */
  end: number;
  /** The DER signature, or null when the gap holds anything but one hexadecimal string with zeros after its end. */
  contents: Uint8Array | null;
};

export type ByteRangeScan = {
  ranges: SignedRange[];
  /** True when a signature's range is not of the strict form, or ranges do not nest as revisions do. */
  malformed: boolean;
  tooMany: boolean;
};

/** More signatures than any document of ours has; each costs work. */
const maxSignatures = 32;
/** Bytes of one signature; ours take about 3 KB. */
const maxContents = 64 * 1024;

const key = Buffer.from('/ByteRange');
const value = /^\s*\[\s*(\d{1,10})\s+(\d{1,10})\s+(\d{1,10})\s+(\d{1,10})\s*\]/;

/**
 * Finds every signature of a file by its ByteRange. The file is not parsed: whoever hides a signature from this scan
 * (by escaping the name, say) only makes the file end after the last signature found, which is refused.
 *
 * Strict rules, from the attacks published on PDF signatures (USF, SWA, shadow): a range starts at 0 and ends within
 * the file, its gap is exactly one hexadecimal string, its dictionary lies in its own revision, and each revision
 * contains the one before.
 */
export function scanByteRanges(file: Buffer): ByteRangeScan {
  const scan: ByteRangeScan = { ranges: [], malformed: false, tooMany: false };
  const found: (SignedRange & { at: number })[] = [];
  for (let at = file.indexOf(key); at !== -1; at = file.indexOf(key, at + key.length)) {
    if (found.length === maxSignatures) {
      scan.tooMany = true;
      break;
    }
    const range = readRange(file, at);
    if (range) found.push({ ...range, at });
    else scan.malformed = true;
  }
  found.sort((a, b) => a.end - b.end);
  let before = 0;
  for (const range of found) {
    const ownRevision = range.at >= before && range.at < range.end && range.gapStart >= before && range.end > before;
    if (!ownRevision) scan.malformed = true;
    before = range.end;
  }
  scan.ranges = found;
  return scan;
}

function readRange(file: Buffer, at: number): SignedRange | null {
  const match = value.exec(file.toString('latin1', at + key.length, at + key.length + 80));
  if (!match) return null;
  const [start = 1, gapStart = 0, gapEnd = 0, length = 0] = match.slice(1).map(Number);
  const end = gapEnd + length;
  if (start !== 0 || gapStart < 1 || gapEnd <= gapStart || length < 1 || end > file.length) return null;
  return { gapStart, gapEnd, end, contents: readContents(file, gapStart, gapEnd) };
}

function readContents(file: Buffer, gapStart: number, gapEnd: number): Uint8Array | null {
  if (file[gapStart] !== 0x3c || file[gapEnd - 1] !== 0x3e || gapEnd - gapStart > 2 * maxContents + 2) return null;
  const hex = file.toString('latin1', gapStart + 1, gapEnd - 1);
  // One case only: otherwise a changed letter case would be a change that nobody notices.
  if (hex.length % 2 !== 0 || !(/^[0-9a-f]+$/.test(hex) || /^[0-9A-F]+$/.test(hex))) return null;
  const bytes = Buffer.from(hex, 'hex');
  const length = derLength(bytes);
  if (length === null || bytes.subarray(length).some((byte) => byte !== 0)) return null;
  return bytes.subarray(0, length);
}

/** Length of the DER sequence at the start, header included; null when there is none. */
function derLength(bytes: Buffer): number | null {
  const first = bytes[1];
  if (bytes[0] !== 0x30 || first === undefined) return null;
  if (first < 0x80) return 2 + first <= bytes.length ? 2 + first : null;
  const octets = first & 0x7f;
  if (octets < 1 || octets > 3 || bytes.length < 2 + octets) return null;
  const length = 2 + octets + bytes.readUIntBE(2, octets);
  return length <= bytes.length ? length : null;
}
