import { z } from 'zod';
import type { TypesettingIssue } from './errors.ts';

/** A picture of a body, before its bytes are known. */
export type ImageBlock = { k: 'image'; file: string; alt: string; width: number; svg: string };

/**
 * The pictures of a body by the id of their file: where the store has the bytes, and the bytes themselves as data, since
 * nothing is ever read from a path here. Without bytes a frame is drawn.
 */
export const imagesSchema = z
  .record(
    z.string(),
    z.object({
      mediaType: z.enum(['image/png', 'image/jpeg']),
      /** Pixels. */
      width: z.number().int().positive(),
      height: z.number().int().positive(),
      /** The regency's folder in the file store, and the file's hash. */
      folder: z.string(),
      sha256: z.string(),
      base64: z.string().default(''),
    }),
  )
  .default({});
export type LetterImages = z.input<typeof imagesSchema> & {};
type Images = z.output<typeof imagesSchema>;

const limits = { width: { least: 10, most: 100 }, alt: 300 };
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

type Path = (string | number)[];

/** Reads an `image` node: whose bytes, what it shows for those who cannot see it, and how much of the line it takes. */
export function readImage(
  attrs: Record<string, unknown>,
  path: Path,
): { block: ImageBlock | null; issues: TypesettingIssue[] } {
  const issues: TypesettingIssue[] = [];
  const fault = (part: string, message: string) => issues.push({ path: [...path, 'attrs', part], message });
  const { fileId, alt, width } = attrs;
  if (typeof fileId !== 'string' || !uuid.test(fileId)) fault('fileId', 'Gambar harus menunjuk berkas yang diunggah.');
  if (typeof alt !== 'string' || alt.trim() === '' || alt.length > limits.alt)
    fault('alt', `Tulis apa yang ditunjukkan gambar (paling banyak ${limits.alt} huruf).`);
  const share = width === undefined || width === null ? limits.width.most : width;
  if (typeof share !== 'number' || !Number.isInteger(share) || share < limits.width.least || share > limits.width.most)
    fault('width', `Lebar gambar ${limits.width.least} sampai ${limits.width.most} persen.`);
  if (issues.length > 0) return { block: null, issues };
  const block = { k: 'image' as const, file: String(fileId), alt: String(alt).trim(), width: Number(share), svg: '' };
  return { block, issues };
}

/**
 * The picture as an SVG that carries its bytes, as Typst takes it. A picture whose bytes are not given is a frame with
 * its description, so that a sample of a template can be drawn.
 */
function imageSvg(data: Images[string] | undefined): string {
  if (!data || data.base64 === '') {
    return '<svg xmlns="http://www.w3.org/2000/svg" width="160" height="90" viewBox="0 0 160 90"><rect x="0.5" y="0.5" width="159" height="89" fill="#f5f3ee" stroke="#8a867d"/></svg>';
  }
  const { width, height, mediaType, base64 } = data;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><image width="${width}" height="${height}" href="data:${mediaType};base64,${base64}"/></svg>`;
}

/** Gives every picture among read blocks its bytes, at any depth. */
export function placeImages<Blocks>(blocks: Blocks, images: Images): Blocks {
  const visit = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(visit);
    if (typeof value !== 'object' || value === null) return value;
    if (isImage(value)) return { ...value, svg: imageSvg(images[value.file]) };
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, visit(each)]));
  };
  return visit(blocks) as Blocks;
}

const isImage = (value: object): value is ImageBlock => 'k' in value && value.k === 'image';
