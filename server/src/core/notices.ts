import { sql } from 'drizzle-orm';
import { newId } from './ids.ts';
import { events } from './queue/index.ts';
import type { DelegatedAct } from './rights/index.ts';
import type { TenantTx } from './tenancy/index.ts';

/** What a person is told. The words stand in the interface, under `textKey`; secret subjects stay out of `values`. */
export interface Notice {
  /** What it is about, for the list's icon and filter: `letter`, `disposition`, `agreement`. */
  kind: string;
  /** What opening the notice shows. */
  subject: { kind: string; id: string };
  /** Key of the text, such as `disposition.received`. */
  textKey: string;
  values: Record<string, string>;
}

/** Whom to tell: people, and everybody who may do `act` for a position now (its holder and delegates). */
export interface Audience {
  personIds?: readonly string[];
  positionIds?: readonly string[];
  /** The delegated act that makes a delegate hear of it; `dispose` when not said. */
  act?: DelegatedAct;
  /** Never told, usually who acts. */
  except?: string;
}

/**
 * Puts a notice into people's lists and tells their open pages, in the transaction of the act itself.
 * @param at the instant, and its date in the regency's zone
 */
export async function notify(
  tx: TenantTx,
  audience: Audience,
  at: { now: Date; today: string },
  notice: Notice,
): Promise<void> {
  const people = new Set(audience.personIds ?? []);
  const positionIds = [...(audience.positionIds ?? [])];
  if (positionIds.length > 0) {
    const now = at.now.toISOString();
    const rows = await tx.execute<{ id: string }>(sql`
      select a.person_id as id from assignments a where a.position_id = any(${sql.param(positionIds)}::uuid[])
        and ${at.today}::date >= a.starts_on and (a.ends_on is null or ${at.today}::date <= a.ends_on)
      union
      select d.person_id from delegations d where d.position_id = any(${sql.param(positionIds)}::uuid[])
        and ${audience.act ?? 'dispose'} = any(d.acts)
        and ${now}::timestamptz >= d.starts_at and ${now}::timestamptz < d.ends_at`);
    for (const { id } of rows) people.add(id);
  }
  if (audience.except !== undefined) people.delete(audience.except);
  if (people.size === 0) return;
  const rows = [...people].map(
    (personId) => sql`(${newId()}::uuid, ${personId}::uuid, ${notice.kind}, ${notice.subject.kind},
      ${notice.subject.id}::uuid, ${notice.textKey}, ${JSON.stringify(notice.values)}::text::jsonb)`,
  );
  await tx.execute(sql`insert into notices (id, person_id, kind, subject_kind, subject_id, text_key, text_values)
    values ${sql.join(rows, sql`, `)}`);
  await events.publish(tx, { topic: 'notices', personIds: [...people] });
}
