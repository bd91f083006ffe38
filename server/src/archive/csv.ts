/**
 * Reads a comma- or semicolon-separated text as spreadsheets write it (RFC 4180; Indonesian ones use semicolons): quoted
 * fields with doubled quotes and line ends in them. The header decides the separator.
 * @returns one record per row keyed by the header's names, and the line on which the row begins
 * @throws Error in Indonesian when a row has another number of fields than the header, or a quote stays open
 */
export function readCsv(text: string): { line: number; record: Record<string, string> }[] {
  const rows = splitRows(text.replace(/^\uFEFF/, ''));
  const [header, ...others] = rows;
  if (header === undefined) return [];
  const names = header.fields.map((name) => name.trim().toLowerCase());
  return others
    .filter((row) => row.fields.some((field) => field.trim() !== ''))
    .map(({ line, fields }) => {
      if (fields.length !== names.length) {
        throw new Error(`Baris ${line} mempunyai ${fields.length} kolom, judulnya ${names.length}.`);
      }
      return { line, record: Object.fromEntries(names.map((name, index) => [name, fields[index] ?? ''])) };
    });
}

function splitRows(text: string): { line: number; fields: string[] }[] {
  const head = text.slice(0, text.search(/[\r\n]|$/));
  const separator = head.split(';').length > head.split(',').length ? ';' : ',';
  const rows: { line: number; fields: string[] }[] = [];
  let fields: string[] = [];
  let field = '';
  let isQuoted = false;
  let line = 1;
  let startLine = 1;
  const endRow = () => {
    rows.push({ line: startLine, fields: [...fields, field] });
    fields = [];
    field = '';
  };
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at] ?? '';
    if (character === '\n') line += 1;
    if (isQuoted) {
      if (character !== '"') field += character;
      else if (text[at + 1] === '"') {
        field += '"';
        at += 1;
      } else isQuoted = false;
    } else if (character === '"' && field === '') isQuoted = true;
    else if (character === separator) {
      fields.push(field);
      field = '';
    } else if (character === '\n') {
      endRow();
      startLine = line;
    } else if (character !== '\r') field += character;
  }
  if (isQuoted) throw new Error(`Baris ${startLine}: tanda kutip tidak ditutup.`);
  if (field !== '' || fields.length > 0) endRow();
  return rows;
}
