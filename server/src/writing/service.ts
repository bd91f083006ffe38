import type { Clock } from '../core/clock.ts';
import { commonProblems, problem } from '../core/errors.ts';
import type { OfficeContext } from '../core/http/context.ts';
import { outbox } from '../core/queue/index.ts';
import { type Storage, sha256Hex } from '../core/storage/index.ts';
import type { Tenancy, TenantRead, TenantTx } from '../core/tenancy/index.ts';
import {
  findReadingReasons,
  letterNotFound,
  lockAsWriter,
  type Moment,
  momentOf,
  recordReadingOf,
} from '../letters/index.ts';
import { inviteAuthor, removeAuthor } from './authors.ts';
import { openDraft, stepsSince, takeSteps } from './co-editing.ts';
import { addComment, type Decision, decideComment, listComments } from './comments.ts';
import { attachmentType, cleanName, imageLimits, readPicture } from './file-rules.ts';
import { attachFile, detachFile, findAttachments, findImage, keepImage, orderFiles } from './files.ts';
import { listPresent, markPresent } from './presence.ts';
import type { CommentInput, PresenceInput, StepsInput } from './schema.ts';
import { fileFault, type Upload } from './upload.ts';

export interface WritingDeps {
  tenancy: Tenancy;
  clock: Clock;
  storage: Storage;
}

export type WritingService = ReturnType<typeof createWritingService>;

