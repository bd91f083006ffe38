import { api, call } from '../../../lib/api.ts';

/** A letter as the person saw it; an act on a stale version is refused with 409. */
export type Seen = { id: string; version?: number | undefined };

const seenBody = ({ version }: Seen): { version?: number } => (version === undefined ? {} : { version });

/** @throws Problem `not_your_turn`, `letter_state`, `stale_version` */
export function approveLetter(letter: Seen) {
  return call(api.POST('/letters/{id}/approve', { params: { path: { id: letter.id } }, body: seenBody(letter) }));
}

/** Back to the drafter, with what to mend. */
export function returnLetter(letter: Seen, note: string) {
  return call(
    api.POST('/letters/{id}/return', { params: { path: { id: letter.id } }, body: { ...seenBody(letter), note } }),
  );
}

/** Gives up a letter that has its number: by whose turn it is to sign. */
export function voidLetter(letter: Seen, reason: string) {
  return call(
    api.POST('/letters/{id}/void', { params: { path: { id: letter.id } }, body: { ...seenBody(letter), reason } }),
  );
}

/** The drafter takes back what waits for others. */
export function withdrawLetter(letter: Seen) {
  return call(api.POST('/letters/{id}/withdraw', { params: { path: { id: letter.id } }, body: seenBody(letter) }));
}

/** Drops a draft for good. */
export function cancelLetter(letter: Seen) {
  return call(api.POST('/letters/{id}/cancel', { params: { path: { id: letter.id } }, body: seenBody(letter) }));
}

/** Delivers a signed letter to everyone it names. */
export function sendLetter(letter: Seen) {
  return call(api.POST('/letters/{id}/send', { params: { path: { id: letter.id } }, body: seenBody(letter) }));
}
