import type { FieldError } from '../core/errors.ts';
import type { PositionKind } from '../core/rights/index.ts';

/** A position that could stand in a chain. */
export interface ChainPosition {
  id: string;
  title: string;
  kind: PositionKind;
  /** Who holds it today; null when the post is empty. */
  holder: { personId: string; name: string } | null;
}

export interface Chain {
  /** In order; the positions of one stage have the turn together. No signer is among them. */
  stages: string[][];
  /** In order, one after another. At least one; the last one's signature completes the letter. */
  signers: string[];
}

/** Positions of all stages that one chain may hold. */
export const maxApprovers = 24;
/** Signatures that one letter may carry. */
export const maxSigners = 10;

/** A chain by kinds of posts; a template that names posts is `templateChain`'s. */
export type ChainSpec = { approvers: 'superiors' | 'none'; signer: 'regent' | 'secretary' | 'unit_head' };

/** Kinds that sign for a unit, from the drafter upwards. */
const unitHeads: readonly PositionKind[] = ['unit_head', 'secretary', 'deputy_regent', 'regent'];

const signerKinds: Record<ChainSpec['signer'], readonly PositionKind[]> = {
  unit_head: unitHeads,
  secretary: ['secretary', 'deputy_regent', 'regent'],
  regent: ['regent'],
};

/**
 * Who approves and who signs when the drafter names nobody: the template's wish, else the head of the drafter's unit
 * after all superiors below, one after another. Empty posts are passed over.
 * @param ladder the drafter's own position first, then its superiors in order
 * @param others holders of the regency's top posts, for drafters whose line of superiors ends early
 * @returns null when nobody on the ladder or among the others could sign
 */
export function defaultChain(
  ladder: readonly ChainPosition[],
  others: readonly ChainPosition[],
  spec: ChainSpec | undefined,
): { approvers: string[]; signer: string } | null {
  const wanted = spec ?? { approvers: 'superiors', signer: 'unit_head' };
  const canSign = (position: ChainPosition) =>
    position.holder !== null && signerKinds[wanted.signer].includes(position.kind);
  const rung = ladder.findIndex(canSign);
  const signer = ladder[rung] ?? others.find(canSign);
  if (!signer) return null;
  const below = rung === -1 ? ladder.slice(1) : ladder.slice(1, rung);
  const approvers = wanted.approvers === 'none' ? [] : below.filter((p) => p.holder !== null && p.id !== signer.id);
  return { approvers: approvers.map((position) => position.id), signer: signer.id };
}

/** Every place in a chain with its path in the request. */
function placesOf(chain: Chain): { id: string; path: string; signs: boolean }[] {
  const approvers = chain.stages.flatMap((stage, index) =>
    stage.map((id, inner) => ({
      id,
      path: stage.length === 1 ? `approvers.${index}` : `approvers.${index}.${inner}`,
      signs: false,
    })),
  );
  const isOne = chain.signers.length === 1;
  const signers = chain.signers.map((id, index) => ({ id, path: isOne ? 'signer' : `signers.${index}`, signs: true }));
  return [...approvers, ...signers];
}

/**
 * What is wrong with a chain that was asked for: every position exists, is held today, and stands there once; and no
 * person would have to sign the same paper twice.
 * @param known the positions found, by id
 * @returns all faults with their paths; empty when the chain can be walked
 */
export function chainFaults(chain: Chain, known: ReadonlyMap<string, ChainPosition>): FieldError[] {
  const faults: FieldError[] = [];
  const seen = new Set<string>();
  const signing = new Map<string, string>();
  for (const { id, path, signs } of placesOf(chain)) {
    const position = known.get(id);
    if (!position) faults.push({ path, message: 'Jabatan ini tidak ada di kantor ini.' });
    else if (position.holder === null) {
      faults.push({ path, message: `${position.title} sedang kosong. Pilih jabatan lain atau pelaksana tugasnya.` });
    } else if (signs) {
      const { personId, name } = position.holder;
      const other = signing.get(personId);
      if (other !== undefined && other !== id) {
        const message = `${name} memegang dua jabatan penanda tangan. Satu orang menandatangani satu kali: pilih jabatan lain.`;
        faults.push({ path, message });
      }
      signing.set(personId, id);
    }
    if (!signs && chain.signers.includes(id)) {
      faults.push({ path, message: 'Penanda tangan tidak perlu memberi paraf.' });
    } else if (seen.has(id)) faults.push({ path, message: 'Jabatan ini disebut dua kali.' });
    else seen.add(id);
  }
  return faults;
}
