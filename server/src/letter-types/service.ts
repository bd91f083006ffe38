import { asc, eq, sql } from 'drizzle-orm';
import { audit } from '../core/audit/index.ts';
import type { Clock } from '../core/clock.ts';
import { commonProblems, problem } from '../core/errors.ts';
import type { OfficeContext } from '../core/http/context.ts';
import type { Tenancy, TenantRead, TenantTx } from '../core/tenancy/index.ts';
import { letterTypeProblems } from './problems.ts';
import type { CreateLetterType, LetterTypeAnswer, UpdateLetterType } from './schema.ts';
import { type LetterTypeRow, letterTypes } from './tables.ts';

const toAnswer = ({ typeGroup, updatedAt, ...row }: LetterTypeRow): LetterTypeAnswer => ({
  ...row,
  group: typeGroup,
  updatedAt: updatedAt.toISOString(),
});

/** A type as it stands, also one that is out of use: letters of it may be underway. */
export async function findLetterType(read: TenantRead, code: string): Promise<LetterTypeRow | null> {
  const [row] = await read.select().from(letterTypes).where(eq(letterTypes.code, code)).limit(1);
  return row ?? null;
}

/** @throws unknown_letter_type with the path `type`, also for one that is out of use */
export async function requireLetterType(read: TenantRead, code: string): Promise<LetterTypeRow> {
  const type = await findLetterType(read, code);
  if (type?.active) return type;
  const message = type
    ? `Jenis naskah "${type.name}" sudah tidak dipakai di kantor ini. Pilih dari daftar jenis naskah.`
    : `Jenis naskah "${code}" tidak ada di kantor ini. Pilih dari daftar jenis naskah.`;
  throw problem(letterTypeProblems.unknownLetterType, { detail: message, errors: [{ path: 'type', message }] });
}

/** Two types that print the same short code could not be told apart in numbers and agenda books. */
async function requireFreeShortCode(tx: TenantTx, code: string, shortCode: string | undefined): Promise<void> {
  if (shortCode === undefined) return;
  const [other] = await tx
    .select({ name: letterTypes.name })
    .from(letterTypes)
    .where(sql`${letterTypes.shortCode} = ${shortCode} and ${letterTypes.code} <> ${code}`)
    .limit(1);
  if (!other) return;
  const message = `Kode singkat ${shortCode} sudah dipakai ${other.name}.`;
  throw problem(letterTypeProblems.letterTypeTaken, { detail: message, errors: [{ path: 'shortCode', message }] });
}

/** Only what was given; `group` is called otherwise in the table. */
function columnsOf({ group, ...rest }: Omit<UpdateLetterType, 'seen'>): Partial<LetterTypeRow> {
  const given = Object.entries(rest).filter(([, value]) => value !== undefined);
  return { ...Object.fromEntries(given), ...(group === undefined ? {} : { typeGroup: group }) };
}

/** Types are named by their code; the audit log wants an id. */
const subjectOf = (): { kind: string; id: string } => ({
  kind: 'letter_type',
  id: '00000000-0000-0000-0000-000000000000',
});

export type LetterTypeService = ReturnType<typeof createLetterTypeService>;

/** The types of naskah dinas that this regency has: everyone reads them, its administrator sets them. */
export function createLetterTypeService({ tenancy, clock }: { tenancy: Tenancy; clock: Clock }) {
  const actorOf = (ctx: OfficeContext) => ({ personId: ctx.actor.personId, name: ctx.actor.name });
  return {
    list: (ctx: OfficeContext, all: boolean): Promise<{ items: LetterTypeAnswer[] }> =>
      tenancy.readTenant(ctx.tenant, async (read) => {
        const rows = await read
          .select()
          .from(letterTypes)
          .where(all ? undefined : eq(letterTypes.active, true))
          .orderBy(asc(letterTypes.name));
        return { items: rows.map(toAnswer) };
      }),

    /** @throws letter_type_taken */
    create: (ctx: OfficeContext, input: CreateLetterType): Promise<LetterTypeAnswer> =>
      tenancy.withTenant(ctx.tenant, async (tx) => {
        await requireFreeShortCode(tx, input.code, input.shortCode);
        const { group, ...rest } = input;
        const [row] = await tx
          .insert(letterTypes)
          .values({ ...rest, typeGroup: group, updatedAt: clock.now() })
          .onConflictDoNothing({ target: letterTypes.code })
          .returning();
        if (!row) {
          const message = `Kode ${input.code} sudah dipakai jenis naskah lain.`;
          throw problem(letterTypeProblems.letterTypeTaken, { detail: message, errors: [{ path: 'code', message }] });
        }
        const detail = { code: input.code };
        await audit(tx, { actor: actorOf(ctx), action: 'letter_type.created', subject: subjectOf(), detail });
        return toAnswer(row);
      }),

    /** Letters signed so far stay as they are; those underway follow. @throws not_found, stale_version, letter_type_taken */
    update: (ctx: OfficeContext, code: string, { seen, ...input }: UpdateLetterType): Promise<LetterTypeAnswer> =>
      tenancy.withTenant(ctx.tenant, async (tx) => {
        const [before] = await tx.select().from(letterTypes).where(eq(letterTypes.code, code)).for('update');
        if (!before) throw problem(commonProblems.notFound, { detail: 'Jenis naskah ini tidak ada.' });
        if (seen !== undefined && seen !== before.updatedAt.toISOString()) {
          throw problem(commonProblems.staleVersion, {
            detail: 'Jenis naskah ini sudah diubah orang lain. Muat ulang, lalu ulangi perubahan Anda.',
          });
        }
        await requireFreeShortCode(tx, code, input.shortCode);
        const changes = columnsOf(input);
        const [row] = await tx
          .update(letterTypes)
          .set({ ...changes, updatedAt: clock.now() })
          .where(eq(letterTypes.code, code))
          .returning();
        if (!row) throw new Error(`letter type ${code} vanished under its lock`);
        const detail = { code, changed: Object.keys(input) };
        await audit(tx, { actor: actorOf(ctx), action: 'letter_type.changed', subject: subjectOf(), detail });
        return toAnswer(row);
      }),
  };
}
