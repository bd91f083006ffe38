import { z } from 'zod';

/** A line of literal text; line ends and tabs become spaces when printed. */
export const line = (max: number) => z.string().max(max);
const requiredLine = (max: number) => z.string().trim().min(1).max(max);

/** Paper sizes in millimetres, width × height. Regencies use two sheets called F4. */
export const paperSizes = { a4: [210, 297], f4: [210, 330], f4_215: [215, 330] } as const;

/** Faces that letters are set in: metrics of Arial, of Times New Roman, and a Bookman. */
export const fontFamilies = ['arimo', 'tinos', 'bonum'] as const;
export type FontFamily = (typeof fontFamilies)[number];

/** Names by which the compiler knows the faces. */
export const fontNames: Record<FontFamily, string> = { arimo: 'Arimo', tinos: 'Tinos', bonum: 'TeX Gyre Bonum' };

/** Paper, margins in millimetres, and letter size in points. Which ones is each regency's own rule. */
export const paperSchema = z.object({
  size: z.enum(['a4', 'f4', 'f4_215']).default('a4'),
  margins: z
    .object({
      top: z.number().min(10).max(60),
      right: z.number().min(10).max(60),
      // The footer with the note on authenticity stands in the lower margin.
      bottom: z.number().min(20).max(60),
      left: z.number().min(10).max(60),
    })
    .default({ top: 18, right: 22, bottom: 25, left: 25 }),
  font: z.enum(fontFamilies).default('arimo'),
  fontSizePt: z.number().min(9).max(14).default(11.5),
});

// Refused: script, entities, and anything an SVG could fetch from elsewhere. Typst draws the rest or says it cannot.
const unsafeSvg =
  /<!DOCTYPE|<!ENTITY|<script|<foreignObject|\bon\w+\s*=|(?:href|src)\s*=\s*["']?\s*(?!["']|#|data:image\/)/i;

/** A regency's mark as SVG text, at most 200 KB, without scripts or outside references. */
export const markSchema = z
  .string()
  .max(200_000)
  .refine(
    (svg) => svg.includes('<svg') && !unsafeSvg.test(svg),
    'Lambang harus berupa SVG tanpa skrip dan tanpa rujukan luar.',
  );

/**
 * The letterhead. `unit`: the mark left, lines in letter sizes 3:4 with the last bold. `regent`: the head of the regency's
 * own, centred and without the regency's mark; the state emblem (Garuda) is not drawn by us: `emblemSpaceMm` leaves room for
 * pre-printed paper. `none`: paper that has its letterhead already.
 */
export const letterheadSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('unit'),
    mark: markSchema.nullable(),
    lines: z.array(requiredLine(200)).min(1).max(3),
    address: z.array(line(200)).max(4).default([]),
  }),
  z.object({
    kind: z.literal('regent'),
    office: requiredLine(200),
    address: z.array(line(200)).max(4).default([]),
    /** The state emblem, if the regency has provided it; else `emblemSpaceMm` leaves room. */
    emblem: markSchema.nullable().default(null),
    emblemSpaceMm: z.number().min(0).max(40).default(0),
  }),
  z.object({ kind: z.literal('none'), spaceMm: z.number().min(0).max(80).default(30) }),
]);

/** `placeholder`: a dashed box on drafts. `electronic`: QR code of the address where anyone checks. `blank`: room for a pen. */
export const signatureMarkSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('placeholder') }),
  z.object({ kind: z.literal('blank') }),
  z.object({
    kind: z.literal('electronic'),
    verifyUrl: z.url({ protocol: /^https?$/ }).max(300),
    label: line(100).default('Ditandatangani secara elektronik'),
  }),
]);

/**
 * Who signs. `lines` as printed, in order: `['SEKRETARIS DAERAH,']`, `['Plt. SEKRETARIS DAERAH,']`,
 * `['a.n. BUPATI SUMEDANG', 'SEKRETARIS DAERAH,']`, with `'u.b.'` as a line of its own. Lines after an `a.n.` align behind it.
 */
export const signerSchema = z.object({
  lines: z.array(requiredLine(200)).min(1).max(6),
  name: requiredLine(200),
  rank: line(200).nullable().default(null),
  nip: line(40).nullable().default(null),
});

/** The note at the foot of every page. `verifyCode`, if given, is set behind the note. */
export const footerSchema = z.object({
  note: line(500).default(''),
  verifyCode: line(40).nullable().default(null),
});

export const secrecySchema = z.enum(['biasa', 'terbatas', 'rahasia', 'sangat_rahasia']);
export const dateSchema = z.iso.date();
/** Instant that goes into the PDF as its time of creation; equal documents give equal bytes only with an equal instant. */
export const createdAtSchema = z.iso.datetime({ offset: true });

const monthNames = 'Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember'.split(' ');

/** `2026-11-24` → `24 November 2026`. Own table: output must not depend on the ICU data of the machine. */
export function formatDate(iso: string): string {
  const [year = '', month = '', day = ''] = iso.split('-');
  return `${Number(day)} ${monthNames[Number(month) - 1] ?? ''} ${year}`;
}
