import { type SQL, sql } from 'drizzle-orm';
import { commonProblems, problem } from '../core/errors.ts';
import { newId } from '../core/ids.ts';
import { pgError, type TenantTx } from '../core/tenancy/index.ts';
import { visitProblems as problems } from './problems.ts';
import type { VisitStep } from './rules.ts';
import type { CreateVisit, FileKind } from './schema.ts';

const noDataFound = 'P0002';

/** What a refusal by the database's functions means to people. */
function translated(error: unknown): unknown {
  const refusal = pgError(error);
  if (refusal?.code === noDataFound) return problem(problems.notFound);
  switch (refusal?.constraint_name) {
    case 'visits_version':
      return problem(commonProblems.staleVersion, {
        detail: 'Kunjungan sudah diubah pihak lain. Muat ulang, lalu periksa lagi.',
        cause: error,
      });
    case 'visits_state':
      return problem(problems.wrongState, {
        detail: 'Keadaan kunjungan baru saja berubah. Muat ulang halaman ini.',
        cause: error,
      });
    case 'visits_host':
      return problem(problems.invalid, {
        detail: 'Pilih daerah lain yang kantornya aktif.',
        errors: [{ path: 'host', message: 'kantor daerah ini tidak aktif' }],
        cause: error,
      });
    case 'visit_files_limit':
      return problem(problems.wrongState, { detail: 'Paling banyak 60 berkas dibagikan dalam satu kunjungan.' });
    default:
      return error;
  }
}

async function call(tx: TenantTx, query: SQL): Promise<void> {
  try {
    await tx.execute(query);
  } catch (error) {
    throw translated(error);
  }
}

type Content = Omit<CreateVisit, 'host'>;
const content = (visit: Content) => sql`${visit.title}, ${visit.purpose}, ${sql.param(visit.topics)}::text[],
  ${JSON.stringify(visit.delegation)}::text::jsonb, ${visit.startsAt}::timestamptz, ${visit.endsAt}::timestamptz`;

/** @throws visit_invalid when the host is not another active regency */
export const createVisit = (tx: TenantTx, id: string, visit: CreateVisit, actor: string): Promise<void> =>
  call(
    tx,
    sql`select platform.create_visit(${id}::uuid, ${visit.host}, ${content(visit)}, ${actor}, ${newId()}::uuid)`,
  );

/** @throws visit_not_found, stale_version, visit_state; so do all below */
export const editVisit = (tx: TenantTx, id: string, seen: number, visit: Content, actor: string): Promise<void> =>
  call(
    tx,
    sql`select platform.edit_visit(${id}::uuid, ${seen}::integer, ${content(visit)}, ${actor}, ${newId()}::uuid)`,
  );

export interface StepFacts {
  startsAt?: string | undefined;
  endsAt?: string | undefined;
  place?: string;
  agenda?: string;
  attendance?: readonly string[];
  reason?: string;
}

export const stepVisit = (
  tx: TenantTx,
  id: string,
  seen: number,
  step: VisitStep,
  facts: StepFacts,
  actor: string,
): Promise<void> =>
  call(
    tx,
    sql`select platform.step_visit(${id}::uuid, ${seen}::integer, ${step}, ${facts.startsAt ?? null}::timestamptz,
      ${facts.endsAt ?? null}::timestamptz, ${facts.place ?? null}, ${facts.agenda ?? null},
      ${facts.attendance ? JSON.stringify(facts.attendance) : null}::text::jsonb, ${facts.reason ?? null}, ${actor},
      ${newId()}::uuid)`,
  );

/** Gives the other side a file of ours; again does nothing. */
export const shareFile = (
  tx: TenantTx,
  visitId: string,
  file: { id: string; kind: FileKind; name: string; mediaType: string; size: number; sha256: string },
  actor: string,
): Promise<void> =>
  call(
    tx,
    sql`select platform.share_visit_file(${file.id}::uuid, ${visitId}::uuid, ${file.kind}, ${file.name},
      ${file.mediaType}, ${file.size}::bigint, ${file.sha256}, ${actor}, ${newId()}::uuid)`,
  );
