import { audit } from '../core/audit/index.ts';
import { commonProblems, problem } from '../core/errors.ts';
import type { OfficeContext } from '../core/http/context.ts';
import { type Page, toPage } from '../core/http/pagination.ts';
import { newId } from '../core/ids.ts';
import { outbox } from '../core/queue/index.ts';
import {
  createAdoptedTemplate,
  findAdoptedTemplate,
  portableContent,
  readPublishedTemplate,
} from '../templates/index.ts';
import type { CatalogueDeps } from './deps.ts';
import { applyMerge, previewMerge } from './merging.ts';
import { catalogueProblems as problems } from './problems.ts';
import {
  adoptOffer,
  findContent,
  findOffer,
  findOwnTemplate,
  listAdopters,
  listOffers,
  offerTemplate,
  originOf,
  toItem,
  withdrawOffer,
} from './repository.ts';
import type {
  Adopted,
  AnswerInput,
  CatalogueItem,
  CatalogueQuery,
  MergeAnswer,
  MergeInput,
  OfferAnswer,
  RatingInput,
  ShareInput,
} from './schema.ts';
import { answerQuestion, askAbout, listQuestions, listRatings, rateOffer } from './talk.ts';

const actorOf = (ctx: OfficeContext) => ({
  personId: ctx.actor.personId,
  name: ctx.actor.name,
  positionTitle: ctx.actor.positions[0]?.title ?? null,
});

