import { eq, sql } from 'drizzle-orm';
import { type LetterBody, type LetterDocument, type LetterImages, letterShape } from '../adapters/typesetting/index.ts';
import type { TenantRead } from '../core/tenancy/index.ts';
import { holderOf, type Letterhead, settings } from '../organization/index.ts';
import { letterTypes } from '../templates/index.ts';
import { findBodyImages } from './images.ts';
import { printedTitle, secrecyLabels, urgencyLabels } from './labels.ts';
import type { Secrecy, Urgency } from './rules.ts';
import { type SigningMode, signerLines } from './signer-lines.ts';
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
  /** The position that they sign for: the letter's last signer if left out. */
  signingPositionId?: string;
}

interface SignerFacts {
  positionId: string;
  title: string;
  kind: string;
  unitName: string;
  unitKind: string;
  letterhead: Letterhead;
  personId: string | null;
  name: string | null;
  rank: string | null;
  nip: string | null;
  mode: SigningMode;
  /** A delegate's own post. */
  own: { title: string; kind: string } | null;
}

interface RegencyFacts {
  name: string;
  accent: string | null;
  mark: string | null;
  /** Of the top unit: what a unit's own letterhead leaves out. */
  letterhead: Letterhead;
}

/** The organisation that writes: sections write under the letterhead of the unit that they belong to. */
const organisation = sql`(
  with recursive up as (
    select u.id, u.parent_id, u.kind, u.name, u.letterhead, 1 as rung from units u where u.id = pos.unit_id
    union all
    select u.id, u.parent_id, u.kind, u.name, u.letterhead, up.rung + 1 from units u join up on u.id = up.parent_id
  )
  select jsonb_build_object('name', up.name, 'kind', up.kind, 'letterhead', up.letterhead)
  from up order by (up.kind in ('section', 'other')), up.rung limit 1)`;

async function findSigner(
  read: TenantRead,
  positionId: string,
  personId: string | undefined,
  today: string,
): Promise<SignerFacts | null> {
  type Row = {
    positionId: string;
    title: string;
    kind: string;
    org: unknown;
    holder: unknown;
    rank: string | null;
    nip: string | null;
    name: string | null;
    own: unknown;
  };
  const signer = personId ?? null;
  const [row] = await read.execute<Row>(sql`
    with seat as (
      select pos.id, pos.title, pos.kind, ${organisation} as org, ${holderOf(sql`pos.id`, today)} as holder
      from positions pos where pos.id = ${positionId}
    )
    select seat.id as "positionId", seat.title, seat.kind, seat.org, seat.holder, pe.rank, pe.nip, pe.name,
      (select jsonb_build_object('title', p.title, 'kind', p.kind) from assignments a join positions p on p.id = a.position_id
        where a.person_id = pe.id and ${today}::date >= a.starts_on and (a.ends_on is null or ${today}::date <= a.ends_on)
        order by (a.mode <> 'definitif'), p.title limit 1) as own
    from seat left join people pe on pe.id = coalesce(${signer}::uuid, (seat.holder ->> 'personId')::uuid)`);
  if (!row) return null;
  const org = parsed<{ name: string; kind: string; letterhead: Letterhead }>(row.org);
  const holder = parsed<{ personId: string; mode: SigningMode } | null>(row.holder);
  const isHolder = signer === null || holder?.personId === signer;
  return {
    positionId: row.positionId,
    title: row.title,
    kind: row.kind,
    unitName: org.name,
    unitKind: org.kind,
    letterhead: org.letterhead,
    personId: signer ?? holder?.personId ?? null,
    name: row.name,
    rank: row.rank,
    nip: row.nip,
    mode: isHolder ? (holder?.mode ?? 'definitif') : 'delegate',
    own: isHolder ? null : parsed<{ title: string; kind: string } | null>(row.own),
  };
}

const parsed = <T>(value: unknown): T => (typeof value === 'string' ? JSON.parse(value) : value) as T;

function letterheadOf(signer: SignerFacts | null, regency: RegencyFacts): LetterDocument['letterhead'] {
  const head = { ...regency.letterhead, ...signer?.letterhead };
  const address = (head.lines ?? []).slice(0, 4);
  if (signer?.kind === 'regent' || signer?.kind === 'deputy_regent') {
    return { kind: 'regent', office: printedTitle(signer, regency.name).toUpperCase(), address };
  }
  const government = head.government ?? `PEMERINTAH ${regency.name.toUpperCase()}`;
  const unit = signer?.letterhead.unit ?? signer?.unitName.toUpperCase();
  return { kind: 'unit', mark: regency.mark, lines: unit ? [government, unit] : [government], address };
}

