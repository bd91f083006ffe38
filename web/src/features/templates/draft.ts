import type { Body } from '../../components/editor/body.ts';
import type { NewTemplate, Template } from '../../lib/calls/templates.ts';

export type Defaults = Template['defaults'];
export type Chain = NonNullable<Defaults['chain']>;
export type DefaultRecipient = NonNullable<Defaults['recipients']>[number];

/** Whom letters go to by default, with the name that people read. */
export type Party = {
  kind: DefaultRecipient['kind'];
  /** A regency's slug for `tenant`, the name for `external`. */
  id: string;
  name: string;
  email?: string | null;
  address?: string | null;
};

/** A template while it is written. */
export type TemplateDraft = {
  name: string;
  type: string;
  description: string;
  body: Body;
  defaults: Defaults;
  /** What units, posts and regencies of the defaults are called, by id or slug. */
  names: Record<string, string>;
  source: 'written' | 'imported';
};

export const signers: Chain['signer'][] = ['unit_head', 'secretary', 'regent', 'position'];
export const approverWays: Chain['approvers'][] = ['superiors', 'none', 'positions'];

export const draftOf = (template: Template): TemplateDraft => ({
  name: template.name,
  type: template.type,
  description: template.description ?? '',
  body: template.body as Body,
  defaults: template.defaults,
  names: template.names,
  source: 'written',
});

const words = (text: string | null | undefined): string | undefined => text?.trim() || undefined;

/** A chain without what its choices no longer name. */
function tidyChain({ approvers, signer, stages, signerPosition }: Chain): Chain {
  return {
    approvers,
    signer,
    ...(approvers === 'positions' && stages ? { stages: stages.filter((stage) => stage.length > 0) } : {}),
    ...(signer === 'position' && signerPosition ? { signerPosition } : {}),
  };
}

/** What the API takes of a draft; empty defaults are left out rather than sent as nothing. */
export function bodyOf(draft: TemplateDraft): NewTemplate {
  const { subject, attachmentNote, recipients, copies, chain, ...rest } = draft.defaults;
  const hal = words(subject);
  const note = words(attachmentNote);
  return {
    name: draft.name.trim(),
    type: draft.type,
    description: words(draft.description) ?? null,
    body: draft.body as NewTemplate['body'],
    defaults: {
      ...rest,
      ...(hal ? { subject: hal } : {}),
      ...(note ? { attachmentNote: note } : {}),
      ...(recipients && recipients.length > 0 ? { recipients } : {}),
      ...(copies && copies.length > 0 ? { copies } : {}),
      ...(chain ? { chain: tidyChain(chain) } : {}),
    },
  };
}

/** Default recipients as their field shows them; what is gone is left out, and said above. */
export const partiesOf = (list: DefaultRecipient[] | undefined, names: Record<string, string>): Party[] =>
  (list ?? []).flatMap((one): Party[] => {
    if (one.kind === 'external') return [{ ...one, id: one.name }];
    const id = one.kind === 'tenant' ? one.slug : one.id;
    const name = names[id];
    return name === undefined ? [] : [{ kind: one.kind, id, name }];
  });

export const recipientOf = ({ kind, id, name, email, address }: Party): DefaultRecipient => {
  if (kind === 'tenant') return { kind, slug: id };
  if (kind === 'external') return { kind, name, email: email || null, address: address || null };
  return { kind, id };
};

/** The name that a field's values are kept under: "Tanggal mulai" → `tanggal_mulai`. */
export function fieldName(label: string): string {
  return label
    .toLowerCase()
    .normalize('NFD')
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^[_0-9]+|_+$/g, '')
    .slice(0, 60);
}
