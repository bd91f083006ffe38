import { and, eq } from 'drizzle-orm';
import type { LetterImages, Preview, Typesetter } from '../adapters/typesetting/index.ts';
import type { Clock } from '../core/clock.ts';
import { commonProblems, problem } from '../core/errors.ts';
import type { OfficeContext } from '../core/http/context.ts';
import { outbox } from '../core/queue/index.ts';
import type { Tenancy, TenantRead, TenantTx } from '../core/tenancy/index.ts';
import { people } from '../organization/index.ts';
import {
  type ApproveInput,
  approveLetter,
  type ReturnInput,
  returnLetter,
  submitLetter,
  suggestChain,
  withdrawLetter,
} from './approval.ts';
import { type Moment, momentOf } from './context.ts';
import { buildLetterDocument, composeTogether } from './document.ts';
import { cancelDraft, completeDraft, createLetter, updateDraft, writingPosition } from './drafting.ts';
import { findLetter } from './find-letter.ts';
import { findBodyImages } from './images.ts';
import { createLetterLists } from './letter-lists.ts';
import { findPartiesOf } from './people-lookup.ts';
import { drawPreview } from './printing.ts';
import { invalidLetter, letterNotFound } from './problems.ts';
import { readerOf, turnPositions } from './reader.ts';
import { recordReading, recordReadingOf } from './readings.ts';
import { resolveRecipients } from './recipients.ts';
import type { CreateLetter, LetterAnswer, PreviewDraft, SubmitLetter, UpdateLetter } from './schema.ts';
import { letters, letterVersions } from './tables.ts';
import { isInside, toAnswer } from './view.ts';
import { findReadingReasons } from './workflow.ts';

export interface LetterServiceDeps {
  tenancy: Tenancy;
  clock: Clock;
  typesetter: Typesetter;
  /** Base of the address in QR codes, without a slash at its end. */
  publicUrl: string;
}

export type LetterService = ReturnType<typeof createLetterService>;

