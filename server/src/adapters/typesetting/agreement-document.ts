import { z } from 'zod';
import { letterBodySchema } from './body.ts';
import {
  createdAtSchema,
  dateSchema,
  footerSchema,
  line,
  markSchema,
  paperSchema,
  signatureMarkSchema,
} from './document-parts.ts';

/** One party: its name, its own number for the same text, and who represents it. */
const agreementPartySchema = z.object({
  /** "PEMERINTAH KABUPATEN SUMEDANG" */
  name: line(200),
  /** How the text calls it; by default PIHAK KESATU, PIHAK KEDUA, … */
  label: line(60).optional(),
  mark: markSchema.nullable(),
  number: line(120).nullable(),
  representative: z.object({
    name: line(200),
    /** "Bupati Sumedang" */
    position: line(200),
    /** Goes on after the position: "dalam hal ini bertindak untuk dan atas nama …"; a default is made from the name. */
    capacity: line(600).optional(),
    rank: line(200).nullable().default(null),
    nip: line(40).nullable().default(null),
  }),
  /** Its own mark, drawn for all parties before the first of them signs: nothing is drawn after a signature. */
  signature: signatureMarkSchema,
});

/** Everything an agreement between regencies prints; one text for all parties. */
export const agreementDocumentSchema = z
  .object({
    mode: z.enum(['draft', 'final']),
    createdAt: createdAtSchema,
    paper: paperSchema.prefault({}),
    /** "PERJANJIAN KERJA SAMA", "KESEPAKATAN BERSAMA" */
    heading: line(200),
    /** Below TENTANG. */
    title: line(500),
    /** "Pada hari ini, Senin, tanggal …, bertempat di …, kami yang bertanda tangan di bawah ini:" */
    opening: line(1000).default('Kami yang bertanda tangan di bawah ini:'),
    parties: z.array(agreementPartySchema).min(2).max(8),
    preamble: letterBodySchema.nullable().default(null),
    /** Dasar hukum, numbered. */
    legalBasis: z.array(line(500)).max(40).default([]),
    clauses: z.array(z.object({ title: line(200), body: letterBodySchema })).max(60),
    /** Printed as a clause of its own behind the others, JANGKA WAKTU. */
    duration: z.object({ startsOn: dateSchema, endsOn: dateSchema }).nullable().default(null),
    /** Last paragraph before the signatures. */
    closing: line(1500).default(
      'Demikian perjanjian ini dibuat dan ditandatangani secara elektronik oleh Para Pihak, masing-masing mempunyai kekuatan hukum yang sama.',
    ),
    footer: footerSchema.prefault({}),
    author: line(300),
    accent: z
      .string()
      .regex(/^#[0-9a-fA-F]{6}$/)
      .default('#0B5D5A'),
  })
  .superRefine((doc, ctx) => {
    if (doc.mode !== 'final') return;
    for (const [index, party] of doc.parties.entries()) {
      const path = ['parties', index];
      if (party.number === null)
        ctx.addIssue({ code: 'custom', path: [...path, 'number'], message: 'Nomor setiap pihak harus ada.' });
      if (party.signature.kind === 'placeholder') {
        ctx.addIssue({ code: 'custom', path: [...path, 'signature'], message: 'Tanda tangan setiap pihak harus ada.' });
      }
    }
  });

export type AgreementDocument = z.input<typeof agreementDocumentSchema>;
export type ParsedAgreement = z.output<typeof agreementDocumentSchema>;
