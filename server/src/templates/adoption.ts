import { type LetterBody, letterBodySchema, withoutPeople } from '../adapters/typesetting/index.ts';
import { problem } from '../core/errors.ts';
import type { TenantRead, TenantTx } from '../core/tenancy/index.ts';
import { requireLetterType } from '../letter-types/index.ts';
import { portableDefaults, type TemplateDefaults, templateDefaultsSchema } from './defaults.ts';
import { copyProblems } from './problems.ts';
import * as repository from './repository.ts';

/** A template as letters and offers use it: the version that letters are made from. */
export type PublishedTemplate = NonNullable<Awaited<ReturnType<typeof repository.findPublished>>>;

/** @returns null for a template that is published in no version; undefined for none at all (or archived) */
export async function readPublishedTemplate(
  read: TenantRead,
  id: string,
): Promise<PublishedTemplate | null | undefined> {
  const published = await repository.findPublished(read, id);
  if (published) return published;
  const template = await repository.findTemplate(read, id);
  return template && template.archivedAt === null ? null : undefined;
}

/**
 * A template as it may leave the regency: its fields and conditions, and none of our posts, units, addressees or people.
 * Applied by who offers and again by who adopts: neither trusts that the other did.
 */
export function portableContent<Content extends { body: LetterBody; defaults: TemplateDefaults }>(
  content: Content,
): Content {
  return { ...content, body: withoutPeople(content.body), defaults: portableDefaults(content.defaults) };
}

const stoppedProblems = { agreement_ended: copyProblems.agreementEnded, offer_withdrawn: copyProblems.offerWithdrawn };

/**
 * Refuses a new letter from a copy whose agreement says that copies stop when it ends or when the giver takes back.
 * Letters made before go on.
 * @throws agreement_ended, offer_withdrawn
 */
export async function requireUsableCopy(
  read: TenantRead,
  template: Pick<PublishedTemplate, 'originOfferId' | 'originName'>,
): Promise<void> {
  const { originOfferId, originName } = template;
  if (originOfferId === null) return;
  const stopped = (await repository.findStopped(read, [originOfferId])).get(originOfferId);
  if (!stopped) return;
  throw problem(stoppedProblems[stopped.reason], {
    detail:
      `Templat ini salinan dari ${originName ?? 'daerah lain'}. Menurut "${stopped.agreementTitle}", salinannya tidak dipakai ` +
      'lagi untuk surat baru. Pilih templat lain, atau minta admin membuka kesepakatan baru. Surat yang sudah dibuat tetap berlaku.',
    extra: { agreementId: stopped.agreementId },
  });
}

/** Whose template a copy is of, in which version, under which offer. */
export interface TemplateOrigin {
  slug: string;
  name: string;
  offerId: string;
  version: number;
}

/** Our own copy of a partner's template. */
export interface AdoptedTemplate {
  id: string;
  name: string;
  type: string;
  version: number;
  origin: TemplateOrigin;
}

/** What the partner gave, and who adopts it. `body` and `defaults` are checked here: they come from another office. */
export interface TemplateCopy {
  id: string;
  name: string;
  type: string;
  description: string | null;
  body: unknown;
  defaults: Record<string, unknown>;
  origin: TemplateOrigin;
  createdBy: string;
}

/**
 * Makes our own copy, published and usable at once. The caller has checked that the offer stands and writes the audit
 * row.
 * @throws unknown_letter_type when this regency does not have the template's type; a unique violation on
 *   `origin_offer_id` when the offer was adopted before; ZodError for content that is no template
 */
export async function createAdoptedTemplate(tx: TenantTx, copy: TemplateCopy): Promise<AdoptedTemplate> {
  const { id, name, type, description, createdBy, origin } = copy;
  await requireLetterType(tx, type);
  const { body, defaults } = portableContent({
    body: letterBodySchema.parse(copy.body),
    defaults: templateDefaultsSchema.parse(copy.defaults),
  });
  await repository.insertTemplate(
    tx,
    {
      id,
      name,
      type,
      description,
      createdBy,
      publishedVersion: 1,
      originSlug: origin.slug,
      originName: origin.name,
      originOfferId: origin.offerId,
      originVersion: origin.version,
    },
    { version: 1, body, defaults, source: 'adopted', createdBy, publishedAt: new Date() },
  );
  return { id, name, type, version: 1, origin };
}

/** A copy that was made before; null when it is gone or was never one. */
export async function findAdoptedTemplate(read: TenantRead, id: string): Promise<AdoptedTemplate | null> {
  const row = await repository.findTemplate(read, id);
  if (!row || row.originSlug === null || row.originOfferId === null) return null;
  const { originSlug: slug, originName, originVersion, originOfferId: offerId } = row;
  const origin = { slug, name: originName ?? slug, version: originVersion ?? 1, offerId };
  return { id, name: row.name, type: row.type, version: row.publishedVersion ?? row.version, origin };
}
