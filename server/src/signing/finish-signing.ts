import type { OfficeContext } from '../core/http/context.ts';
import { notify } from '../core/notices.ts';
import type { TenantTx } from '../core/tenancy/index.ts';
import {
  addParticipants,
  afterStep,
  beginSteps,
  endStep,
  findCurrentSteps,
  type LetterRecord,
  lockLetter,
  type Moment,
  moveLetter,
  notifyTurns,
  recordEvent,
  requireTurn,
  type StepRecord,
} from '../letters/index.ts';
import { type NumberedLetter, signaturesOf } from './letter-steps.ts';
import * as repository from './letters-repository.ts';
import { signingTitle } from './rules.ts';

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
 * Transaction 2: the signed file becomes the letter's next revision and anyone can verify it. The turn is the next
 * signer's, or the sender's after the last.
 * @returns false when another attempt was faster: then its file counts, and this one nobody will see
 */
export async function finishSigning(
  tx: TenantTx,
  ctx: OfficeContext,
  numbered: NumberedLetter,
  file: { sha256: string; size: number; certificateSerial: string },
  at: Moment,
): Promise<boolean> {
  const { id, number, revision, signer } = numbered;
  const letter = await lockLetter(tx, id);
  if (letter?.state !== 'signing') return false;
  const steps = await findCurrentSteps(tx, id);
  const signatures = signaturesOf(steps);
  if (signatures.filter((each) => each.state === 'done').length + 1 !== revision) return false;
  const step = requireTurn(ctx, steps, 'sign');
  const { personId, name } = ctx.actor;
  const title = signingTitle(signer);
  const { begins } = afterStep(steps, step);
  // None of these waits for another's answer; they go to the database together.
  await Promise.all([
    repository.insertRevision(tx, {
      letterId: id,
      revision,
      ...file,
      signerId: personId,
      signerName: name,
      signerTitle: title,
      createdAt: at.now,
    }),
    repository.registerForVerification(tx, {
      ...numbered,
      documentType: letter.type,
      issuedOn: numbered.date,
      secrecy: letter.secrecy,
      subject: letter.subject,
      issuer: `Pemerintah ${ctx.tenant.name}`,
      sha256: file.sha256,
      signer: { name, title, signedAt: at.now.toISOString() },
      awaiting: signatures.length - revision,
    }),
    endStep(tx, step, { state: 'done', actor: ctx.actor, note: null }, at),
    // A delegate stays among those who may read what they signed.
    addParticipants(tx, id, [{ reason: 'signer', personId }], at.now),
    recordEvent(tx, ctx, {
      letterId: id,
      action: 'letter.signed',
      positionId: step.positionId,
      detail: { number, version: step.version, sha256: file.sha256, certificateSerial: file.certificateSerial },
    }),
  ]);
  const [next] = begins;
  if (next) await passOn(tx, ctx, letter, { begins, positionId: next.positionId }, at);
  else await complete(tx, ctx, letter, { positionId: step.positionId, numbered }, at);
  return true;
}

/** Several signers: the next one has the turn, and the letter is not signed until the last has. */
async function passOn(
  tx: TenantTx,
  ctx: OfficeContext,
  letter: LetterRecord,
  { begins, positionId }: { begins: StepRecord[]; positionId: string },
  at: Moment,
): Promise<void> {
  await beginSteps(tx, ctx, letter, begins, at);
  const changes = { signingStartedAt: null, turnPositionId: positionId, turnSince: at.now };
  const moved = await moveLetter(tx, letter, 'sign_partly', changes, at);
  await notifyTurns(tx, moved, begins, ctx.actor.name, at);
}

async function complete(
  tx: TenantTx,
  ctx: OfficeContext,
  letter: LetterRecord,
  { positionId, numbered }: { positionId: string; numbered: NumberedLetter },
  at: Moment,
): Promise<void> {
  const { id, drafterId } = letter;
  const { number, signer } = numbered;
  const { personId, name } = ctx.actor;
  const sender = await findSender(tx, letter, positionId, at.today);
  const told = [drafterId, ...sender.registrars].filter((each) => each !== null && each !== personId);
  const changes = {
    signedAt: at.now,
    signingStartedAt: null,
    signerId: personId,
    signedFor: { lines: signer.lines, mode: signer.mode, positionId },
    turnPositionId: sender.positionId,
    turnSince: at.now,
  };
  await Promise.all([
    moveLetter(tx, letter, 'finish_signing', changes, at),
    notify(tx, { personIds: told.filter((each) => each !== null) }, at, {
      kind: 'letter',
      subject: { kind: 'letter', id },
      textKey: 'letter.signed',
      values: { number, subject: letter.secrecy === 'biasa' ? letter.subject : number, from: name },
    }),
  ]);
}
