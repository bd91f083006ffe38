import { encode } from 'uqr';

/**
 * A QR code as SVG without quiet zone; the layout leaves white space around it.
 * Modules in a row are one rectangle, so that viewers show no seams between them.
 */
export function qrSvg(text: string): string {
  const { data, size } = encode(text, { ecc: 'M', border: 0 });
  let path = '';
  data.forEach((row, y) => {
    for (let x = 0; x < size; x++) {
      if (!row[x]) continue;
      const from = x;
      while (x + 1 < size && row[x + 1]) x++;
      // A hair more than one module high: rows must overlap for the same reason.
      path += `M${from} ${y}h${x + 1 - from}v1.02h-${x + 1 - from}z`;
    }
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}"><path fill="#16181b" d="${path}"/></svg>`;
}
