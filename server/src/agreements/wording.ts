import { type AgreementContent, type AgreementScope, type Clause, partyLabel } from './rules.ts';

/** The shipped wording, as `tenants` loads it. */
export interface AgreementWording {
  preamble: string[];
  legalBasis: string[];
  /** Articles for a scope and a notice period; placeholders without a value stay as {{name}}. */
  compose(input: {
    scope: readonly AgreementScope[];
    noticeDays: number | null;
    values: Readonly<Record<string, string>>;
    parties: readonly Readonly<Record<string, string>>[];
  }): Clause[];
}

/** Whom to write to, while a regency has not named anybody. */
const unnamedContact = 'Kepala perangkat daerah yang membidangi komunikasi dan informatika';

/** The content an agreement starts with: the shipped articles for these parties. Dates stay open. */
export function standardContent(
  wording: AgreementWording,
  input: {
    scope: readonly AgreementScope[];
    noticeDays: number | null;
    parties: readonly { ordinal: number; name: string; contact: string | null }[];
  },
): AgreementContent {
  const clauses = wording.compose({
    scope: input.scope,
    noticeDays: input.noticeDays,
    values: {},
    parties: input.parties.map(({ ordinal, name, contact }) => ({
      party_name: name,
      party_ordinal: partyLabel(ordinal).toUpperCase(),
      contact: contact ?? unnamedContact,
    })),
  });
  return {
    preamble: wording.preamble,
    legalBasis: wording.legalBasis,
    clauses: clauses.map(({ title, text }) => ({ title, text })),
    isStandard: true,
  };
}
