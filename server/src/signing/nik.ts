import { sql } from 'drizzle-orm';
import { audit } from '../core/audit/index.ts';
import { commonProblems, problem } from '../core/errors.ts';
import type { OfficeContext } from '../core/http/context.ts';
import { pgError, type Tenancy, type TenantRead } from '../core/tenancy/index.ts';
import { signingProblems as problems } from './problems.ts';

/** By what BSrE knows a person. */
export async function findIdentity(read: TenantRead, personId: string): Promise<{ nik?: string; email?: string }> {
  const [row] = await read.execute<{ nik: string | null; email: string | null }>(
    sql`select nik, email from people where id = ${personId}::uuid`,
  );
  return {
    ...(row?.nik == null ? {} : { nik: row.nik }),
    ...(row?.email == null ? {} : { email: row.email }),
  };
}

const notFound = () => problem(commonProblems.notFound, { detail: 'Orang ini tidak ada.' });

/** NIK is personal data (UU 27/2022, pasal 4 ayat 3): administrators and the person see it, no list and no log does. */
export function createNikService({ tenancy }: { tenancy: Tenancy }) {
  return {
    /** @throws not_found, also to whoever may not see it */
    async get(ctx: OfficeContext, personId: string): Promise<{ nik: string | null }> {
      const isOwn = ctx.actor.personId === personId;
      if (!isOwn && !ctx.actor.permissions.has('organization.manage')) throw notFound();
      const [row] = await tenancy.readTenant(ctx.tenant, (read) =>
        read.execute<{ nik: string | null }>(sql`select nik from people where id = ${personId}::uuid`),
      );
      if (!row) throw notFound();
      return { nik: row.nik };
    },

    /** @throws not_found, nik_taken */
    async set(ctx: OfficeContext, personId: string, nik: string | null): Promise<{ nik: string | null }> {
      await tenancy.withTenant(ctx.tenant, async (tx) => {
        try {
          const changed = await tx.execute(
            sql`update people set nik = ${nik}::text where id = ${personId}::uuid returning id`,
          );
          if (changed.length === 0) throw notFound();
        } catch (error) {
          if (pgError(error)?.constraint_name !== 'people_nik') throw error;
          const message = 'NIK ini sudah terdaftar pada orang lain. Periksa kembali angkanya.';
          // Not the database's error as the cause: its detail repeats the number.
          throw problem(problems.nikTaken, { detail: message, errors: [{ path: 'nik', message }] });
        }
        await audit(tx, {
          actor: { personId: ctx.actor.personId, name: ctx.actor.name },
          action: nik === null ? 'person.nik_removed' : 'person.nik_set',
          subject: { kind: 'person', id: personId },
        });
      });
      return { nik };
    },
  };
}
