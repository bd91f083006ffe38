import { audit } from '../core/audit/index.ts';
import type { Clock } from '../core/clock.ts';
import { commonProblems, type FieldError, problem } from '../core/errors.ts';
import type { OfficeContext } from '../core/http/context.ts';
import { toPage } from '../core/http/pagination.ts';
import { newId } from '../core/ids.ts';
import { notify } from '../core/notices.ts';
import { events, outbox } from '../core/queue/index.ts';
import { positionsFor } from '../core/rights/index.ts';
import type { Storage } from '../core/storage/index.ts';
import type { Tenancy, TenantRead, TenantTx } from '../core/tenancy/index.ts';
import { type Moment, momentOf } from '../letters/index.ts';
import { callOffMeeting, readHostedMeeting } from '../meetings/index.ts';
import type { Upload } from '../writing/index.ts';
import { createVisit, editVisit, type StepFacts, stepVisit } from './commands.ts';
import { findFile, giveFile, keepFile, storeUpload } from './files.ts';
import { holdMeeting } from './hosting.ts';
import { addLesson, editLesson, listIntendedAdoptions, removeLesson, requirePosts } from './lessons.ts';
import { draftVisitLetter } from './letters.ts';
import { visitProblems as problems } from './problems.ts';
import {
  findRecord,
  findVisit,
  keepAssignees,
  keepNote,
  listAssignees,
  listEvents,
  listFiles,
  listLetters,
  listVisits,
  type Reader,
  type VisitRow,
} from './repository.ts';
import { dateFaults, judgeStep, mayManage, type VisitStep } from './rules.ts';
import type {
  CreateVisit,
  EditLesson,
  EditVisit,
  FileKind,
  Keep,
  LessonInput,
  LetterKind,
  Step,
  VisitAnswer,
  VisitListQuery,
} from './schema.ts';
import { viewSteps, viewSummary } from './view.ts';

export interface VisitDeps {
  tenancy: Tenancy;
  clock: Clock;
  storage: Storage;
  /** Without a slash at its end. */
  publicUrl: string;
}

const actorOf = (ctx: OfficeContext) => ({
  personId: ctx.actor.personId,
  name: ctx.actor.name,
  positionTitle: ctx.actor.positions[0]?.title ?? null,
});

const readerOf = (ctx: OfficeContext): Reader =>
  mayManage(ctx.actor) ? null : { positions: positionsFor(ctx.actor, 'dispose') };

const refuse = (errors: FieldError[]) =>
  problem(problems.invalid, { detail: 'Periksa isian yang disebut, lalu kirim lagi.', errors });

const notCancelled = (visit: VisitRow): void => {
  if (visit.state !== 'cancelled' && visit.state !== 'declined') return;
  throw problem(problems.wrongState, { detail: 'Kunjungan ini tidak jadi, jadi isinya tidak diubah lagi.' });
};

