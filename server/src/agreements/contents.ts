import type { AgreementContent, AgreementKind, Clause } from './rules.ts';

/** What a clause is about; one clause may be about several, as in "Objek dan ruang lingkup". */
export const clauseKinds = [
  'purpose',
  'object',
  'scope',
  'implementation',
  'rights_duties',
  'funding',
  'duration',
  'force_majeure',
  'termination',
  'disputes',
  'contact',
  'changes',
] as const;
export type ClauseKind = (typeof clauseKinds)[number];

const known: Record<ClauseKind, { label: string; title: RegExp; text?: RegExp }> = {
  purpose: { label: 'maksud dan tujuan', title: /maksud|tujuan/i },
  // Usually said within the clause on the scope.
  object: { label: 'objek', title: /objek/i, text: /\bobjek (kerja sama|kesepakatan|perjanjian)\b/i },
  scope: { label: 'ruang lingkup', title: /ruang lingkup/i },
  implementation: { label: 'pelaksanaan', title: /pelaksanaan|tindak lanjut|rencana kerja/i },
  rights_duties: { label: 'hak dan kewajiban', title: /hak.*kewajiban|kewajiban.*hak/i },
  funding: { label: 'pembiayaan', title: /pembiayaan|pendanaan|biaya|anggaran/i },
  duration: { label: 'jangka waktu', title: /jangka waktu|masa berlaku/i },
  force_majeure: { label: 'keadaan memaksa', title: /keadaan (memaksa|kahar)|force maj/i },
  termination: { label: 'pengakhiran', title: /pengakhiran|berakhirnya/i },
  disputes: { label: 'penyelesaian perselisihan', title: /perselisihan|sengketa/i },
  contact: { label: 'pejabat penghubung', title: /penghubung|korespondensi|surat[- ]menyurat/i },
  changes: { label: 'perubahan', title: /perubahan|ad+endum/i },
};

/** As the clause says of itself, else by its title and, for the object, its words. */
export function kindsOf(clause: Clause): ClauseKind[] {
  if (clause.kinds !== undefined) return clause.kinds;
  return clauseKinds.filter((kind) => {
    const { title, text } = known[kind];
    return title.test(clause.title) || (text !== undefined && clause.text.some((line) => text.test(line)));
  });
}

const ofIntent: readonly ClauseKind[] = ['purpose', 'object', 'scope', 'funding', 'duration'];
const ofKb: readonly ClauseKind[] = [...ofIntent, 'implementation', 'disputes', 'contact', 'changes'];

/**
 * What each kind of document has to say (Permendagri 22/2020, contents of documents of cooperation). The parties stand
 * in the opening of every document.
 */
export const requiredContents: Record<AgreementKind, readonly ClauseKind[]> = {
  letter_of_intent: ofIntent,
  kb: ofKb,
  pks: [...ofKb, 'rights_duties', 'force_majeure', 'termination'],
};

/** Labels of everything required that no clause is about, in the order of `clauseKinds`. */
export function missingContents(
  kind: AgreementKind,
  content: Pick<AgreementContent, 'clauses' | 'preamble'>,
): string[] {
  const there = new Set(content.clauses.flatMap(kindsOf));
  const missing = clauseKinds.filter((each) => requiredContents[kind].includes(each) && !there.has(each));
  const background = kind === 'letter_of_intent' && content.preamble.length === 0 ? ['latar belakang'] : [];
  return [...background, ...missing.map((each) => known[each].label)];
}
