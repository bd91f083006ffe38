import { z } from 'zod';

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Tulis jam sebagai HH:MM, misalnya 07:30.');
const minutes = z.number().int().min(15).max(60_000).nullable();

/** When the office works, and the working minutes that one turn may take; null for as long as it takes. */
export const deadlines = z.object({
  /** ISO days of the week, 1 for Monday. */
  workingDays: z
    .array(z.number().int().min(1).max(7))
    .min(1, 'Pilih sekurang-kurangnya satu hari kerja.')
    .max(7)
    .refine((days) => new Set(days).size === days.length, 'Hari yang sama disebut dua kali.'),
  opens: clock,
  closes: clock,
  minutes: z.object({ biasa: minutes, segera: minutes, amat_segera: minutes }),
});
export type Deadlines = z.infer<typeof deadlines>;

export const deadlinesBody = deadlines.refine(({ opens, closes }) => opens < closes, {
  path: ['closes'],
  message: 'Jam tutup harus sesudah jam buka.',
});

export const lateTurns = z.object({
  items: z.array(
    z.object({
      letterId: z.uuid(),
      /** null where the reader may not read the letter. */
      subject: z.string().nullable(),
      secrecy: z.enum(['biasa', 'terbatas', 'rahasia', 'sangat_rahasia']),
      urgency: z.enum(['biasa', 'segera', 'amat_segera']),
      drafter: z.string().nullable(),
      act: z.enum(['approve', 'sign']),
      positionId: z.uuid(),
      title: z.string(),
      holder: z.string().nullable(),
      since: z.iso.datetime(),
      dueAt: z.iso.datetime(),
      canRead: z.boolean(),
    }),
  ),
});
export type LateTurns = z.infer<typeof lateTurns>;
