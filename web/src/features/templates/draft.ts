import type { Body } from '../../components/editor/body.ts';
import type { NewTemplate, Template } from '../../lib/calls/templates.ts';

export type Defaults = Template['defaults'];
export type Chain = NonNullable<Defaults['chain']>;

/** A template while it is written. */
export type TemplateDraft = {
  name: string;
  type: string;
  description: string;
  body: Body;
  defaults: Defaults;
};

export const signers: Chain['signer'][] = ['unit_head', 'secretary', 'regent'];
export const approverWays: Chain['approvers'][] = ['superiors', 'none'];

export const draftOf = (template: Template): TemplateDraft => ({
  name: template.name,
  type: template.type,
  description: template.description ?? '',
  body: template.body as Body,
  defaults: template.defaults,
});

/** What the API takes of a draft; empty defaults are left out rather than sent as nothing. */
export function bodyOf(draft: TemplateDraft): NewTemplate {
  const { subject, ...rest } = draft.defaults;
  const words = subject?.trim();
  return {
    name: draft.name.trim(),
    type: draft.type,
    description: draft.description.trim() === '' ? null : draft.description.trim(),
    body: draft.body as NewTemplate['body'],
    defaults: { ...rest, ...(words ? { subject: words } : {}) },
  };
}

/** The name that a field's values are kept under: "Tanggal mulai" → `tanggal_mulai`. */
export function fieldName(label: string): string {
  return label
    .toLowerCase()
    .normalize('NFD')
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')
    .slice(0, 60);
}