/** Sharing templates with partners, and taking over theirs. */
export function createCatalogueService({ tenancy, clock }: CatalogueDeps) {
  return {
    /** What partners offer under agreements in force, newest first. */
    async list(ctx: OfficeContext, query: CatalogueQuery): Promise<Page<CatalogueItem>> {
      const rows = await tenancy.readTenant(ctx.tenant, (read) => listOffers(read, query));
      const page = toPage(rows, query.limit);
      return { items: page.items.map(toItem), nextCursor: page.nextCursor };
    },

    /** @throws offer_not_found */
    async get(ctx: OfficeContext, id: string): Promise<OfferAnswer> {
      const [row, content, adopters, ratings, questions] = await tenancy.readTenant(ctx.tenant, (read) =>
        Promise.all([
          findOffer(read, id),
          findContent(read, id),
          listAdopters(read, id),
          listRatings(read, id, ctx.tenant.slug),
          listQuestions(read, id),
        ]),
      );
      if (!row) throw problem(problems.offerNotFound);
      const ended = row.isOpen ? 'offered' : 'agreement_ended';
      return {
        ...toItem(row),
        standing: row.isWithdrawn ? 'withdrawn' : ended,
        body: content?.body ?? null,
        defaults: content?.defaults ?? null,
        adopters,
        ratings,
        questions,
      };
    },

    /**
     * Offers the published version of a template to the partners of an agreement; again: the same offer.
     * @throws not_found for a template that is not there, template_not_published, template_not_ours, agreement_not_found for one that
     * we are no party of, agreement_not_in_force, agreement_scope
     */
    async share(ctx: OfficeContext, templateId: string, input: ShareInput) {
      const { agreementId } = input;
      const shared = await tenancy.withTenant(ctx.tenant, async (tx) => {
        const own = await findOwnTemplate(tx, templateId);
        if (!own) throw problem(commonProblems.notFound, { detail: 'Templat ini tidak ada.' });
        if (own.originSlug !== null) {
          throw problem(problems.notOurs, { detail: 'Yang dapat dibagikan hanya templat buatan daerah sendiri.' });
        }
        const template = await readPublishedTemplate(tx, templateId);
        if (!template) throw problem(problems.notPublished, { detail: 'Terbitkan dahulu, lalu bagikan.' });
        const offered = portableContent(template);
        const id = await offerTemplate(tx, { ...input, templateId, template: offered, actor: ctx.actor.name });
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
     * @throws offer_not_found, agreement_ended, offer_withdrawn, offer_unusable, unknown_letter_type
     */
    async adopt(ctx: OfficeContext, id: string): Promise<Adopted> {
      const copy = await tenancy.withTenant(ctx.tenant, async (tx) => {
        const copyId = newId();
        const kept = await adoptOffer(tx, id, copyId, ctx.actor.name);
        const offer = await findOffer(tx, id);
        if (!offer) throw new Error(`offer ${id} was adopted and is not there`);
        const { name, type, description, version } = offer;
        const { slug, name: regency } = originOf(offer);
        const origin = { slug, name: regency, version, offerId: id };
        const known = kept === copyId ? null : await findAdoptedTemplate(tx, kept);
        if (known) return known;
        const content = await findContent(tx, id);
        if (!content) throw new Error(`offer ${id} stands but has no content`);
        const createdBy = ctx.actor.personId;
        const made = await createAdoptedTemplate(tx, {
          ...content,
          id: kept,
          name,
          type,
          description,
          origin,
          createdBy,
        });
        await audit(tx, {
          actor: actorOf(ctx),
          action: 'template.adopted',
          subject: { kind: 'template', id: kept },
          detail: { offerId: id, origin: slug, version },
        });
        return made;
      });
      outbox.poke();
      return copy;
    },

    /** One rating per regency, changeable. @throws offer_not_found, agreement_ended, rating_needs_copy */
    async rate(ctx: OfficeContext, id: string, input: RatingInput): Promise<OfferAnswer> {
      await tenancy.withTenant(ctx.tenant, async (tx) => {
        await rateOffer(tx, id, input, ctx.actor.name);
        await audit(tx, {
          actor: actorOf(ctx),
          action: 'offer.rated',
          subject: { kind: 'offer', id },
          detail: { stars: input.stars },
        });
      });
      outbox.poke();
      return this.get(ctx, id);
    },

    /** @throws offer_not_found, agreement_ended, no_partner_to_ask */
    async ask(ctx: OfficeContext, id: string, text: string): Promise<OfferAnswer> {
      await tenancy.withTenant(ctx.tenant, async (tx) => {
        const questionId = await askAbout(tx, id, text, ctx.actor.name);
        await audit(tx, {
          actor: actorOf(ctx),
          action: 'offer.asked',
          subject: { kind: 'offer', id },
          detail: { questionId },
        });
      });
      outbox.poke();
      return this.get(ctx, id);
    },

    /** Any party answers. @throws offer_not_found also for a question on another offer, agreement_ended */
    async answer(ctx: OfficeContext, id: string, input: AnswerInput): Promise<OfferAnswer> {
      await tenancy.withTenant(ctx.tenant, async (tx) => {
        await answerQuestion(tx, id, input, ctx.actor.name);
        await audit(tx, {
          actor: actorOf(ctx),
          action: 'offer.answered',
          subject: { kind: 'offer', id },
          detail: { questionId: input.questionId },
        });
      });
      outbox.poke();
      return this.get(ctx, id);
    },

    /**
     * A newer version beside our copy; changes nothing.
     * @throws offer_not_found, agreement_ended, offer_withdrawn, no_copy, copy_is_current
     */
    compare: (ctx: OfficeContext, id: string): Promise<MergeAnswer> =>
      tenancy.readTenant(ctx.tenant, (read) => previewMerge(read, id)),

    /**
     * Brings a newer version into our copy as a draft; nothing of ours is lost that nobody chose to give up.
     * @throws as `compare`; stale_version, merge_conflicts with every open place, invalid_template
     */
    async merge(ctx: OfficeContext, id: string, input: MergeInput): Promise<Adopted> {
      const merged = await tenancy.withTenant(ctx.tenant, async (tx) => {
        const { adopted, conflicts } = await applyMerge(tx, id, input, ctx.actor, clock.now());
        await audit(tx, {
          actor: actorOf(ctx),
          action: 'template.merged',
          subject: { kind: 'template', id: adopted.id },
          detail: { offerId: id, origin: adopted.origin.slug, version: adopted.origin.version, chosen: conflicts },
        });
        return adopted;
      });
      outbox.poke();
      return merged;
    },
  };
}

export type CatalogueService = ReturnType<typeof createCatalogueService>;
