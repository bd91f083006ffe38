import { audit } from '../core/audit/index.ts';
import { problem } from '../core/errors.ts';
import type { OfficeContext } from '../core/http/context.ts';
import { outbox } from '../core/queue/index.ts';
import type { Actor } from '../core/rights/index.ts';
import { addRevision, RevisionTaken } from './commands.ts';
import type { AgreementDeps } from './deps.ts';
import { agreementDocument } from './document.ts';
import { demandAct, type LoadedAgreement, loadAgreement } from './loading.ts';
import { agreementProblems as problems } from './problems.ts';
import { findLatestRevision } from './repository.ts';
import { headings } from './rules.ts';

type Revision = NonNullable<Awaited<ReturnType<typeof findLatestRevision>>>;

/** In which office the person signs: "Bupati Lebak", "Plt. Bupati Lebak", "a.n. Bupati Lebak". */
function signingTitle(actor: Actor, fallback: string): string {
  const regent = actor.positions.filter((post) => post.kind === 'regent');
  const post = regent.find((each) => each.mode !== 'delegate') ?? regent[0];
  if (!post) return fallback;
  if (post.mode === 'definitif') return post.title;
  if (post.mode === 'delegate') return `a.n. ${post.title}`;
  return `${post.mode[0]?.toUpperCase() ?? ''}${post.mode.slice(1)}. ${post.title}`;
}

const startsWith = (bytes: Uint8Array, start: Uint8Array): boolean =>
  bytes.length >= start.length && Buffer.compare(bytes.subarray(0, start.length), start) === 0;

/** The files of an agreement: the unsigned one, one more per signature. */
export function createAgreementFiles(deps: AgreementDeps) {
  const { tenancy, storage } = deps;

  const render = ({ row, parties }: LoadedAgreement) =>
    deps.typesetter.agreement(agreementDocument(row, parties, deps.publicUrl));

  const latestOf = (ctx: OfficeContext, { row }: LoadedAgreement) =>
    tenancy.readTenant(ctx.tenant, (read) => findLatestRevision(read, row.id, row.version));

  /**
   * The newest file of a proposed agreement. When the process died between proposing and storing the unsigned file,
   * whoever comes next makes it here: the same values give the same bytes.
   */
  async function latestRevision(ctx: OfficeContext, loaded: LoadedAgreement): Promise<Revision> {
    const known = await latestOf(ctx, loaded);
    if (known) return known;
    const { row } = loaded;
    const stored = await storage.put(ctx.tenant.slug, await render(loaded));
    try {
      await tenancy.withTenant(ctx.tenant, (tx) =>
        addRevision(tx, row.id, { version: row.version, revision: 0, ...stored, signer: { name: '', title: '' } }),
      );
    } catch (error) {
      // Another party was faster with the same bytes.
      if (!(error instanceof RevisionTaken)) throw error;
    }
    const revision = await latestOf(ctx, loaded);
    if (!revision) throw new Error(`agreement ${row.id} has no file`);
    return revision;
  }

  return {
    latestRevision,

    /** The PDF as it stands: a draft, unsigned, signed by some or by all. */
    async pdf(ctx: OfficeContext, id: string): Promise<{ bytes: Uint8Array; isDraft: boolean; title: string }> {
      const loaded = await loadAgreement(tenancy, ctx, id);
      const { row } = loaded;
      if (row.state === 'draft') return { bytes: await render(loaded), isDraft: true, title: row.title };
      const revision = await latestRevision(ctx, loaded);
      const bytes = await storage.get(revision.tenantSlug, revision.sha256);
      // Each party keeps the concluded text under its own prefix, and can be exported whole.
      if (row.signedAt !== null) await storage.put(ctx.tenant.slug, bytes);
      return { bytes, isDraft: false, title: row.title };
    },

    /**
     * Signs for this regency. Signatures are serial: whoever loses the race signs the new revision within the same call.
     * @throws agreement_not_found, forbidden, stale_version, agreement_state, agreement_already_signed,
     * wrong_passphrase (before anything is done), agreement_document_mismatch
     */
    async sign(
      ctx: OfficeContext,
      id: string,
      input: { passphrase: string; version?: number | undefined },
    ): Promise<void> {
      const loaded = await loadAgreement(tenancy, ctx, id);
      demandAct(ctx, loaded, 'sign', input.version);
      const { row, parties, us } = loaded;
      const signPdf = await deps.signer.open(ctx, input.passphrase);
      const unsigned = await render(loaded);
      const title = signingTitle(ctx.actor, us.printed?.title ?? us.name);
      // Each lost race means that another party's signature came in, so there are never more rounds than parties.
      for (let round = 0; round <= parties.length; round += 1) {
        const revision = await latestRevision(ctx, loaded);
        const bytes = await storage.get(revision.tenantSlug, revision.sha256);
        // The file comes from a partner's office: what is signed must be the text that is shown here.
        if (!startsWith(bytes, unsigned)) {
          throw problem(problems.documentMismatch, {
            detail: 'Pilih Minta perubahan, lalu ajukan kembali agar naskahnya dibuat ulang.',
          });
        }
        const signed = await signPdf(bytes, {
          reason: `Menandatangani ${headings[row.kind].toLowerCase()} sebagai ${title}`,
          location: us.printed?.capital ?? us.name,
          fieldName: `pihak-${us.ordinal}`,
        });
        const stored = await storage.put(ctx.tenant.slug, signed);
        try {
          await tenancy.withTenant(ctx.tenant, async (tx) => {
            const state = await addRevision(tx, id, {
              version: row.version,
              revision: revision.revision + 1,
              ...stored,
              signer: { name: ctx.actor.name, title },
            });
            await audit(tx, {
              actor: { personId: ctx.actor.personId, name: ctx.actor.name, positionTitle: title },
              action: 'agreement.signed',
              subject: { kind: 'agreement', id },
              detail: { version: row.version, revision: revision.revision + 1, sha256: stored.sha256, state },
            });
          });
          outbox.poke();
          return;
        } catch (error) {
          if (!(error instanceof RevisionTaken)) throw error;
        }
      }
      throw new Error(`agreement ${id}: the file never stood still`);
    },
  };
}
