import { setTimeout as sleep } from 'node:timers/promises';
import type { DocumentToSign } from '../adapters/signing/index.ts';
import type { OfficeContext } from '../core/http/context.ts';
import { outbox } from '../core/queue/index.ts';
import { buildLetterDocument, drawPdf, momentOf } from '../letters/index.ts';
import type { SigningDeps } from './deps.ts';
import { checkSignable, finishSigning, type NumberedLetter, startSigning } from './letter-steps.ts';
import { findLetterRow, releaseLease } from './letters-repository.ts';
import type { OpenedKey } from './opener.ts';
import { signedBytes } from './outcome.ts';
import { needsRehearsal } from './rules.ts';

/** How often a busy letter is looked at again. */
const busyPollMs = 150;

/** What became of one letter. */
export type LetterOutcome = { id: string } & ({ signed: true } | { signed: false; error: unknown });

/**
 * Signs letters one after another with a key that was opened before: number (transaction 1), draw and sign outside any
 * transaction, store, register (transaction 2). A crash leaves letters in `signing` with their numbers, and the next
 * attempt uses the same ones.
 */
export function createPipeline(deps: SigningDeps) {
  const { tenancy, clock, storage, typesetter, publicUrl } = deps;

  /** Draws a letter that might lack a glyph before it takes a number. @throws not_printable */
  async function rehearse(ctx: OfficeContext, id: string, version: number | undefined): Promise<void> {
    const at = momentOf(ctx, clock);
    const document = await tenancy.readTenant(ctx.tenant, async (read) => {
      const letter = await checkSignable(read, ctx, id, at, version);
      if (letter.state === 'signing') return null;
      const options = { today: at.today, createdAt: at.now, signerPersonId: ctx.actor.personId };
      return (await buildLetterDocument(read, id, options)).document;
    });
    if (document && needsRehearsal(document)) await drawPdf(typesetter, document);
  }

  /** @returns null when another attempt of the same person finished it meanwhile */
  async function number(ctx: OfficeContext, id: string, version?: number | undefined): Promise<NumberedLetter | null> {
    await rehearse(ctx, id, version);
    for (let isWaiting = false; ; isWaiting = true) {
      if (isWaiting) {
        await sleep(busyPollMs);
        const letter = await tenancy.readTenant(ctx.tenant, (read) => findLetterRow(read, id));
        if (letter?.signedAt && letter.signerId === ctx.actor.personId) return null;
      }
      const started = await tenancy.withTenant(ctx.tenant, (tx) =>
        startSigning(tx, ctx, { id, version, publicUrl }, momentOf(ctx, clock)),
      );
      if (started === 'busy') continue;
      outbox.poke();
      return started;
    }
  }

  async function draw(numbered: NumberedLetter): Promise<DocumentToSign> {
    return {
      id: numbered.id,
      pdf: await drawPdf(typesetter, numbered.document),
      reason: `Menandatangani naskah dinas nomor ${numbered.number}`,
      location: numbered.place,
      // Stands readable in the file: whoever holds a changed copy is led to the original.
      contact: `${publicUrl}/v/${numbered.code}`,
      fieldName: 'ttd-1',
    };
  }

  async function finish(ctx: OfficeContext, key: OpenedKey, numbered: NumberedLetter, pdf: Uint8Array): Promise<void> {
    const stored = await storage.put(ctx.tenant.slug, pdf);
    const { certificateSerial } = key;
    await tenancy.withTenant(ctx.tenant, (tx) =>
      finishSigning(tx, ctx, numbered, { ...stored, certificateSerial }, momentOf(ctx, clock)),
    );
    outbox.poke();
  }

  /** Lets the next attempt begin at once; if even that fails, the lease lapses by itself. */
  const release = (ctx: OfficeContext, id: string): Promise<void> =>
    tenancy
      .withTenant(ctx.tenant, (tx) => releaseLease(tx, id))
      .catch((error: unknown) => ctx.log.warn({ err: error, letter: id }, 'a signing lease was not released'));

  return {
    /**
     * Outcomes come in no promised order, one per letter. A letter that fails does not stop those after it.
     * @param wanted asked for one by one as the work goes on
     */
    async *sign(
      ctx: OfficeContext,
      key: OpenedKey,
      wanted: Iterable<{ id: string; version?: number | undefined }>,
    ): AsyncGenerator<LetterOutcome> {
      const underway = new Map<string, NumberedLetter>();
      const aside: LetterOutcome[] = [];

      async function* documents(): AsyncGenerator<DocumentToSign> {
        for (const { id, version } of wanted) {
          try {
            const numbered = await number(ctx, id, version);
            if (!numbered) {
              aside.push({ id, signed: true });
              continue;
            }
            underway.set(id, numbered);
            yield await draw(numbered);
          } catch (error) {
            if (underway.has(id)) await release(ctx, id);
            aside.push({ id, signed: false, error });
          }
        }
      }

      for await (const outcome of key.session.sign(documents())) {
        const { id } = outcome;
        const numbered = underway.get(id);
        if (!numbered) throw new Error(`an outcome for a letter that was not given: ${id}`);
        try {
          await finish(ctx, key, numbered, signedBytes(outcome));
          yield { id, signed: true };
        } catch (error) {
          await release(ctx, id);
          yield { id, signed: false, error };
        }
        yield* aside.splice(0);
      }
      yield* aside;
    },
  };
}
