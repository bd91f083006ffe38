import { type Part, writeZip } from './zip.ts';

/** Word documents made by hand, for tests. */

const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
export const run = (text: string, properties = ''): string =>
  `<w:r>${properties ? `<w:rPr>${properties}</w:rPr>` : ''}<w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`;
export const paragraph = (content: string, properties = ''): string =>
  `<w:p>${properties ? `<w:pPr>${properties}</w:pPr>` : ''}${content.startsWith('<') ? content : run(content)}</w:p>`;
export const numbered = (text: string, id: 1 | 2, level = 0): string =>
  paragraph(text, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${id}"/></w:numPr>`);
export const tableOf = (...rows: string[][]): string =>
  `<w:tbl>${rows.map((row) => `<w:tr>${row.map((cell) => `<w:tc>${paragraph(cell)}</w:tc>`).join('')}</w:tr>`).join('')}</w:tbl>`;

const levels = (format: string): string =>
  [0, 1, 2].map((level) => `<w:lvl w:ilvl="${level}"><w:numFmt w:val="${format}"/></w:lvl>`).join('');

const text = (name: string, content: string): Part => ({ name, bytes: Buffer.from(content) });

/** The parts of a document with that body; `more` are put beside them. */
export function docxParts(body: string, more: Part[] = []): Part[] {
  const types = 'http://schemas.openxmlformats.org/package/2006/content-types';
  const relations = 'http://schemas.openxmlformats.org/package/2006/relationships';
  const kind = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  return [
    text(
      '[Content_Types].xml',
      `${head}<Types xmlns="${types}"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    ),
    text(
      '_rels/.rels',
      `${head}<Relationships xmlns="${relations}"><Relationship Id="r1" Type="${kind}/officeDocument" Target="word/document.xml"/></Relationships>`,
    ),
    text(
      'word/_rels/document.xml.rels',
      `${head}<Relationships xmlns="${relations}"><Relationship Id="r1" Type="${kind}/styles" Target="styles.xml"/><Relationship Id="r2" Type="${kind}/numbering" Target="numbering.xml"/></Relationships>`,
    ),
    text(
      'word/styles.xml',
      `${head}<w:styles ${w}><w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/></w:style></w:styles>`,
    ),
    text(
      'word/numbering.xml',
      `${head}<w:numbering ${w}><w:abstractNum w:abstractNumId="1">${levels('decimal')}</w:abstractNum><w:abstractNum w:abstractNumId="2">${levels('bullet')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num></w:numbering>`,
    ),
    text('word/document.xml', `${head}<w:document ${w}><w:body>${body}</w:body></w:document>`),
    ...more,
  ];
}

export const docxOf = (body: string, more: Part[] = []): Buffer => writeZip(docxParts(body, more));
