const lockoutAfterFailures = 5;
const lockoutBaseSeconds = 15;
const lockoutMaxSeconds = 900;

/**
 * How long an account waits after its n-th failure in a row, in seconds: nothing for the first four, then 15, 30, 60 …
 * at most 15 minutes. Growing delay rather than a hard lock: nobody can shut a colleague out for a day.
 */
export function lockoutSeconds(failures: number): number {
  if (failures < lockoutAfterFailures) return 0;
  return Math.min(lockoutMaxSeconds, lockoutBaseSeconds * 2 ** (failures - lockoutAfterFailures));
}

/** Failures older than this no longer count. */
export const failureMemoryHours = 24;

const commonPasswords = ['password', 'madangan', 'kabupaten', '12345678', 'qwertyui', 'rahasia'];

/**
 * Why a password is refused, in Indonesian, or null. Length over composition (NIST SP 800-63B §3.1.1.2): at least 10
 * characters, not one of the obvious words, not the username.
 */
export function passwordFault(password: string, username: string): string | null {
  if (password.length < 10) return 'Pakai paling sedikit 10 karakter.';
  const lower = password.toLowerCase();
  if (commonPasswords.some((word) => lower.startsWith(word) && lower.length < word.length + 6)) {
    return 'Kata sandi ini terlalu mudah ditebak.';
  }
  if (lower.includes(username.toLowerCase()) && lower.length < username.length + 8) {
    return 'Jangan memakai nama pengguna sebagai kata sandi.';
  }
  return null;
}

/** Grace in which a rotated refresh token may come again: two tabs, or an answer lost on a weak line (contract.md). */
const refreshGraceMs = 1000;

/** What to do with a refresh token whose hash is `presented`. */
export function judgeRefresh(
  session: {
    refreshHash: Buffer;
    previousHash: Buffer | null;
    rotatedAt: Date;
    expiresAt: Date;
    revokedAt: Date | null;
  },
  presented: Buffer,
  now: Date,
): 'rotate' | 'repeat' | 'reused' | 'ended' {
  if (session.revokedAt !== null || session.expiresAt <= now) return 'ended';
  if (session.refreshHash.equals(presented)) return 'rotate';
  const fresh = now.getTime() - session.rotatedAt.getTime() <= refreshGraceMs;
  if (fresh && session.previousHash?.equals(presented)) return 'repeat';
  return 'reused';
}
