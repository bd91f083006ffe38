import { problem } from '../core/errors.ts';
import type { TenantTx } from '../core/tenancy/index.ts';
import { numberingProblems } from './problems.ts';
import { findNumberingUnit, findPattern, insertNumber, markCancelled, takeNext } from './repository.ts';
import { patternFault, printNumber, sharedSeries, yearOf } from './rules.ts';

/**
 * Gives a letter its number, in the caller's transaction: rolled back, nothing was taken; committed, the series has a row
 * for it for ever. Letters of one unit and year are numbered one after another.
 * @param input.positionId the position that signs; its organisation's series counts
 * @param input.date the letter's ISO date in the regency's zone, which decides about the year
 * @throws number_pattern_unusable
 */
export async function issueNumber(
  tx: TenantTx,
  input: { letterId: string; positionId: string; classification: string; date: string },
): Promise<string> {
  const [unit, pattern] = await Promise.all([findNumberingUnit(tx, input.positionId), findPattern(tx)]);
  if (!unit || pattern === null) throw new Error('a position without a unit, or an office without settings');
  const fault = patternFault(pattern);
  if (fault !== null) {
    throw problem(numberingProblems.unusablePattern, { detail: `${fault} Minta admin memperbaiki pengaturan kantor.` });
  }
  const { classification, date, letterId } = input;
  const { seriesId, seq } = await takeNext(tx, { unitId: unit.id, type: sharedSeries, year: yearOf(date) });
  const number = printNumber(pattern, { classification, seq, unitCode: unit.code, date });
  await insertNumber(tx, { seriesId, seq, letterId, number });
  return number;
}

/** Marks a letter's number as `batal`: it stays in the series and is never given again. Without a number, nothing. */
export const cancelNumber = (tx: TenantTx, letterId: string, reason: string): Promise<void> =>
  markCancelled(tx, letterId, reason);
