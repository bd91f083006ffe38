import { sql } from 'drizzle-orm';
import { z } from 'zod';
import type { FieldError } from '../core/errors.ts';
import type { TenantRead } from '../core/tenancy/index.ts';

export const classificationCode = z
  .string()
  .regex(/^\d{3}(\.\d{1,3}){0,4}$/, 'Tulis kode klasifikasi seperti 000.1.5.');

/** Whom letters of a template go to, as letters themselves name them. */
const recipient = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('unit'), id: z.uuid() }),
  z.object({ kind: z.literal('position'), id: z.uuid() }),
  z.object({ kind: z.literal('tenant'), slug: z.string().min(1).max(40) }),
  z.object({
    kind: z.literal('external'),
    name: z.string().trim().min(1).max(300),
    email: z.email().max(200).nullish(),
    address: z.string().trim().max(500).nullish(),
  }),
]);

/**
 * Who approves and signs. `superiors`: the drafter's superiors in order, up to below the signer. `positions`: the posts
 * of `stages`, those of one stage together. The signer is found by kind, or is the post `signerPosition`.
 */
const chain = z
  .object({
    approvers: z.enum(['superiors', 'none', 'positions']),
    stages: z.array(z.array(z.uuid()).min(1).max(10)).max(12).optional(),
    signer: z.enum(['regent', 'secretary', 'unit_head', 'position']),
    signerPosition: z.uuid().optional(),
  })
  .superRefine((value, ctx) => {
    const named = value.stages?.flat() ?? [];
    const fault = (path: string, message: string): void => ctx.addIssue({ code: 'custom', path: [path], message });
    if (value.approvers === 'positions' && named.length === 0) fault('stages', 'Pilih pejabat yang memberi paraf.');
    if (new Set(named).size < named.length) fault('stages', 'Satu jabatan disebut dua kali.');
    if (named.length > 24) fault('stages', 'Paling banyak 24 pejabat memberi paraf.');
    if (value.signer === 'position' && value.signerPosition === undefined)
      fault('signerPosition', 'Pilih pejabat penanda tangan.');
    if (value.signerPosition !== undefined && named.includes(value.signerPosition))
      fault('signerPosition', 'Penanda tangan tidak perlu memberi paraf.');
  });

/** What a letter made from the template starts with, and who approves and signs it by default. */
export const templateDefaultsSchema = z.object({
  subject: z.string().trim().min(1).max(500).optional(),
  classification: classificationCode.optional(),
  secrecy: z.enum(['biasa', 'terbatas', 'rahasia', 'sangat_rahasia']).optional(),
  urgency: z.enum(['biasa', 'segera', 'amat_segera']).optional(),
  attachmentNote: z.string().max(200).nullable().optional(),
  recipients: z.array(recipient).max(100).optional(),
  copies: z.array(recipient).max(60).optional(),
  chain: chain.optional(),
});
export type TemplateDefaults = z.infer<typeof templateDefaultsSchema>;

/** What defaults name, as it stands today: names by id or slug, and what is gone, with its path. */
export interface DefaultsToday {
  names: Record<string, string>;
  gone: FieldError[];
}

const lists = ['recipients', 'copies'] as const;

/** Every post, unit and regency that defaults name, with its path. */
function placesOf(defaults: TemplateDefaults): { kind: 'unit' | 'position' | 'tenant'; key: string; path: string }[] {
  const { chain: asked } = defaults;
  return [
    ...lists.flatMap((list) =>
      (defaults[list] ?? []).flatMap((each, index) =>
        each.kind === 'external'
          ? []
          : [{ kind: each.kind, key: each.kind === 'tenant' ? each.slug : each.id, path: `${list}.${index}` }],
      ),
    ),
    ...(asked?.approvers === 'positions' ? (asked.stages ?? []) : []).flatMap((stage, index) =>
      stage.map((key, inner) => ({ kind: 'position' as const, key, path: `chain.stages.${index}.${inner}` })),
    ),
    ...(asked?.signer === 'position' && asked.signerPosition !== undefined
      ? [{ kind: 'position' as const, key: asked.signerPosition, path: 'chain.signerPosition' }]
      : []),
  ];
}

