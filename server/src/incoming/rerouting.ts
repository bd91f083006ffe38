import { sql } from 'drizzle-orm';
import { commonProblems, problem } from '../core/errors.ts';
import type { OfficeContext } from '../core/http/context.ts';
import { notify } from '../core/notices.ts';
import { positionsFor } from '../core/rights/index.ts';
import type { TenantTx } from '../core/tenancy/index.ts';
import {
  addParticipants,
  type LetterRecord,
  letterProblems,
  lockHandled,
  type Moment,
  moveLetter,
  nextState,
  recordEvent,
} from '../letters/index.ts';
import { findRoutable, routeFault } from './positions.ts';
import { incomingProblems } from './problems.ts';
import { noticeSubject } from './receive.ts';
import { findRegistrars } from './registrars.ts';
import {
  addRoutes,
  isOpenRoute,
  isStanding,
  listRoutes,
  markRouteDone,
  type RouteRow,
  refreshTurn,
  withdrawRoutes,
} from './routing.ts';
import type { CloseLetter, RouteLetter, SendBackLetter } from './schema.ts';

/** @throws invalid_route with the path of each post that a letter cannot go to */
export async function requireRoutable(
  tx: TenantTx,
  positionIds: readonly string[],
  today: string,
  pathOf: (index: number) => string,
): Promise<void> {
  const known = await findRoutable(tx, positionIds, today);
  const errors = positionIds.flatMap((id, index) => {
    const message = routeFault(known.get(id));
    return message === null ? [] : [{ path: pathOf(index), message }];
  });
  if (errors[0]) throw problem(incomingProblems.invalidRoute, { detail: errors[0].message, errors });
}

/** Puts a letter on desks: each may read it from now on, its registrars too, and is told. */
export async function putOnDesks(
  tx: TenantTx,
  ctx: OfficeContext,
  letter: LetterRecord,
  positionIds: readonly string[],
  at: Moment,
): Promise<void> {
  await addRoutes(tx, letter.id, positionIds, { by: ctx.actor.personId, now: at.now });
  const units = [...(await findRoutable(tx, positionIds, at.today)).values()].map((position) => position.unitId);
  await addParticipants(
    tx,
    letter.id,
    [
      ...positionIds.map((positionId) => ({ reason: 'routed' as const, positionId })),
      ...[...new Set(units)].map((unitId) => ({ reason: 'registrar' as const, unitId })),
    ],
    at.now,
  );
  await notify(tx, { positionIds }, at, {
    kind: 'letter',
    subject: { kind: 'letter', id: letter.id },
    textKey: 'letter.to_dispose',
    values: { subject: noticeSubject(letter), from: letter.senderName ?? '' },
  });
}

/** The letter as it is after an act that moved no state. */
async function touch(tx: TenantTx, letter: LetterRecord, at: Moment): Promise<void> {
  await refreshTurn(tx, letter, at);
  await tx.execute(sql`update letters set version = version + 1 where id = ${letter.id}::uuid`);
}

/** @throws letter_state unless the letter is registered */
function requireRegistered(letter: LetterRecord): void {
  if (letter.direction === 'incoming' && letter.state === 'registered') return;
  throw problem(letterProblems.wrongState, {
    detail:
      'Hanya surat masuk yang sudah diagendakan dan belum diarsipkan yang dapat diteruskan, dikembalikan, atau ditutup.',
    extra: { state: letter.state },
  });
}

/**
 * Routes a registered letter anew, by its registrar: to more posts, or away from one that has not read it.
 * @throws not_found, stale_version, forbidden, letter_state, invalid_route, route_read
 */
export async function rerouteLetter(
  tx: TenantTx,
  ctx: OfficeContext,
  id: string,
  input: RouteLetter,
  at: Moment,
): Promise<void> {
  const { letter, reasons } = await lockHandled(tx, ctx, id, at, input.version);
  if (!reasons.some((each) => each.reason === 'registrar' && each.unitId === letter.unitId)) {
    throw problem(commonProblems.forbidden, { detail: 'Surat diteruskan oleh pencatat surat unit yang menerimanya.' });
  }
  requireRegistered(letter);
  const to = [...new Set(input.to)];
  await requireRoutable(tx, to, at.today, (index) => `to.${index}`);
  const standing = (await listRoutes(tx, id, at.today)).filter(isStanding);
  const gone = standing.filter((route) => !to.includes(route.positionId));
  const settled = gone.find((route) => route.readAt !== null || route.doneAt !== null);
  if (settled) {
    throw problem(incomingProblems.routeRead, {
      detail: `${settled.title} sudah membaca surat ini, jadi hanya ia yang dapat mengembalikannya.`,
    });
  }
  const fresh = to.filter((positionId) => !standing.some((route) => route.positionId === positionId));
  const reason = input.reason ?? 'Dialihkan oleh pencatat surat';
  const ids = gone.map((route) => route.positionId);
  await withdrawRoutes(tx, ctx, letter, ids, { reason, now: at.now });
  await putOnDesks(tx, ctx, letter, fresh, at);
  await recordEvent(tx, ctx, {
    letterId: id,
    action: 'letter.rerouted',
    detail: { to: fresh, from: ids, ...(input.reason === undefined ? {} : { note: input.reason }) },
  });
  if (ids.length > 0) {
    await notify(tx, { positionIds: ids, except: ctx.actor.personId }, at, {
      kind: 'letter',
      subject: { kind: 'letter', id },
      textKey: 'letter.route_withdrawn',
      values: { subject: noticeSubject(letter) },
    });
  }
  await touch(tx, letter, at);
}

