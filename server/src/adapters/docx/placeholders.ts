/** A run of text with its marks, as the body has it. */
export type Words = { text: string; marks: string[] };
export type Inline = Record<string, unknown>;

/** What an import found out besides the text. */
export type Findings = { notices: Set<string>; names: Map<string, string> };

const kinds: [string, RegExp][] = [
  ['date', /\b(tanggal|tgl|hari)\b/i],
  ['time', /\b(pukul|jam|waktu)\b/i],
  ['money', /\b(biaya|nominal|anggaran|rupiah|honor|honorarium|jumlah uang|nilai kontrak)\b/i],
];

/** What the letter prints by itself, so that a place for it would print it twice. */
const ownPlaces =
  /^(nomor( naskah| surat)?|no surat|tanggal (naskah|surat)|tgl (naskah|surat)|qr( ?code)?|kode qr|ttd( pengirim)?|tte|tanda ?tangan( pengirim)?|sifat|lampiran|hal|perihal|nama pengirim|jabatan pengirim|nip pengirim|pangkat pengirim)$/i;

// ${nomor}, {{nama}}, «Nama», [..........]: bounded, so that no text makes them search long.
const pattern = /\$\{([^{}\n]{1,80})\}|\{\{([^{}\n]{1,80})\}\}|«([^«»\n]{1,80})»|\[\s?(?:\.{3,}|…{1,40}|_{3,})\s?\]/g;

const tidy = (name: string): string => name.replaceAll(/[_\s]+/g, ' ').trim();
const sentence = (label: string): string => label.charAt(0).toUpperCase() + label.slice(1);

/** "Tanggal mulai" → `tanggal_mulai`; never empty. */
function slug(label: string): string {
  const plain = label
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/[^a-z0-9]+/g, '_')
    .replaceAll(/^[_0-9]+|_+$/g, '');
  return plain.slice(0, 50) || 'isian';
}

/** The words before a row of dots, which say what belongs there: "Nama : [.....]" → "Nama". */
function labelBefore(text: string): string {
  const words =
    text
      .replaceAll(/[\s:.,;()\t]+$/g, '')
      .split(/[.:;,()\t]/)
      .at(-1) ?? '';
  return tidy(words.split(/\s+/).slice(-4).join(' '));
}

/** Puts variables where a document has placeholders, also across runs, since Word breaks words where it likes. */
export function withVariables(words: readonly Words[], findings: Findings): Inline[] {
  const text = words.map((each) => each.text).join('');
  const found: Inline[] = [];
  let done = 0;
  for (const match of text.matchAll(pattern)) {
    found.push(...slice(words, done, match.index));
    done = match.index + match[0].length;
    const named = match[1] ?? match[2] ?? match[3];
    const label = sentence(named === undefined ? labelBefore(text.slice(0, match.index)) : tidy(named));
    if (named !== undefined && ownPlaces.test(tidy(named))) {
      findings.notices.add(`Tempat untuk "${tidy(named)}" dilepas: Madangan mencetaknya sendiri.`);
      continue;
    }
    const marks = slice(words, match.index, match.index + 1)[0]?.marks;
    found.push({
      type: 'variable',
      attrs: place(label || 'Isian', named !== undefined, findings),
      ...(marks ? { marks } : {}),
    });
  }
  found.push(...slice(words, done, text.length));
  return found;
}

function place(label: string, isNamed: boolean, { names }: Findings) {
  let name = slug(label);
  // A name given twice is one field; two rows of dots are two, whatever stands before them.
  for (let count = 2; names.has(name) && (!isNamed || names.get(name) !== label) && count < 500; count++)
    name = `${slug(label)}_${count}`;
  names.set(name, isNamed ? label : '');
  const kind = kinds.find(([, words]) => words.test(label))?.[0] ?? 'text';
  return { name, label: label.slice(0, 120), kind, value: null, required: true };
}

/** The runs between two places of the joined text, as inline nodes. */
function slice(words: readonly Words[], from: number, to: number): { type: string; text: string; marks?: object[] }[] {
  const found: { type: string; text: string; marks?: object[] }[] = [];
  let at = 0;
  for (const { text, marks } of words) {
    const part = text.slice(Math.max(0, from - at), Math.max(0, to - at));
    at += text.length;
    if (part === '') continue;
    found.push({ type: 'text', text: part, ...(marks.length > 0 ? { marks: marks.map((type) => ({ type })) } : {}) });
  }
  return found;
}
