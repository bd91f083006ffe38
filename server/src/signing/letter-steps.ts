import type { LetterDocument } from '../adapters/typesetting/index.ts';
import { commonProblems, problem } from '../core/errors.ts';
import type { OfficeContext } from '../core/http/context.ts';
import { notify } from '../core/notices.ts';
import type { TenantRead, TenantTx } from '../core/tenancy/index.ts';
import { newVerifyCode } from '../core/verify-code.ts';
import {
  addParticipants,
  buildLetterDocument,
  endStep,
  findCurrentSteps,
  findReadingReasons,
  type LetterRecord,
  letterNotFound,
  lockLetter,
  lockReadable,
  type Moment,
  moveLetter,
  nextState,
  type PrintedSigner,
  recordEvent,
  requireTurn,
  type StepRecord,
} from '../letters/index.ts';
import { issueNumber } from '../numbering/index.ts';
import * as repository from './letters-repository.ts';
import { isLeased, signingTitle } from './rules.ts';

/** A letter with number and date, to be drawn and signed outside any transaction. */
export interface NumberedLetter {
  id: string;
  number: string;
  date: string;
  code: string;
  document: LetterDocument;
  signer: PrintedSigner;
  /** Where it is signed, for the signature's own record. */
  place: string;
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
  const submitted = steps[0]?.version ?? letter.version;
  const isCurrent = letter.state === 'signing' ? (seen ?? 0) >= submitted : seen === letter.version;
  if (seen !== undefined && !isCurrent) {
    throw problem(commonProblems.staleVersion, {
      detail: 'Surat ini sudah berubah sejak Anda membukanya. Muat ulang, lalu periksa kembali.',
      extra: { version: letter.version },
    });
  }
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

/**
 * Transaction 1: number, date and code, since they are printed in what is signed. A letter that has them keeps them.
 * @returns `busy` when another attempt is at work on it
 * @throws not_found, stale_version, letter_state, not_your_turn, number_pattern_unusable, number_taken, reservation_unusable
 */
export async function startSigning(
  tx: TenantTx,
  ctx: OfficeContext,
  input: { id: string; version?: number | undefined; publicUrl: string },
  at: Moment,
): Promise<NumberedLetter | 'busy'> {
  const { id } = input;
  const { letter } = await lockReadable(tx, ctx, id, at);
  const step = requireSignable(ctx, letter, await findCurrentSteps(tx, id), input.version);
  if (letter.state === 'signing' && isLeased(letter.signingStartedAt, at.now)) return 'busy';
  const code = letter.verifyCode ?? newVerifyCode();
  const { positionId } = step;
  const { type, classification, secrecy } = letter;
  const { number, date } =
    letter.number !== null && letter.letterDate !== null
      ? { number: letter.number, date: letter.letterDate }
      : await issueNumber(tx, { letterId: id, positionId, type, classification, secrecy, today: at.today });
  const [{ document, signer }, place] = await Promise.all([
    buildLetterDocument(tx, id, {
      today: at.today,
      createdAt: at.now,
      number,
      date,
      verifyCode: code,
      verifyUrl: `${input.publicUrl}/v/${code}`,
      signerPersonId: ctx.actor.personId,
    }),
    repository.findCapital(tx),
  ]);
  await moveLetter(
    tx,
    letter,
    'start_signing',
    {
      number,
      letterDate: date,
      verifyCode: code,
      signingStartedAt: at.now,
      signerId: ctx.actor.personId,
      signedFor: { lines: signer.lines, mode: signer.mode, positionId },
    },
    at,
  );
  return { id, number, date, code, document, signer, place };
}

/** Whose turn it is to send: the registrar of the signer's unit, else the drafter. */
async function findSender(tx: TenantTx, letter: LetterRecord, positionId: string, today: string) {
  const registrars = await repository.listRegistrars(tx, positionId, today);
  const post = registrars[0]?.positionId;
  const drafter = letter.drafterId;
  return {
    registrars: [...new Set(registrars.map((each) => each.personId))],
    positionId: post ?? (drafter === null ? null : await repository.findPostOf(tx, drafter, today)),
  };
}

/**
 * Transaction 2: the signed file becomes the letter's first revision, anyone can verify it, and the turn is the
 * sender's.
 * @returns false when another attempt was faster: then its file counts, and this one nobody will see
 */
export async function finishSigning(
  tx: TenantTx,
  ctx: OfficeContext,
  numbered: NumberedLetter,
  file: { sha256: string; size: number; certificateSerial: string },
  at: Moment,
): Promise<boolean> {
  const { id, number, code, signer } = numbered;
  const letter = await lockLetter(tx, id);
  if (letter?.state !== 'signing') return false;
  const step = requireTurn(ctx, await findCurrentSteps(tx, id), 'sign');
  const { personId, name } = ctx.actor;
  const title = signingTitle(signer);
  await repository.insertRevision(tx, {
    letterId: id,
    revision: 1,
    ...file,
    signerId: personId,
    signerName: name,
    signerTitle: title,
    createdAt: at.now,
  });
  await repository.registerForVerification(tx, {
    code,
    documentType: letter.type,
    number,
    issuedOn: numbered.date,
    secrecy: letter.secrecy,
    subject: letter.subject,
    issuer: `Pemerintah ${ctx.tenant.name}`,
    sha256: file.sha256,
    signer: { name, title, signedAt: at.now.toISOString() },
  });
  const sender = await findSender(tx, letter, step.positionId, at.today);
  await moveLetter(
    tx,
    letter,
    'finish_signing',
    {
      signedAt: at.now,
      signingStartedAt: null,
      signerId: personId,
      signedFor: { lines: signer.lines, mode: signer.mode, positionId: step.positionId },
      turnPositionId: sender.positionId,
      turnSince: at.now,
    },
    at,
  );
  await endStep(tx, step, { state: 'done', actor: ctx.actor, note: null }, at);
  // A delegate stays among those who may read what they signed.
  await addParticipants(tx, id, [{ reason: 'signer', personId }], at.now);
  await recordEvent(tx, ctx, {
    letterId: id,
    action: 'letter.signed',
    positionId: step.positionId,
    detail: { number, version: step.version, sha256: file.sha256, certificateSerial: file.certificateSerial },
  });
  const told = [letter.drafterId, ...sender.registrars].filter((each) => each !== null && each !== personId);
  await notify(tx, { personIds: told.filter((each) => each !== null) }, at, {
    kind: 'letter',
    subject: { kind: 'letter', id },
    textKey: 'letter.signed',
    values: { number, subject: letter.secrecy === 'biasa' ? letter.subject : number, from: name },
  });
  return true;
}
