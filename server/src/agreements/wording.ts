import { kindsOf, requiredContents } from './contents.ts';
import {
  type AgreementContent,
  type AgreementKind,
  type AgreementScope,
  type Clause,
  type CopiesAfterEnd,
  partyLabel,
} from './rules.ts';

/** The shipped wording, as `tenants` loads it. */
export interface AgreementWording {
  preamble: string[];
  legalBasis: string[];
  /** Articles for a scope and a notice period; placeholders without a value stay as {{name}}. */
  compose(input: {
    scope: readonly AgreementScope[];
    noticeDays: number | null;
    copiesAfterEnd: CopiesAfterEnd;
    values: Readonly<Record<string, string>>;
    parties: readonly Readonly<Record<string, string>>[];
  }): Clause[];
}

/** Whom to write to, while a regency has not named anybody. */
const unnamedContact = 'Kepala perangkat daerah yang membidangi komunikasi dan informatika';

/** The shipped articles speak of a PKS; the other kinds are called by their own name. */
function namedFor(kind: AgreementKind, text: string): string {
  if (kind === 'pks') return text;
  const name = kind === 'kb' ? 'kesepakatan bersama' : 'pernyataan minat';
  return text
    .replaceAll('Perjanjian', `${name[0]?.toUpperCase() ?? ''}${name.slice(1)}`)
    .replaceAll('perjanjian', name);
}

/** The content an agreement starts with: the shipped articles for these parties. Dates stay open. */
export function standardContent(
  wording: AgreementWording,
  input: {
    kind: AgreementKind;
    scope: readonly AgreementScope[];
    noticeDays: number | null;
    copiesAfterEnd: CopiesAfterEnd;
    parties: readonly { ordinal: number; name: string; contact: string | null }[];
  },
): AgreementContent {
  const clauses = wording.compose({
    scope: input.scope,
    noticeDays: input.noticeDays,
    copiesAfterEnd: input.copiesAfterEnd,
    values: {},
    parties: input.parties.map(({ ordinal, name, contact }) => ({
      party_name: name,
      party_ordinal: partyLabel(ordinal).toUpperCase(),
      contact: contact ?? unnamedContact,
    })),
  });
  // A letter of intent binds nobody yet: it says what is wanted, and no more.
  const wanted = clauses.filter(
    (clause) =>
      input.kind !== 'letter_of_intent' ||
      kindsOf(clause).some((each) => requiredContents.letter_of_intent.includes(each)),
  );
  return {
    preamble: wording.preamble,
    legalBasis: wording.legalBasis,
    clauses: wanted.map(({ title, text }) => ({ title, text: text.map((line) => namedFor(input.kind, line)) })),
    isStandard: true,
    copiesAfterEnd: input.copiesAfterEnd,
  };
}
