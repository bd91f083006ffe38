import { eq, sql } from 'drizzle-orm';
import type { LetterBody, LetterDocument, LetterImages } from '../adapters/typesetting/index.ts';
import type { TenantRead } from '../core/tenancy/index.ts';
import { findLetterType, type LetterTypeRow } from '../letter-types/index.ts';
import { type Letterhead, settings } from '../organization/index.ts';
import { findSigner, type SignerFacts } from './find-signer.ts';
import { findBodyImages } from './images.ts';
import { printedTitle, secrecyLabels, urgencyLabels } from './labels.ts';
import { authorityOf, letterheadOf, printedHeading, type RegencyFacts } from './letterhead.ts';
import type { Secrecy, Urgency } from './rules.ts';
import { nameWithoutDegrees, type SigningMode, signerLines } from './signer-lines.ts';
import { letterRecipients, letters } from './tables.ts';

/** What of a letter goes on paper; a draft that was never saved has it, too. */
export interface PrintedLetter {
  type: string;
  subject: string;
  secrecy: Secrecy;
  urgency: Urgency;
  attachmentNote: string | null;
  body: LetterBody;
  addressees: string[];
  copies: string[];
  signerPositionId: string | null;
  /** Of the body; a letter that was never saved has none. */
  images?: LetterImages;
}

/** How a page would look if settings that are not saved yet were in force. */
export interface TriedSettings {
  type?: Partial<LetterTypeRow>;
  office?: Partial<typeof settings.$inferSelect>;
}

/** What signing adds to the page. A draft leaves all of it out. */
export interface DocumentOptions {
  today: string;
  /** Creation time in the PDF; equal documents with an equal instant give equal bytes. */
  createdAt: Date;
  number?: string;
  /** ISO date printed on the letter. */
  date?: string;
  /** Address in the QR code; with number and date it makes the document final. */
  verifyUrl?: string;
  verifyCode?: string;
  /** Who signs: the holder today if left out. */
  signerPersonId?: string;
  tried?: TriedSettings;
  /** The position that they sign for: the letter's last signer if left out. */
  signingPositionId?: string;
}

const papers = { A4: 'a4', F4_210: 'f4', F4_215: 'f4_215' } as const;

/** Both axes, as the facts beside the paper tell them: secrecy always, urgency where there is any. */
function natureOf({ secrecy, urgency }: Pick<PrintedLetter, 'secrecy' | 'urgency'>, urgentLabel: string): string {
  if (urgency === 'biasa') return secrecyLabels[secrecy];
  return `${secrecyLabels[secrecy]}, ${urgency === 'amat_segera' ? urgentLabel : urgencyLabels[urgency]}`;
}

const lawLayouts: readonly string[] = ['pengaturan', 'penetapan'];

/** What the type says of the page: its shape, and the words that follow from who signs. */
function typeOnPaper(type: LetterTypeRow, signer: SignerFacts | null, regency: RegencyFacts, year: string) {
  const { layout, datePlacement, showsSubject } = type;
  const heading = type.title ?? (layout === 'korespondensi' ? null : type.name.toUpperCase());
  const isLaw = lawLayouts.includes(layout);
  return {
    layout,
    datePlacement,
    showsSubject,
    title: heading === null ? null : printedHeading(heading, signer, regency),
    authority: isLaw ? authorityOf(signer, regency) : null,
    gazette: type.gazette === null ? null : `${type.gazette} ${regency.name.toUpperCase()} TAHUN ${year}`,
    letterhead: letterheadOf(signer, regency, layout === 'pengaturan'),
    addressPlace: layout === 'korespondensi' || layout === 'pengantar' ? 'Tempat' : null,
  };
}

type Office = typeof settings.$inferSelect;

/** The office's paper, with what the type has of its own. */
const paperOf = (office: Office, type: LetterTypeRow): LetterDocument['paper'] => ({
  size: papers[type.paper ?? office.paper],
  margins: {
    top: office.marginTopMm,
    right: office.marginRightMm,
    bottom: office.marginBottomMm,
    left: office.marginLeftMm,
  },
  font: type.fontFamily ?? office.fontFamily,
  fontSizePt: type.fontSizePt ?? office.fontSizePt,
});

/** Name, rank and NIP as the type prints them. */
const personOnPaper = (signer: SignerFacts | null, type: LetterTypeRow) => ({
  name: signer?.name ? (type.printsRank ? signer.name : nameWithoutDegrees(signer.name)) : '………………',
  rank: type.printsRank ? (signer?.rank ?? null) : null,
  nip: type.printsRank ? (signer?.nip ?? null) : null,
});

