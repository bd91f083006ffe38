import type { AgreementText } from './tenant-files.ts';

type CopiesAfterEnd = 'keep' | 'stop_new_use';
export type AgreementScope = 'templates' | 'practices' | 'indices';
/** One article as people read it; `text` has one entry per paragraph or lettered item. */
export type AgreementClause = { number: number; title: string; text: string[] };

/** What a clause needs to know about one party; `ordinal` is "PIHAK KESATU" and so on. */
export type AgreementPartyValues = {
  party_name: string;
  party_ordinal: string;
  party_capital: string;
  signer_name: string;
  signer_title: string;
  contact: string;
};

interface Paragraph {
  text: string;
  /** Stands only where a termination has, or has not, a notice. */
  when?: 'notice' | 'immediate' | undefined;
  /** Stands only where copies stay in use, or where they do not. */
  copies?: CopiesAfterEnd | undefined;
}

/**
 * The articles for a scope and a notice period, placeholders filled.
 * Items outside the scope are left out; without `noticeDays` a termination is immediate.
 * A placeholder without a value stays as "{{name}}", so that a draft shows what is still open.
 */
export function composeClauses(
  text: AgreementText,
  input: {
    scope: readonly AgreementScope[];
    noticeDays: number | null;
    copiesAfterEnd: CopiesAfterEnd;
    values: Readonly<Record<string, string>>;
    parties: readonly Readonly<Partial<AgreementPartyValues>>[];
  },
): AgreementClause[] {
  const values = { ...input.values, ...(input.noticeDays !== null && { notice_days: String(input.noticeDays) }) };
  const wanted = input.noticeDays === null ? 'immediate' : 'notice';
  const paragraphs = (list: readonly Paragraph[] = []): string[] =>
    list
      .filter(({ when = wanted, copies = input.copiesAfterEnd }) => when === wanted && copies === input.copiesAfterEnd)
      .map((paragraph) => fill(paragraph.text, values));
  return text.clauses.map((clause) => {
    const items = (clause.items ?? []).filter((item) => item.scope === undefined || input.scope.includes(item.scope));
    const { perParty } = clause;
    return {
      number: clause.number,
      title: clause.title,
      text: [
        ...paragraphs(clause.paragraphs),
        ...items.map(
          (item, index) =>
            `(${'abcdefghij'[index] ?? index + 1}) ${fill(item.text, values)}${ending(index, items.length)}`,
        ),
        ...(perParty === undefined ? [] : input.parties.map((party) => fill(perParty, { ...values, ...party }))),
        ...paragraphs(clause.closing),
      ],
    };
  });
}

function ending(index: number, count: number): string {
  if (index === count - 1) return '.';
  return index === count - 2 ? '; dan' : ';';
}

/** Fills "{{name}}" in one sentence of the shipped wording, such as `opening.party`. */
function fill(sentence: string, values: Readonly<Record<string, string | undefined>>): string {
  return sentence.replace(/\{\{([a-z_]+)\}\}/g, (whole, name: string) => values[name] ?? whole);
}
