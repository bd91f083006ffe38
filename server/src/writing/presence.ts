import { sql } from 'drizzle-orm';
import type { OfficeContext } from '../core/http/context.ts';
import type { TenantRead, TenantTx } from '../core/tenancy/index.ts';
import { type Moment, tellWriters } from '../letters/index.ts';
import { findTakingPart } from './access.ts';
import type { PresenceAnswer, PresenceInput } from './schema.ts';

type Row = {
  clientId: string;
  personId: string;
  name: string;
  anchor: number | null;
  head: number | null;
  bodyVersion: number;
};

async function findPresent(read: TenantRead, letterId: string): Promise<PresenceAnswer> {
  const rows = await read.execute<Row>(sql`
    select p.client_id as "clientId", p.person_id as "personId", pe.name, p.anchor, p.head, p.body_version as "bodyVersion"
    from letter_presence p join people pe on pe.id = p.person_id
    where p.letter_id = ${letterId}::uuid and p.seen_at > now() - interval '1 minute' order by p.client_id`);
  return {
    items: rows.map(({ clientId, personId, name, anchor, head, bodyVersion }) => ({
      clientId,
      person: { id: personId, name },
      caret: anchor === null || head === null ? null : { anchor, head },
      bodyVersion,
    })),
  };
}

/** Who has the letter open now, among those who take part in making it. @throws not_found */
export async function listPresent(
  read: TenantRead,
  ctx: OfficeContext,
  id: string,
  at: Moment,
): Promise<PresenceAnswer> {
  await findTakingPart(read, ctx, id, at.today);
  return findPresent(read, id);
}

/**
 * Says that a page has the letter open, and where its caret is. Others hear of it when somebody comes, goes or moves.
 * @throws not_found
 */
export async function markPresent(
  tx: TenantTx,
  ctx: OfficeContext,
  id: string,
  input: PresenceInput,
  at: Moment,
): Promise<PresenceAnswer> {
  await findTakingPart(tx, ctx, id, at.today);
  const { clientId, caret } = input;
  if (input.leaving) {
    await tx.execute(sql`delete from letter_presence
      where letter_id = ${id}::uuid and client_id = ${clientId} and person_id = ${ctx.actor.personId}::uuid`);
  } else {
    await tx.execute(sql`insert into letter_presence (letter_id, client_id, person_id, anchor, head, body_version, seen_at)
      values (${id}::uuid, ${clientId}, ${ctx.actor.personId}::uuid, ${caret?.anchor ?? null}::int, ${caret?.head ?? null}::int,
        ${input.bodyVersion}, now())
      on conflict (letter_id, client_id) do update set anchor = excluded.anchor, head = excluded.head,
        body_version = excluded.body_version, seen_at = now() where letter_presence.person_id = excluded.person_id`);
    await tx.execute(
      sql`delete from letter_presence where letter_id = ${id}::uuid and seen_at < now() - interval '2 minutes'`,
    );
  }
  await tellWriters(tx, id);
  return findPresent(tx, id);
}