/** Page shape: the type's own, in the layout that this regency has set for it. */
function shapeOf(type: typeof letterTypes.$inferSelect | undefined, code: string) {
  const known = letterShape(code);
  if (!type || type.layout === known.layout) return known;
  const title = type.layout === 'korespondensi' ? null : type.name.toUpperCase();
  return { ...known, layout: type.layout, title };
}

const papers = { A4: 'a4', F4_210: 'f4', F4_215: 'f4_215' } as const;

/** Both axes, as the facts beside the paper tell them: secrecy always, urgency where there is any. */
const natureOf = ({ secrecy, urgency }: Pick<PrintedLetter, 'secrecy' | 'urgency'>): string =>
  urgency === 'biasa' ? secrecyLabels[secrecy] : `${secrecyLabels[secrecy]}, ${urgencyLabels[urgency]}`;

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
): Promise<{ document: LetterDocument; signer: PrintedSigner }> {
  const { today, number, date, verifyUrl } = options;
  const [[office], [type], signer, [row]] = await Promise.all([
    read.select().from(settings).limit(1),
    read.select().from(letterTypes).where(eq(letterTypes.code, letter.type)).limit(1),
    letter.signerPositionId === null ? null : findSigner(read, letter.signerPositionId, options.signerPersonId, today),
    read.execute<{ name: string; accent: string | null; mark: string | null; letterhead: unknown }>(
      sql`select name, accent, mark_svg as mark,
        (select u.letterhead from units u where u.parent_id is null order by (u.kind = 'regent') desc limit 1) as letterhead
        from platform.tenants where slug = platform.current_tenant()`,
    ),
  ]);
  if (!office || !row) throw new Error('an office without settings');
  const regency: RegencyFacts = { ...row, letterhead: parsed<Letterhead | null>(row.letterhead) ?? {} };
  const title = signer ? printedTitle(signer, regency.name) : 'Penanda tangan';
  const own = signer?.own ? printedTitle(signer.own, regency.name) : null;
  const lines = signerLines(title, signer?.mode ?? 'definitif', own);
  const shape = shapeOf(type, letter.type);
  const isFinal = number !== undefined && date !== undefined && verifyUrl !== undefined;
  const document: LetterDocument = {
    mode: isFinal ? 'final' : 'draft',
    createdAt: options.createdAt.toISOString(),
    paper: { size: papers[office.paper] },
    letterhead: letterheadOf(signer, regency),
    layout: shape.layout,
    title: shape.title,
    datePlacement: shape.datePlacement,
    showsSubject: shape.showsSubject,
    number: number ?? null,
    place: office.capital,
    date: date ?? null,
    secrecy: letter.secrecy,
    nature: natureOf(letter),
    attachment: letter.attachmentNote,
    subject: letter.subject,
    from: shape.layout === 'nota_dinas' ? title : null,
    addressees: letter.addressees,
    addressPlace: shape.layout === 'korespondensi' ? 'Tempat' : null,
    body: letter.body,
    ...(letter.images ? { images: letter.images } : {}),
    signer: { lines, name: signer?.name ?? '………………', rank: signer?.rank ?? null, nip: signer?.nip ?? null },
    signature: verifyUrl === undefined ? { kind: 'placeholder' } : { kind: 'electronic', verifyUrl },
    copies: letter.copies,
    footer: { note: office.letterFooter, verifyCode: options.verifyCode ?? null },
    author: `${signer?.unitName ?? office.officeName} ${regency.name}`,
    ...(regency.accent === null ? {} : { accent: regency.accent }),
  };
  const { personId = null, positionId = null, mode = 'definitif' } = signer ?? {};
  return { document, signer: { lines, mode, positionId, personId, name: signer?.name ?? '', title } };
}

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
  const main = composed.at(-1);
  if (!main) throw new Error('places without a last one');
  const cosigners = composed.slice(0, -1).map((each) => each.document.signer);
  const document = { ...main.document, cosigners };
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
async function findSigningPlaces(read: TenantRead, letterId: string) {
  return read.execute<{ positionId: string; personId: string | null }>(sql`
    select s.position_id as "positionId", s.printed ->> 'personId' as "personId" from letter_steps s
    where s.letter_id = ${letterId}::uuid and s.act = 'sign'
      and s.round = (select max(round) from letter_steps where letter_id = ${letterId}::uuid)
    order by s.ordinal`);
}
