import type { BaseLogger } from 'pino';
import { audit } from '../core/audit/index.ts';
import { type Clock, dateIn } from '../core/clock.ts';
import { notify } from '../core/notices.ts';
import { outbox } from '../core/queue/index.ts';
import { type Rounds, startRounds } from '../core/rounds.ts';
import type { Tenancy, Tenant, TenantTx } from '../core/tenancy/index.ts';
import { claimWatched, findSuperior, markTold, type WatchedTurn } from './repository.ts';

interface Deps {
  tenancy: Tenancy;
  clock: Clock;
  log: Pick<BaseLogger, 'warn'>;
  /** What else has deadlines at a regency: one visit, one connection for all of it. */
  also?: readonly ((regency: Tenant & { timeZone: string }) => Promise<void>)[];
}

/** Between two looks at one regency. Deadlines are hours and days: a quarter of an hour late is in time. */
const everyMs = 900_000;
/** Turns of one transaction; the round goes on until none is left. */
const atOnce = 100;

type At = { now: Date; today: string };

/**
 * Tells of one turn, each thing once: the holder before its time is over; the superior and the drafter when it is.
 * Nobody's turn is taken away: the drafter may withdraw the letter and send it another way.
 */
async function tellOf(tx: TenantTx, turn: WatchedTurn, at: At): Promise<void> {
  const { letterId, positionId, title, act, isLate, secrecy } = turn;
  const values = {
    subject: secrecy === 'biasa' ? turn.subject : 'Surat dengan sifat tertutup',
    from: turn.holder === null ? title : `${turn.holder} (${title})`,
  };
  const subject = { kind: 'letter', id: letterId };
  if (!turn.isReminded && !isLate) {
    await notify(tx, { positionIds: [positionId], act }, at, {
      kind: 'letter',
      subject,
      textKey: act === 'sign' ? 'letter.sign_soon' : 'letter.approve_soon',
      values,
    });
  }
  if (isLate) {
    const superior = await findSuperior(tx, positionId, at.today);
    // A superior outside the chain does not read the letter: the notice leads to the list of what is late.
    if (superior !== null) {
      const late = {
        kind: 'letter',
        subject: { kind: 'late_turn', id: letterId },
        textKey: 'letter.turn_late',
        values,
      };
      await notify(tx, { positionIds: [superior], act }, at, late);
    }
    if (turn.drafterId !== null) {
      await notify(tx, { personIds: [turn.drafterId] }, at, {
        kind: 'letter',
        subject,
        textKey: 'letter.turn_late',
        values,
      });
    }
    const { round, ordinal } = turn;
    await audit(tx, {
      actor: { personId: null, name: 'Sistem', positionTitle: null },
      action: 'letter.turn_late',
      subject,
      detail: { round, ordinal, told: superior },
    });
  }
  await markTold(tx, turn, at.now);
}

/** Tells of all that is near its end or late at one regency. @returns how many turns somebody was told of */
export async function watchTurns(
  { tenancy, clock }: Pick<Deps, 'tenancy' | 'clock'>,
  regency: Tenant & { timeZone: string },
): Promise<number> {
  let told = 0;
  for (;;) {
    const now = clock.now();
    const at = { now, today: dateIn(regency.timeZone, now) };
    const count = await tenancy.withTenant(regency, async (tx) => {
      const turns = await claimWatched(tx, at.now, at.today, atOnce);
      for (const turn of turns) await tellOf(tx, turn, at);
      return turns.length;
    });
    told += count;
    if (count > 0) outbox.poke();
    if (count < atOnce) return told;
  }
}

/** Looks after the turns of all regencies, as long as the worker lives. */
export const startTurnWatch = (deps: Deps): Rounds =>
  startRounds({
    ...deps,
    everyMs,
    purpose: 'telling of late turns',
    async visit(regency) {
      await watchTurns(deps, regency);
      for (const look of deps.also ?? []) await look(regency);
    },
  });
