import { sql } from 'drizzle-orm';
import type { FieldError } from '../core/errors.ts';
import type { OfficeContext } from '../core/http/context.ts';
import { newId } from '../core/ids.ts';
import type { TenantRead, TenantTx } from '../core/tenancy/index.ts';
import { headOfRegency, printedTitle } from './labels.ts';
import { findPositions, findUnitHeads } from './people-lookup.ts';
import type { RecipientInput } from './schema.ts';
import { letterRecipients, type RecipientSnapshot } from './tables.ts';

export type RecipientRow = Omit<typeof letterRecipients.$inferInsert, 'letterId'>;

interface Lists {
  recipients: readonly RecipientInput[];
  copies: readonly RecipientInput[];
}

interface Names {
  units: ReadonlyMap<string, string>;
  positions: ReadonlyMap<string, string>;
  regencies: ReadonlyMap<string, string>;
}

const idsOf = (all: readonly RecipientInput[], kind: 'unit' | 'position'): string[] =>
  all.flatMap((each) => (each.kind === kind ? [each.id] : []));

/** A unit is addressed by the title of its head, as letters do it ("Yth. Kepala Dinas …"); by its name without one. */
async function namesOf(read: TenantRead, ctx: OfficeContext, lists: Lists, today: string): Promise<Names> {
  const all = [...lists.recipients, ...lists.copies];
  const unitIds = idsOf(all, 'unit');
  const slugs = all.flatMap((each) => (each.kind === 'tenant' ? [each.slug] : []));
  const [units, heads, positions, regencies] = await Promise.all([
    unitIds.length === 0
      ? []
      : read.execute<{ id: string; name: string }>(sql`select id, name from units
          where id = any(${sql.param(unitIds)}::uuid[]) and (valid_to is null or valid_to >= ${today}::date)`),
    findUnitHeads(read, unitIds, today),
    findPositions(read, idsOf(all, 'position'), today),
    slugs.length === 0
      ? []
      : read.execute<{ slug: string; name: string; kind: string }>(sql`select slug, name, kind from platform.tenants
          where slug = any(${sql.param(slugs)}::text[]) and status in ('active', 'suspended') and slug <> ${ctx.tenant.slug}`),
  ]);
  const titled = (position: { title: string; kind: string }) => printedTitle(position, ctx.tenant.name);
  return {
    units: new Map(
      units.map((unit) => {
        const head = heads.get(unit.id);
        return [unit.id, head ? titled(head) : unit.name] as const;
      }),
    ),
    positions: new Map(positions.map((position) => [position.id, titled(position)] as const)),
    regencies: new Map(regencies.map((regency) => [regency.slug, headOfRegency(regency)] as const)),
  };
}

function resolveOne(input: RecipientInput, names: Names, path: string): Partial<RecipientRow> | FieldError {
  switch (input.kind) {
    case 'unit': {
      const name = names.units.get(input.id);
      return name
        ? { kind: 'unit', unitId: input.id, name }
        : { path: `${path}.id`, message: 'Unit ini tidak ada di kantor ini.' };
    }
    case 'position': {
      const name = names.positions.get(input.id);
      return name
        ? { kind: 'position', positionId: input.id, name }
        : { path: `${path}.id`, message: 'Jabatan ini tidak ada di kantor ini.' };
    }
    case 'tenant': {
      const name = names.regencies.get(input.slug);
      return name
        ? { kind: 'tenant', tenantSlug: input.slug, name }
        : { path: `${path}.slug`, message: 'Daerah ini tidak ada, belum bergabung, atau daerah Anda sendiri.' };
    }
    case 'external':
      return {
        kind: 'external',
        name: input.name,
        ...(input.email ? { email: input.email } : {}),
        ...(input.address ? { address: input.address } : {}),
      };
  }
}

const isFault = (resolved: Partial<RecipientRow> | FieldError): resolved is FieldError => 'path' in resolved;

/** Turns what the drafter named into rows with printed names; everything unknown is a fault with its path. */
export async function resolveRecipients(
  read: TenantRead,
  ctx: OfficeContext,
  lists: Lists,
  today: string,
): Promise<{ rows: RecipientRow[]; faults: FieldError[] }> {
  const names = await namesOf(read, ctx, lists, today);
  const rows: RecipientRow[] = [];
  const faults: FieldError[] = [];
  const parts = [
    { role: 'to' as const, path: 'recipients', inputs: lists.recipients },
    { role: 'copy' as const, path: 'copies', inputs: lists.copies },
  ];
  for (const { role, path, inputs } of parts) {
    for (const [index, input] of inputs.entries()) {
      const resolved = resolveOne(input, names, `${path}.${index}`);
      if (isFault(resolved)) faults.push(resolved);
      else {
        const { kind, name } = resolved;
        if (kind && name) rows.push({ ...resolved, kind, name, id: newId(), role, ordinal: index + 1 });
      }
    }
  }
  return { rows, faults };
}

/** Replaces the letter's recipients of the given roles. */
export async function saveRecipients(
  tx: TenantTx,
  letterId: string,
  rows: readonly RecipientRow[],
  roles: readonly ('to' | 'copy')[],
): Promise<void> {
  await tx.execute(
    sql`delete from letter_recipients where letter_id = ${letterId} and role = any(${sql.param([...roles])}::text[])`,
  );
  const kept = rows.filter((row) => roles.includes(row.role));
  if (kept.length > 0) await tx.insert(letterRecipients).values(kept.map((row) => ({ ...row, letterId })));
}

/** The recipients as a version keeps them. */
export const snapshotOf = (rows: readonly Pick<RecipientRow, 'role' | 'kind' | 'name'>[]): RecipientSnapshot[] =>
  rows.map(({ role, kind, name }) => ({ role, kind, name }));