/** Several people in one draft: its words, who writes, comments and suggestions, files and pictures. */
export function createWritingService({ tenancy, clock, storage }: WritingDeps) {
  /** One act in one transaction; open pages hear of it at once. */
  async function act<T>(ctx: OfficeContext, perform: (tx: TenantTx, at: Moment) => Promise<T>): Promise<T> {
    const at = momentOf(ctx, clock);
    const answer = await tenancy.withTenant(ctx.tenant, (tx) => perform(tx, at));
    outbox.poke();
    return answer;
  }
  const look = <T>(ctx: OfficeContext, find: (read: TenantRead, at: Moment) => Promise<T>): Promise<T> =>
    tenancy.readTenant(ctx.tenant, (read) => find(read, momentOf(ctx, clock)));

  /** Bytes without a row do no harm, a row without bytes would: they are stored first, by who may write. */
  async function store(ctx: OfficeContext, id: string, upload: Upload, mediaType: string) {
    await act(ctx, (tx, at) => lockAsWriter(tx, ctx, id, at));
    await storage.put(ctx.tenant.slug, upload.bytes);
    const { bytes } = upload;
    return { sha256: sha256Hex(bytes), size: bytes.byteLength, name: cleanName(upload.name), mediaType };
  }

  return {
    /** @throws not_found */
    open: (ctx: OfficeContext, id: string) => look(ctx, (read, at) => openDraft(read, ctx, id, at)),
    /** @throws not_found */
    steps: (ctx: OfficeContext, id: string, since: number) =>
      look(ctx, (read, at) => stepsSince(read, ctx, id, since, at)),
    /** @throws not_found, forbidden, letter_state, body_behind, invalid_steps, invalid_letter */
    write: (ctx: OfficeContext, id: string, input: StepsInput) =>
      act(ctx, (tx, at) => takeSteps(tx, ctx, id, input, at)),
    /** @throws not_found */
    present: (ctx: OfficeContext, id: string) => look(ctx, (read, at) => listPresent(read, ctx, id, at)),
    /** @throws not_found */
    markPresent: (ctx: OfficeContext, id: string, input: PresenceInput) =>
      act(ctx, (tx, at) => markPresent(tx, ctx, id, input, at)),
    /** @throws not_found, forbidden, letter_state, invalid_author */
    invite: (ctx: OfficeContext, id: string, personId: string) =>
      act(ctx, (tx, at) => inviteAuthor(tx, ctx, id, personId, at)),
    /** @throws not_found, forbidden, letter_state */
    removeAuthor: (ctx: OfficeContext, id: string, personId: string) =>
      act(ctx, (tx, at) => removeAuthor(tx, ctx, id, personId, at)),
    /** @throws not_found */
    comments: (ctx: OfficeContext, id: string) => look(ctx, (read, at) => listComments(read, ctx, id, at)),
    /** @throws not_found, forbidden, body_behind, invalid_comment */
    comment: (ctx: OfficeContext, id: string, input: CommentInput) =>
      act(ctx, async (tx, at) => {
        await addComment(tx, ctx, id, input, at);
        return listComments(tx, ctx, id, at);
      }),
    /** @throws not_found, forbidden, comment_settled, suggestion_outdated, invalid_steps */
    decide: (ctx: OfficeContext, id: string, commentId: string, decision: Decision) =>
      act(ctx, async (tx, at) => {
        await decideComment(tx, ctx, id, commentId, decision, at);
        return listComments(tx, ctx, id, at);
      }),

    /** @throws not_found */
    attachments: (ctx: OfficeContext, id: string) =>
      look(ctx, async (read, at) => {
        const reasons = await findReadingReasons(read, ctx, id, at.today);
        if (reasons.length === 0) throw letterNotFound();
        const isWriter = reasons.some(({ reason }) => reason === 'drafter' || reason === 'author');
        if (!isWriter) await recordReadingOf(read, ctx, id, 'attachment');
        return findAttachments(read, id);
      }),
    /** @throws not_found, forbidden, letter_state, invalid_attachment */
    async attach(ctx: OfficeContext, id: string, upload: Upload) {
      const mediaType = attachmentType(upload);
      if (mediaType === null) {
        throw fileFault(
          'Berkas ini bukan PDF, gambar (PNG, JPEG), atau dokumen kantor (DOCX, XLSX, PPTX, ODT, ODS, ODP).',
        );
      }
      const file = await store(ctx, id, upload, mediaType);
      return act(ctx, (tx, at) => attachFile(tx, ctx, id, file, at));
    },
    /** @throws not_found, forbidden, letter_state */
    detach: (ctx: OfficeContext, id: string, fileId: string) =>
      act(ctx, (tx, at) => detachFile(tx, ctx, id, fileId, at)),
    /** @throws not_found, forbidden, letter_state, invalid_attachment */
    order: (ctx: OfficeContext, id: string, fileIds: readonly string[]) =>
      act(ctx, (tx, at) => orderFiles(tx, ctx, id, fileIds, at)),

    /** @throws not_found, forbidden, letter_state, invalid_attachment */
    async addImage(ctx: OfficeContext, id: string, upload: Upload) {
      const picture = readPicture(upload.bytes);
      if (picture === null) throw fileFault('Gambar ini bukan PNG atau JPEG berwarna RGB yang utuh.');
      const { width, height } = picture;
      const isTooLarge =
        upload.bytes.byteLength > imageLimits.bytes ||
        width * height > imageLimits.pixels ||
        Math.max(width, height) > imageLimits.side;
      if (isTooLarge) throw fileFault('Gambar ini terlalu besar. Perkecil dahulu (paling banyak 8 MB).');
      if (Math.min(width, height) < 1) throw fileFault('Gambar ini kosong.');
      const file = await store(ctx, id, upload, picture.mediaType);
      return act(ctx, (tx, at) => keepImage(tx, ctx, id, file, picture, at));
    },
    /** @throws not_found */
    async image(ctx: OfficeContext, id: string, fileId: string) {
      const file = await look(ctx, async (read, at) => {
        if ((await findReadingReasons(read, ctx, id, at.today)).length === 0) throw letterNotFound();
        await recordReadingOf(read, ctx, id, 'attachment', fileId);
        return findImage(read, id, fileId);
      });
      if (!file) throw problem(commonProblems.notFound, { detail: 'Gambar ini bukan gambar surat ini.' });
      return { file, bytes: await storage.get(ctx.tenant.slug, file.sha256) };
    },
  };
}
