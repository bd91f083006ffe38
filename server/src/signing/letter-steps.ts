import type { LetterDocument } from '../adapters/typesetting/index.ts';
import { problem } from '../core/errors.ts';
import type { OfficeContext } from '../core/http/context.ts';
import type { TenantRead, TenantTx } from '../core/tenancy/index.ts';
import { newVerifyCode } from '../core/verify-code.ts';
import {
  buildLetterDocument,
  finalDocument,
  findCurrentSteps,
  findReadingReasons,
  freezeSigners,
  type LetterRecord,
  letterNotFound,
  letterProblems,
  lockReadable,
  type Moment,
  moveLetter,
  nextState,
  type PrintedParty,
  type PrintedSigner,
  requireSeen,
  requireTurn,
  type StepRecord,
} from '../letters/index.ts';
import { issueNumber } from '../numbering/index.ts';
import * as repository from './letters-repository.ts';
import { isLeased, needsRehearsal } from './rules.ts';

/** A letter with number and date, to be drawn and signed outside any transaction. */
export interface NumberedLetter {
  id: string;
  number: string;
  date: string;
  code: string;
  /** Which signature this will be, from 1. */
  revision: number;
  /** What is signed: the page, still to be drawn, or the file that the signer before has signed. */
  source: { kind: 'page'; document: LetterDocument } | { kind: 'file'; sha256: string };
  signer: Pick<PrintedSigner, 'lines' | 'mode' | 'title'>;
  /** Where it is signed, for the signature's own record. */
  place: string;
}

/** A letter whose page should be drawn once before it takes a number, since it might not be printable. */
export interface Rehearsal {
  rehearse: LetterDocument;
}

/**
 * What signing asks of a letter, whether it is locked or only read.
 * @param seen the version that the signer saw; once signing has begun the content is frozen, and any version since its
 * submission shows the same
 * @throws stale_version, letter_state, not_your_turn
 */
function requireSignable(
  ctx: OfficeContext,
  letter: LetterRecord,
  steps: readonly StepRecord[],
  seen: number | undefined,
): StepRecord {
  requireSeen(letter, steps, seen);
  nextState(letter, 'start_signing');
  return requireTurn(ctx, steps, 'sign');
}

/** Says before anything is done whether the person may sign this letter now. @throws not_found and the above */
export async function checkSignable(
  read: TenantRead,
  ctx: OfficeContext,
  id: string,
  at: Moment,
  seen?: number | undefined,
): Promise<LetterRecord> {
  const [letter, reasons, steps] = await Promise.all([
    repository.findLetterRow(read, id),
    findReadingReasons(read, ctx, id, at.today),
    findCurrentSteps(read, id),
  ]);
  if (!letter || reasons.length === 0) throw letterNotFound();
  requireSignable(ctx, letter, steps, seen);
  return letter;
}

/** The steps of a round that are signatures. */
export const signaturesOf = (steps: readonly StepRecord[]): StepRecord[] => steps.filter((step) => step.act === 'sign');

/** @throws letter_state when the paper names somebody else for this signature */
function requirePrinted(ctx: OfficeContext, letter: LetterRecord, step: StepRecord): PrintedParty {
  const { printed } = step;
  if (!printed) throw new Error('a second signature on a page without names');
  if (printed.personId === ctx.actor.personId) return printed;
  throw problem(letterProblems.wrongState, {
    detail: `Surat ini sudah memuat nama ${printed.name} sebagai penanda tangan, jadi hanya yang bersangkutan yang dapat menandatangani. Bila berhalangan, batalkan nomornya dan ajukan surat baru.`,
    extra: { state: letter.state },
  });
}

/** The names that the page will carry, each person once. @throws invalid_chain */
function requireParties(signers: readonly PrintedSigner[]): PrintedParty[] {
  return signers.map(({ personId, positionId, ...rest }, index) => {
    if (personId === null || positionId === null) {
      const detail = `Jabatan ${rest.title} sedang kosong. Kembalikan surat ini agar penyusun memilih penanda tangan lain.`;
      throw problem(letterProblems.invalidChain, { detail, errors: [{ path: `signers.${index}`, message: detail }] });
    }
    if (signers.findIndex((each) => each.personId === personId) !== index) {
      const detail = `${rest.name} menjadi penanda tangan untuk dua jabatan. Satu orang menandatangani satu kali: kembalikan surat ini agar penyusun memilih penanda tangan lain.`;
      throw problem(letterProblems.invalidChain, { detail, errors: [{ path: `signers.${index}`, message: detail }] });
    }
    return { ...rest, personId, positionId };
  });
}

