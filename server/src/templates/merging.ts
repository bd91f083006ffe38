import { checkTemplateBody, letterBodySchema } from '../adapters/typesetting/index.ts';
import { commonProblems, problem } from '../core/errors.ts';
import type { TenantRead, TenantTx } from '../core/tenancy/index.ts';
import type { TemplateOrigin } from './adoption.ts';
import { sameValue, type TemplateContent } from './merge.ts';
import { templateProblems } from './problems.ts';
import * as repository from './repository.ts';

/** Our copy of another's template: what was adopted, and what it has become. */
export interface CopyState {
  id: string;
  name: string;
  /** Our own newest version. */
  version: number;
  base: TemplateContent;
  mine: TemplateContent;
}

/** @returns null when there is no such copy any more, or it is put away */
export async function readCopy(read: TenantRead, templateId: string): Promise<CopyState | null> {
  const row = await repository.findTemplate(read, templateId);
  if (!row || row.archivedAt !== null || row.originSlug === null) return null;
  const [base, mine] = await Promise.all([
    repository.findAdoptedVersion(read, templateId),
    repository.findVersion(read, templateId, row.version),
  ]);
  if (!base || !mine) throw new Error(`copy ${templateId} has no versions`);
  const { id, name, version } = row;
  return {
    id,
    name,
    version,
    base: { body: base.body, defaults: base.defaults },
    mine: { body: mine.body, defaults: mine.defaults },
  };
}

/** Waits for who edits the copy, and answers how it stands then. @throws stale_version when it is not `seen` any more */
export async function lockCopy(tx: TenantTx, templateId: string, seen: number): Promise<CopyState | null> {
  if (!(await repository.lockTemplate(tx, templateId))) return null;
  const copy = await readCopy(tx, templateId);
  if (copy && copy.version !== seen) {
    throw problem(commonProblems.staleVersion, {
      detail: 'Salinan ini baru saja diubah. Muat ulang, lalu bandingkan lagi.',
      extra: { version: copy.version },
    });
  }
  return copy;
}

/**
 * Adds a newer version to a copy: first as the giver made it, which the next comparison starts from, then as it came
 * together with our changes. Both are drafts; letters go on being made from what is published.
 * @returns the number of the newest version
 * @throws invalid_template when the parts do not make a template together, such as one name for two kinds of fields
 */
export async function addMergedVersion(
  tx: TenantTx,
  copy: CopyState,
  next: { theirs: TemplateContent; merged: TemplateContent; origin: TemplateOrigin; personId: string; now: Date },
): Promise<number> {
  const { theirs, merged, origin, personId, now } = next;
  const parsed = letterBodySchema.safeParse(merged.body);
  const faults = parsed.success
    ? checkTemplateBody(parsed.data)
    : parsed.error.issues.map(({ path, message }) => ({ path: path.map(String), message }));
  const [first] = faults;
  if (first) {
    const errors = faults.map(({ path, message }) => ({ path: ['body', ...path].join('.'), message }));
    throw problem(templateProblems.invalidTemplate, { detail: first.message, errors });
  }
  const made = { templateId: copy.id, createdBy: personId, createdAt: now };
  let version = copy.version + 1;
  await repository.insertVersion(tx, { ...made, ...theirs, version, source: 'adopted' });
  if (!sameValue(merged, theirs)) {
    version++;
    await repository.insertVersion(tx, { ...made, ...merged, version, source: 'written' });
  }
  await repository.updateTemplate(tx, copy.id, {
    updatedAt: now,
    originOfferId: origin.offerId,
    originVersion: origin.version,
    originName: origin.name,
  });
  return version;
}