/** The use cases of drafting, approving and reading letters. */
export function createLetterService(deps: LetterServiceDeps) {
  const { tenancy, clock, typesetter, publicUrl } = deps;

  async function answerOf(read: TenantRead, ctx: OfficeContext, id: string, at: Moment): Promise<LetterAnswer> {
    const reader = readerOf(ctx.actor);
    const find = findLetter(reader.registryUnits.length > 0);
    const [view] = await find(read, { ...reader, id, today: at.today });
    if (!view || view.reasons.length === 0) throw letterNotFound();
    const { approvePositions, signPositions } = turnPositions(ctx.actor);
    return toAnswer(view, {
      personId: ctx.actor.personId,
      approvePositions,
      signPositions,
      modes: new Map(ctx.actor.positions.map((each) => [each.id, each.mode])),
      timeZone: ctx.tenant.timeZone,
    });
  }

  /** One act in one transaction; answers the letter as it then is. */
  async function act(
    ctx: OfficeContext,
    id: string,
    perform: (tx: TenantTx, at: Moment) => Promise<void>,
  ): Promise<LetterAnswer> {
    const at = momentOf(ctx, clock);
    const answer = await tenancy.withTenant(ctx.tenant, async (tx) => {
      await perform(tx, at);
      const done = await answerOf(tx, ctx, id, at);
      // Who writes it knows it; for all others the answer is a reading like any other.
      if (done.access === 'full' && done.drafter?.id !== ctx.actor.personId) await recordReading(tx, ctx, done, 'act');
      return done;
    });
    outbox.poke();
    return answer;
  }

  /** Pictures of a draft that the person may read; none of any other. */
  async function imagesOf(read: TenantRead, ctx: OfficeContext, id: string, today: string): Promise<LetterImages> {
    return (await findReadingReasons(read, ctx, id, today)).length === 0 ? {} : findBodyImages(read, id);
  }

  return {
    ...createLetterLists(deps),

    /** @throws not_found, the same for a letter that is not there and one that the person may not read */
    get: (ctx: OfficeContext, id: string): Promise<LetterAnswer> =>
      tenancy.readTenant(ctx.tenant, async (read) => {
        const answer = await answerOf(read, ctx, id, momentOf(ctx, clock));
        if (answer.access === 'full') await recordReading(read, ctx, answer, 'detail');
        return answer;
      }),

    /** A version that was submitted, for comparison. @throws not_found */
    getVersion: (ctx: OfficeContext, id: string, version: number) =>
      tenancy.readTenant(ctx.tenant, async (read) => {
        const reasons = await findReadingReasons(read, ctx, id, momentOf(ctx, clock).today);
        // Only an outgoing letter has versions.
        if (!isInside('outgoing', reasons)) throw letterNotFound();
        const [row] = await read
          .select({
            version: letterVersions.version,
            subject: letterVersions.subject,
            body: letterVersions.body,
            recipients: letterVersions.recipients,
            author: people.name,
            at: letterVersions.createdAt,
          })
          .from(letterVersions)
          .innerJoin(people, eq(people.id, letterVersions.authorId))
          .where(and(eq(letterVersions.letterId, id), eq(letterVersions.version, version)))
          .limit(1);
        if (!row) throw problem(commonProblems.notFound, { detail: 'Versi ini tidak disimpan.' });
        await recordReadingOf(read, ctx, id, 'version', String(version));
        return { ...row, at: row.at.toISOString() };
      }),

    /** @throws invalid_letter, unknown_letter_type, no_position */
    async create(ctx: OfficeContext, input: CreateLetter): Promise<LetterAnswer> {
      const at = momentOf(ctx, clock);
      const answer = await tenancy.withTenant(ctx.tenant, async (tx) => {
        const id = await createLetter(tx, ctx, input, at);
        return answerOf(tx, ctx, id, at);
      });
      outbox.poke();
      return answer;
    },
    update: (ctx: OfficeContext, id: string, input: UpdateLetter) =>
      act(ctx, id, (tx, at) => updateDraft(tx, ctx, id, input, at)),
    cancel: (ctx: OfficeContext, id: string, input: { version?: number | undefined }) =>
      act(ctx, id, (tx, at) => cancelDraft(tx, ctx, id, input, at)),
    submit: (ctx: OfficeContext, id: string, input: SubmitLetter) =>
      act(ctx, id, (tx, at) => submitLetter(tx, ctx, id, input, at)),
    approve: (ctx: OfficeContext, id: string, input: ApproveInput) =>
      act(ctx, id, (tx, at) => approveLetter(tx, ctx, id, input, at)),
    return: (ctx: OfficeContext, id: string, input: ReturnInput) =>
      act(ctx, id, (tx, at) => returnLetter(tx, ctx, id, input, at)),
    withdraw: (ctx: OfficeContext, id: string, input: { version?: number | undefined }) =>
      act(ctx, id, (tx, at) => withdrawLetter(tx, ctx, id, input, at)),

    /** Who would approve and sign if the drafter names nobody. @throws not_found */
    suggestedChain: (ctx: OfficeContext, id: string) =>
      tenancy.readTenant(ctx.tenant, async (read) => {
        const { today } = momentOf(ctx, clock);
        const reasons = await findReadingReasons(read, ctx, id, today);
        const [letter] = await read.select().from(letters).where(eq(letters.id, id)).limit(1);
        if (!letter || reasons.length === 0) throw letterNotFound();
        const { templateId, templateVersion } = letter;
        const positionId = writingPosition(ctx).id;
        const chain = await suggestChain(read, { positionId, templateId, templateVersion }, today);
        if (!chain) return { approvers: [], stages: [], signer: null };
        const parties = await findPartiesOf(read, [...chain.approvers, chain.signer], today);
        return {
          approvers: chain.approvers.flatMap((each) => parties.get(each) ?? []),
          stages: chain.stages,
          signer: parties.get(chain.signer) ?? null,
        };
      }),

    /** The letter's pages as SVG; a numbered letter shows its number and date. @throws not_found, not_printable */
    async preview(ctx: OfficeContext, id: string): Promise<Preview> {
      const { today } = momentOf(ctx, clock);
      const document = await tenancy.readTenant(ctx.tenant, async (read) => {
        const reasons = await findReadingReasons(read, ctx, id, today);
        const [letter] = await read.select().from(letters).where(eq(letters.id, id)).limit(1);
        if (!letter || reasons.length === 0) throw letterNotFound();
        if (letter.body === null) {
          throw problem(commonProblems.notFound, { detail: 'Surat masuk dibaca dari berkasnya.' });
        }
        await recordReading(read, ctx, letter, 'preview');
        const { number, letterDate: date, verifyCode, signerId } = letter;
        const isNumbered = number !== null && date !== null && verifyCode !== null;
        const built = await buildLetterDocument(read, id, {
          today,
          createdAt: letter.updatedAt,
          ...(isNumbered ? { number, date, verifyCode, verifyUrl: `${publicUrl}/v/${verifyCode}` } : {}),
          ...(signerId === null ? {} : { signerPersonId: signerId }),
        });
        return built.document;
      });
      return drawPreview(typesetter, document);
    },

    /** The pages of a draft that was not saved. @throws invalid_letter, unknown_letter_type, not_printable */
    async previewDraft(ctx: OfficeContext, input: PreviewDraft): Promise<Preview> {
      const at = momentOf(ctx, clock);
      const document = await tenancy.readTenant(ctx.tenant, async (read) => {
        const { fields } = await completeDraft(read, ctx, input);
        const { rows, faults } = await resolveRecipients(read, ctx, input, at.today);
        if (faults.length > 0) throw invalidLetter(faults);
        const position = writingPosition(ctx, input.positionId);
        const template = fields.template;
        const chain = input.signer
          ? null
          : await suggestChain(
              read,
              {
                positionId: position.id,
                templateId: template?.id ?? null,
                templateVersion: template?.version ?? null,
              },
              at.today,
            );
        const named = (role: 'to' | 'copy') => rows.filter((row) => row.role === role).map((row) => row.name);
        const { subject, secrecy, urgency, attachmentNote, body } = fields;
        const letter = {
          type: fields.type.code,
          subject,
          secrecy,
          urgency,
          attachmentNote,
          body,
          addressees: named('to'),
          copies: named('copy'),
          signerPositionId: input.signer ?? chain?.signer ?? null,
          ...(input.letterId ? { images: await imagesOf(read, ctx, input.letterId, at.today) } : {}),
        };
        const options = { today: at.today, createdAt: at.now };
        const line = [...(input.cosigners ?? []), letter.signerPositionId].filter((id) => id !== null);
        const places = line.map((positionId) => ({ positionId, personId: null }));
        const built = await composeTogether(read, letter, places, options);
        return built.document;
      });
      return drawPreview(typesetter, document);
    },
  };
}
