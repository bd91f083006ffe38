import type { OfficeContext } from '../core/http/context.ts';
import type { TenantRead } from '../core/tenancy/index.ts';
import type { DisposalAnswer } from './disposal-schema.ts';
import {
  countLetters,
  type DisposalRow,
  findDisposal,
  findDisposalDossiers,
  findLog,
  findPapers,
  toDisposalItem,
} from './disposals-repository.ts';
import { judge, toItem } from './dossiers-repository.ts';
import { type DisposalStep, disposalStep, missingPapers, type StepTaker, stepsForward } from './lifecycle.ts';
import { destructionAuthority, disposalObstacle } from './retention.ts';
import { findSchedule } from './schedule-repository.ts';

/** Why the person may not take a step, whatever the papers; null if they may. */
export function takerFault(ctx: OfficeContext, row: Pick<DisposalRow, 'proposedById'>, by: StepTaker): string | null {
  const { permissions, personId } = ctx.actor;
  if (by === 'system') return 'Dilakukan oleh sistem.';
  if (by === 'unit') return permissions.has('archive.manage') ? null : 'Dilakukan oleh tata usaha atau arsiparis.';
  if (!permissions.has('archive.centre')) return 'Dilakukan oleh arsiparis.';
  if (by === 'other_centre' && row.proposedById === personId) {
    return 'Harus dilakukan oleh arsiparis lain: Anda sendiri yang mengusulkannya.';
  }
  return null;
}

const sameRule = (a: unknown, b: unknown): boolean => {
  const facts = (rule: unknown): string => {
    if (typeof rule !== 'object' || rule === null) return 'null';
    const { activeYears, inactiveYears, disposition, triggerText } = rule as Record<string, unknown>;
    return JSON.stringify([activeYears, inactiveYears, disposition, triggerText]);
  };
  return facts(a) === facts(b);
};

/** Dossiers of a proceeding with why they may not be disposed of now: the dates, a hold, or a rule that has changed. */
export async function judgeDossiers(read: TenantRead, row: DisposalRow, today: string) {
  const [schedule, dossiers] = await Promise.all([findSchedule(read), findDisposalDossiers(read, row.id)]);
  const isOver = row.state === 'done' || row.state === 'cancelled' || row.state === 'executing';
  return dossiers.map((dossier) => {
    const retention = judge(dossier, schedule, today);
    const changed =
      row.state !== 'draft' && !sameRule(dossier.proposedRule, retention.rule)
        ? 'JRA berkas ini berubah sejak diusulkan. Kembalikan ke konsep, lalu periksa lagi.'
        : null;
    const obstacle = isOver ? null : (disposalObstacle(row.kind, retention) ?? changed);
    return { row: dossier, dossier: toItem(dossier, schedule, today), obstacle };
  });
}

/** The whole page of a proceeding. @throws not_found */
export async function answerDisposal(
  read: TenantRead,
  ctx: OfficeContext,
  id: string,
  today: string,
): Promise<DisposalAnswer> {
  const row = await findDisposal(read, ctx, id, today);
  const [judged, papers, log, counts] = await Promise.all([
    judgeDossiers(read, row, today),
    findPapers(read, id),
    findLog(read, id),
    countLetters(read, id),
  ]);
  const present = papers.map((paper) => paper.kind);
  const blocked = judged.filter((each) => each.obstacle !== null).length;
  const way = stepsForward(row.kind);
  const reached = way.findIndex((step) => step.from === row.state);
  const isThrough = row.state === 'done' || row.state === 'executing';
  const reasonFor = (step: DisposalStep, index: number): string | null => {
    if (row.state === 'cancelled') return 'Penyusutan ini dibatalkan.';
    if (isThrough || index < reached) return 'Sudah dilakukan.';
    if (index > reached) return 'Langkah sebelumnya belum selesai.';
    if (judged.length === 0) return 'Daftar ini belum memuat berkas.';
    if (blocked > 0) return `${blocked} berkas belum atau tidak boleh disusutkan.`;
    const missing = missingPapers(step, present);
    return takerFault(ctx, row, step.by) ?? (missing.length > 0 ? 'Naskah yang diminta belum lengkap.' : null);
  };
  const steps = way.map((step, index) => {
    const isDone = isThrough || (reached >= 0 && index < reached);
    const entry = isDone ? log.findLast((each) => each.event === step.event) : undefined;
    const reason = reasonFor(step, index);
    return {
      event: step.event,
      to: step.to,
      done: isDone,
      doneBy: entry?.person ?? null,
      doneAt: entry?.at ?? null,
      papers: step.papers.map((kind) => ({ kind, present: present.includes(kind) })),
      allowed: reason === null,
      reason,
    };
  });
  const back = (['return', 'cancel'] as const).map((act) => {
    const step = disposalStep(row.kind, row.state, act);
    const reason = step === null ? 'Tidak dapat lagi pada keadaan ini.' : takerFault(ctx, row, step.by);
    return { act, allowed: reason === null, reason };
  });
  const editing = row.state === 'draft' ? null : 'Daftar sudah diusulkan.';
  const isOpen = !isThrough && row.state !== 'cancelled';
  return {
    ...toDisposalItem(row),
    version: row.version,
    proposedBy: row.proposedBy,
    minutesNumber: row.minutesNumber,
    minutesOn: row.minutesOn,
    authority:
      row.kind !== 'destruction'
        ? null
        : judged.some(
              (each) =>
                each.dossier.retention.rule !== null && destructionAuthority(each.dossier.retention.rule) === 'anri',
            )
          ? 'anri'
          : 'regent',
    items: judged.map(({ dossier, obstacle }) => ({ dossier, obstacle })),
    papers,
    steps,
    acts: [
      { act: 'items', allowed: editing === null, reason: editing },
      { act: 'papers', allowed: isOpen, reason: isOpen ? null : 'Penyusutan ini sudah selesai.' },
      ...back,
    ],
    log,
    ...counts,
  };
}
