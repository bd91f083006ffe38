import type { Answer } from '../../lib/api.ts';

/** One face of the chain after the drafter. */
export type ChainStep = { positionId: string; title: string; holder: string | null };
/** Approvers by stages: those of one stage have the turn together. Signers follow one after another. */
export type Chain = { stages: ChainStep[][]; signers: ChainStep[] };
/** An approver as the editor lists them: in a line, each alone or together with the one above. */
export type Placed = { step: ChainStep; together: boolean };

export const placesOf = (stages: readonly (readonly ChainStep[])[]): Placed[] =>
  stages.flatMap((stage) => stage.map((step, index) => ({ step, together: index > 0 })));

export function stagesOf(places: readonly Placed[]): ChainStep[][] {
  const stages: ChainStep[][] = [];
  for (const { step, together } of places) {
    const last = stages.at(-1);
    if (together && last) last.push(step);
    else stages.push([step]);
  }
  return stages;
}

/** Two people change places; the stages stay as they are. */
export function moved<Item>(items: readonly Item[], place: number, by: -1 | 1): Item[] {
  const next = [...items];
  const [one, other] = [next[place], next[place + by]];
  if (one === undefined || other === undefined) return next;
  next[place] = other;
  next[place + by] = one;
  return next;
}

export function movedPlaces(places: readonly Placed[], place: number, by: -1 | 1): Placed[] {
  const steps = moved(
    places.map(({ step }) => step),
    place,
    by,
  );
  return places.map(({ together }, index) => ({ together, step: steps[index] as ChainStep }));
}

/** Without one approver; who stood together with them and comes first now begins the stage. */
export function withoutPlace(places: readonly Placed[], place: number): Placed[] {
  const next = places.filter((_, index) => index !== place);
  const follower = next[place];
  const begins = places[place]?.together === false;
  if (follower && begins) next[place] = { ...follower, together: false };
  return next;
}

/** Who signs does not approve as well. */
export const withoutSigners = ({ stages, signers }: Chain): Chain => ({
  stages: stages
    .map((stage) => stage.filter((step) => signers.every((one) => one.positionId !== step.positionId)))
    .filter((stage) => stage.length > 0),
  signers,
});

type Party = { positionId: string; title: string; holder: { name: string } | null };
const asStep = ({ positionId, title, holder }: Party): ChainStep => ({
  positionId,
  title,
  holder: holder?.name ?? null,
});

/** What the template or the unit proposes. */
export function proposedChain(suggestion: Answer<'/letters/{id}/chain'>): Chain {
  const { approvers, stages, signer } = suggestion;
  const known = new Map(approvers.map((party) => [party.positionId, asStep(party)]));
  return {
    stages: stages.map((stage) => stage.flatMap((id) => known.get(id) ?? [])).filter((stage) => stage.length > 0),
    signers: signer ? [asStep(signer)] : [],
  };
}

/** The chain of a letter's last round, for one that came back. */
export function lastChain(letter: Pick<Answer<'/letters/{id}'>, 'chain'>): Chain | null {
  if (letter.chain.length === 0) return null;
  const stages = new Map<number, ChainStep[]>();
  for (const step of letter.chain) {
    if (step.act === 'approve') stages.set(step.stage, [...(stages.get(step.stage) ?? []), asStep(step)]);
  }
  return {
    stages: [...stages.values()],
    signers: letter.chain.filter(({ act }) => act === 'sign').map(asStep),
  };
}

/** Who gets the letter next: all of the first stage. */
export const nextInLine = (chain: Chain | null): ChainStep[] => chain?.stages[0] ?? chain?.signers.slice(0, 1) ?? [];

export function sameChain(one: Chain, other: Chain): boolean {
  const ids = ({ stages, signers }: Chain) =>
    JSON.stringify([stages, [signers]].map((part) => part.map((each) => each.map((step) => step.positionId))));
  return ids(one) === ids(other);
}

/** As POST /letters/{id}/submit takes it. */
export function sentChain({ stages, signers }: Chain): { approvers: (string | string[])[]; signers?: string[] } {
  const idsOf = (steps: readonly ChainStep[]): string[] => steps.map(({ positionId }) => positionId);
  const approvers = stages.map((stage) => {
    const ids = idsOf(stage);
    return ids.length === 1 ? (ids[0] as string) : ids;
  });
  return { approvers, ...(signers.length > 0 ? { signers: idsOf(signers) } : {}) };
}
