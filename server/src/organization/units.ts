import { eq, sql } from 'drizzle-orm';
import { problem } from '../core/errors.ts';
import type { OfficeContext } from '../core/http/context.ts';
import { newId } from '../core/ids.ts';
import { pgError, type TenantRead, type TenantTx } from '../core/tenancy/index.ts';
import { given, lockOrganization, type OrganizationDeps, recordAct, todayOf } from './context.ts';
import { organizationProblems as problems } from './problems.ts';
import type { CreateUnit, UnitAnswer, UpdateUnit } from './schema.ts';
import { headOf, isValid } from './sql.ts';
import { units } from './tables.ts';

async function listUnits(read: TenantRead, today: string, id: string | null): Promise<UnitAnswer[]> {
  return read.execute<UnitAnswer>(sql`
    with recursive tree as (
      select u.id, array[u.name] as path from units u where u.parent_id is null
      union all
      select u.id, t.path || u.name from units u join tree t on u.parent_id = t.id
    )
    select u.id, u.parent_id as "parentId", u.code, u.name, u.short_name as "shortName", u.kind, u.letterhead, u.confirmed,
      u.valid_to as "validTo", ${headOf(today)} as head, (
        select count(*)::int from positions pos where pos.unit_id = u.id and ${isValid('pos', today)}) as "positionCount"
    from tree t join units u on u.id = t.id
    where ${id}::uuid is null or u.id = ${id}::uuid order by t.path`);
}

async function getUnit(read: TenantRead, today: string, id: string): Promise<UnitAnswer> {
  const [unit] = await listUnits(read, today, id);
  if (!unit) throw problem(problems.unitNotFound);
  return unit;
}

const missingParent = () => {
  const message = 'Unit atasan ini tidak ada.';
  return problem(problems.unitNotFound, { detail: message, errors: [{ path: 'parentId', message }] });
};

/** @throws unit_code_taken */
async function write(work: Promise<unknown>): Promise<void> {
  try {
    await work;
  } catch (error) {
    if (pgError(error)?.constraint_name !== 'units_code_key') throw error;
    const message = 'Kode ini sudah dipakai unit lain. Pilih kode lain.';
    throw problem(problems.unitCodeTaken, { detail: message, errors: [{ path: 'code', message }], cause: error });
  }
}

/** @throws circular_order where `parentId` is the unit itself or lies below it */
async function requireAbove(tx: TenantTx, id: string, parentId: string): Promise<void> {
  const [below] = await tx.execute(sql`
    with recursive below as (
      select id from units where id = ${id}::uuid
      union all
      select u.id from units u join below b on u.parent_id = b.id
    )
    select 1 from below where id = ${parentId}::uuid`);
  if (!below) return;
  const message = 'Unit tidak dapat berada di bawah dirinya sendiri. Pilih unit atasan yang lain.';
  throw problem(problems.circularOrder, { detail: message, errors: [{ path: 'parentId', message }] });
}

/** @throws unit_in_use where units or posts of it go on after `lastDay` */
async function requireEmpty(tx: TenantTx, id: string, lastDay: string): Promise<void> {
  const [use] = await tx.execute<{ units: number; positions: number }>(sql`select
    (select count(*)::int from units u where u.parent_id = ${id}::uuid
      and (u.valid_to is null or u.valid_to > ${lastDay}::date)) as units,
    (select count(*)::int from positions pos where pos.unit_id = ${id}::uuid
      and (pos.valid_to is null or pos.valid_to > ${lastDay}::date)) as positions`);
  if (!use || use.units + use.positions === 0) return;
  throw problem(problems.unitInUse, {
    detail: `Unit ini masih memiliki ${use.units} unit bawahan dan ${use.positions} jabatan. Tutup atau pindahkan dahulu.`,
  });
}

export function unitService({ tenancy, clock }: OrganizationDeps) {
  return {
    list: (ctx: OfficeContext) =>
      tenancy.readTenant(ctx.tenant, async (read) => ({ items: await listUnits(read, todayOf(ctx, clock), null) })),

    /** @throws unit_not_found (parent), unit_code_taken */
    create: (ctx: OfficeContext, input: CreateUnit): Promise<UnitAnswer> =>
      tenancy.withTenant(ctx.tenant, async (tx) => {
        const today = todayOf(ctx, clock);
        await lockOrganization(tx);
        const [parent] = await tx.select({ id: units.id }).from(units).where(eq(units.id, input.parentId));
        if (!parent) throw missingParent();
        const id = newId();
        const { letterhead = { unit: input.name.toUpperCase() }, ...rest } = input;
        const head = given(letterhead);
        await write(tx.insert(units).values({ id, ...rest, letterhead: head, confirmed: true, validFrom: today }));
        await recordAct(tx, ctx, 'unit.created', { kind: 'unit', id }, { code: input.code, name: input.name });
        return getUnit(tx, today, id);
      }),

    /** @throws unit_not_found, unit_code_taken, circular_order, unit_in_use */
    update: (ctx: OfficeContext, id: string, input: UpdateUnit): Promise<UnitAnswer> =>
      tenancy.withTenant(ctx.tenant, async (tx) => {
        const today = todayOf(ctx, clock);
        await lockOrganization(tx);
        const before = await getUnit(tx, today, id);
        if (input.parentId !== undefined && input.parentId !== before.parentId) {
          const [parent] = await tx.select({ id: units.id }).from(units).where(eq(units.id, input.parentId));
          if (!parent) throw missingParent();
          await requireAbove(tx, id, input.parentId);
        }
        if (typeof input.validTo === 'string') await requireEmpty(tx, id, input.validTo);
        const { letterhead, ...rest } = input;
        const changes = { ...given(rest), ...(letterhead ? { letterhead: given(letterhead) } : {}) };
        if (Object.keys(changes).length > 0) await write(tx.update(units).set(changes).where(eq(units.id, id)));
        await recordAct(tx, ctx, 'unit.changed', { kind: 'unit', id }, { changed: Object.keys(changes) });
        return getUnit(tx, today, id);
      }),
  };
}
