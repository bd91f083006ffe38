import { z } from 'zod';
import { letterBodySchema } from './body.ts';
import { imagesSchema } from './body-image.ts';
import {
  createdAtSchema,
  dateSchema,
  footerSchema,
  letterheadSchema,
  line,
  paperSchema,
  secrecySchema,
  signatureMarkSchema,
  signerSchema,
} from './document-parts.ts';

/** The page shapes of letters. Which type takes which: `letterShape`. */
export const letterLayouts = [
  'korespondensi',
  'judul',
  'nota_dinas',
  'pengaturan',
  'penetapan',
  'pengantar',
  'perjalanan_dinas',
  'radiogram',
  'sertifikat',
] as const;
export type LetterLayout = (typeof letterLayouts)[number];

/**
 * Where place and date stand: `top` beside Nomor; `closing` above the signer; `enacted` "Ditetapkan di …, pada tanggal …";
 * `issued` "Dikeluarkan di …, pada tanggal …". Without effect for `nota_dinas`, whose block has a date line.
 */
export const datePlacements = ['top', 'closing', 'enacted', 'issued'] as const;
export type DatePlacement = (typeof datePlacements)[number];

/** Everything a letter prints. All text is literal; only `body` has structure. */
export const letterDocumentSchema = z
  .object({
    /** Drafts tint variables and say what is still missing; a final letter must be complete. */
    mode: z.enum(['draft', 'final']),
    createdAt: createdAtSchema,
    paper: paperSchema.prefault({}),
    letterhead: letterheadSchema,
    layout: z.enum(letterLayouts),
    /** The centred title of all layouts but `korespondensi`: "SURAT PERINTAH TUGAS", "NOTA DINAS". */
    title: line(200).nullable().default(null),
    datePlacement: z.enum(datePlacements).optional(),
    /** null: given when signed. */
    number: line(120).nullable(),
    place: line(100),
    date: dateSchema.nullable(),
    secrecy: secrecySchema.default('biasa'),
    /** Printed after Sifat, e.g. "Biasa" or "Segera"; null leaves the line out. */
    nature: line(100).nullable().default(null),
    /** Printed after Lampiran, e.g. "Satu lembar"; null leaves the line out. */
    attachment: line(200).nullable().default(null),
    /** Printed after Hal, or below TENTANG in `judul`; also the title in the PDF's metadata. */
    subject: line(500),
    /** False leaves out TENTANG and the subject below the title. */
    showsSubject: z.boolean().default(true),
    /** `nota_dinas` and `radiogram`: Dari. */
    from: line(300).nullable().default(null),
    /** One, or several that are numbered; above `addresseesInline` they move to a list on a page of their own. */
    addressees: z.array(line(300)).max(600).default([]),
    /** After "di", e.g. "Tempat"; null leaves the line out. */
    addressPlace: line(200).nullable().default(null),
    body: letterBodySchema,
    /** The pictures of the body, by the id of their file. */
    images: imagesSchema,
    annexes: z
      .array(z.object({ title: line(300), body: letterBodySchema }))
      .max(10)
      .default([]),
    signer: signerSchema,
    signature: signatureMarkSchema,
    /** What the signer is in the text when several sign: "PIHAK KEDUA". */
    signerRole: line(60).nullable().default(null),
    /**
     * Who signs before the signer, in order; with cosigners all are printed in a grid. The signer of a regulation that has
     * one is the secretary who promulgates it. The same mark is drawn for each, before anyone signs: nothing is drawn after
     * a signature.
     */
    cosigners: z
      .array(signerSchema.extend({ role: line(60).nullable().default(null) }))
      .max(9)
      .default([]),
    /** `pengaturan` and `penetapan`: who lays down, below the title: "BUPATI SUMEDANG". */
    authority: line(200).nullable().default(null),
    /** `pengaturan`: "BERITA DAERAH KABUPATEN SUMEDANG TAHUN 2026", printed at the end with room for its number. */
    gazette: line(200).nullable().default(null),
    /** Tembusan. */
    copies: z.array(line(300)).max(60).default([]),
    footer: footerSchema.prefault({}),
    /** Author in the PDF's metadata, e.g. "Sekretariat Daerah Kabupaten Sumedang". */
    author: line(300),
    /** Colour of the tint under variables on drafts. */
    accent: z
      .string()
      .regex(/^#[0-9a-fA-F]{6}$/)
      .default('#0B5D5A'),
  })
  .superRefine((doc, ctx) => {
    if (doc.mode !== 'final') return;
    const need = (path: string, isThere: boolean, message: string): void => {
      if (!isThere) ctx.addIssue({ code: 'custom', path: [path], message });
    };
    need('number', doc.number !== null, 'Surat yang ditandatangani harus bernomor.');
    need('date', doc.date !== null, 'Surat yang ditandatangani harus bertanggal.');
    need('signature', doc.signature.kind !== 'placeholder', 'Surat yang ditandatangani tidak memuat kotak contoh.');
  });

/** What callers give: fields with a default may be left out. */
export type LetterDocument = z.input<typeof letterDocumentSchema>;

/** Up to this many addressees stand on the letter itself. */
export const addresseesInline = 10;
