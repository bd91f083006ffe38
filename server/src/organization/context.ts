import { sql } from 'drizzle-orm';
import { audit } from '../core/audit/index.ts';
import { type Clock, dateIn } from '../core/clock.ts';
import type { OfficeContext } from '../core/http/context.ts';
import { events } from '../core/queue/index.ts';
import type { Tenancy, TenantTx } from '../core/tenancy/index.ts';

/** What other capabilities do for this one; they import its tables, so it cannot import them. */
export interface OrganizationDeps {
  tenancy: Tenancy;
  clock: Clock;
  publicUrl: string;
  /** Whether mail leaves this machine; otherwise links are shown to the administrator, once. */
  mailLeaves: boolean;
  /** Makes an activation token for a person. */
  issueActivation(tx: TenantTx, personId: string, now: Date): Promise<string>;
  /** Ends all sessions of a person. */
  endSessions(tx: TenantTx, personId: string, now: Date): Promise<void>;
  /** The address at which the token is redeemed. */
  activationUrl(publicUrl: string, slug: string, token: string): string;
  /** Called after a post has changed hands. */
  holdersChanged(tx: TenantTx, today: string): Promise<unknown>;
  /** What is wrong with a number pattern, in Indonesian, or null. */
  patternFault(pattern: string): string | null;
}

/** The date in the regency's zone. */
export const todayOf = (ctx: OfficeContext, clock: Clock): string => dateIn(ctx.tenant.timeZone, clock.now());

/** Changes of structure and people take turns: two administrators cannot remove each other, nor make a ring together. */
export async function lockOrganization(tx: TenantTx): Promise<void> {
  await tx.execute(sql`select 1 from settings for no key update`);
}

/** Notes an act in the audit log and tells open pages. */
export async function recordAct(
  tx: TenantTx,
  ctx: OfficeContext,
  action: string,
  subject: { kind: string; id: string },
  detail: Record<string, unknown> = {},
): Promise<void> {
  const { personId, name, positions } = ctx.actor;
  const main = positions.find((position) => position.mode !== 'delegate');
  await audit(tx, { actor: { personId, name, positionTitle: main?.title ?? null }, action, subject, detail });
  await events.publish(tx, { topic: 'organization', id: subject.id });
}

/** Words of a query as patterns that must all be found. */
export const likeWords = (q: string): string[] =>
  q
    .trim()
    .split(/\s+/)
    .filter((word) => word !== '')
    .slice(0, 8)
    .map((word) => `%${likeLiteral(word)}%`);

export const likeLiteral = (text: string): string => text.replaceAll(/[\\%_]/g, (character) => `\\${character}`);

/** Only what was given: a key with `undefined` would overwrite. */
export function given<T extends object>(changes: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}
