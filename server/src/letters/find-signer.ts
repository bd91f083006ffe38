import { type SQL, sql } from 'drizzle-orm';
import type { TenantRead } from '../core/tenancy/index.ts';
import { holderOf, type Letterhead } from '../organization/index.ts';
import { chooseOwnPost, type HeldPost, type SigningMode } from './signer-lines.ts';

/** The organisation under whose letterhead a post writes. */
export interface WritingUnit {
  name: string;
  kind: string;
  letterhead: Letterhead;
  /** The unit above it; null below the regency's head. */
  parentName: string | null;
}

type Post = { title: string; kind: string };

/** Who signs for a position, as far as the page needs it. */
export interface SignerFacts extends Post {
  positionId: string;
  unit: WritingUnit;
  personId: string | null;
  name: string | null;
  rank: string | null;
  nip: string | null;
  mode: SigningMode;
  /** Of a delegate: the post of their own that is printed, and the one between it and the post that is signed for. */
  own: { post: Post; mode: HeldPost['mode']; unit: WritingUnit; between: Post | null } | null;
}

/** Sections write under the letterhead of the unit that they belong to. @param unitId SQL of the post's unit */
const writingUnit = (unitId: SQL): SQL => sql`(
  with recursive up as (
    select u.id, u.parent_id, u.kind, u.name, u.letterhead, 1 as rung from units u where u.id = ${unitId}
    union all
    select u.id, u.parent_id, u.kind, u.name, u.letterhead, up.rung + 1 from units u join up on u.id = up.parent_id
  )
  select jsonb_build_object('name', up.name, 'kind', up.kind, 'letterhead', up.letterhead,
    'parentName', (select o.name from units o where o.id = up.parent_id and o.kind <> 'regent'))
  from up order by (up.kind in ('section', 'other')), up.rung limit 1)`;

const parsed = <T>(value: unknown): T => (typeof value === 'string' ? JSON.parse(value) : value) as T;

/** The posts that a person holds today, each with the posts above it, nearest first. */
async function findHeldPosts(read: TenantRead, personId: string, today: string) {
  type Row = { post: unknown };
  const rows = await read.execute<Row>(sql`
    select jsonb_build_object('title', p.title, 'kind', p.kind, 'mode', a.mode, 'unit', ${writingUnit(sql`p.unit_id`)},
      'above', (
        with recursive ladder as (
          select o.id, o.title, o.kind, o.superior_id, 1 as rung from positions o where o.id = p.superior_id
          union all
          select o.id, o.title, o.kind, o.superior_id, l.rung + 1 from positions o join ladder l on o.id = l.superior_id
            where l.rung < 20
        )
        select coalesce(jsonb_agg(jsonb_build_object('id', l.id, 'title', l.title, 'kind', l.kind) order by l.rung), '[]')
        from ladder l)) as post
    from assignments a join positions p on p.id = a.position_id
    where a.person_id = ${personId}::uuid and ${today}::date >= a.starts_on
      and (a.ends_on is null or ${today}::date <= a.ends_on)`);
  return rows.map((row) => parsed<HeldPost & { unit: WritingUnit }>(row.post));
}

/** What a delegate is in their own right. */
async function findOwn(read: TenantRead, personId: string, represented: string, today: string) {
  const held = await findHeldPosts(read, personId, today);
  const chosen = chooseOwnPost(held, represented);
  if (!chosen) return null;
  const { post, between } = chosen;
  const unit = held.find((each) => each === post)?.unit;
  if (!unit) throw new Error('a chosen post that is not held');
  return { post: { title: post.title, kind: post.kind }, mode: post.mode, unit, between };
}

/**
 * Who signs for a position on a day.
 * @param personId who signs; the holder that day if left out
 * @returns null for a position that is not there
 */
export async function findSigner(
  read: TenantRead,
  positionId: string,
  personId: string | undefined,
  today: string,
): Promise<SignerFacts | null> {
  type Row = Post & { unit: unknown; holder: unknown; rank: string | null; nip: string | null; name: string | null };
  const signer = personId ?? null;
  const [row] = await read.execute<Row>(sql`
    with seat as (
      select pos.title, pos.kind, ${writingUnit(sql`pos.unit_id`)} as unit, ${holderOf(sql`pos.id`, today)} as holder
      from positions pos where pos.id = ${positionId}
    )
    select seat.title, seat.kind, seat.unit, seat.holder, pe.rank, pe.nip, pe.name
    from seat left join people pe on pe.id = coalesce(${signer}::uuid, (seat.holder ->> 'personId')::uuid)`);
  if (!row) return null;
  const holder = parsed<{ personId: string; mode: SigningMode } | null>(row.holder);
  const isHolder = signer === null || holder?.personId === signer;
  const { title, kind, name, rank, nip } = row;
  return {
    positionId,
    title,
    kind,
    unit: parsed<WritingUnit>(row.unit),
    personId: signer ?? holder?.personId ?? null,
    name,
    rank,
    nip,
    mode: isHolder ? (holder?.mode ?? 'definitif') : 'delegate',
    own: isHolder ? null : await findOwn(read, signer, positionId, today),
  };
}
