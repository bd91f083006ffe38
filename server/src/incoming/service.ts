import { sql } from 'drizzle-orm';
import { type Clock, startOfDate } from '../core/clock.ts';
import { commonProblems, problem } from '../core/errors.ts';
import type { OfficeContext } from '../core/http/context.ts';
import { newId } from '../core/ids.ts';
import { events, outbox } from '../core/queue/index.ts';
import { type Storage, sha256Hex } from '../core/storage/index.ts';
import type { Tenancy, TenantRead } from '../core/tenancy/index.ts';
import {
  addParticipants,
  asParameters,
  findReadingReasons,
  letterNotFound,
  letters,
  lockReadable,
  momentOf,
  readableIds,
  readerOf,
  recordEvent,
} from '../letters/index.ts';
import { requireLetterType } from '../templates/index.ts';
import { findFileOfLetter, findLetterFile, insertFile, type StoredFileRow } from './files.ts';
import { markOpened } from './opening.ts';
import { incomingProblems } from './problems.ts';
import { enterAgenda, registerLetter } from './registration.ts';
import { detectScanType, safeFileName, scanFault } from './rules.ts';
import type { Duplicate, RecordAnswer, RecordedLetter, RegisterAnswer, RegisterLetter } from './schema.ts';

export interface IncomingDeps {
  tenancy: Tenancy;
  clock: Clock;
  storage: Storage;
}

/** An uploaded file as it came. */
export interface Upload {
  bytes: Buffer;
  name: string;
  /** As the client calls it. */
  mediaType: string;
}

export type IncomingService = ReturnType<typeof createIncomingService>;

