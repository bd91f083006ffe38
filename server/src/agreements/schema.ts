import { z } from 'zod';
import { pageOf, pageQuery } from '../core/http/pagination.ts';
import { agreementActs, agreementKinds, agreementScopes, agreementStates } from './rules.ts';

const slug = z.string().regex(/^[a-z][a-z0-9-]{1,38}[a-z0-9]$/, 'bukan nama pendek daerah');
const title = z.string().trim().min(3, 'paling sedikit 3 huruf').max(300);
const scope = z
  .array(z.enum(agreementScopes))
  .min(1, 'pilih paling sedikit satu')
  .refine((list) => new Set(list).size === list.length, 'ada yang tertulis dua kali');
const noticeDays = z.number().int().min(1).max(365).nullable();
const clause = z.object({
  title: z.string().trim().min(2).max(200),
  text: z.array(z.string().trim().min(1).max(4000)).min(1).max(40),
});
const clauses = z
  .array(clause)
  .min(1)
  .max(60)
  .refine((list) => new Set(list.map((each) => each.title)).size === list.length, 'ada judul pasal yang sama');
/** The version that was seen; a stale one is answered by 409. */
const version = z.number().int().positive().optional();

export const agreementParams = z.object({ id: z.uuid() });

export const agreementListQuery = pageQuery.extend({
  /** Comma-separated states. */
  state: z
    .string()
    .transform((text) => text.split(','))
    .pipe(z.array(z.enum(agreementStates)))
    .optional(),
});

export const createAgreementBody = z.object({
  partners: z.array(slug).min(1, 'pilih paling sedikit satu mitra').max(7),
  title,
  scope,
  startsOn: z.iso.date('tanggal, misalnya 2027-01-01'),
  endsOn: z.iso.date('tanggal, misalnya 2027-12-31'),
  kind: z.enum(agreementKinds).default('pks'),
  noticeDays: noticeDays.default(null),
  clauses: clauses.optional(),
});
export type CreateAgreementInput = z.output<typeof createAgreementBody>;

export const editAgreementBody = z.object({
  version,
  title: title.optional(),
  scope: scope.optional(),
  startsOn: z.iso.date().optional(),
  endsOn: z.iso.date().optional(),
  noticeDays: noticeDays.optional(),
  clauses: clauses.optional(),
});
export type EditAgreementInput = z.output<typeof editAgreementBody>;

export const proposeBody = z.object({ version }).nullish();
export const signBody = z.object({ passphrase: z.string().min(1).max(256), version });
export const changesBody = z.object({
  note: z.string().trim().min(3, 'tuliskan apa yang perlu diubah').max(2000),
  version,
});
export const terminateBody = z.object({ reason: z.string().trim().min(3, 'tuliskan alasannya').max(2000), version });

const instant = z.iso.datetime();
const regency = z.object({ slug: z.string(), name: z.string() });

const listParty = regency.extend({
  accent: z.string().nullable(),
  markSvg: z.string().nullable(),
  isUs: z.boolean(),
  hasSigned: z.boolean(),
});

const summary = {
  id: z.uuid(),
  kind: z.enum(agreementKinds),
  title: z.string(),
  scope: z.array(z.enum(agreementScopes)),
  state: z.enum(agreementStates),
  version: z.number().int(),
  startsOn: z.string(),
  endsOn: z.string(),
  startsAt: instant,
  endsAt: instant,
  timeZone: z.string(),
  createdAt: instant,
  updatedAt: instant,
};

export const agreementListAnswer = pageOf(
  z.object({ ...summary, parties: z.array(listParty), waitsForUs: z.boolean() }),
);

const actVerdict = z.object({ allowed: z.boolean(), reason: z.string().nullable() });

export const agreementAnswer = z.object({
  ...summary,
  proposer: regency,
  createdBy: z.string(),
  noticeDays: z.number().int().nullable(),
  proposedAt: instant.nullable(),
  signedAt: instant.nullable(),
  /** Announced or in effect. */
  termination: z.object({ effectiveAt: instant, by: regency, reason: z.string() }).nullable(),
  /** Once all have signed. */
  verifyCode: z.string().nullable(),
  parties: z.array(
    regency.extend({
      accent: z.string().nullable(),
      markSvg: z.string().nullable(),
      timeZone: z.string(),
      isUs: z.boolean(),
      ordinal: z.number().int(),
      /** "Pihak Kesatu" */
      label: z.string(),
      number: z.string().nullable(),
      representative: z.object({ name: z.string().nullable(), title: z.string().nullable() }),
      contact: z.string().nullable(),
      state: z.enum(['preparing', 'waiting', 'signed']),
      signedAt: instant.nullable(),
      signer: z.object({ name: z.string(), title: z.string() }).nullable(),
    }),
  ),
  clauses: z.array(
    z.object({
      number: z.number().int(),
      title: z.string(),
      text: z.array(z.string()),
      /** As stored, dates still as {{starts_on}} and {{ends_on}}: what an editor should work on. */
      source: z.array(z.string()),
      /** Against the version before that the signers saw. */
      change: z
        .object({
          kind: z.enum(['added', 'changed']),
          version: z.number().int(),
          by: regency,
          author: z.string(),
          before: z.array(z.string()).nullable(),
        })
        .nullable(),
    }),
  ),
  removedClauses: z.array(z.object({ title: z.string(), text: z.array(z.string()) })),
  /** The version that clauses are compared with. */
  comparedWith: z.number().int().nullable(),
  versions: z.array(
    z.object({
      version: z.number().int(),
      by: regency,
      author: z.string(),
      at: instant,
      note: z.string().nullable(),
      proposedAt: instant.nullable(),
    }),
  ),
  history: z.array(
    z.object({
      id: z.uuid(),
      at: instant,
      by: regency,
      actor: z.string(),
      action: z.string(),
      detail: z.record(z.string(), z.unknown()),
    }),
  ),
  acts: z.object(
    Object.fromEntries(agreementActs.map((act) => [act, actVerdict])) as Record<
      (typeof agreementActs)[number],
      typeof actVerdict
    >,
  ),
});
export type AgreementAnswer = z.output<typeof agreementAnswer>;
