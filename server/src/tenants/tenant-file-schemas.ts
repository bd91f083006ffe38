import { z } from 'zod';
import { datePlacements, fontFamilies, letterLayouts } from '../adapters/typesetting/index.ts';
import { letterParts } from '../letter-types/index.ts';
import { templateBodySchema } from './letter-body-schema.ts';

const regionCode = z.string().regex(/^\d\d\.\d\d$/);
const colour = z.string().regex(/^#[0-9A-F]{6}$/);
const classificationCode = z.string().regex(/^\d{3}(\.\d{1,3}){0,4}$/);
const secrecy = z.enum(['biasa', 'terbatas', 'rahasia', 'sangat_rahasia']);
const urgency = z.enum(['biasa', 'segera', 'amat_segera']);
const key = z.string().regex(/^[a-z][a-z0-9-]*$/);
const timeZone = z.enum(['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura']);

export const provinceSchema = z.object({
  code: z.string().regex(/^\d\d$/),
  name: z.string().min(2),
  time_zone: timeZone,
});
export const regionSchema = z.object({
  code: regionCode,
  province_code: z.string().regex(/^\d\d$/),
  kind: z.enum(['kabupaten', 'kota']),
  name: z.string().regex(/^(Kabupaten|Kota) ./),
});
export const classificationSchema = z.object({ code: classificationCode, name: z.string().min(1) });
export const holidaySchema = z.object({
  tanggal: z.iso.date(),
  jenis: z.enum(['libur_nasional', 'cuti_bersama']),
  nama: z.string().min(1),
  dasar: z.string().min(1),
});

export const indicatorSchema = z.object({
  no: z.coerce.number().int().positive(),
  domain: z.string(),
  aspect: z.string().min(1),
  indicator: z.string().min(1),
  weight: z.coerce.number().positive(),
  type: z.enum(['proses', 'layanan', 'nilai']),
});

export const regionFactSchema = z.object({
  code: z.string().regex(/^\d\d\.\d\d$/),
  fact: z.enum(['population', 'area', 'districts', 'budget']),
  value: z.coerce.number().positive(),
  unit: z.string().min(1),
  as_of: z.string(),
  confirmed: z.enum(['true', 'false']),
  source: z.string().min(1),
});

/** Ten steps as the web's theme wants them: 0 tint, 3 accent in the dark, 6 accent, 7 hover, 9 tint in the dark. */
const accentSchema = z.strictObject({
  name: z.string(),
  light: z.strictObject({ accent: colour, hover: colour, tint: colour }),
  dark: z.strictObject({ accent: colour, tint: colour, textOnAccent: colour }),
  tuple: z.array(colour).length(10),
});

const contactLines = {
  address: z.string().nullable(),
  phone: z.string().nullable(),
  email: z.string().nullable(),
  website: z.string().nullable(),
  confirmed: z.boolean(),
  note: z.string().optional(),
};
const unitSchema = z
  .strictObject({
    code: z.string().regex(/^[A-Za-z0-9-]{2,40}$/),
    name: z.string().min(2),
    shortName: z.string().min(2),
    kind: z.enum([
      'regent',
      'secretariat',
      'council_secretariat',
      'inspectorate',
      'dinas',
      'badan',
      'satpol_pp',
      'kecamatan',
      'section',
    ]),
    parentCode: z.string().nullable(),
    /** False: shown as "belum dikonfirmasi" until the regency's administrator confirms it. */
    confirmed: z.boolean(),
    source: z.string().optional(),
    note: z.string().optional(),
    regionCode: z
      .string()
      .regex(/^\d\d\.\d\d\.\d\d$/)
      .optional(),
    letterhead: z.strictObject(contactLines).optional(),
  })
  .refine((unit) => unit.confirmed || unit.note !== undefined, 'an unconfirmed unit says why in note');
const positionSchema = z.strictObject({
  code: key,
  title: z.string().min(2),
  kind: z.enum(['regent', 'secretary', 'unit_head', 'division_head', 'staff', 'registrar', 'administrator']),
  unitCode: z.string(),
  superiorCode: z.string().nullable(),
});
const personSchema = z.strictObject({
  username: z.string().regex(/^[a-z][a-z0-9._-]{1,59}$/),
  name: z.string().min(2),
  titlePrefix: z.string().nullable(),
  titleSuffix: z.string().nullable(),
  /** Month and day 00: no real number can look like this. */
  nip: z
    .string()
    .regex(/^\d{4}0000 000000 0 000$/)
    .nullable(),
  rank: z.string().nullable(),
  grade: z.string().nullable(),
  email: z.email().endsWith('.example'),
  positionCode: z.string(),
  roles: z.array(z.enum(['admin', 'tu', 'arsiparis'])),
});

type Organization = {
  units: readonly { code: string; parentCode: string | null }[];
  positions: readonly { code: string; unitCode: string; superiorCode: string | null }[];
  people?: readonly { username: string; positionCode: string }[] | undefined;
};

/** Codes are unique and point only at what is in the same file; a parent or superior stands before whom it leads. */
function checkOrganization(file: Organization, ctx: z.RefinementCtx): void {
  const fail = (path: PropertyKey[], message: string): void => ctx.addIssue({ code: 'custom', path, message });
  const units = new Set<string>();
  for (const [index, unit] of file.units.entries()) {
    if (units.has(unit.code)) fail(['units', index, 'code'], `"${unit.code}" occurs twice`);
    if (unit.parentCode !== null && !units.has(unit.parentCode)) {
      fail(['units', index, 'parentCode'], `no unit "${unit.parentCode}" before this one`);
    }
    units.add(unit.code);
  }
  const positions = new Set(file.positions.map((position) => position.code));
  if (positions.size < file.positions.length) fail(['positions'], 'a code occurs twice');
  for (const [index, position] of file.positions.entries()) {
    if (!units.has(position.unitCode)) fail(['positions', index, 'unitCode'], `no unit "${position.unitCode}"`);
    if (position.superiorCode !== null && !positions.has(position.superiorCode)) {
      fail(['positions', index, 'superiorCode'], `no position "${position.superiorCode}"`);
    }
  }
  for (const [index, person] of (file.people ?? []).entries()) {
    if (!positions.has(person.positionCode)) {
      fail(['people', index, 'positionCode'], `no position "${person.positionCode}"`);
    }
  }
}

const claim = z.strictObject({ value: z.string(), confirmed: z.boolean(), note: z.string().optional() });

export const tenantFileSchema = z
  .strictObject({
    slug: z.string().regex(/^[a-z][a-z0-9-]{1,38}[a-z0-9]$/),
    name: z.string().regex(/^(Kabupaten|Kota) ./),
    shortName: z.string().min(2),
    regionCode,
    provinceCode: z.string(),
    province: z.string(),
    kind: z.enum(['kabupaten', 'kota']),
    capital: z.string(),
    timeZone,
    profile: z.strictObject({ website: claim, motto: claim }),
    accent: accentSchema,
    letterhead: z.strictObject({
      governmentLine: z.string().startsWith('PEMERINTAH '),
      governmentLineAlternatives: z.array(z.string()),
      ...contactLines,
    }),
    units: z.array(unitSchema).min(1),
    positions: z.array(positionSchema).min(1),
    people: z.array(personSchema).min(1),
  })
  .superRefine(checkOrganization);

export const skeletonSchema = z
  .strictObject({
    kind: z.enum(['kabupaten', 'kota']),
    accent: accentSchema,
    units: z.array(unitSchema).min(1),
    positions: z.array(positionSchema).min(1),
  })
  .superRefine(checkOrganization);

const coded = { code: z.string(), label: z.string() };
export const settingsSchema = z.strictObject({
  numbering: z.strictObject({
    pattern: z.string(),
    patternByType: z.record(z.string(), z.string()),
    reset: z.literal('yearly'),
  }),
  paper: z.strictObject({
    size: z.enum(['A4', 'F4_210', 'F4_215']),
    marginsMm: z.strictObject({ top: z.number(), right: z.number(), bottom: z.number(), left: z.number() }),
    fontFamily: z.enum(fontFamilies),
    fontSizePt: z.number(),
  }),
  letterFooter: z.string(),
  demoFooter: z.string(),
  dispositionInstructions: z.array(z.string().min(1)).min(1),
  secrecy: z.array(z.strictObject({ ...coded, code: secrecy, mark: z.string() })).length(4),
  urgency: z.array(z.strictObject({ ...coded, code: urgency })).length(3),
  /** ISO weekdays, 1 is Monday. */
  workWeek: z.array(z.int().min(1).max(7)).min(1),
});

export const letterTypesSchema = z.array(
  z.strictObject({
    code: z.string().regex(/^[a-z][a-z_]*$/),
    name: z.string().min(2),
    group: z.enum(['arahan', 'korespondensi', 'khusus']),
    layout: z.enum(letterLayouts),
    shortCode: z.string().min(1).max(20),
    defaultClassification: classificationCode,
    title: z.string().nullable(),
    datePlacement: z.enum(datePlacements),
    showsSubject: z.boolean(),
    requiredParts: z.array(z.enum(letterParts)),
    signerKinds: z
      .array(
        z.enum([
          'regent',
          'deputy_regent',
          'secretary',
          'unit_head',
          'division_head',
          'council_leader',
          'staff',
          'registrar',
          'administrator',
        ]),
      )
      .min(1),
    printsRank: z.boolean(),
    maxSigners: z.int().min(1).max(10),
    signerRoles: z.array(z.string()).max(10),
    gazette: z.string().nullable(),
    fontFamily: z.enum(fontFamilies).nullable(),
    fontSizePt: z.number().min(9).max(14).nullable(),
  }),
);

export const templateSchema = z.strictObject({
  key,
  name: z.string().min(2),
  type: z.string(),
  description: z.string(),
  subject: z.string().min(1),
  defaults: z.strictObject({
    classification: classificationCode,
    secrecy,
    urgency,
    attachmentNote: z.string().nullable(),
  }),
  /** `superiors`: the drafter's superiors in order, up to below the signer. */
  chain: z.strictObject({
    approvers: z.enum(['superiors', 'none']),
    signer: z.enum(['regent', 'secretary', 'unit_head']),
  }),
  body: templateBodySchema,
});

const scope = z.enum(['templates', 'practices', 'indices']);
const clauseParagraph = z.strictObject({
  text: z.string().min(1),
  when: z.enum(['notice', 'immediate']).optional(),
  copies: z.enum(['keep', 'stop_new_use']).optional(),
});
export const agreementSchema = z.strictObject({
  key,
  kind: z.enum(['kb', 'pks']),
  cooperation: z.literal('ksdd_sukarela'),
  title: z.string(),
  maxYears: z.int(),
  defaultNoticeDays: z.int().nullable(),
  placeholders: z.array(
    z.strictObject({ name: z.string(), label: z.string(), kind: z.enum(['text', 'date']), perParty: z.boolean() }),
  ),
  opening: z.strictObject({
    intro: z.string(),
    party: z.string(),
    together: z.string(),
    consideration: z.array(z.string()),
    legalBasis: z.array(z.string()),
    agreed: z.string(),
  }),
  clauses: z.array(
    z.strictObject({
      number: z.int(),
      title: z.string(),
      paragraphs: z.array(clauseParagraph).min(1),
      /** Lettered (a), (b) …; one with a scope stands only in agreements that have it. */
      items: z.array(z.strictObject({ text: z.string(), scope: scope.optional() })).optional(),
      /** One line for each party. */
      perParty: z.string().optional(),
      closing: z.array(clauseParagraph).optional(),
    }),
  ),
});

const offset = z.int();
/** A date a number of days from today, moved on to a Monday if it falls on a weekend. */
const relativeDate = z.strictObject({ offsetDays: offset });
const demoRecipient = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('unit'), unitCode: z.string() }),
  z.strictObject({ kind: z.literal('unit_group'), unitKind: z.string() }),
  z.strictObject({ kind: z.literal('position'), positionCode: z.string() }),
  z.strictObject({
    kind: z.literal('external'),
    name: z.string(),
    address: z.string().optional(),
    email: z.email().endsWith('.example').optional(),
  }),
]);
const demoDisposition = z.strictObject({
  from: z.string(),
  to: z.string(),
  instruction: z.string(),
  dueOffsetDays: offset.optional(),
  report: z.string().optional(),
  get children() {
    return z.array(demoDisposition).optional();
  },
});
const demoCommon = {
  key,
  type: z.string(),
  subject: z.string(),
  classification: classificationCode,
  secrecy,
  urgency,
};
export const demoOutgoingSchema = z.strictObject({
  direction: z.literal('outgoing'),
  ...demoCommon,
  template: key,
  variables: z.record(z.string(), z.union([z.string(), relativeDate])),
  attachmentNote: z.string().optional(),
  by: z.string(),
  recipients: z.array(demoRecipient).min(1),
  copies: z.array(demoRecipient),
  approvers: z.array(z.string()),
  signer: z.string(),
  wantState: z.enum(['draft', 'in_approval', 'returned', 'awaiting_signature', 'signed', 'sent']),
  /** How many of the approvers have approved already. */
  approvals: z.int().min(0),
  returnNote: z.string().optional(),
  dueOffsetDays: offset.optional(),
});
export const demoIncomingSchema = z.strictObject({
  direction: z.literal('incoming'),
  ...demoCommon,
  from: z.strictObject({ name: z.string(), address: z.string() }),
  number: z.string(),
  dateOffsetDays: offset,
  text: z.array(z.string()).min(1),
  wantState: z.enum(['received', 'registered']),
  routeTo: z.string().optional(),
  dispositions: z.array(demoDisposition).optional(),
});
export const demoFileSchema = z.strictObject({
  slug: z.string(),
  letters: z.array(z.discriminatedUnion('direction', [demoOutgoingSchema, demoIncomingSchema])).min(1),
});
