import { setTimeout as sleep } from 'node:timers/promises';
import type { DocumentToSign } from '../adapters/signing/index.ts';
import type { OfficeContext } from '../core/http/context.ts';
import { outbox } from '../core/queue/index.ts';
import { drawPdf, momentOf } from '../letters/index.ts';
import type { SigningDeps } from './deps.ts';
import { finishSigning } from './finish-signing.ts';
import { type NumberedLetter, startSigning } from './letter-steps.ts';
import { hasSigned, releaseLease } from './letters-repository.ts';
import type { OpenedKey } from './opener.ts';
import { signedBytes } from './outcome.ts';

/** How often a busy letter is looked at again. */
const busyPollMs = 150;
/** Letters that have their number and are being drawn while others are signed. */
const drawnAhead = 3;
/** Signed files that are being stored while others are signed. */
const storedAside = 3;

/** What became of one letter. */
export type LetterOutcome = { id: string } & ({ signed: true } | { signed: false; error: unknown });
type Wanted = { id: string; version?: number | undefined };

/**
 * Signs letters with a key that was opened before: number (transaction 1), draw and sign outside any transaction, store,
 * register (transaction 2). Several letters are at different stations at once; numbers are given in the order asked for.
 * A crash leaves letters in `signing` with their numbers, and the next attempt uses the same ones.
 */
export function createPipeline(deps: SigningDeps) {
  const { tenancy, clock, storage, typesetter, publicUrl } = deps;

  /** @returns null when another attempt of the same person finished it meanwhile */
  async function number(ctx: OfficeContext, { id, version }: Wanted): Promise<NumberedLetter | null> {
    let isRehearsed = false;
    for (let isWaiting = false; ; ) {
      if (isWaiting) {
        await sleep(busyPollMs);
        const { personId } = ctx.actor;
        if (await tenancy.readTenant(ctx.tenant, (read) => hasSigned(read, id, personId))) return null;
      }
      const started = await tenancy.withTenant(ctx.tenant, (tx) =>
        startSigning(tx, ctx, { id, version, publicUrl, isRehearsed }, momentOf(ctx, clock)),
      );
      isWaiting = started === 'busy';
      if (started === 'busy') continue;
      if (!('rehearse' in started)) {
        outbox.poke();
        return started;
      }
      // Might lack a glyph: drawn once before it takes a number.
      await drawPdf(typesetter, started.rehearse);
      isRehearsed = true;
    }
  }

  async function draw(ctx: OfficeContext, numbered: NumberedLetter): Promise<DocumentToSign> {
    const { source } = numbered;
    return {
      id: numbered.id,
      pdf:
        source.kind === 'page'
          ? await drawPdf(typesetter, source.document)
          : await storage.get(ctx.tenant.slug, source.sha256),
      reason: `Menandatangani naskah dinas nomor ${numbered.number}`,
      location: numbered.place,
      // Stands readable in the file: whoever holds a changed copy is led to the original.
      contact: `${publicUrl}/v/${numbered.code}`,
      fieldName: `ttd-${numbered.revision}`,
    };
  }

  async function finish(ctx: OfficeContext, key: OpenedKey, numbered: NumberedLetter, pdf: Uint8Array): Promise<void> {
    // Read before anything is waited for: it is the serial of the document that came last.
    const { certificateSerial } = key;
    const stored = await storage.put(ctx.tenant.slug, pdf);
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
     * Outcomes come in no promised order, at most one per letter: letters that a session no longer asked for have none.
     * A letter that fails does not stop those after it.
     * @param wanted asked for one by one as the work goes on
     */
    async *sign(ctx: OfficeContext, key: OpenedKey, wanted: Iterable<Wanted>): AsyncGenerator<LetterOutcome> {
      const underway = new Map<string, NumberedLetter>();
      const aside: LetterOutcome[] = [];

      // A generator waits for a promise that it yields, so the drawing goes out in a wrapping.
      async function* prepared(): AsyncGenerator<{ drawing: Promise<DocumentToSign | null> }> {
        for (const each of wanted) {
          const { id } = each;
          try {
            const numbered = await number(ctx, each);
            if (!numbered) {
              aside.push({ id, signed: true });
              continue;
            }
            underway.set(id, numbered);
            const drawing = draw(ctx, numbered).catch(async (error: unknown) => {
              underway.delete(id);
              await release(ctx, id);
              aside.push({ id, signed: false, error });
              return null;
            });
            yield { drawing };
          } catch (error) {
            aside.push({ id, signed: false, error });
          }
        }
      }

      /** A session that has yet to prove its passphrase gets one letter at a time: no others shall take numbers in vain. */
      async function* documents(): AsyncGenerator<DocumentToSign> {
        const source = prepared();
        const ahead: Promise<DocumentToSign | null>[] = [];
        let isOver = false;
        for (;;) {
          while (!isOver && ahead.length < (key.session.credentialChecked ? drawnAhead : 1)) {
            const next = await source.next();
            if (next.done) isOver = true;
            else ahead.push(next.value.drawing);
          }
          const first = ahead.shift();
          if (!first) return;
          const document = await first;
          if (document) yield document;
        }
      }

      async function finishOne(numbered: NumberedLetter, signed: () => Uint8Array): Promise<LetterOutcome> {
        const { id } = numbered;
        try {
          await finish(ctx, key, numbered, signed());
          return { id, signed: true };
        } catch (error) {
          await release(ctx, id);
          return { id, signed: false, error };
        }
      }

      const finishing = new Set<Promise<void>>();
      try {
        for await (const outcome of key.session.sign(documents())) {
          const numbered = underway.get(outcome.id);
          if (!numbered) throw new Error(`an outcome for a letter that was not given: ${outcome.id}`);
          underway.delete(outcome.id);
          const ending = finishOne(numbered, () => signedBytes(outcome)).then((each) => {
            finishing.delete(ending);
            aside.push(each);
          });
          finishing.add(ending);
          if (finishing.size >= storedAside) await Promise.race(finishing);
          yield* aside.splice(0);
        }
      } finally {
        // What a session that broke off no longer asked for: the next attempt need not wait for it.
        await Promise.all([...underway.keys()].map((id) => release(ctx, id)));
      }
      await Promise.all(finishing);
      yield* aside;
    },
  };
}
