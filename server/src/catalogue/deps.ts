import type { Tenancy, TenantTx } from '../core/tenancy/index.ts';

/** What a template's version holds; never changes once published. */
export interface TemplateContent {
  body: unknown;
  defaults: Record<string, unknown>;
}

export interface PublishedTemplate extends TemplateContent {
  version: number;
  name: string;
  type: string;
  description: string | null;
}

export interface AdoptedTemplate {
  id: string;
  name: string;
  type: string;
  version: number;
  origin: { slug: string; name: string; version: number; offerId: string };
}

/** Templates as their own capability keeps them. */
export interface TemplatePort {
  /**
   * The published version of one of our templates.
   * @returns null for one that is published in no version; undefined for none at all
   */
  readPublishedTemplate(tx: TenantTx, id: string): Promise<PublishedTemplate | null | undefined>;
  /** Makes the copy: published and usable at once, its origin kept. */
  createAdoptedTemplate(
    tx: TenantTx,
    copy: Omit<PublishedTemplate, 'version'> & { id: string; origin: AdoptedTemplate['origin']; createdBy: string },
  ): Promise<AdoptedTemplate>;
  /** A copy that was made before; null when it is gone. */
  findAdoptedTemplate(tx: TenantTx, id: string): Promise<AdoptedTemplate | null>;
}

export interface CatalogueDeps {
  tenancy: Tenancy;
  templates: TemplatePort;
}