function linesOf(signer: SignerFacts | null, title: string, regencyName: string): string[] {
  const own = signer?.own ?? null;
  return signerLines(
    title,
    signer?.mode ?? 'definitif',
    own && {
      title: printedTitle(own.post, regencyName),
      mode: own.mode,
      between: own.between && printedTitle(own.between, regencyName),
    },
  );
}

/** Who the page says signs: frozen into the letter when it is signed. */
export interface PrintedSigner {
  lines: string[];
  mode: SigningMode;
  positionId: string | null;
  personId: string | null;
  name: string;
  /** The post as printed, without a.n. or Plt. */
  title: string;
}

/** The typesetter's input for a letter, and who signs it. Reads settings, type, signer and regency; no letter. */
export async function composeDocument(
  read: TenantRead,
  letter: PrintedLetter,
  options: DocumentOptions,
): Promise<{ document: LetterDocument; signer: PrintedSigner; roles: string[] }> {
  const { today, number, date, verifyUrl } = options;
  const [[storedOffice], storedType, signer, [row]] = await Promise.all([
    read.select().from(settings).limit(1),
    findLetterType(read, letter.type),
    letter.signerPositionId === null ? null : findSigner(read, letter.signerPositionId, options.signerPersonId, today),
    read.execute<Omit<RegencyFacts, 'letterhead' | 'emblem' | 'emblemSpaceMm'> & { letterhead: unknown }>(
      sql`select t.name, t.kind, t.accent, t.mark_svg as mark, r.province,
        (select u.letterhead from units u where u.parent_id is null order by (u.kind = 'regent') desc limit 1) as letterhead
        from platform.tenants t join platform.regions r on r.code = t.region_code where t.slug = platform.current_tenant()`,
    ),
  ]);
  if (!storedOffice || !row) throw new Error('an office without settings');
  if (!storedType) throw new Error(`a letter of the type ${letter.type}, which is not there`);
  const office = { ...storedOffice, ...options.tried?.office };
  const type = { ...storedType, ...options.tried?.type };
  const { emblemSvg: emblem, emblemSpaceMm } = office;
  const letterhead = parsed<Letterhead | null>(row.letterhead) ?? {};
  const regency: RegencyFacts = { ...row, letterhead, emblem, emblemSpaceMm };
  const title = signer ? printedTitle(signer, regency.name) : 'Penanda tangan';
  const lines = linesOf(signer, title, regency.name);
  const shape = typeOnPaper(type, signer, regency, (date ?? today).slice(0, 4));
  const isFinal = number !== undefined && date !== undefined && verifyUrl !== undefined;
  const document: LetterDocument = {
    ...shape,
    mode: isFinal ? 'final' : 'draft',
    createdAt: options.createdAt.toISOString(),
    paper: paperOf(office, type),
    number: number ?? null,
    place: office.capital,
    date: date ?? null,
    secrecy: letter.secrecy,
    nature: natureOf(letter, office.urgentLabel),
    attachment: letter.attachmentNote,
    subject: letter.subject,
    from: shape.layout === 'nota_dinas' || shape.layout === 'radiogram' ? title : null,
    addressees: letter.addressees,
    body: letter.body,
    ...(letter.images ? { images: letter.images } : {}),
    signer: { lines, ...personOnPaper(signer, type) },
    signature: verifyUrl === undefined ? { kind: 'placeholder' } : { kind: 'electronic', verifyUrl },
    copies: letter.copies,
    footer: { note: office.letterFooter, verifyCode: options.verifyCode ?? null },
    author: `${signer?.unit.name ?? office.officeName} ${regency.name}`,
    ...(regency.accent === null ? {} : { accent: regency.accent }),
  };
  const { personId = null, positionId = null, mode = 'definitif' } = signer ?? {};
  const printed: PrintedSigner = { lines, mode, positionId, personId, name: signer?.name ?? '', title };
  return { document, signer: printed, roles: type.signerRoles };
}

const parsed = <T>(value: unknown): T => (typeof value === 'string' ? JSON.parse(value) : value) as T;

