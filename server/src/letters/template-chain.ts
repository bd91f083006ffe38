import type { TemplateDefaults } from '../templates/index.ts';
import { type ChainPosition, defaultChain } from './chain.ts';

/** A proposal for a letter's chain: `stages` in order, those of one stage together. */
export interface ProposedChain {
  stages: string[][];
  signer: string;
}

type Spec = NonNullable<TemplateDefaults['chain']>;

/** Posts that a template's chain names, for looking them up. */
export const namedPositions = (spec: Spec | undefined): string[] => [
  ...(spec?.approvers === 'positions' ? (spec.stages ?? []).flat() : []),
  ...(spec?.signer === 'position' && spec.signerPosition ? [spec.signerPosition] : []),
];

/**
 * The chain that a template wishes for, as far as its posts exist and are held today: an empty or dissolved post is
 * passed over, and a signer who is gone leaves the head of the drafter's unit.
 * @param ladder the drafter's own position first, then its superiors in order
 * @param others holders of the regency's top posts
 * @param named the posts that the template names and that exist
 * @returns null when nobody could sign
 */
export function templateChain(
  ladder: readonly ChainPosition[],
  others: readonly ChainPosition[],
  named: readonly ChainPosition[],
  spec: Spec | undefined,
): ProposedChain | null {
  const held = new Map(named.filter(({ holder }) => holder !== null).map((position) => [position.id, position]));
  const usual = defaultChain(ladder, others, {
    approvers: spec?.approvers === 'none' ? 'none' : 'superiors',
    signer: spec === undefined || spec.signer === 'position' ? 'unit_head' : spec.signer,
  });
  const wanted = spec?.signer === 'position' && spec.signerPosition ? held.get(spec.signerPosition) : undefined;
  const signer = wanted?.id ?? usual?.signer;
  if (signer === undefined) return null;
  const stages =
    spec?.approvers === 'positions'
      ? (spec.stages ?? []).map((stage) => stage.filter((id) => held.has(id) && id !== signer))
      : (wanted ? superiorsBelow(ladder, wanted.id, spec?.approvers) : (usual?.approvers ?? [])).map((id) => [id]);
  return { stages: stages.filter((stage) => stage.length > 0), signer };
}

/** The drafter's superiors up to below a signer; all of them when the signer is not among them. */
function superiorsBelow(
  ladder: readonly ChainPosition[],
  signer: string,
  approvers: Spec['approvers'] | undefined,
): string[] {
  if (approvers === 'none') return [];
  const rung = ladder.findIndex(({ id }) => id === signer);
  return ladder
    .slice(1, rung === -1 ? undefined : Math.max(rung, 1))
    .filter(({ holder, id }) => holder !== null && id !== signer)
    .map(({ id }) => id);
}
