/**
 * Reads a small comma-separated file with a header line: quoted fields, doubled quotes, LF or CRLF.
 * @returns one record per row, keyed by the header's names, and the row's line number for messages.
 * @throws Error when a row has another number of fields than the header.
 */
export function parseCsv(text: string): { line: number; record: Record<string, string> }[] {
  const [header, ...rows] = text.split(/\r?\n/).map(splitCsvLine);
  if (header === undefined) return [];
  return rows.flatMap((fields, index) => {
    const line = index + 2;
    if (fields.length === 1 && fields[0] === '') return [];
    if (fields.length !== header.length) {
      throw new Error(`line ${line}: ${fields.length} fields, expected ${header.length}`);
    }
    return [{ line, record: Object.fromEntries(header.map((name, column) => [name, fields[column] ?? ''])) }];
  });
}

function splitCsvLine(line: string): string[] {
  if (!line.includes('"')) return line.split(',');
  const fields: string[] = [];
  for (const match of `,${line}`.matchAll(/,(?:"((?:[^"]|"")*)"|([^,]*))/g)) {
    fields.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '');
  }
  return fields;
}
