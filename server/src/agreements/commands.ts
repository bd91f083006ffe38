import { type SQL, sql } from 'drizzle-orm';
import { commonProblems, problem } from '../core/errors.ts';
import { newId } from '../core/ids.ts';
import { pgError, type TenantTx } from '../core/tenancy/index.ts';
import type { ChangeRelation } from './changing.ts';
import { agreementProblems as problems } from './problems.ts';
import type { AgreementContent, AgreementKind, AgreementScope } from './rules.ts';

/** Another revision was recorded first: sign that one. */
export class RevisionTaken extends Error {
  override readonly name = 'RevisionTaken';
}

const noDataFound = 'P0002';

/** What a refusal by the database's functions means to people. */
function translated(error: unknown): unknown {
  const refusal = pgError(error);
  if (refusal?.code === noDataFound) return problem(problems.notFound);
  switch (refusal?.constraint_name) {
    case 'agreements_version':
      return problem(commonProblems.staleVersion, {
        detail: 'Kesepakatan sudah diubah pihak lain. Muat ulang, lalu periksa lagi.',
        cause: error,
      });
    case 'agreements_state':
      return problem(problems.wrongState, {
        detail: 'Keadaan kesepakatan baru saja berubah. Muat ulang halaman ini.',
        cause: error,
      });
    case 'agreement_signed_once':
      return problem(problems.alreadySigned);
    case 'agreement_revision_next':
      return new RevisionTaken('another revision came first', { cause: error });
    case 'agreements_parent':
      return problem(problems.invalid, {
        detail:
          'Perjanjian kerja sama dibuat di bawah kesepakatan bersama yang masih berlaku antara pihak yang sama. Pilih kesepakatan itu, atau catat mengapa tidak ada.',
        errors: [{ path: 'parentId', message: 'tidak ada dasar yang masih berlaku antara pihak yang sama' }],
        cause: error,
      });
    case 'agreements_base':
      return problem(problems.wrongState, {
        detail: 'Kesepakatan yang hendak diubah sudah berakhir atau sedang diakhiri.',
        cause: error,
      });
    case 'agreements_change_dates':
      return problem(problems.wrongState, {
        detail: 'Sudah ada perubahan lain yang ditandatangani. Sesuaikan tanggal naskah ini dengannya.',
        cause: error,
      });
    case 'agreements_council':
      return problem(problems.councilOpen, {
        detail: 'Setiap pihak mencatat persetujuan DPRD, atau alasan tidak memerlukannya, sebelum ditandatangani.',
        cause: error,
      });
    case 'agreement_partners':
      return problem(problems.invalid, {
        detail: 'Pilih mitra yang kantornya aktif.',
        errors: [{ path: 'partners', message: 'ada daerah yang tidak aktif' }],
        cause: error,
      });
    default:
      return error;
  }
}

/** Runs one act of the shared database. @throws what its refusal means to people */
export async function callAgreement(tx: TenantTx, query: SQL): Promise<void> {
  await call(tx, query);
}

async function call(tx: TenantTx, query: SQL): Promise<Record<string, unknown> | undefined> {
  try {
    return (await tx.execute(query))[0];
  } catch (error) {
    throw translated(error);
  }
}

const json = (value: unknown) => sql`${JSON.stringify(value)}::text::jsonb`;
const list = (values: readonly string[]) => sql`${sql.param([...values])}::text[]`;

export interface AgreementDraft {
  title: string;
  scope: readonly AgreementScope[];
  startsOn: string;
  endsOn: string;
  noticeDays: number | null;
  content: AgreementContent;
}

const changeable = (draft: AgreementDraft) => sql`${draft.title}, ${list(draft.scope)}, ${draft.startsOn}::date,
  ${draft.endsOn}::date, ${draft.noticeDays}::integer, ${json(draft.content)}`;

/** @throws agreement_invalid when a partner is not another active regency */
export async function createAgreement(
  tx: TenantTx,
  draft: AgreementDraft & { id: string; kind: AgreementKind; partners: readonly string[]; verifyCode: string },
  author: string,
): Promise<void> {
  await call(
    tx,
    sql`select platform.create_agreement(${draft.id}::uuid, ${draft.kind}, ${changeable(draft)}, ${list(draft.partners)},
      ${draft.verifyCode}, ${author}, ${newId()}::uuid)`,
  );
}

