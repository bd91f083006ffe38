import { createDocuments, type Documents } from '../adapters/documents/index.ts';
import type { Clock } from '../core/clock.ts';
import { commonProblems, problem } from '../core/errors.ts';
import type { OfficeContext } from '../core/http/context.ts';
import { outbox } from '../core/queue/index.ts';
import type { Storage } from '../core/storage/index.ts';
import type { Tenancy, TenantRead, TenantTx } from '../core/tenancy/index.ts';
import { lockReadable, type Moment, momentOf, recordReadingOf, requireDownload } from '../letters/index.ts';
import { findDuplicates } from './duplicates.ts';
import { findFileOfLetter, findLetterFile, type StoredFileRow } from './files.ts';
import { markOpened } from './opening.ts';
import { checkRecording, recordLetter, storeUploads, type Uploads } from './recording.ts';
import { registerLetter } from './registration.ts';
import { closeLetter, rerouteLetter, sendLetterBack } from './rerouting.ts';
import { describeRoutes } from './route-view.ts';
import type {
  CloseLetter,
  DuplicateQuery,
  RecordAnswer,
  RecordedLetter,
  RegisterAnswer,
  RegisterLetter,
  RouteLetter,
  RoutesAnswer,
  SendBackLetter,
  SentBackAnswer,
} from './schema.ts';

export interface IncomingDeps {
  tenancy: Tenancy;
  clock: Clock;
  storage: Storage;
  documents?: Documents;
}

export type IncomingService = ReturnType<typeof createIncomingService>;

/** What comes in: the agenda book, letters on paper, and the files of letters. */
export function createIncomingService({ tenancy, clock, storage, documents = createDocuments() }: IncomingDeps) {
  /** Before bytes are answered: the right to read and to take away, and the record of a secret letter. */
  async function openForReading(
    read: TenantRead,
    ctx: OfficeContext,
    id: string,
    act: 'file' | 'attachment',
    part: string | null = null,
  ): Promise<void> {
    await requireDownload(read, ctx, id, momentOf(ctx, clock).today);
    await recordReadingOf(read, ctx, id, act, part);
  }

  async function actOnRoutes(
    ctx: OfficeContext,
    id: string,
    perform: (tx: TenantTx, at: Moment) => Promise<void>,
  ): Promise<RoutesAnswer> {
    const at = momentOf(ctx, clock);
    const answer = await tenancy.withTenant(ctx.tenant, async (tx) => {
      await perform(tx, at);
      return describeRoutes(tx, ctx, id, at);
    });
    outbox.poke();
    return answer;
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
    async record(ctx: OfficeContext, input: RecordedLetter, uploads: Uploads): Promise<RecordAnswer> {
      const at = momentOf(ctx, clock);
      const checked = checkRecording(ctx, input, at);
      const stored = await storeUploads({ storage, documents }, ctx, uploads, input.rotate);
      const answer = await tenancy.withTenant(ctx.tenant, (tx) => recordLetter(tx, ctx, input, stored, checked, at));
      outbox.poke();
      return answer;
    },

    /** Letters that came before and may be the one sought, among those that the person may read. */
    duplicates: (ctx: OfficeContext, { sha256, ...sought }: DuplicateQuery) =>
      tenancy.readTenant(ctx.tenant, async (read) => ({
        items: await findDuplicates(
          read,
          ctx,
          { ...sought, sha256: sha256?.split(',') ?? [], except: null },
          momentOf(ctx, clock).today,
        ),
      })),

    /** @throws not_found, stale_version, forbidden, letter_state, invalid_route, route_read */
    route: (ctx: OfficeContext, id: string, input: RouteLetter) =>
      actOnRoutes(ctx, id, (tx, at) => rerouteLetter(tx, ctx, id, input, at)),
    /** @throws not_found, stale_version, forbidden, letter_state, open_dispositions */
    close: (ctx: OfficeContext, id: string, input: CloseLetter) =>
      actOnRoutes(ctx, id, (tx, at) => closeLetter(tx, ctx, id, input, at)),
    /** @throws not_found, stale_version, forbidden, letter_state */
    async sendBack(ctx: OfficeContext, id: string, input: SendBackLetter): Promise<SentBackAnswer> {
      const at = momentOf(ctx, clock);
      await tenancy.withTenant(ctx.tenant, (tx) => sendLetterBack(tx, ctx, id, input, at));
      outbox.poke();
      return { id };
    },
    /** Where a letter that came in is, and what the person may do about it. @throws not_found */
    routes: (ctx: OfficeContext, id: string): Promise<RoutesAnswer> =>
      tenancy.readTenant(ctx.tenant, (read) => describeRoutes(read, ctx, id, momentOf(ctx, clock))),

    /** The scan or received document. @throws not_found, view_only */
    async file(ctx: OfficeContext, id: string) {
      const row = await tenancy.readTenant(ctx.tenant, async (read) => {
        await openForReading(read, ctx, id, 'file');
        return findLetterFile(read, id);
      });
      return openFile(ctx, row);
    },

    /** An attachment. @throws not_found, view_only */
    async attachment(ctx: OfficeContext, id: string, fileId: string) {
      const row = await tenancy.readTenant(ctx.tenant, async (read) => {
        await openForReading(read, ctx, id, 'attachment', fileId);
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
