/** The longest absence that one delegation covers, in days. */
const longestDelegationDays = 366;

const dayMs = 86_400_000;

/** The date before an ISO date. */
export const dayBefore = (date: string): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) - dayMs).toISOString().slice(0, 10);

/** Why a delegation cannot run from one instant to another, in Indonesian, or null. */
export function delegationFault(startsAt: Date, endsAt: Date, now: Date): string | null {
  if (endsAt <= startsAt) return 'Akhir pelimpahan harus sesudah awalnya.';
  if (endsAt <= now) return 'Akhir pelimpahan sudah lewat.';
  if (endsAt.getTime() - startsAt.getTime() > longestDelegationDays * dayMs) {
    return 'Pelimpahan paling lama satu tahun. Untuk selebihnya, minta administrator menugaskan pejabat.';
  }
  return null;
}