/** What a draft rests on. @throws agreement_invalid when it is no document of the same parties; and as below */
export async function linkAgreement(
  tx: TenantTx,
  id: string,
  seen: number,
  link: { parentId: string | null; parentReason: string | null; burdens: boolean },
  author: string,
): Promise<void> {
  await call(
    tx,
    sql`select platform.link_agreement(${id}::uuid, ${seen}::integer, ${link.parentId}::uuid, ${link.parentReason},
      ${link.burdens}, ${author}, ${newId()}::uuid)`,
  );
}

/** Makes a draft, just written in this transaction, a change of an agreement. */
export async function makeChange(tx: TenantTx, id: string, baseId: string, relation: ChangeRelation): Promise<void> {
  await call(tx, sql`select platform.change_agreement(${id}::uuid, ${baseId}::uuid, ${relation})`);
}

export interface CouncilStatement {
  needed: boolean;
  reason: string;
  letterNumber: string | null;
  letterDate: string | null;
  skippedReason: string | null;
}

export async function recordCouncil(
  tx: TenantTx,
  id: string,
  { needed, reason, letterNumber, letterDate, skippedReason }: CouncilStatement,
  author: string,
): Promise<void> {
  await call(
    tx,
    sql`select platform.record_council(${id}::uuid, ${needed}, ${reason}, ${letterNumber}, ${letterDate}::date,
      ${skippedReason}, ${author}, ${newId()}::uuid)`,
  );
}

export async function addComment(
  tx: TenantTx,
  id: string,
  comment: { id: string; clause: string | null; replyTo: string | null; text: string },
  author: string,
): Promise<void> {
  await call(
    tx,
    sql`select platform.comment_on_agreement(${id}::uuid, ${comment.id}::uuid, ${comment.clause}, ${comment.replyTo}::uuid,
      ${comment.text}, ${author})`,
  );
}

export async function resolveComment(tx: TenantTx, id: string, commentId: string, author: string): Promise<void> {
  await call(tx, sql`select platform.resolve_agreement_comment(${id}::uuid, ${commentId}::uuid, ${author})`);
}

/** @throws agreement_not_found, stale_version, agreement_state; so do all below */
export async function editAgreement(
  tx: TenantTx,
  id: string,
  seen: number,
  draft: AgreementDraft,
  author: string,
): Promise<void> {
  await call(
    tx,
    sql`select platform.edit_agreement(${id}::uuid, ${seen}::integer, ${changeable(draft)}, ${author}, ${newId()}::uuid)`,
  );
}

export async function proposeAgreement(tx: TenantTx, id: string, seen: number, actor: string): Promise<void> {
  await call(tx, sql`select platform.propose_agreement(${id}::uuid, ${seen}::integer, ${actor}, ${newId()}::uuid)`);
}

export async function requestChanges(
  tx: TenantTx,
  id: string,
  seen: number,
  actor: string,
  note: string,
): Promise<void> {
  await call(
    tx,
    sql`select platform.request_agreement_changes(${id}::uuid, ${seen}::integer, ${actor}, ${note}, ${newId()}::uuid)`,
  );
}

export async function terminateAgreement(
  tx: TenantTx,
  id: string,
  seen: number,
  actor: string,
  reason: string,
): Promise<void> {
  await call(
    tx,
    sql`select platform.terminate_agreement(${id}::uuid, ${seen}::integer, ${actor}, ${reason}, ${newId()}::uuid)`,
  );
}

/**
 * Records the unsigned document (revision 0) or this regency's signature.
 * @returns the state the agreement is in then
 * @throws RevisionTaken when `revision` is there already; agreement_already_signed; and as above
 */
export async function addRevision(
  tx: TenantTx,
  id: string,
  revision: {
    version: number;
    revision: number;
    sha256: string;
    size: number;
    signer: { name: string; title: string };
  },
): Promise<string> {
  const { version, sha256, size, signer } = revision;
  const row = await call(
    tx,
    sql`select platform.add_agreement_revision(${id}::uuid, ${version}::integer, ${revision.revision}::integer, ${sha256},
      ${size}::bigint, ${signer.name}, ${signer.title}, ${newId()}::uuid) as state`,
  );
  if (typeof row?.state !== 'string') throw new Error('the database gave no state');
  return row.state;
}
