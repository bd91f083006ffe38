import { commonProblems, type FieldError, problem } from '../core/errors.ts';
import type { OfficeContext } from '../core/http/context.ts';
import { newId } from '../core/ids.ts';
import { notify } from '../core/notices.ts';
import { positionsFor } from '../core/rights/index.ts';
import type { TenantTx } from '../core/tenancy/index.ts';
import {
  findRoutable,
  markOpened,
  markRouteDone,
  noticeSubject,
  type RoutablePosition,
  routeFault,
  standingRoutes,
} from '../incoming/index.ts';
import { addParticipants, letterProblems, lockReadable, type Moment, recordEvent } from '../letters/index.ts';
import { afterChange, moveDisposition } from './acting.ts';
import { dispositionNotFound, dispositionProblems } from './problems.ts';
import { type DispositionRow, listOfLetter } from './repository.ts';
import { isOpen, lineOf, stateLabels } from './rules.ts';
import type { Dispose } from './schema.ts';
import { dispositions } from './tables.ts';

/** Where a new disposition starts from: the position that gives it, and the one that it hands on. */
interface Origin {
  positionId: string;
  parent: DispositionRow | null;
}

/**
 * Finds what the person hands on: the disposition they name, else their own open one, else the letter that was routed
 * to them.
 * @throws not_found, forbidden, disposition_state
 */
function originOf(desks: readonly string[], all: DispositionRow[], mine: string[], parentId: string | null): Origin {
  const notYours = () =>
    problem(commonProblems.forbidden, {
      detail: 'Surat ini didisposisikan oleh pejabat yang menerimanya atau yang mendapat disposisinya.',
    });
  if (parentId !== null) {
    const parent = all.find((each) => each.id === parentId);
    if (!parent) throw dispositionNotFound();
    if (!mine.includes(parent.toPositionId)) throw notYours();
    if (!isOpen(parent.state)) {
      throw problem(dispositionProblems.wrongState, {
        detail: `Disposisi ini ${stateLabels[parent.state]}, jadi tidak dapat diteruskan.`,
        extra: { state: parent.state },
      });
    }
    return { positionId: parent.toPositionId, parent };
  }
  const open = all.filter((each) => mine.includes(each.toPositionId) && isOpen(each.state)).at(-1);
  const desk = desks.find((id) => mine.includes(id));
  if (desk !== undefined) return { positionId: desk, parent: null };
  if (!open) throw notYours();
  return { positionId: open.toPositionId, parent: open };
}

/** Everything wrong with the receivers and the deadline, with paths. */
function faultsOf(
  input: Dispose,
  origin: Origin,
  known: ReadonlyMap<string, RoutablePosition>,
  above: readonly string[],
  today: string,
): FieldError[] {
  const faults: FieldError[] = [];
  for (const [index, id] of input.to.entries()) {
    const path = `to.${index}`;
    const fault = routeFault(known.get(id));
    if (fault !== null) faults.push({ path, message: fault });
    else if (input.to.indexOf(id) < index) faults.push({ path, message: 'Jabatan ini dipilih dua kali.' });
    else if (id === origin.positionId)
      faults.push({ path, message: 'Disposisi tidak dapat ditujukan kepada jabatan sendiri.' });
    else if (above.includes(id)) {
      faults.push({
        path,
        message: 'Jabatan ini sudah berada di jalur disposisi di atas Anda. Selesaikan dengan laporan.',
      });
    }
  }
  if (input.dueOn && input.dueOn < today) faults.push({ path: 'dueOn', message: 'Tenggat sudah lewat.' });
  for (const [index, own] of (input.each ?? []).entries()) {
    if (!input.to.includes(own.to)) {
      faults.push({ path: `each.${index}.to`, message: 'Jabatan ini tidak termasuk penerima disposisi.' });
    }
    if (own.dueOn && own.dueOn < today) faults.push({ path: `each.${index}.dueOn`, message: 'Tenggat sudah lewat.' });
  }
  return faults;
}

