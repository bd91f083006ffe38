import { z } from 'zod';

const code = z.string().min(1).max(60);
const reason = z.string().trim().min(3, 'Tulis alasannya.').max(500);
const secrecy = z.enum(['biasa', 'terbatas', 'rahasia', 'sangat_rahasia']);
const unit = z.object({ id: z.uuid(), code: z.string(), name: z.string() });

/** `type` and `unitId` null: for every type, for every unit. */
export const patternBody = z.object({
  type: code.nullable().default(null),
  unitId: z.uuid().nullable().default(null),
  pattern: z.string().trim().min(1, 'Tulis pola nomornya.').max(120),
  series: z.enum(['shared', 'own']).default('shared'),
  reset: z.enum(['yearly', 'monthly']).default('yearly'),
});
export type PatternInput = z.infer<typeof patternBody>;

export const patternItem = z.object({
  id: z.uuid(),
  type: z.object({ code: z.string(), name: z.string() }).nullable(),
  unit: unit.nullable(),
  pattern: z.string(),
  series: z.enum(['shared', 'own']),
  reset: z.enum(['yearly', 'monthly']),
  /** A number of today under this pattern. */
  sample: z.string(),
});
export type PatternItem = z.infer<typeof patternItem>;
export const patternsAnswer = z.object({
  /** Of the settings: what counts where no pattern does. */
  fallback: z.object({ pattern: z.string(), sample: z.string() }),
  items: z.array(patternItem),
});
export type PatternsAnswer = z.infer<typeof patternsAnswer>;

export const sampleAnswer = z.object({ sample: z.string().nullable(), fault: z.string().nullable() });

export const reserveBody = z.object({
  unitId: z.uuid(),
  type: code,
  classification: z.string().regex(/^\d{3}(\.\d{1,3}){0,4}$/, 'Tulis kode klasifikasi seperti 000.1.5.'),
  secrecy: secrecy.default('biasa'),
  count: z.number().int().min(1).max(20).default(1),
  reason,
});
export type ReserveNumbers = z.infer<typeof reserveBody>;

export const reservationItem = z.object({
  id: z.uuid(),
  number: z.string(),
  /** The day it was taken, which its letter will bear. */
  date: z.string(),
  type: z.string(),
  typeName: z.string(),
  unit,
  classification: z.string(),
  secrecy,
  reason: z.string(),
  reservedBy: z.string(),
  /** The letter that chose it and is not signed yet. */
  letterId: z.uuid().nullable(),
});
export type ReservationItem = z.infer<typeof reservationItem>;
export const reservationsAnswer = z.object({ items: z.array(reservationItem) });
export const releaseBody = z.object({ reason });

/** Either a reservation, or an earlier day. */
export const choiceBody = z
  .object({ reservationId: z.uuid().optional(), date: z.iso.date().optional(), reason })
  .refine((choice) => (choice.reservationId === undefined) !== (choice.date === undefined), {
    message: 'Pilih nomor pesanan atau tanggal mundur, salah satu.',
    path: ['reservationId'],
  });
export type ChooseNumber = z.infer<typeof choiceBody>;

export const letterNumberAnswer = z.object({
  number: z.string().nullable(),
  date: z.string().nullable(),
  /** What signing now would print; null once numbered, or before a signer is named. */
  expected: z.string().nullable(),
  choice: z
    .object({
      reservationId: z.uuid().nullable(),
      number: z.string().nullable(),
      date: z.string(),
      reason: z.string(),
      decidedBy: z.string(),
    })
    .nullable(),
  /** Whether the reader may decide about the number, and if not, why. */
  mayChoose: z.object({ allowed: z.boolean(), reason: z.string().nullable() }),
});
export type LetterNumberAnswer = z.infer<typeof letterNumberAnswer>;

export const yearQuery = z.object({ year: z.coerce.number().int().min(2000).max(2200).optional() });

const seriesItem = z.object({
  id: z.uuid(),
  unit,
  /** The type with a series of its own; null for the shared one. */
  type: z.object({ code: z.string(), name: z.string() }).nullable(),
  year: z.number().int(),
  /** 1 to 12 where numbers restart monthly, else null. */
  month: z.number().int().nullable(),
  used: z.number().int(),
  reserved: z.number().int(),
  cancelled: z.number().int(),
  lastNumber: z.string().nullable(),
});
export const seriesAnswer = z.object({ items: z.array(seriesItem), years: z.array(z.number().int()) });
export type SeriesAnswer = z.infer<typeof seriesAnswer>;

export const bookQuery = z.object({
  limit: z.coerce.number().int().min(1).max(100).default(50),
  cursor: z
    .string()
    .regex(/^\d+(\.\d+)?$/)
    .optional(),
});
export type BookQuery = z.infer<typeof bookQuery>;

export const numberEntry = z.object({
  id: z.uuid(),
  number: z.string(),
  date: z.string(),
  state: z.enum(['used', 'reserved', 'cancelled']),
  /** Why it was reserved or cancelled. */
  reason: z.string().nullable(),
  letterId: z.uuid().nullable(),
  typeName: z.string(),
  secrecy,
  /** Only where the reader may read the letter. */
  subject: z.string().nullable(),
  to: z.string().nullable(),
});
export type NumberEntry = z.infer<typeof numberEntry>;
export const numberBookPage = z.object({ items: z.array(numberEntry), nextCursor: z.string().nullable() });

export const agendaBooksAnswer = z.object({
  items: z.array(z.object({ year: z.number().int(), unit: unit.nullable(), lastSeq: z.number().int() })),
});
export const agendaQuery = bookQuery.extend({
  year: z.coerce.number().int().min(2000).max(2200).optional(),
  unitId: z.uuid().optional(),
});
export type AgendaQuery = z.infer<typeof agendaQuery>;
export const agendaEntry = z.object({
  id: z.uuid(),
  agendaNumber: z.string(),
  registeredAt: z.string(),
  receivedAt: z.string(),
  sender: z.string(),
  number: z.string().nullable(),
  date: z.string().nullable(),
  typeName: z.string(),
  secrecy,
  subject: z.string().nullable(),
  routedTo: z.string().nullable(),
  state: z.string(),
});
export type AgendaEntry = z.infer<typeof agendaEntry>;
export const agendaBookPage = z.object({ items: z.array(agendaEntry), nextCursor: z.string().nullable() });