/** Asking for visits, answering, receiving and learning: as guest or host, whichever this office is. */
export function createVisitService({ tenancy, clock, storage, publicUrl }: VisitDeps) {
  /** @throws visit_not_found, the same for one that is not there, one of others, and one that one may not read */
  async function find(read: TenantRead, ctx: OfficeContext, id: string): Promise<VisitRow> {
    const row = await findVisit(read, readerOf(ctx), id);
    if (!row) throw problem(problems.notFound);
    return row;
  }

  async function get(ctx: OfficeContext, id: string): Promise<VisitAnswer> {
    const { now, today } = momentOf(ctx, clock);
    return tenancy.readTenant(ctx.tenant, async (read) => {
      const row = await find(read, ctx, id);
      const [history, record, assignees, letters, files, lessons] = await Promise.all([
        listEvents(read, id),
        findRecord(read, id),
        listAssignees(read, id, today),
        listLetters(read, id),
        listFiles(read, id),
        listIntendedAdoptions(read, today, id),
      ]);
      const meeting =
        record.meetingId === null
          ? null
          : await readHostedMeeting(read, { slug: ctx.tenant.slug, publicUrl }, record.meetingId);
      return {
        ...viewSummary(row),
        purpose: row.purpose,
        delegation: row.delegation,
        place: row.place,
        agenda: row.agenda,
        attendance: row.attendance,
        createdBy: row.createdBy,
        requestedAt: row.requestedAt?.toISOString() ?? null,
        steps: viewSteps(row, ctx.actor, now),
        history: history.map(({ slug, name, ...event }) => ({ ...event, by: { slug, name } })),
        manages: mayManage(ctx.actor),
        note: record.note,
        assignees,
        letters,
        meeting: meeting && { ...meeting, present: meeting.present.map((each) => each.name) },
        files,
        lessons: lessons.map(({ visitId: _, host: __, ...lesson }) => lesson),
      };
    });
  }

  /** One transaction of an act on a visit that this person may see; our own log says who did what. */
  async function act<T>(
    ctx: OfficeContext,
    id: string,
    action: `visit.${string}`,
    change: (tx: TenantTx, visit: VisitRow, at: Moment) => Promise<T>,
    detail: Record<string, unknown> = {},
  ): Promise<T> {
    const at = momentOf(ctx, clock);
    const result = await tenancy.withTenant(ctx.tenant, async (tx) => {
      const made = await change(tx, await find(tx, ctx, id), at);
      await audit(tx, { actor: actorOf(ctx), action, subject: { kind: 'visit', id }, detail });
      await events.publish(tx, { topic: 'visits', id });
      return made;
    });
    outbox.poke();
    return result;
  }

  const demandManager = (ctx: OfficeContext): void => {
    if (!mayManage(ctx.actor)) {
      throw problem(commonProblems.forbidden, { detail: 'Kunjungan diurus oleh bupati, sekda, atau admin.' });
    }
  };

  /** @throws forbidden, stale_version, visit_state */
  function demandStep(ctx: OfficeContext, visit: VisitRow, step: VisitStep, seen: number, now: Date): void {
    demandManager(ctx);
    if (seen !== visit.version) {
      throw problem(commonProblems.staleVersion, {
        detail: 'Kunjungan sudah diubah sejak Anda membukanya. Muat ulang, lalu periksa lagi.',
        extra: { version: visit.version },
      });
    }
    const verdict = judgeStep(step, ctx.actor, visit, now);
    if (verdict.allowed) return;
    const extra = { state: visit.state, version: visit.version };
    throw problem(problems.wrongState, { detail: verdict.reason, extra });
  }

  function demandDates(startsAt: string, endsAt: string, now: Date): void {
    const faults = dateFaults(new Date(startsAt), new Date(endsAt), now);
    if (faults.length > 0) throw refuse(faults);
  }

  /** The facts of a step for the shared row, after what the step demands here. */
  async function prepare(
    tx: TenantTx,
    ctx: OfficeContext,
    visit: VisitRow,
    input: Step,
    at: Moment,
  ): Promise<StepFacts> {
    const { meetingId } = await findRecord(tx, visit.id);
    switch (input.step) {
      case 'request': {
        const { startsAt, endsAt } = input;
        const asks = visit.state === 'draft' && startsAt === undefined && endsAt === undefined;
        if (asks) {
          demandDates(visit.startsAt.toISOString(), visit.endsAt.toISOString(), at.now);
          return {};
        }
        const missing = (['startsAt', 'endsAt'] as const).filter((name) => input[name] === undefined);
        if (startsAt === undefined || endsAt === undefined) {
          throw refuse(missing.map((path) => ({ path, message: 'sebutkan tanggal lain' })));
        }
        demandDates(startsAt, endsAt, at.now);
        return { startsAt, endsAt };
      }
      case 'counter_propose':
        demandDates(input.startsAt, input.endsAt, at.now);
        return { startsAt: input.startsAt, endsAt: input.endsAt };
      case 'schedule': {
        const { place, agenda } = input;
        await holdMeeting(tx, ctx, { ...visit, place }, meetingId, at);
        return { place, agenda };
      }
      case 'hold': {
        const office = { slug: ctx.tenant.slug, publicUrl };
        const meeting = meetingId === null ? null : await readHostedMeeting(tx, office, meetingId);
        const present = new Set(meeting?.present.map((each) => each.name.toLowerCase()));
        const names = visit.delegation.map((each) => each.name);
        return { attendance: names.filter((name) => present.has(name.toLowerCase())) };
      }
      case 'cancel':
        if (meetingId !== null) {
          const why = { reason: input.reason, actor: actorOf(ctx), from: ctx.tenant.name };
          await callOffMeeting(tx, meetingId, why, at);
        }
        return { reason: input.reason };
      case 'decline':
        return { reason: input.reason };
      default:
        return {};
    }
  }

  /** @throws visit_state unless we are the guest and have been there, or are about to be */
  function demandLearner(visit: VisitRow): void {
    if (visit.party !== 'guest') {
      throw problem(problems.wrongState, { detail: 'Pelajaran dicatat oleh daerah tamu.' });
    }
    if (!['scheduled', 'held', 'closed'].includes(visit.state)) {
      throw problem(problems.wrongState, { detail: 'Pelajaran dicatat setelah kunjungan dijadwalkan.' });
    }
  }

  return {
    get,

    /** Managers see every visit of the regency, others those that they are assigned to. */
    async list(ctx: OfficeContext, query: VisitListQuery) {
      const rows = await tenancy.readTenant(ctx.tenant, (read) => listVisits(read, readerOf(ctx), query));
      const page = toPage(rows, query.limit);
      return { items: page.items.map(viewSummary), nextCursor: page.nextCursor };
    },

    /** A draft; the host knows nothing of it yet. @throws visit_invalid */
    async create(ctx: OfficeContext, input: CreateVisit): Promise<VisitAnswer> {
      const { now } = momentOf(ctx, clock);
      const errors = dateFaults(new Date(input.startsAt), new Date(input.endsAt), now);
      if (input.host === ctx.tenant.slug) errors.unshift({ path: 'host', message: 'pilih daerah lain' });
      if (errors.length > 0) throw refuse(errors);
      const id = newId();
      await tenancy.withTenant(ctx.tenant, async (tx) => {
        await createVisit(tx, id, input, ctx.actor.name);
        await audit(tx, { actor: actorOf(ctx), action: 'visit.drafted', subject: { kind: 'visit', id } });
      });
      outbox.poke();
      return get(ctx, id);
    },

    /** @throws visit_not_found, forbidden, stale_version, visit_state, visit_invalid */
    async edit(ctx: OfficeContext, id: string, input: EditVisit): Promise<VisitAnswer> {
      await act(ctx, id, 'visit.edited', async (tx, visit, at) => {
        demandStep(ctx, visit, 'edit', input.version, at.now);
        demandDates(input.startsAt, input.endsAt, at.now);
        await editVisit(tx, id, input.version, input, ctx.actor.name);
      });
      return get(ctx, id);
    },

    /** @throws visit_not_found, forbidden, stale_version, visit_state, visit_invalid */
    async step(ctx: OfficeContext, id: string, input: Step): Promise<VisitAnswer> {
      await act(
        ctx,
        id,
        `visit.${input.step}`,
        async (tx, visit, at) => {
          demandStep(ctx, visit, input.step, input.version, at.now);
          const facts = await prepare(tx, ctx, visit, input, at);
          await stepVisit(tx, id, input.version, input.step, facts, ctx.actor.name);
        },
        'reason' in input ? { reason: input.reason } : {},
      );
      return get(ctx, id);
    },

    /** What we keep for ourselves. @throws visit_not_found, forbidden, visit_invalid, visit_state */
    async keep(ctx: OfficeContext, id: string, input: Keep): Promise<VisitAnswer> {
      await act(ctx, id, 'visit.kept', async (tx, visit, at) => {
        demandManager(ctx);
        if (input.note !== undefined) await keepNote(tx, id, input.note);
        const { assignees } = input;
        if (assignees === undefined) return;
        notCancelled(visit);
        await requirePosts(tx, assignees, (index) => `assignees.${index}`, at.today);
        const added = await keepAssignees(tx, id, assignees);
        const { meetingId } = await findRecord(tx, id);
        if (meetingId !== null && visit.state === 'scheduled') await holdMeeting(tx, ctx, visit, meetingId, at);
        await notify(tx, { positionIds: added, except: ctx.actor.personId }, at, {
          kind: 'visit',
          subject: { kind: 'visit', id },
          textKey: 'visit.assigned',
          values: { title: visit.title, partner: visit.party === 'guest' ? visit.host.name : visit.guest.name },
        });
      });
      return get(ctx, id);
    },

    /** @throws visit_not_found, forbidden, visit_state, visit_template_missing, no_position */
    letter: (ctx: OfficeContext, id: string, kind: LetterKind): Promise<{ letterId: string }> =>
      act(
        ctx,
        id,
        'visit.letter_drafted',
        async (tx, visit, at) => {
          demandManager(ctx);
          const { letterId } = await draftVisitLetter(tx, ctx, visit, kind, at);
          return { letterId };
        },
        { kind },
      ),

    /** @throws visit_not_found, visit_state, invalid_attachment */
    async addFile(ctx: OfficeContext, id: string, kind: FileKind, upload: Upload): Promise<VisitAnswer> {
      await tenancy.readTenant(ctx.tenant, (read) => find(read, ctx, id));
      const file = await storeUpload(storage, ctx, upload, kind);
      await act(
        ctx,
        id,
        'visit.file_kept',
        async (tx, visit) => {
          notCancelled(visit);
          await keepFile(tx, ctx, id, kind, file);
        },
        { sha256: file.sha256 },
      );
      return get(ctx, id);
    },

    /** @throws visit_not_found */
    async file(ctx: OfficeContext, id: string, fileId: string) {
      const file = await tenancy.readTenant(ctx.tenant, async (read) => {
        await find(read, ctx, id);
        return findFile(read, id, fileId);
      });
      return { file, bytes: await storage.get(ctx.tenant.slug, file.sha256) };
    },

    /** @throws visit_not_found, forbidden, visit_state */
    async shareFile(ctx: OfficeContext, id: string, fileId: string): Promise<VisitAnswer> {
      await act(
        ctx,
        id,
        'visit.file_shared',
        async (tx) => {
          demandManager(ctx);
          await giveFile(tx, ctx, id, fileId);
        },
        { fileId },
      );
      return get(ctx, id);
    },

    /** @throws visit_not_found, visit_state, visit_invalid */
    async addLesson(ctx: OfficeContext, id: string, lesson: LessonInput): Promise<VisitAnswer> {
      await act(ctx, id, 'visit.lesson_added', async (tx, visit, { today }) => {
        demandLearner(visit);
        await requirePosts(tx, [lesson.positionId], () => 'positionId', today);
        await addLesson(tx, id, lesson, ctx.actor.personId);
      });
      return get(ctx, id);
    },

    /** @throws visit_not_found, stale_version, visit_state, visit_invalid */
    async editLesson(ctx: OfficeContext, id: string, lessonId: string, lesson: EditLesson): Promise<VisitAnswer> {
      await act(ctx, id, 'visit.lesson_edited', async (tx, visit, { today }) => {
        demandLearner(visit);
        await requirePosts(tx, [lesson.positionId], () => 'positionId', today);
        await editLesson(tx, id, lessonId, lesson);
      });
      return get(ctx, id);
    },

    /** @throws visit_not_found, visit_state */
    async removeLesson(ctx: OfficeContext, id: string, lessonId: string): Promise<VisitAnswer> {
      await act(ctx, id, 'visit.lesson_removed', async (tx, visit) => {
        demandLearner(visit);
        await removeLesson(tx, id, lessonId);
      });
      return get(ctx, id);
    },
  };
}

export type VisitService = ReturnType<typeof createVisitService>;
