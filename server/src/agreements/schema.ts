import { z } from 'zod';
import { pageOf, pageQuery } from '../core/http/pagination.ts';
import { changeRelations } from './changing.ts';
import { clauseKinds } from './contents.ts';
import {
  agreementActs,
  agreementKinds,
  agreementScopes,
  agreementStates,
  copiesAfterEnd,
  furtherActs,
} from './rules.ts';

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
  /** What the clause is about; left out, its title tells. */
  kinds: z.array(z.enum(clauseKinds)).max(clauseKinds.length).optional(),
});
const clauses = z
  .array(clause)
  .min(1)
  .max(60)
  .refine((list) => new Set(list.map((each) => each.title)).size === list.length, 'ada judul pasal yang sama');
const reason = z.string().trim().min(3, 'tuliskan alasannya').max(2000);
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
  kind: z.enum(agreementKinds).default('kb'),
  noticeDays: noticeDays.default(null),
  copiesAfterEnd: z.enum(copiesAfterEnd).default('keep'),
  clauses: clauses.optional(),
  /** The KB that a PKS rests on, or the letter of intent that a KB follows; of the same parties. */
  parentId: z.uuid().nullable().default(null),
  /** Why a PKS rests on no KB. */
  parentReason: reason.nullable().default(null),
  /** The plan burdens community and region, or its funds are not in the budget yet: councils are asked. */
  burdens: z.boolean().default(false),
});
export type CreateAgreementInput = z.output<typeof createAgreementBody>;

export const editAgreementBody = z.object({
  version,
  title: title.optional(),
  scope: scope.optional(),
  startsOn: z.iso.date().optional(),
  endsOn: z.iso.date().optional(),
  noticeDays: noticeDays.optional(),
  copiesAfterEnd: z.enum(copiesAfterEnd).optional(),
  clauses: clauses.optional(),
  /** Conflicts that were shown and decided for the clauses sent here: the other party's wording as it was shown. */
  settled: z
    .array(z.object({ title: clause.shape.title, theirs: clause.shape.text.nullable() }))
    .max(60)
    .default([]),
  parentId: z.uuid().nullable().optional(),
  parentReason: reason.nullable().optional(),
  burdens: z.boolean().optional(),
});
export type EditAgreementInput = z.output<typeof editAgreementBody>;

export const changeAgreementBody = z.object({
  relation: z.enum(changeRelations),
  /** Left out, that of the agreement; so are scope and notice. */
  title: title.optional(),
  scope: scope.optional(),
  startsOn: z.iso.date('tanggal, misalnya 2027-01-01'),
  endsOn: z.iso.date('tanggal, misalnya 2027-12-31'),
  noticeDays: noticeDays.optional(),
  /** Clauses that replace those with the same title, and new ones. */
  clauses: clauses.optional(),
});
export type ChangeAgreementInput = z.output<typeof changeAgreementBody>;

export const commentBody = z.object({
  /** Title of a clause; left out, the whole document. */
  clause: z.string().trim().min(2).max(200).nullable().default(null),
  replyTo: z.uuid().nullable().default(null),
  text: z.string().trim().min(1, 'tuliskan komentarnya').max(4000),
});
export type CommentInput = z.output<typeof commentBody>;
export const commentParams = z.object({ id: z.uuid(), commentId: z.uuid() });

export const councilBody = z
  .object({
    needed: z.boolean(),
    reason,
    letterNumber: z.string().trim().min(1).max(120).nullable().default(null),
    letterDate: z.iso.date('tanggal, misalnya 2027-01-01').nullable().default(null),
    /** Why a needed approval is passed over. */
    skippedReason: reason.nullable().default(null),
  })
  .refine((each) => (each.letterNumber === null) === (each.letterDate === null), {
    message: 'nomor dan tanggal surat diisi bersama',
    path: ['letterDate'],
  })
  .refine((each) => each.needed || (each.letterNumber === null && each.skippedReason === null), {
    message: 'hanya bila persetujuan DPRD diperlukan',
    path: ['needed'],
  });
export type CouncilInput = z.output<typeof councilBody>;

export const proposeBody = z.object({ version }).nullish();
export const signBody = z.object({ passphrase: z.string().min(1).max(256), version });
export const changesBody = z.object({
  note: z.string().trim().min(3, 'tuliskan apa yang perlu diubah').max(2000),
  version,
});
export const terminateBody = z.object({ reason, version });

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
  /** Of a change: the agreement that it changes. Scope and end of an agreement are those that hold now. */
  baseId: z.uuid().nullable(),
  relation: z.enum(changeRelations).nullable(),
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

const related = z.object({
  id: z.uuid(),
  kind: z.enum(agreementKinds),
  title: z.string(),
  state: z.enum(agreementStates),
  startsOn: z.string(),
  endsOn: z.string(),
});

const actVerdict = z.object({ allowed: z.boolean(), reason: z.string().nullable() });

export const agreementAnswer = z.object({
  ...summary,
  proposer: regency,
  createdBy: z.string(),
  noticeDays: z.number().int().nullable(),
  /** Whether copies of what was shared still make letters once it is over. */
  copiesAfterEnd: z.enum(copiesAfterEnd),
  proposedAt: instant.nullable(),
  signedAt: instant.nullable(),
  /** Announced or in effect. */
  termination: z.object({ effectiveAt: instant, by: regency, reason: z.string() }).nullable(),
  parent: related.nullable(),
  parentReason: z.string().nullable(),
  base: related.nullable(),
  /** Amendments and extensions, earliest first. */
  changes: z.array(related.extend({ relation: z.enum(changeRelations) })),
  /** What rests on this one: PKS under a KB, a KB after a letter of intent. */
  children: z.array(related),
  burdens: z.boolean(),
  council: z.array(
    z.object({
      by: regency,
      needed: z.boolean(),
      reason: z.string(),
      letterNumber: z.string().nullable(),
      letterDate: z.string().nullable(),
      skippedReason: z.string().nullable(),
      author: z.string(),
      at: instant,
    }),
  ),
  comments: z.array(
    z.object({
      id: z.uuid(),
      clause: z.string().nullable(),
      replyTo: z.uuid().nullable(),
      text: z.string(),
      by: regency,
      author: z.string(),
      at: instant,
      resolvedAt: instant.nullable(),
      resolvedBy: z.string().nullable(),
    }),
  ),
  /** The clauses as they read with the changes that have begun; null while there are none. */
  consolidated: z.array(z.object({ title: z.string(), text: z.array(z.string()) })).nullable(),
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
      kinds: z.array(z.enum(clauseKinds)),
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
    Object.fromEntries([...agreementActs, ...furtherActs].map((act) => [act, actVerdict])) as Record<
      (typeof agreementActs)[number] | (typeof furtherActs)[number],
      typeof actVerdict
    >,
  ),
});
export type AgreementAnswer = z.output<typeof agreementAnswer>;

export const registerQuery = z.object({ year: z.coerce.number().int().min(2000).max(2200) });
export const registerAnswer = z.object({
  year: z.int(),
  items: z.array(
    related.extend({
      relation: z.enum(changeRelations).nullable(),
      scope: z.array(z.enum(agreementScopes)),
      /** This regency's own. */
      number: z.string(),
      signedAt: instant.nullable(),
      partners: z.array(regency.extend({ number: z.string().nullable() })),
    }),
  ),
});
