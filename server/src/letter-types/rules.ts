import type { PositionKind } from '../core/rights/index.ts';

/**
 * Parts that a type may require: addressees (Yth.), the note on attachments (Lampiran), copies (Tembusan), and in the body
 * the basis (Dasar), who is charged (Kepada), the considerations (Menimbang), the law recalled (Mengingat) and what is
 * laid down (MEMUTUSKAN, Menetapkan).
 */
export const letterParts = [
  'addressee',
  'attachment',
  'copies',
  'basis',
  'assignee',
  'considering',
  'recalling',
  'dictum',
] as const;
export type LetterPart = (typeof letterParts)[number];

/** What of a letter decides whether a part is there. */
export interface LetterParts {
  addressees: number;
  copies: number;
  attachmentNote: string | null;
  /** The body as plain text, one line a block; rows of details as "label: words". */
  text: string;
}

type PartRule = { path: string; message: string; isThere(letter: LetterParts): boolean };

/** Labels of parts: what stands behind one of them is not what stands behind the label above it. */
const otherLabel =
  /^(?:menimbang|mengingat|memperhatikan|dasar|memutuskan|menetapkan|memerintahkan|menugaskan|kepada|untuk)\b/i;

/** A line that begins with one of the words and goes on, or is followed by one that does. */
const hasPart =
  (...words: string[]) =>
  ({ text }: LetterParts): boolean => {
    const lines = text
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '');
    const label = new RegExp(`^(?:${words.join('|')})\\b[\\s:.]*`, 'i');
    return lines.some((line, index) => {
      if (!label.test(line)) return false;
      const next = lines[index + 1];
      return line.replace(label, '') !== '' || (next !== undefined && !otherLabel.test(next));
    });
  };

/**
 * Source: parts of orders, decisions and regulations as UU 12/2011 lampiran II (for regulations and decisions) and
 * Permendagri 1/2023 on naskah dinas have them, by secondary sources; which type needs which is the regency's setting.
 */
const partRules: Record<LetterPart, PartRule> = {
  addressee: {
    path: 'recipients',
    message: 'Tulis sekurang-kurangnya satu penerima surat.',
    isThere: (letter) => letter.addressees > 0,
  },
  attachment: {
    path: 'attachmentNote',
    message: 'Isi keterangan lampiran.',
    isThere: (letter) => (letter.attachmentNote ?? '').trim() !== '',
  },
  copies: {
    path: 'copies',
    message: 'Tulis sekurang-kurangnya satu tembusan.',
    isThere: (letter) => letter.copies > 0,
  },
  basis: {
    path: 'body',
    message: 'Isi surat belum memuat "Dasar" beserta dasar hukumnya.',
    isThere: hasPart('dasar', 'mengingat', 'menimbang'),
  },
  assignee: {
    path: 'body',
    message: 'Isi surat belum memuat "Kepada" atau "Nama" beserta orang yang dituju.',
    isThere: hasPart('kepada', 'nama'),
  },
  considering: {
    path: 'body',
    message: 'Isi naskah belum memuat "Menimbang" beserta pertimbangannya.',
    isThere: hasPart('menimbang'),
  },
  recalling: {
    path: 'body',
    message: 'Isi naskah belum memuat "Mengingat" beserta dasar hukumnya.',
    isThere: hasPart('mengingat'),
  },
  dictum: {
    path: 'body',
    message: 'Isi naskah belum memuat diktum: "Menetapkan" (atau "MEMUTUSKAN", "MENGINSTRUKSIKAN") beserta isinya.',
    isThere: hasPart('menetapkan', 'memutuskan', 'menginstruksikan', 'kesatu'),
  },
};

/** What a letter of a type still lacks, each with the path of its field; empty when it may be submitted. */
export const missingParts = (
  required: readonly LetterPart[],
  letter: LetterParts,
): { part: LetterPart; path: string; message: string }[] =>
  required.flatMap((part) => {
    const { path, message, isThere } = partRules[part];
    return isThere(letter) ? [] : [{ part, path, message }];
  });

/** How messages call the kinds of positions. */
const kindNames: Record<PositionKind, string> = {
  regent: 'kepala daerah',
  deputy_regent: 'wakil kepala daerah',
  secretary: 'sekretaris daerah',
  unit_head: 'kepala perangkat daerah',
  division_head: 'kepala bidang atau bagian',
  council_leader: 'pimpinan DPRD',
  staff: 'staf',
  registrar: 'pencatat surat',
  administrator: 'administrator',
};

/**
 * Why a position may not sign a type, in Indonesian, or null if it may. For the one who signs; who signs beside
 * (the other party, a witness, the secretary who promulgates) is not bound to it.
 */
export function signerFault(
  type: { name: string; signerKinds: readonly PositionKind[] },
  position: { title: string; kind: PositionKind },
): string | null {
  if (type.signerKinds.includes(position.kind)) return null;
  const names = type.signerKinds.map((kind) => kindNames[kind]);
  const last = names.at(-1) ?? '';
  const allowed = names.length > 1 ? `${names.slice(0, -1).join(', ')} atau ${last}` : last;
  return `${type.name} tidak ditandatangani oleh ${position.title}. Pilih ${allowed} sebagai penanda tangan.`;
}

/** Why a letter of the type may not have so many signers, or null. @param signers all of them, the first included */
export const signerCountFault = (type: { name: string; maxSigners: number }, signers: number): string | null =>
  signers <= type.maxSigners
    ? null
    : `${type.name} ditandatangani paling banyak ${type.maxSigners} orang, sedangkan yang dipilih ${signers}.`;
