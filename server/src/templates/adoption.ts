import type { LetterBody } from '../adapters/typesetting/index.ts';
import { newId } from '../core/ids.ts';
import type { TenantRead, TenantTx } from '../core/tenancy/index.ts';
import * as repository from './repository.ts';
import type { TemplateDefaults } from './schema.ts';
import { requireLetterType } from './service.ts';

/** A template as letters and offers use it. */
export interface PublishedTemplate {
  id: string;
  name: string;
  type: string;
  description: string | null;
  version: number;
  body: LetterBody;
  defaults: TemplateDefaults;
}

/** The version that letters are made from, or null when the template is unknown, archived or not published. */
export const readPublishedTemplate = (read: TenantRead, id: string): Promise<PublishedTemplate | null> =>
  repository.findPublished(read, id);

export interface AdoptedTemplate {
  name: string;
  type: string;
  description: string | null;
  body: LetterBody;
  defaults: TemplateDefaults;
  createdBy: string;
  /** Whose template, under which offer; `offerId` is unique among our templates. */
  origin: { slug: string; name: string; offerId: string; version: number };
}

/**
 * Makes our own copy of a partner's template, published and usable at once. The caller has checked that the offer
 * stands and writes the audit row.
 * @throws unknown_letter_type when this regency does not have the template's type; a unique violation on
 *   `origin_offer_id` when the offer was adopted before
 */
export async function createAdoptedTemplate(tx: TenantTx, adopted: AdoptedTemplate, now: Date): Promise<string> {
  await requireLetterType(tx, adopted.type);
  const id = newId();
  const { name, type, description, createdBy, origin } = adopted;
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
      createdAt: now,
      updatedAt: now,
    },
    { version: 1, body: adopted.body, defaults: adopted.defaults, publishedAt: now, createdAt: now },
  );
  return id;
}