/** The person's own standing routes of a letter. @throws forbidden without one */
function requireOwnRoutes(routes: readonly RouteRow[], ctx: OfficeContext, detail: string): RouteRow[] {
  const mine = positionsFor(ctx.actor, 'dispose');
  const own = routes.filter((route) => isStanding(route) && mine.includes(route.positionId));
  if (own.length === 0) throw problem(commonProblems.forbidden, { detail });
  return own;
}

/**
 * Sends a letter that went to the wrong desk back to the registrar, who sees why. What was disposed stays.
 * @throws not_found, stale_version, forbidden, letter_state
 */
export async function sendLetterBack(
  tx: TenantTx,
  ctx: OfficeContext,
  id: string,
  input: SendBackLetter,
  at: Moment,
): Promise<void> {
  const { letter } = await lockHandled(tx, ctx, id, at, input.version);
  const routes = await listRoutes(tx, id, at.today);
  const own = requireOwnRoutes(routes, ctx, 'Surat dikembalikan oleh pejabat yang dituju.');
  requireRegistered(letter);
  const open = own.filter((route) => route.doneAt === null);
  if (open.length === 0) {
    throw problem(letterProblems.wrongState, {
      detail: 'Surat ini sudah Anda tindak lanjuti, jadi tidak dapat dikembalikan lagi.',
      extra: { state: letter.state },
    });
  }
  const ids = open.map((route) => route.positionId);
  await withdrawRoutes(tx, ctx, letter, ids, { reason: input.reason, now: at.now });
  await recordEvent(tx, ctx, {
    letterId: id,
    action: 'letter.sent_back',
    positionId: ids[0] ?? null,
    detail: { note: input.reason },
  });
  const registrars = letter.unitId === null ? [] : await findRegistrars(tx, letter.unitId, at.today);
  await notify(tx, { personIds: registrars.map((each) => each.personId), except: ctx.actor.personId }, at, {
    kind: 'letter',
    subject: { kind: 'letter', id },
    textKey: 'letter.sent_back',
    values: { subject: noticeSubject(letter), from: open[0]?.title ?? ctx.actor.name },
  });
  await touch(tx, letter, at);
}

/**
 * Ends a letter at one desk without a disposition, with a note of what was done. When no desk has anything left to do
 * the letter is archived.
 * @throws not_found, stale_version, forbidden, letter_state, open_dispositions
 */
export async function closeLetter(
  tx: TenantTx,
  ctx: OfficeContext,
  id: string,
  input: CloseLetter,
  at: Moment,
): Promise<void> {
  const { letter } = await lockHandled(tx, ctx, id, at, input.version);
  const routes = await listRoutes(tx, id, at.today);
  const own = requireOwnRoutes(routes, ctx, 'Surat ditutup oleh pejabat yang dituju.');
  nextState(letter, 'archive');
  requireRegistered(letter);
  const ids = own.map((route) => route.positionId);
  const open = await tx.execute<{
    fromPositionId: string;
  }>(sql`select from_position_id as "fromPositionId" from dispositions
    where letter_id = ${id}::uuid and state in ('unread', 'read', 'forwarded')`);
  if (open.some((each) => ids.includes(each.fromPositionId))) {
    throw problem(incomingProblems.openDispositions, {
      detail: 'Disposisi Anda untuk surat ini belum selesai semua. Tunggu laporannya, atau batalkan disposisinya.',
    });
  }
  for (const positionId of ids) {
    await markRouteDone(tx, id, positionId, { personId: ctx.actor.personId, now: at.now });
  }
  await tx.execute(sql`update letter_routes set close_note = ${input.note} where letter_id = ${id}::uuid
    and position_id = any(${sql.param(ids)}::uuid[]) and withdrawn_at is null`);
  await recordEvent(tx, ctx, {
    letterId: id,
    action: 'letter.closed',
    positionId: ids[0] ?? null,
    detail: { note: input.note },
  });
  const others = routes.filter((route) => isOpenRoute(route) && !ids.includes(route.positionId));
  if (others.length > 0 || open.length > 0) return touch(tx, letter, at);
  await moveLetter(tx, letter, 'archive', { turnPositionId: null, turnSince: null }, at);
  await recordEvent(tx, ctx, { letterId: id, action: 'letter.archived', positionId: ids[0] ?? null });
}
