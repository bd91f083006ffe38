import type { AgreementDocument } from '../adapters/typesetting/index.ts';
import type { AgreementRow, PartyRow } from './repository.ts';
import { type Clause, headings, partyLabel } from './rules.ts';

const monthNames = 'Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember'.split(' ');

/** `2026-11-24` → `24 November 2026`. */
function longDate(iso: string): string {
  const [year = '', month = '', day = ''] = iso.split('-');
  return `${Number(day)} ${monthNames[Number(month) - 1] ?? ''} ${year}`;
}

/** Fills {{starts_on}} and {{ends_on}}: they stay open in the stored text, so that a change of dates changes it too. */
export const withDates = (line: string, dates: { startsOn: string; endsOn: string }): string =>
  line.replaceAll('{{starts_on}}', longDate(dates.startsOn)).replaceAll('{{ends_on}}', longDate(dates.endsOn));

/** Placeholders that somebody still has to replace by words, such as `notice_days`. */
export const openPlaceholders = (clauses: readonly Clause[]): string[] => [
  ...new Set(
    clauses
      .flatMap(({ text }) => text)
      .flatMap((line) => [...line.matchAll(/\{\{([a-z_]+)\}\}/g)].map(([, name]) => name ?? ''))
      .filter((name) => name !== 'starts_on' && name !== 'ends_on'),
  ),
];

/** A change is headed by what it does to which kind of document. */
const headingOf = ({ kind, baseRelation }: Pick<AgreementRow, 'kind' | 'baseRelation'>): string => {
  if (baseRelation === null) return headings[kind];
  return `${baseRelation === 'extends' ? 'PERPANJANGAN' : 'PERUBAHAN'} ${headings[kind]}`;
};

const paragraph = (text: string) => ({ type: 'paragraph', content: [{ type: 'text', text }] });
const body = (lines: readonly string[]) => ({
  type: 'doc' as const,
  content: lines.filter((line) => line.trim() !== '').map(paragraph),
});

const considerations = (items: readonly string[]) => ({
  type: 'doc' as const,
  content: [
    paragraph('Dengan mempertimbangkan:'),
    { type: 'orderedList', content: items.map((item) => ({ type: 'listItem', content: [paragraph(item)] })) },
  ],
});

function party(row: PartyRow, verifyUrl: string | null): AgreementDocument['parties'][number] {
  const name = row.printed?.name ?? row.name;
  const title = row.printed?.title ?? row.representativeTitle ?? `Kepala Daerah ${name}`;
  const seat = row.printed?.capital ? `, berkedudukan di ${row.printed.capital}` : '';
  return {
    name: `PEMERINTAH ${name.toUpperCase()}`,
    label: partyLabel(row.ordinal).toUpperCase(),
    mark: row.printed ? row.printed.mark : row.markSvg,
    number: row.number,
    representative: {
      name: row.printed?.person ?? (row.printed ? null : row.representativeName) ?? title,
      position: title,
      capacity: `dalam hal ini bertindak untuk dan atas nama Pemerintah ${name}${seat}`,
    },
    signature: verifyUrl === null ? { kind: 'placeholder' } : { kind: 'electronic', verifyUrl },
  };
}

/**
 * The document of an agreement, one text for all parties. Once proposed it depends on frozen values only, so every
 * party's rendering gives the same bytes; all numbers and QR codes are in it before the first signature.
 */
export function agreementDocument(
  row: AgreementRow,
  parties: readonly PartyRow[],
  publicUrl: string,
): AgreementDocument {
  const isFinal = row.proposedAt !== null;
  const { content } = row;
  const verifyUrl = isFinal ? `${publicUrl}/v/${row.verifyCode}` : null;
  return {
    mode: isFinal ? 'final' : 'draft',
    createdAt: (row.proposedAt ?? row.updatedAt).toISOString(),
    heading: headingOf(row),
    title: row.title,
    parties: parties.map((each) => party(each, verifyUrl)),
    preamble: content.preamble.length > 0 ? considerations(content.preamble) : null,
    legalBasis: content.legalBasis,
    clauses: content.clauses.map((clause) => ({
      title: clause.title,
      body: body(clause.text.map((line) => withDates(line, row))),
    })),
    footer: isFinal
      ? {
          note: 'Naskah ini ditandatangani secara elektronik oleh para pihak. Periksa keasliannya dengan memindai kode QR.',
          verifyCode: row.verifyCode,
        }
      : {},
    author: parties.map((each) => each.printed?.name ?? each.name).join(' dan '),
  };
}