/** What comes in: the agenda book, letters on paper, and the files of letters. */
export function createIncomingService({ tenancy, clock, storage }: IncomingDeps) {
  async function findDuplicates(
    read: TenantRead,
    ctx: OfficeContext,
    sought: { senderName: string; number: string | null | undefined; except: string | null },
  ): Promise<Duplicate[]> {
    if (!sought.number) return [];
    const reader = readerOf(ctx.actor);
    const inputs = asParameters(reader);
    const { today } = momentOf(ctx, clock);
    const rows = await read.execute<Duplicate & { receivedAt: string }>(sql`
      select l.id, l.subject, l.number, l.letter_date::text as date, l.agenda_number as "agendaNumber", l.received_at as "receivedAt"
      from letters l where l.direction = 'incoming' and lower(l.number) = lower(${sought.number})
        and lower(l.sender_name) = lower(${sought.senderName}) and l.id is distinct from ${sought.except}::uuid
        and l.id in ${readableIds(inputs, today, reader.registryUnits.length > 0)}
      order by l.id desc limit 5`);
    return rows.map((row) => ({ ...row, receivedAt: new Date(row.receivedAt).toISOString() }));
  }

  async function requireReadable(read: TenantRead, ctx: OfficeContext, id: string): Promise<void> {
    const reasons = await findReadingReasons(read, ctx, id, momentOf(ctx, clock).today);
    if (reasons.length === 0) throw letterNotFound();
  }

  async function openFile(ctx: OfficeContext, file: StoredFileRow | null) {
    if (!file) throw problem(commonProblems.notFound, { detail: 'Surat ini tidak mempunyai berkas.' });
    return { file, bytes: await storage.get(ctx.tenant.slug, file.sha256) };
  }

  return {
    /** @throws not_found, stale_version, forbidden, letter_state, invalid_route */
    async register(ctx: OfficeContext, id: string, input: RegisterLetter): Promise<RegisterAnswer> {
      const at = momentOf(ctx, clock);
      const answer = await tenancy.withTenant(ctx.tenant, (tx) => registerLetter(tx, ctx, id, input, at));
      outbox.poke();
      return answer;
    },

    /**
     * Records a letter that came on paper. With `routeTo` it is entered into the agenda book and routed at once.
     * @throws invalid_file, unknown_letter_type, invalid_input, invalid_route
     */
    async record(ctx: OfficeContext, input: RecordedLetter, upload: Upload): Promise<RecordAnswer> {
      const fault = scanFault(upload);
      const mediaType = detectScanType(upload.bytes);
      if (fault !== null || mediaType === null) {
        const message = fault ?? 'Berkas ini bukan PDF, JPEG, atau PNG.';
        throw problem(incomingProblems.invalidFile, { detail: message, errors: [{ path: 'file', message }] });
      }
      const at = momentOf(ctx, clock);
      const receivedOn = input.receivedOn ?? at.today;
      if (receivedOn > at.today) {
        const message = 'Tanggal terima tidak boleh sesudah hari ini.';
        throw problem(commonProblems.invalidInput, {
          detail: message,
          errors: [{ path: 'letter.receivedOn', message }],
        });
      }
      const unitId = ctx.actor.positions.find((position) => position.mode !== 'delegate')?.unitId;
      if (unitId === undefined) throw problem(commonProblems.forbidden, { detail: 'Anda belum memegang jabatan.' });
      const stored = { sha256: sha256Hex(upload.bytes), size: upload.bytes.byteLength };
      // Outside the transaction: bytes without a row do no harm, a row without bytes would.
      await storage.put(ctx.tenant.slug, upload.bytes);
      const answer = await tenancy.withTenant(ctx.tenant, async (tx): Promise<RecordAnswer> => {
        const type = await requireLetterType(tx, input.type);
        const name = safeFileName(upload.name);
        const fileId = await insertFile(tx, { ...stored, name, mediaType }, ctx.actor.personId);
        const id = newId();
        const [letter] = await tx
          .insert(letters)
          .values({
            id,
            direction: 'incoming',
            state: 'received',
            type: type.code,
            subject: input.subject,
            classification: input.classification ?? type.defaultClassification,
            secrecy: input.secrecy,
            urgency: input.urgency,
            number: input.number ?? null,
            letterDate: input.date ?? null,
            unitId,
            senderKind: 'external',
            senderName: input.senderName,
            receivedAt: receivedOn === at.today ? at.now : startOfDate(receivedOn, ctx.tenant.timeZone),
            fileId,
            turnPositionId: ctx.actor.positions.find((position) => position.unitId === unitId)?.id ?? null,
            turnSince: at.now,
            createdAt: at.now,
            updatedAt: at.now,
          })
          .returning();
        if (!letter) throw new Error('a letter was not stored');
        await addParticipants(tx, id, [{ reason: 'registrar', unitId }], at.now);
        await recordEvent(tx, ctx, { letterId: id, action: 'letter.recorded', detail: { sha256: stored.sha256 } });
        const duplicates = await findDuplicates(tx, ctx, { ...input, number: input.number, except: id });
        const base = { id, direction: 'incoming' as const, subject: letter.subject, duplicates };
        if (!input.routeTo) {
          await events.publish(tx, { topic: 'letters', id, personIds: [ctx.actor.personId] });
          return { ...base, state: letter.state, version: letter.version, agendaNumber: null };
        }
        const { state, version, agendaNumber } = await enterAgenda(tx, ctx, letter, input.routeTo, at);
        return { ...base, state, version, agendaNumber };
      });
      outbox.poke();
      return answer;
    },

    /** Letters from the same sender under the same number, among those that the person may read. */
    duplicates: (ctx: OfficeContext, sought: { senderName: string; number: string }) =>
      tenancy.readTenant(ctx.tenant, async (read) => ({
        items: await findDuplicates(read, ctx, { ...sought, except: null }),
      })),

    /** The scan or received document. @throws not_found */
    async file(ctx: OfficeContext, id: string) {
      const row = await tenancy.readTenant(ctx.tenant, async (read) => {
        await requireReadable(read, ctx, id);
        return findLetterFile(read, id);
      });
      return openFile(ctx, row);
    },

    /** An attachment. @throws not_found */
    async attachment(ctx: OfficeContext, id: string, fileId: string) {
      const row = await tenancy.readTenant(ctx.tenant, async (read) => {
        await requireReadable(read, ctx, id);
        return findFileOfLetter(read, id, fileId);
      });
      return openFile(ctx, row);
    },

    /** The person has the letter before them; its sender may hear of it. @throws not_found */
    async opened(ctx: OfficeContext, id: string): Promise<{ id: string; opened: boolean }> {
      const at = momentOf(ctx, clock);
      const opened = await tenancy.withTenant(ctx.tenant, async (tx) => {
        const { letter } = await lockReadable(tx, ctx, id, at);
        return markOpened(tx, ctx, letter, at);
      });
      if (opened) outbox.poke();
      return { id, opened };
    },
  };
}
