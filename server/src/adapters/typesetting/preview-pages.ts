/** One page as SVG for the browser, with its size in points. */
export type PreviewPage = { svg: string; widthPt: number; heightPt: number };

/**
 * Splits Typst's one SVG of all pages into one per page, each with only the glyphs it uses.
 * Relies on the shape of that SVG (pages are the groups at the first level, pinned by the compiler's version).
 * @throws if the number of pages does not fit.
 */
export function splitPages(svg: string, count: number): PreviewPage[] {
  const box = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg);
  const width = Number(box?.[1]);
  const height = Number(box?.[2]) / count;
  const groups = svg.match(/^ {4}<g[ >][\s\S]*?^ {4}<\/g>$|^ {4}<g[^>]*\/>$/gm) ?? [];
  const definitions = svg.match(/^ {4}<defs[\s\S]*?^ {4}<\/defs>$/gm) ?? [];
  if (groups.length !== count || !Number.isFinite(width) || !Number.isFinite(height)) {
    throw new Error(`unexpected preview: ${groups.length} groups for ${count} pages`);
  }
  const symbols = new Map<string, string>();
  for (const match of definitions.join('\n').matchAll(/<symbol id="([^"]+)"[\s\S]*?<\/symbol>/g))
    symbols.set(match[1] ?? '', match[0]);
  const others = definitions.map((part) => part.replace(/<symbol id="[^"]+"[\s\S]*?<\/symbol>/g, '')).join('');
  return groups.map((group, index) => {
    const used = new Set([...group.matchAll(/xlink:href="#([^"]+)"/g)].map((match) => match[1] ?? ''));
    const glyphs = [...used].map((id) => symbols.get(id) ?? '').join('');
    const top = height * index;
    const head = `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 ${top} ${width} ${height}" width="${width}pt" height="${height}pt">`;
    const paper = `<rect x="0" y="${top}" width="${width}" height="${height}" fill="#fff"/>`;
    const page = `${head}${paper}${group}<defs>${glyphs}</defs>${others}</svg>`;
    return { svg: shorten(page), widthPt: width, heightPt: height };
  });
}

/** A thousandth of a point is finer than any screen; Typst writes fourteen digits. Only geometry is touched, never a link. */
const shorten = (svg: string): string =>
  svg
    .replace(/ (?:d|x|y|transform)="[^"]*"/g, (attribute) => attribute.replace(/(\.\d{3})\d+/g, '$1'))
    .replace(/\n\s+/g, '\n');
