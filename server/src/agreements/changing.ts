import type { AgreementContent, AgreementScope, Clause } from './rules.ts';

export const changeRelations = ['amends', 'extends'] as const;
export type ChangeRelation = (typeof changeRelations)[number];

/** What a document says of an agreement's scope and time. */
export interface Terms {
  scope: readonly AgreementScope[];
  startsOn: string;
  endsOn: string;
}

const nextDay = (iso: string): string =>
  new Date(Date.parse(`${iso}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);

/**
 * What is wrong with the dates of a change, by field. A change goes on from the one signed last (else from the
 * agreement itself): an amendment keeps or shortens its time, an extension lengthens it without a gap.
 */
export function changeFaults(
  relation: ChangeRelation,
  change: { startsOn: string; endsOn: string },
  last: { startsOn: string; endsOn: string },
): { path: string; message: string }[] {
  const faults: { path: string; message: string }[] = [];
  const add = (path: string, message: string) => faults.push({ path, message });
  if (change.startsOn < last.startsOn)
    add('startsOn', `tidak boleh mendahului ${last.startsOn}, mulai berlakunya yang diubah`);
  const latestStart = relation === 'amends' ? last.endsOn : nextDay(last.endsOn);
  if (change.startsOn > latestStart) add('startsOn', `paling lambat ${latestStart}, agar tidak terputus`);
  if (relation === 'amends' && change.endsOn > last.endsOn) {
    add('endsOn', `perubahan tidak melewati ${last.endsOn}; untuk itu buat perpanjangan`);
  }
  if (relation === 'extends' && change.endsOn <= last.endsOn)
    add('endsOn', `perpanjangan berakhir sesudah ${last.endsOn}`);
  return faults;
}

/** A document of the agreement with when it was signed by all; the base is the first of a list. */
export interface SignedTerms extends Terms {
  id: string;
  signedAt: string;
}

/** The document whose terms hold on a day: the last change that has begun, else the base. */
export const documentOn = <T extends SignedTerms>(base: T, changes: readonly T[], day: string): T =>
  changes
    .filter(({ startsOn }) => startsOn <= day)
    .sort((a, b) => (a.startsOn + a.signedAt < b.startsOn + b.signedAt ? -1 : 1))
    .at(-1) ?? base;

/** The clauses as they read with the changes that have begun, oldest first: one with the same title is replaced. */
export function consolidate(base: readonly Clause[], changes: readonly (readonly Clause[])[]): Clause[] {
  const clauses = [...base];
  for (const changed of changes) {
    for (const clause of changed) {
      const at = clauses.findIndex(({ title }) => title === clause.title);
      if (at >= 0) clauses[at] = clause;
      else clauses.push(clause);
    }
  }
  return clauses;
}

/** The content a change starts with: what it changes, and that the rest stays. */
export function contentOfChange(
  relation: ChangeRelation,
  base: { heading: string; title: string; numbers: readonly string[]; scope: readonly AgreementScope[] },
  change: { scope: readonly AgreementScope[]; scopeClause: Clause | undefined; legalBasis: string[] },
): AgreementContent {
  const called = `${base.heading[0]?.toUpperCase() ?? ''}${base.heading.slice(1)}`;
  const wording = relation === 'extends' ? 'memperpanjang' : 'mengubah';
  const scopeChanges =
    change.scope.length !== base.scope.length || change.scope.some((each) => !base.scope.includes(each));
  return {
    preamble: [
      `bahwa PARA PIHAK telah menandatangani ${base.heading} tentang ${base.title} dengan nomor ${base.numbers.join(' dan ')}.`,
      `bahwa PARA PIHAK sepakat ${wording} ${base.heading} tersebut.`,
    ],
    legalBasis: change.legalBasis,
    clauses: [
      {
        title: 'Jangka waktu',
        text: [
          'Naskah ini mulai berlaku pada tanggal {{starts_on}}.',
          `${called} sebagaimana ${relation === 'extends' ? 'diperpanjang' : 'diubah'} dengan naskah ini berlaku sampai dengan tanggal {{ends_on}}.`,
        ],
      },
      ...(scopeChanges && change.scopeClause ? [change.scopeClause] : []),
      {
        title: 'Ketentuan lain',
        text: [`Ketentuan ${base.heading} yang tidak diubah dengan naskah ini tetap berlaku bagi PARA PIHAK.`],
      },
    ],
    isStandard: false,
  };
}