/** What of a stored letter goes on paper; null when there is none, or one without a body (incoming). */
async function readPrintedLetter(read: TenantRead, letterId: string): Promise<PrintedLetter | null> {
  const [[row], recipients] = await Promise.all([
    read.select().from(letters).where(eq(letters.id, letterId)).limit(1),
    read
      .select({ role: letterRecipients.role, name: letterRecipients.name })
      .from(letterRecipients)
      .where(eq(letterRecipients.letterId, letterId))
      .orderBy(letterRecipients.ordinal),
  ]);
  if (!row || row.body === null) return null;
  const images = await findBodyImages(read, letterId);
  const named = (role: 'to' | 'copy') => recipients.filter((each) => each.role === role).map((each) => each.name);
  const { type, subject, secrecy, urgency, attachmentNote, body, signerPositionId } = row;
  return {
    type,
    subject,
    secrecy,
    urgency,
    attachmentNote,
    body,
    images,
    signerPositionId,
    addressees: named('to'),
    copies: named('copy'),
  };
}

/**
 * The typesetter's input for a letter that is to be signed (or shown), with who signs it as printed. Where several sign,
 * the page names them all before the first signature, since nothing can be drawn after it: `signers` in their order,
 * `signer` the last of them.
 * @throws Error for a letter that does not exist or has no body: the caller has loaded it before
 */
export async function buildLetterDocument(
  read: TenantRead,
  letterId: string,
  options: DocumentOptions,
): Promise<{ document: LetterDocument; signer: PrintedSigner; signers: PrintedSigner[] }> {
  const [letter, places] = await Promise.all([readPrintedLetter(read, letterId), findSigningPlaces(read, letterId)]);
  if (!letter) throw new Error(`letter ${letterId} has nothing to print`);
  return composeTogether(read, letter, places, options);
}

interface SigningPlace {
  positionId: string;
  /** Who signs for it, once that is settled: the holder today if null. */
  personId: string | null;
}

/**
 * The page of a letter that the positions of `places` sign in this order; with none of them, its own signer's.
 */
export async function composeTogether(
  read: TenantRead,
  letter: PrintedLetter,
  places: readonly SigningPlace[],
  options: DocumentOptions,
): Promise<{ document: LetterDocument; signer: PrintedSigner; signers: PrintedSigner[] }> {
  const last = places.at(-1);
  if (!last || places.length === 1) {
    const { document, signer } = await composeDocument(read, letter, options);
    return { document, signer, signers: [signer] };
  }
  const { signerPersonId, signingPositionId = last.positionId, ...rest } = options;
  const composed = await Promise.all(
    places.map(({ positionId, personId }) => {
      const signs = personId ?? (positionId === signingPositionId ? signerPersonId : undefined);
      const place = { ...rest, ...(signs === undefined ? {} : { signerPersonId: signs }) };
      return composeDocument(read, { ...letter, signerPositionId: positionId }, place);
    }),
  );
  const [first] = composed;
  const main = composed.at(-1);
  if (!first || !main) throw new Error('places without a last one');
  const roleOf = (index: number): string | null => first.roles[index] || null;
  const cosigners = composed.slice(0, -1).map((each, i) => ({ ...each.document.signer, role: roleOf(i) }));
  // The paper is that of who signs first: of a regulation the head of the regency, of an agreement the first party.
  const document = {
    ...first.document,
    signer: main.document.signer,
    signerRole: roleOf(composed.length - 1),
    cosigners,
  };
  return { document, signer: main.signer, signers: composed.map((each) => each.signer) };
}

/** A page as it is signed: with the number and date it was given, and the code by which anyone finds it. */
export const finalDocument = (
  document: LetterDocument,
  given: { number: string; date: string; verifyCode: string; verifyUrl: string },
): LetterDocument => ({
  ...document,
  mode: 'final',
  number: given.number,
  date: given.date,
  signature: { kind: 'electronic', verifyUrl: given.verifyUrl },
  footer: { ...document.footer, verifyCode: given.verifyCode },
});

/** The positions that sign in the last round, in order, with the person frozen for each once the first has signed. */
async function findSigningPlaces(read: TenantRead, letterId: string): Promise<SigningPlace[]> {
  return read.execute<SigningPlace & Record<string, unknown>>(sql`
    select s.position_id as "positionId", s.printed ->> 'personId' as "personId" from letter_steps s
    where s.letter_id = ${letterId}::uuid and s.act = 'sign'
      and s.round = (select max(round) from letter_steps where letter_id = ${letterId}::uuid)
    order by s.ordinal`);
}