type StartInput = { id: string; version?: number | undefined; publicUrl: string; isRehearsed?: boolean };

/**
 * Transaction 1: number, date and code, since they are printed in what is signed. A letter that has them keeps them; one
 * that somebody has signed already is signed as it is.
 * @returns `busy` when another attempt is at work on it
 * @throws not_found, stale_version, letter_state, not_your_turn, invalid_chain, number_pattern_unusable, number_taken,
 * reservation_unusable
 */
export async function startSigning(
  tx: TenantTx,
  ctx: OfficeContext,
  input: StartInput,
  at: Moment,
): Promise<NumberedLetter | Rehearsal | 'busy'> {
  const { id } = input;
  const { letter } = await lockReadable(tx, ctx, id, at);
  const steps = await findCurrentSteps(tx, id);
  const step = requireSignable(ctx, letter, steps, input.version);
  if (letter.state === 'signing' && isLeased(letter.signingStartedAt, at.now)) return 'busy';
  const revision = signaturesOf(steps).filter((each) => each.state === 'done').length + 1;
  if (revision > 1) return continueSigning(tx, letter, requirePrinted(ctx, letter, step), revision, at);
  return beginSigning(tx, ctx, { letter, steps, step }, input, at);
}

/** A further signature on the file of the one before. */
async function continueSigning(
  tx: TenantTx,
  letter: LetterRecord,
  signer: PrintedParty,
  revision: number,
  at: Moment,
): Promise<NumberedLetter> {
  const { id, number, letterDate: date, verifyCode: code } = letter;
  const [last, place] = await Promise.all([repository.findLatestRevision(tx, id), repository.findCapital(tx)]);
  if (!last || number === null || date === null || code === null) throw new Error('a signed letter without its file');
  await moveLetter(tx, letter, 'start_signing', { signingStartedAt: at.now }, at);
  return { id, number, date, code, revision, source: { kind: 'file', sha256: last.sha256 }, signer, place };
}

/** The first signature: the page gets its number, and the names of all who will sign it. */
async function beginSigning(
  tx: TenantTx,
  ctx: OfficeContext,
  { letter, steps, step }: { letter: LetterRecord; steps: readonly StepRecord[]; step: StepRecord },
  input: StartInput,
  at: Moment,
): Promise<NumberedLetter | Rehearsal> {
  const { id } = letter;
  const { positionId } = step;
  const [{ document: draft, signers }, place] = await Promise.all([
    buildLetterDocument(tx, id, {
      today: at.today,
      createdAt: at.now,
      signerPersonId: ctx.actor.personId,
      signingPositionId: positionId,
    }),
    repository.findCapital(tx),
  ]);
  if (letter.number === null && !input.isRehearsed && needsRehearsal(draft)) return { rehearse: draft };
  const parties = requireParties(signers);
  const signer = parties.find((each) => each.positionId === positionId);
  if (!signer) throw new Error('a signer who is not on the page');
  const { type, classification, secrecy } = letter;
  const code = letter.verifyCode ?? newVerifyCode();
  const { number, date } =
    letter.number !== null && letter.letterDate !== null
      ? { number: letter.number, date: letter.letterDate }
      : await issueNumber(tx, { letterId: id, positionId, type, classification, secrecy, today: at.today });
  const signatures = signaturesOf(steps);
  if (signatures.length > 1) await freezeSigners(tx, signatures, parties);
  const { lines, mode } = signer;
  const changes = { number, letterDate: date, verifyCode: code, signingStartedAt: at.now };
  const signed = { signerId: ctx.actor.personId, signedFor: { lines, mode, positionId } };
  await moveLetter(tx, letter, 'start_signing', { ...changes, ...signed }, at);
  const document = finalDocument(draft, { number, date, verifyCode: code, verifyUrl: `${input.publicUrl}/v/${code}` });
  return { id, number, date, code, revision: 1, source: { kind: 'page', document }, signer, place };
}
