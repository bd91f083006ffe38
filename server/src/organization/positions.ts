import { eq, sql } from 'drizzle-orm';
import { problem } from '../core/errors.ts';
import type { OfficeContext } from '../core/http/context.ts';
import { newId } from '../core/ids.ts';
import type { PositionKind } from '../core/rights/index.ts';
import type { TenantRead, TenantTx } from '../core/tenancy/index.ts';
import { given, lockOrganization, type OrganizationDeps, recordAct, todayOf } from './context.ts';
import { organizationProblems as problems } from './problems.ts';
import type { CreatePosition, PositionAnswer, UpdatePosition } from './schema.ts';
import { joinHolder } from './sql.ts';
import { positions, units } from './tables.ts';

type Filter = { id?: string; unitId?: string | undefined };

async function listPositions(read: TenantRead, today: string, { id, unitId }: Filter): Promise<PositionAnswer[]> {
  return read.execute<PositionAnswer>(sql`
    select pos.id, pos.unit_id as "unitId", u.name as "unitName", pos.title, pos.kind, pos.superior_id as "superiorId",
      pos.valid_to as "validTo",
      case when h.id is not null then jsonb_build_object('personId', h.id, 'name', h.name, 'mode', a.mode) end as holder
    from positions pos join units u on u.id = pos.unit_id ${joinHolder(today)}
    where (${id ?? null}::uuid is null or pos.id = ${id ?? null}::uuid)
      and (${unitId ?? null}::uuid is null or pos.unit_id = ${unitId ?? null}::uuid)
    order by u.name, array_position(array['regent', 'deputy_regent', 'secretary', 'unit_head', 'division_head', 'registrar',
      'administrator', 'staff'], pos.kind), pos.title`);
}

/** @throws position_not_found */
export async function getPosition(read: TenantRead, today: string, id: string): Promise<PositionAnswer> {
  const [position] = await listPositions(read, today, { id });
  if (!position) throw problem(problems.positionNotFound);
  return position;
}

/** Posts that a regency has once; their holders decide for all of it. */
const single: readonly PositionKind[] = ['regent', 'deputy_regent', 'secretary'];

async function requireSingle(tx: TenantTx, kind: PositionKind, today: string, but: string | null): Promise<void> {
  if (!single.includes(kind)) return;
  const [other] = await tx.execute<{ title: string }>(sql`select title from positions where kind = ${kind}
    and (valid_to is null or valid_to >= ${today}::date) and id is distinct from ${but}::uuid limit 1`);
  if (!other) return;
  const message = `Sudah ada jabatan "${other.title}". Tutup dahulu, atau ubah jabatan itu.`;
  throw problem(problems.positionKindTaken, { detail: message, errors: [{ path: 'kind', message }] });
}

async function requireUnit(tx: TenantTx, unitId: string): Promise<void> {
  const [unit] = await tx.select({ id: units.id }).from(units).where(eq(units.id, unitId));
  const message = 'Unit kerja ini tidak ada.';
  if (!unit) throw problem(problems.unitNotFound, { detail: message, errors: [{ path: 'unitId', message }] });
}

/** @param id the position to stand below `superiorId`; null for one that is new @throws position_not_found, circular_order */
async function requireSuperior(tx: TenantTx, id: string | null, superiorId: string): Promise<void> {
  const rows = await tx.execute<{ id: string }>(sql`
    with recursive ladder as (
      select id, superior_id, 1 as rung from positions where id = ${superiorId}::uuid
      union all
      select p.id, p.superior_id, l.rung + 1 from positions p join ladder l on p.id = l.superior_id where l.rung < 60
    )
    select id from ladder`);
  const path = 'superiorId';
  if (rows.length === 0) {
    const message = 'Jabatan atasan ini tidak ada.';
    throw problem(problems.positionNotFound, { detail: message, errors: [{ path, message }] });
  }
  if (!rows.some((row) => row.id === id)) return;
  const message = 'Jabatan tidak dapat menjadi atasan dari atasannya. Pilih atasan yang lain.';
  throw problem(problems.circularOrder, { detail: message, errors: [{ path, message }] });
}

/** @throws position_in_use where somebody holds it after `lastDay`, or a letter waits for it */
async function requireFree(tx: TenantTx, id: string, lastDay: string): Promise<void> {
  const [use] = await tx.execute<{ holder: string | null; waiting: number }>(sql`select
    (select p.name from assignments a join people p on p.id = a.person_id where a.position_id = ${id}::uuid
      and (a.ends_on is null or a.ends_on > ${lastDay}::date) limit 1) as holder,
    (select count(*)::int from letters where turn_position_id = ${id}::uuid) as waiting`);
  if (use?.holder) {
    throw problem(problems.positionInUse, {
      detail: `Jabatan ini masih dipegang ${use.holder}. Akhiri penugasannya dahulu.`,
    });
  }
  if (use && use.waiting > 0) {
    throw problem(problems.positionInUse, { detail: `${use.waiting} surat masih menunggu jabatan ini.` });
  }
}

export function positionService({ tenancy, clock, holdersChanged }: OrganizationDeps) {
  return {
    list: (ctx: OfficeContext, filter: { unitId?: string | undefined }) =>
      tenancy.readTenant(ctx.tenant, async (read) => ({
        items: await listPositions(read, todayOf(ctx, clock), filter),
      })),

    /** @throws unit_not_found, position_not_found (superior), position_kind_taken */
    create: (ctx: OfficeContext, input: CreatePosition): Promise<PositionAnswer> =>
      tenancy.withTenant(ctx.tenant, async (tx) => {
        const today = todayOf(ctx, clock);
        await lockOrganization(tx);
        await requireUnit(tx, input.unitId);
        await requireSingle(tx, input.kind, today, null);
        if (input.superiorId) await requireSuperior(tx, null, input.superiorId);
        const id = newId();
        await tx.insert(positions).values({ ...input, id, superiorId: input.superiorId ?? null });
        await recordAct(
          tx,
          ctx,
          'position.created',
          { kind: 'position', id },
          { title: input.title, kind: input.kind },
        );
        return getPosition(tx, today, id);
      }),

    /** @throws position_not_found, unit_not_found, circular_order, position_kind_taken, position_in_use */
    update: (ctx: OfficeContext, id: string, input: UpdatePosition): Promise<PositionAnswer> =>
      tenancy.withTenant(ctx.tenant, async (tx) => {
        const today = todayOf(ctx, clock);
        await lockOrganization(tx);
        const before = await getPosition(tx, today, id);
        if (input.unitId) await requireUnit(tx, input.unitId);
        if (input.superiorId) await requireSuperior(tx, id, input.superiorId);
        if (input.kind || input.validTo === null) await requireSingle(tx, input.kind ?? before.kind, today, id);
        if (typeof input.validTo === 'string') await requireFree(tx, id, input.validTo);
        const changes = given(input);
        if (Object.keys(changes).length > 0) await tx.update(positions).set(changes).where(eq(positions.id, id));
        const detail = { changed: Object.keys(changes), ...given({ kind: input.kind }) };
        await recordAct(tx, ctx, 'position.changed', { kind: 'position', id }, detail);
        await holdersChanged(tx, today);
        return getPosition(tx, today, id);
      }),
  };
}