const goneMessages = {
  unit: 'Unit ini tidak ada lagi di kantor ini. Pilih unit lain.',
  position: 'Jabatan ini tidak ada lagi di kantor ini. Pilih jabatan lain.',
  tenant: 'Daerah ini tidak ada, belum bergabung, atau daerah Anda sendiri.',
};

/** @param today `YYYY-MM-DD` in the regency's zone */
export async function readDefaults(
  read: TenantRead,
  defaults: TemplateDefaults,
  today: string,
): Promise<DefaultsToday> {
  const places = placesOf(defaults);
  const keys = (kind: string): string[] => [
    ...new Set(places.filter((each) => each.kind === kind).map(({ key }) => key)),
  ];
  const [units, positions, regencies] = await Promise.all(
    [
      keys('unit').length > 0 &&
        sql`select id::text as key, name from units where id = any(${sql.param(keys('unit'))}::uuid[])
          and (valid_to is null or valid_to >= ${today}::date)`,
      keys('position').length > 0 &&
        sql`select id::text as key, title as name from positions where id = any(${sql.param(keys('position'))}::uuid[])
          and (valid_to is null or valid_to >= ${today}::date)`,
      keys('tenant').length > 0 &&
        sql`select slug as key, name from platform.tenants where slug = any(${sql.param(keys('tenant'))}::text[])
          and status in ('active', 'suspended') and slug <> platform.current_tenant()`,
    ].map(async (query) => (query ? [...(await read.execute<{ key: string; name: string }>(query))] : [])),
  );
  const known = { unit: units ?? [], position: positions ?? [], tenant: regencies ?? [] };
  const names = Object.fromEntries(Object.values(known).flatMap((rows) => rows.map(({ key, name }) => [key, name])));
  const gone = places
    .filter(({ kind, key }) => !known[kind].some((row) => row.key === key))
    .map(({ kind, path }) => ({ path, message: goneMessages[kind] }));
  return { names, gone };
}

/** Defaults without what is gone, so that a letter can be made all the same; a signer who is gone leaves the unit's head. */
export function usableDefaults(defaults: TemplateDefaults, { gone }: DefaultsToday): TemplateDefaults {
  const lost = new Set(gone.map(({ path }) => path));
  const kept = (list: (typeof lists)[number]) => defaults[list]?.filter((_, index) => !lost.has(`${list}.${index}`));
  const { chain: asked, ...rest } = defaults;
  const stages = asked?.stages
    ?.map((stage, index) => stage.filter((_, inner) => !lost.has(`chain.stages.${index}.${inner}`)))
    .filter((stage) => stage.length > 0);
  const recipients = kept('recipients');
  const copies = kept('copies');
  return {
    ...rest,
    ...(recipients ? { recipients } : {}),
    ...(copies ? { copies } : {}),
    ...(asked
      ? {
          chain: {
            approvers: asked.approvers,
            ...(stages ? { stages } : {}),
            ...(lost.has('chain.signerPosition')
              ? { signer: 'unit_head' as const }
              : { signer: asked.signer, ...(asked.signerPosition ? { signerPosition: asked.signerPosition } : {}) }),
          },
        }
      : {}),
  };
}

/**
 * Defaults as they may leave the regency: who gets, approves and signs is each regency's own, so posts, units and
 * addressees stay behind; a named signer becomes the head of the drafter's unit.
 */
export function portableDefaults(defaults: TemplateDefaults): TemplateDefaults {
  const { recipients: _, copies: __, chain: asked, ...rest } = defaults;
  if (!asked) return rest;
  return {
    ...rest,
    chain: {
      approvers: asked.approvers === 'positions' ? 'superiors' : asked.approvers,
      signer: asked.signer === 'position' ? 'unit_head' : asked.signer,
    },
  };
}
