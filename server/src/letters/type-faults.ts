import { bodyText } from '../adapters/typesetting/index.ts';
import type { FieldError } from '../core/errors.ts';
import { type LetterTypeRow, missingParts, signerCountFault, signerFault } from '../letter-types/index.ts';
import type { ChainPosition } from './chain.ts';
import type { letterRecipients } from './tables.ts';
import type { LetterRecord } from './workflow.ts';

type Recipients = readonly Pick<typeof letterRecipients.$inferSelect, 'role'>[];

/** What the letter's type demands and the letter does not have, with the paths of its fields. */
export function partFaults(
  type: LetterTypeRow,
  letter: Pick<LetterRecord, 'attachmentNote' | 'body'>,
  recipients: Recipients,
): FieldError[] {
  const count = (role: 'to' | 'copy'): number => recipients.filter((recipient) => recipient.role === role).length;
  const { attachmentNote, body } = letter;
  return missingParts(type.requiredParts, {
    addressees: count('to'),
    copies: count('copy'),
    attachmentNote,
    text: bodyText(body),
  }).map(({ path, message }) => ({ path, message }));
}

/**
 * Why these may not sign a letter of the type. The first of several is bound to the type's kinds; those who sign beside
 * (the other party, a witness, the secretary who promulgates) are not.
 * @param named whether the caller named a list (`signers`) or one (`signer`): the path to show the fault at
 */
export function signerFaults(
  type: LetterTypeRow,
  signers: readonly string[],
  known: ReadonlyMap<string, ChainPosition>,
  named: 'signer' | 'signers',
): FieldError[] {
  const faults: FieldError[] = [];
  const position = known.get(signers[0] ?? '');
  const fault = position ? signerFault(type, position) : null;
  if (fault !== null) faults.push({ path: named === 'signers' ? 'signers.0' : 'signer', message: fault });
  const count = signerCountFault(type, signers.length);
  if (count !== null) faults.push({ path: 'signers', message: count });
  return faults;
}
