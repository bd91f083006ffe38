import type { z } from 'zod';
import type { BlockData } from './body-data.ts';
import { placeImages } from './body-image.ts';
import { formatDate } from './document-parts.ts';
import { addresseesInline, type LetterLayout, letterDocumentSchema } from './letter-document.ts';
import { body, footerData, input, parse, sheet, signatureData, type TypesettingInput } from './prepare.ts';
import { joinDetails, markContinued, raiseDictum, splitAnnexes } from './shape-body.ts';

type Letter = z.output<typeof letterDocumentSchema>;
type Signer = Letter['signer'] & { role?: string | null };

/** Splits "a.n. BUPATI SUMEDANG" so that the lines below stand behind the prefix, as the letter rules show it. */
function signerData({ lines, name, rank, nip, role }: Signer) {
  const [first = '', ...rest] = lines;
  const prefix = /^(a\.\s?n\.|Plt\.|Plh\.|Pj\.|Pjs\.)\s+(.*)$/is.exec(first);
  return {
    prefix: prefix?.[1] ?? '',
    lines: [prefix?.[2] ?? first, ...rest],
    name,
    rank: rank ?? '',
    nip: nip ?? '',
    role: role ?? '',
  };
}

/** Where headings of the first level stand in the middle: BAB, Pasal, MEMUTUSKAN, MEMERINTAHKAN. */
const centred: readonly LetterLayout[] = ['judul', 'pengaturan', 'penetapan', 'perjalanan_dinas', 'sertifikat'];

/** A certificate lies on its side, its margins inside its frame. */
function sheetOf({ paper, layout }: Letter) {
  const upright = sheet(paper);
  if (layout !== 'sertifikat') return upright;
  return { ...upright, width: upright.height, height: upright.width, top: 17, right: 24, bottom: 22, left: 24 };
}

function annexesOf(letter: Letter, inBody: { label: string; title: string; body: BlockData[] }[]) {
  const given = letter.annexes.map((annex, i) => ({
    label: 'Lampiran',
    title: annex.title,
    body: joinDetails(body(annex.body, ['annexes', i, 'body'], letter.mode)),
  }));
  return [...inBody, ...given];
}

/** Validates a letter and turns it into what its layout reads. @throws TypesettingError */
export function prepareLetter(doc: unknown): TypesettingInput {
  const letter = parse(letterDocumentSchema, doc);
  const { layout } = letter;
  const isLong = letter.addressees.length > addresseesInline;
  const isTitled = layout !== 'korespondensi' && layout !== 'nota_dinas' && layout !== 'radiogram';
  const isLaw = layout === 'pengaturan' || layout === 'penetapan';
  const { main, annexes } = splitAnnexes(placeImages(body(letter.body, ['body'], letter.mode), letter.images));
  return input('letter', letter.createdAt, {
    draft: letter.mode === 'draft',
    sheet: sheetOf(letter),
    letterhead: letter.letterhead,
    layout,
    centred: centred.includes(layout),
    textSide: layout === 'sertifikat' ? 'center' : '',
    detailsIndent: !isTitled || layout === 'pengantar',
    title: letter.title ?? '',
    datePlacement: letter.datePlacement ?? (isTitled ? 'closing' : 'top'),
    number: letter.number,
    place: letter.place,
    date: letter.date === null ? null : formatDate(letter.date),
    secrecy: letter.secrecy,
    nature: letter.nature ?? '',
    attachment: letter.attachment ?? '',
    subject: letter.subject,
    showsSubject: letter.showsSubject,
    from: letter.from ?? '',
    addressees: isLong ? [] : letter.addressees,
    listedAddressees: isLong ? letter.addressees : [],
    addressPlace: letter.addressPlace ?? '',
    authority: letter.authority ?? '',
    gazette: letter.gazette ?? '',
    body: markContinued(isLaw ? raiseDictum(joinDetails(main)) : joinDetails(main)),
    annexes: annexesOf(letter, annexes),
    signer: signerData({ ...letter.signer, role: letter.signerRole }),
    signature: signatureData(letter.signature),
    cosigners: letter.cosigners.map(signerData),
    copies: letter.copies,
    footer: footerData(letter.footer),
    author: letter.author,
    accent: letter.accent,
  });
}