/**
 * Hands a letter on to one or more positions, each of which may read it from now on, its registrars too. The letter is
 * locked, so that clicks and colleagues take turns.
 * @returns ids of the new dispositions, in the order of `to`
 * @throws not_found, forbidden, letter_state, disposition_state, invalid_disposition, already_disposed
 */
export async function disposeLetter(
  tx: TenantTx,
  ctx: OfficeContext,
  letterId: string,
  input: Dispose,
  at: Moment,
): Promise<string[]> {
  const { letter } = await lockReadable(tx, ctx, letterId, at);
  const all = await listOfLetter(tx, letterId, at.today);
  const mine = positionsFor(ctx.actor, 'dispose');
  const origin = originOf(await standingRoutes(tx, letterId), all, mine, input.parentId ?? null);
  if (letter.direction !== 'incoming' || letter.state !== 'registered') {
    throw problem(letterProblems.wrongState, { detail: 'Surat ini tidak sedang menunggu disposisi.' });
  }
  const line = origin.parent ? lineOf(origin.parent.id, all) : [];
  const known = await findRoutable(tx, input.to, at.today);
  const faults = faultsOf(
    input,
    origin,
    known,
    line.map((each) => each.fromPositionId),
    at.today,
  );
  if (faults.length > 0) {
    throw problem(dispositionProblems.invalid, { detail: faults[0]?.message ?? 'Periksa isian Anda.', errors: faults });
  }
  const parentId = origin.parent?.id ?? null;
  const items = input.to.map((toPositionId) => {
    const own = input.each?.find((each) => each.to === toPositionId);
    const dueOn = own?.dueOn === undefined ? (input.dueOn ?? null) : own.dueOn;
    return { id: newId(), toPositionId, instruction: own?.instruction ?? input.instruction, dueOn };
  });
  const same = all.find(
    (each) =>
      each.parentId === parentId &&
      items.some((item) => item.toPositionId === each.toPositionId && item.instruction === each.instruction) &&
      isOpen(each.state),
  );
  if (same) {
    throw problem(dispositionProblems.duplicate, {
      detail: `${same.to.title} sudah menerima disposisi dengan petunjuk ini.`,
      extra: { id: same.id },
    });
  }
  await tx.insert(dispositions).values(
    items.map((item) => ({
      ...item,
      letterId,
      parentId,
      fromPositionId: origin.positionId,
      fromPersonId: ctx.actor.personId,
      isSecret: input.isSecret,
      createdAt: at.now,
    })),
  );
  if (origin.parent) {
    const readAt = origin.parent.readAt === null ? at.now : new Date(origin.parent.readAt);
    await moveDisposition(tx, origin.parent, 'forward', { readAt });
  }
  await markOpened(tx, ctx, letter, at);
  if (origin.parent === null) {
    await markRouteDone(tx, letterId, origin.positionId, { personId: ctx.actor.personId, now: at.now });
  }
  const units = new Set([...known.values()].map((position) => position.unitId));
  await addParticipants(
    tx,
    letterId,
    [
      ...input.to.map((positionId) => ({ reason: 'disposition' as const, positionId })),
      ...[...units].map((unitId) => ({ reason: 'registrar' as const, unitId })),
    ],
    at.now,
  );
  await recordEvent(tx, ctx, {
    letterId,
    action: 'letter.disposed',
    positionId: origin.positionId,
    detail: { dispositionIds: items.map((item) => item.id) },
  });
  await notify(tx, { positionIds: input.to, except: ctx.actor.personId }, at, {
    kind: 'disposition',
    subject: { kind: 'letter', id: letterId },
    textKey: 'disposition.received',
    values: { subject: noticeSubject(letter), from: ctx.actor.name },
  });
  await afterChange(tx, letter, at);
  return items.map((item) => item.id);
}
