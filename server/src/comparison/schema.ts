import { z } from 'zod';
import { measuredFacts } from './rules.ts';

const scheme = z.string().regex(/^[a-z]+-\d{4}$/, 'Sebut instrumen yang dikenal.');
const year = z.number().int().min(2000).max(2100);
const level = z.number().min(1).max(5);
const part = z.object({ name: z.string(), weight: z.number(), value: z.number() });

export const schemesAnswer = z.object({
  items: z.array(
    z.object({
      code: z.string(),
      name: z.string(),
      /** The regulation that it follows. */
      basis: z.string(),
      firstYear: z.number().int(),
      lastYear: z.number().int().nullable(),
      /** The smallest step between two levels. */
      step: z.number(),
      bands: z.array(z.object({ from: z.number(), name: z.string() })),
      indicators: z.array(
        z.object({
          no: z.number().int(),
          domain: z.string().nullable(),
          aspect: z.string(),
          name: z.string(),
          weight: z.number(),
          scale: z.enum(['proses', 'layanan', 'nilai']),
        }),
      ),
    }),
  ),
});
export type Scheme = z.output<typeof schemesAnswer>['items'][number];

export const schemeQuery = z.object({ scheme });

const result = z.object({
  score: z.number(),
  category: z.string().nullable(),
  domains: z.array(part),
  aspects: z.array(part),
});

export const figuresYear = z.object({
  year: z.number().int(),
  levels: z.array(z.object({ indicator: z.number().int(), level: z.number(), note: z.string().nullable() })),
  /** Null while an indicator is missing. */
  result: result.nullable(),
  /** What is shown to others now; null when nothing is. */
  publication: z
    .object({
      openToAll: z.boolean(),
      agreements: z.array(z.object({ id: z.uuid(), title: z.string(), inForce: z.boolean() })),
      consentedBy: z.string(),
      consentedAt: z.iso.datetime(),
      /** The figures were changed here since. */
      outdated: z.boolean(),
    })
    .nullable(),
});
export type FiguresYear = z.output<typeof figuresYear>;
export const figuresAnswer = z.object({ scheme: z.string(), years: z.array(figuresYear) });

export const figuresBody = z.object({
  scheme,
  year,
  /** The year's whole set: an indicator that is not named has no level. */
  levels: z
    .array(z.object({ indicator: z.number().int().positive(), level, note: z.string().trim().max(1_000).optional() }))
    .max(200),
});
export type FiguresBody = z.output<typeof figuresBody>;

export const publishBody = z
  .object({
    scheme,
    year,
    openToAll: z.boolean().default(false),
    agreementIds: z.array(z.uuid()).max(50).default([]),
    /** Said by a person who may: that these figures are shown to those named. */
    consent: z.literal(true, 'Nyatakan persetujuan untuk menampilkan nilai ini.'),
  })
  .refine((body) => body.openToAll || body.agreementIds.length > 0, {
    path: ['agreementIds'],
    message: 'Pilih kepada siapa nilai ini ditampilkan.',
  });
export type PublishBody = z.output<typeof publishBody>;
export const withdrawBody = z.object({ scheme, year });

const measured = z.object(
  Object.fromEntries(measuredFacts.map((fact) => [fact, z.number().nullable()])) as Record<
    (typeof measuredFacts)[number],
    z.ZodNullable<z.ZodNumber>
  >,
);
export const overviewAnswer = z.object({
  scheme: z.string(),
  minimumGroup: z.number().int(),
  us: z.object({ slug: z.string(), name: z.string(), province: z.string(), kind: z.string(), facts: measured }),
  /** Years of which anybody shows us a score. */
  years: z.array(z.number().int()),
  /** Every regency that has joined, most alike first. */
  items: z.array(
    z.object({
      slug: z.string(),
      name: z.string(),
      province: z.string(),
      kind: z.string(),
      facts: measured,
      /** Over kind, province and the facts that are known of both. */
      distance: z.number(),
      /** What it shows us, in the order of `years`. */
      scores: z.array(z.number().nullable()),
    }),
  ),
  /** Of those most alike that show their figures to us; null below the minimum group. */
  averages: z.array(z.object({ year: z.number().int(), count: z.number().int(), average: z.number().nullable() })),
});
export type Overview = z.output<typeof overviewAnswer>;

export const comparisonQuery = z.object({
  scheme,
  /** Slugs of partners, by commas. */
  regencies: z
    .string()
    .max(400)
    .transform((text) => [...new Set(text.split(',').filter((slug) => slug !== ''))])
    .refine((slugs) => slugs.length >= 1 && slugs.length <= 8, 'Pilih satu sampai delapan daerah.'),
});
export const comparisonAnswer = z.object({
  scheme: z.string(),
  regencies: z.array(
    z.object({
      slug: z.string(),
      name: z.string(),
      isUs: z.boolean(),
      years: z.array(z.object({ year: z.number().int(), levels: z.array(z.number()), ...result.shape })),
    }),
  ),
  /** Null when no year has both our figures and another's. */
  gapYear: z.number().int().nullable(),
  gaps: z.array(
    z.object({
      indicator: z.number().int(),
      name: z.string(),
      ours: z.number(),
      best: z.number(),
      bestOf: z.object({ slug: z.string(), name: z.string() }),
      points: z.number(),
    }),
  ),
});
export type Comparison = z.output<typeof comparisonAnswer>;
