import { sql } from 'drizzle-orm';
import type { PlatformTx, TenantTx } from '../tenancy/index.ts';

/** Who did it: a signed-in person, or the system itself with a name such as `worker`. */
export interface AuditActor {
  personId: string | null;
  name: string;
  positionTitle?: string | null;
}

export interface AuditEntry {
  actor: AuditActor;
  /** Dotted, past tense: `letter.signed`. */
  action: string;
  subject: { kind: string; id: string };
  /** Facts of the event; never content of letters, never secrets. */
  detail?: Record<string, unknown>;
}

/** Adds one row to the regency's append-only log, in the transaction of the act itself. */
export async function audit(tx: TenantTx, entry: AuditEntry): Promise<void> {
  await tx.execute(sql`insert into audit_log (actor_id, actor_name, position_title, action, subject_kind, subject_id, detail)
    values (${entry.actor.personId}::uuid, ${entry.actor.name}, ${entry.actor.positionTitle ?? null}, ${entry.action},
      ${entry.subject.kind}, ${entry.subject.id}::uuid, ${JSON.stringify(entry.detail ?? {})}::text::jsonb)`);
}

/** Adds one row to the platform's append-only log. */
export async function auditPlatform(
  tx: PlatformTx,
  entry: { actor: string; action: string; subject: { kind: string; id: string }; detail?: Record<string, unknown> },
): Promise<void> {
  await tx.execute(sql`insert into platform.audit (actor, action, subject_kind, subject_id, detail)
    values (${entry.actor}, ${entry.action}, ${entry.subject.kind}, ${entry.subject.id},
      ${JSON.stringify(entry.detail ?? {})}::text::jsonb)`);
}
