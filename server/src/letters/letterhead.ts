import type { LetterDocument } from '../adapters/typesetting/index.ts';
import type { Letterhead } from '../organization/index.ts';
import type { SignerFacts, WritingUnit } from './find-signer.ts';
import { printedTitle } from './labels.ts';

/** What of the regency stands on paper. */
export interface RegencyFacts {
  /** "Kabupaten Sumedang" */
  name: string;
  kind: string;
  province: string;
  accent: string | null;
  mark: string | null;
  /** Of the top unit: what a unit's own letterhead leaves out. */
  letterhead: Letterhead;
  emblem: string | null;
  emblemSpaceMm: number;
}

/** Units that write below another one: their letterhead has three lines. */
const belowOthers: readonly string[] = ['upt', 'blud', 'kelurahan', 'desa'];

function unitLines(unit: WritingUnit, regency: RegencyFacts): string[] {
  const name = unit.letterhead.unit ?? unit.name.toUpperCase();
  if (unit.kind === 'council') return ['DEWAN PERWAKILAN RAKYAT DAERAH', regency.name.toUpperCase()];
  const government =
    unit.letterhead.government ?? regency.letterhead.government ?? `PEMERINTAH ${regency.name.toUpperCase()}`;
  const parent = belowOthers.includes(unit.kind) && unit.parentName !== null ? [unit.parentName.toUpperCase()] : [];
  return [government, ...parent, name];
}

/**
 * The letterhead by who signs: the head of the regency and the deputy write under their own, whoever acts as such (Plt.,
 * Plh., Pj.) too; all others, also a secretary who signs a.n. the head, under that of the organisation they belong to.
 * Source: Permendagri 1/2023 on kop naskah dinas, by secondary sources.
 * @param isLaw regulations name the province below the office instead of an address (UU 12/2011, lampiran II)
 */
export function letterheadOf(
  signer: SignerFacts | null,
  regency: RegencyFacts,
  isLaw: boolean,
): LetterDocument['letterhead'] {
  const post = signer?.own?.post ?? signer;
  const unit = signer?.own?.unit ?? signer?.unit;
  const lines = unit?.letterhead.lines ?? regency.letterhead.lines ?? [];
  const address = lines.slice(0, 4);
  if (post && (post.kind === 'regent' || post.kind === 'deputy_regent')) {
    return {
      kind: 'regent',
      office: printedTitle(post, regency.name).toUpperCase(),
      address: isLaw ? [`PROVINSI ${regency.province.toUpperCase()}`] : address,
      emblem: regency.emblem,
      emblemSpaceMm: regency.emblemSpaceMm,
    };
  }
  const government = regency.letterhead.government ?? `PEMERINTAH ${regency.name.toUpperCase()}`;
  return { kind: 'unit', mark: regency.mark, lines: unit ? unitLines(unit, regency) : [government], address };
}

/**
 * The heading of a type as printed: `{region}` is the regency, `{head}` its head's office, `{signer}` the office that lays
 * down (with the regency's name behind it, unless it is the head's own).
 */
export function printedHeading(heading: string, signer: SignerFacts | null, regency: RegencyFacts): string {
  const region = regency.name.toUpperCase();
  const short = region.replace(/^(KABUPATEN|KOTA)\s+/, '');
  const head = `${regency.kind === 'kota' ? 'WALI KOTA' : 'BUPATI'} ${short}`;
  return heading
    .replaceAll('{region}', region)
    .replaceAll('{head}', head)
    .replaceAll('{signer}', authorityOf(signer, regency));
}

/** "BUPATI SUMEDANG", "SEKRETARIS DAERAH KABUPATEN SUMEDANG": who lays down a regulation or decision. */
export function authorityOf(signer: SignerFacts | null, regency: RegencyFacts): string {
  if (!signer) return 'PENANDA TANGAN';
  const title = printedTitle(signer, regency.name).toUpperCase();
  const region = regency.name.toUpperCase();
  const isHead = signer.kind === 'regent' || signer.kind === 'deputy_regent';
  return isHead || title.endsWith(region) ? title : `${title} ${region}`;
}
