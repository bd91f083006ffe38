import { problem } from '../core/errors.ts';
import type { Actor } from '../core/rights/index.ts';
import type { TenantRead, TenantTx } from '../core/tenancy/index.ts';
import {
  addMergedVersion,
  type CopyState,
  lockCopy,
  mergeTemplates,
  portableContent,
  readCopy,
  sameValue,
  type TemplateContent,
} from '../templates/index.ts';
import { catalogueProblems as problems } from './problems.ts';
import { adoptOffer, findContent, findOffer, type OfferRow, originOf } from './repository.ts';
import type { Adopted, MergeAnswer, MergeInput } from './schema.ts';

interface Pair {
  offer: OfferRow;
  copyId: string;
  fromVersion: number;
  theirs: TemplateContent;
}

/** The newer version, and which copy of ours it could go into. */
async function findPair(read: TenantRead, offerId: string): Promise<Pair> {
  const [offer, content] = await Promise.all([findOffer(read, offerId), findContent(read, offerId)]);
  if (!offer) throw problem(problems.offerNotFound);
  if (offer.isWithdrawn) throw problem(problems.offerWithdrawn);
  if (!content) throw problem(problems.agreementEnded);
  const { newestCopyId: copyId, adoptedVersion: fromVersion } = offer;
  if (copyId === null || fromVersion === null) throw noCopy();
  if (fromVersion >= offer.version) throw problem(problems.copyIsCurrent);
  return { offer, copyId, fromVersion, theirs: portableContent(content) };
}

const noCopy = () => problem(problems.noCopy, { detail: 'Adopsi templat ini sebagai salinan baru.' });

export async function previewMerge(read: TenantRead, offerId: string): Promise<MergeAnswer> {
  const { offer, copyId, fromVersion, theirs } = await findPair(read, offerId);
  const copy = await readCopy(read, copyId);
  if (!copy) throw noCopy();
  const { content, conflicts } = mergeTemplates(copy.base, theirs, copy.mine);
  const { id, name, version } = copy;
  return {
    copy: { id, name, version, fromVersion },
    toVersion: offer.version,
    isChanged: !sameValue(copy.base, copy.mine),
    body: content.body,
    defaults: content.defaults,
    mine: copy.mine.body,
    conflicts,
  };
}

/** @throws merge_conflicts with every place that nobody chose for */
function mergeAsChosen(copy: CopyState, theirs: TemplateContent, choices: MergeInput['choices']) {
  const merged = mergeTemplates(copy.base, theirs, copy.mine, choices);
  const open = merged.conflicts.filter(({ key }) => choices[key] === undefined);
  if (open.length > 0) {
    throw problem(problems.mergeConflicts, {
      detail: 'Bagian ini diubah oleh kedua pihak. Pilih milik Anda, milik mereka, atau keduanya.',
      errors: open.map(({ key }) => ({ path: `choices.${key}`, message: 'Pilih yang dipakai.' })),
    });
  }
  return merged;
}

export async function applyMerge(
  tx: TenantTx,
  offerId: string,
  input: MergeInput,
  actor: Actor,
  now: Date,
): Promise<{ adopted: Adopted; conflicts: number }> {
  const { copyId } = await findPair(tx, offerId);
  // Refuses what stands no longer, and waits for a withdrawal under way.
  const kept = await adoptOffer(tx, offerId, copyId, actor.name);
  if (kept !== copyId) throw problem(problems.copyIsCurrent);
  const copy = await lockCopy(tx, copyId, input.version);
  if (!copy) throw noCopy();
  const { offer, theirs } = await readAdopted(tx, offerId);
  const merged = mergeAsChosen(copy, theirs, input.choices);
  const origin = { slug: originOf(offer).slug, name: originOf(offer).name, version: offer.version, offerId };
  const personId = actor.personId;
  const version = await addMergedVersion(tx, copy, { theirs, merged: merged.content, origin, personId, now });
  return {
    adopted: { id: copy.id, name: copy.name, type: offer.type, version, origin },
    conflicts: merged.conflicts.length,
  };
}

/** What was adopted a moment ago, in this transaction. */
async function readAdopted(tx: TenantTx, offerId: string): Promise<{ offer: OfferRow; theirs: TemplateContent }> {
  const [offer, content] = await Promise.all([findOffer(tx, offerId), findContent(tx, offerId)]);
  if (!offer || !content) throw new Error(`offer ${offerId} stands but has no content`);
  return { offer, theirs: portableContent(content) };
}
