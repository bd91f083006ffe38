import { audit } from '../core/audit/index.ts';
import { commonProblems, problem } from '../core/errors.ts';
import type { OfficeContext } from '../core/http/context.ts';
import { type Page, toPage } from '../core/http/pagination.ts';
import { newId } from '../core/ids.ts';
import { outbox } from '../core/queue/index.ts';
import type { AdoptedTemplate, CatalogueDeps } from './deps.ts';
import { catalogueProblems as problems } from './problems.ts';
import {
  adoptOffer,
  findContent,
  findOffer,
  listAdopters,
  listOffers,
  offerTemplate,
  toItem,
  withdrawOffer,
} from './repository.ts';
import type { CatalogueItem, CatalogueQuery, OfferAnswer } from './schema.ts';

const actorOf = (ctx: OfficeContext) => ({
  personId: ctx.actor.personId,
  name: ctx.actor.name,
  positionTitle: ctx.actor.positions[0]?.title ?? null,
});

/** Sharing templates with partners, and taking over theirs. */
export function createCatalogueService({ tenancy, templates }: CatalogueDeps) {
  return {
    /** What partners offer under agreements in force, newest first. */
    async list(ctx: OfficeContext, query: CatalogueQuery): Promise<Page<CatalogueItem>> {
      const rows = await tenancy.readTenant(ctx.tenant, (read) => listOffers(read, query));
      const page = toPage(rows, query.limit);
      return { items: page.items.map(toItem), nextCursor: page.nextCursor };
    },

    /** @throws offer_not_found */
    async get(ctx: OfficeContext, id: string): Promise<OfferAnswer> {
      const [row, content, adopters] = await tenancy.readTenant(ctx.tenant, (read) =>
        Promise.all([findOffer(read, id), findContent(read, id), listAdopters(read, id)]),
      );
      if (!row) throw problem(problems.offerNotFound);
      const ended = row.isOpen ? 'offered' : 'agreement_ended';
      return {
        ...toItem(row),
        standing: row.isWithdrawn ? 'withdrawn' : ended,
        body: content?.body ?? null,
        defaults: content?.defaults ?? null,
        adopters,
      };
    },

    /**
     * Offers the published version of a template to the partners of an agreement; again: the same offer.
     * @throws not_found for a template that is not there, template_not_published, agreement_not_found for one that
     * we are no party of, agreement_not_in_force, agreement_scope
     */
    async share(ctx: OfficeContext, templateId: string, { agreementId }: { agreementId: string }) {
      const shared = await tenancy.withTenant(ctx.tenant, async (tx) => {
        const template = await templates.readPublishedTemplate(tx, templateId);
        if (template === undefined) throw problem(commonProblems.notFound, { detail: 'Templat tidak ditemukan.' });
        if (template === null) throw problem(problems.notPublished, { detail: 'Terbitkan dahulu, lalu bagikan.' });
        const id = await offerTemplate(tx, { agreementId, templateId, template, actor: ctx.actor.name });
        const { name, type, version } = template;
        await audit(tx, {
          actor: actorOf(ctx),
          action: 'template.shared',
          subject: { kind: 'template', id: templateId },
          detail: { agreementId, offerId: id, version },
        });
        return { id, agreementId, templateId, name, type, version };
      });
      outbox.poke();
      return shared;
    },

    /** Takes one's own offer back. Copies that partners made stay theirs. @throws offer_not_found */
    async withdraw(ctx: OfficeContext, id: string): Promise<OfferAnswer> {
      await tenancy.withTenant(ctx.tenant, async (tx) => {
        await withdrawOffer(tx, id, ctx.actor.name);
        await audit(tx, { actor: actorOf(ctx), action: 'offer.withdrawn', subject: { kind: 'offer', id } });
      });
      outbox.poke();
      return this.get(ctx, id);
    },

    /**
     * Copies an offered version into our own templates; the same version again answers the same copy.
     * @throws offer_not_found, agreement_ended, offer_withdrawn
     */
    async adopt(ctx: OfficeContext, id: string): Promise<AdoptedTemplate> {
      const copy = await tenancy.withTenant(ctx.tenant, async (tx) => {
        const copyId = newId();
        const kept = await adoptOffer(tx, id, copyId, ctx.actor.name);
        const known = kept === copyId ? null : await templates.findAdoptedTemplate(tx, kept);
        if (known) return known;
        const [offer, content] = [await findOffer(tx, id), await findContent(tx, id)];
        if (!offer || !content) throw new Error(`offer ${id} stands but has no content`);
        const { name, type, description, version, slug, regency } = offer;
        const made = await templates.createAdoptedTemplate(tx, {
          ...content,
          id: kept,
          name,
          type,
          description,
          origin: { slug, name: regency, version, offerId: id },
          createdBy: ctx.actor.personId,
        });
        await audit(tx, {
          actor: actorOf(ctx),
          action: 'template.adopted',
          subject: { kind: 'template', id: made.id },
          detail: { offerId: id, origin: slug, version },
        });
        return made;
      });
      outbox.poke();
      return copy;
    },
  };
}

export type CatalogueService = ReturnType<typeof createCatalogueService>;
