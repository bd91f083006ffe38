import { z } from 'zod';
import { fontFamilies, markSchema } from '../adapters/typesetting/index.ts';
import { pageOf, pageQuery } from '../core/http/pagination.ts';

const unitKinds = [
  'regent',
  'secretariat',
  'council_secretariat',
  'inspectorate',
  'dinas',
  'badan',
  'satpol_pp',
  'kecamatan',
  'section',
  'other',
  'council',
  'upt',
  'blud',
  'kelurahan',
  'desa',
] as const;
const positionKinds = [
  'regent',
  'deputy_regent',
  'secretary',
  'unit_head',
  'division_head',
  'council_leader',
  'staff',
  'registrar',
  'administrator',
] as const;
const modes = ['definitif', 'plt', 'plh', 'pj', 'pjs'] as const;
const acts = ['approve', 'sign', 'dispose'] as const;

export const idParams = z.object({ id: z.uuid() });

export const directoryKinds = ['unit', 'position', 'person', 'tenant'] as const;
export const directoryQuery = z.object({
  /** Left out: a few of each kind. */
  kind: z.enum(directoryKinds).optional(),
  q: z.string().max(100).default(''),
  limit: z.coerce.number().int().min(1).max(100).default(20),
});
export type DirectoryQuery = z.infer<typeof directoryQuery>;

const directoryItem = z.object({
  kind: z.enum(directoryKinds),
  /** A regency's slug for `tenant`. */
  id: z.string(),
  name: z.string(),
  /** Who holds the position, or heads the unit, today. */
  holder: z.string().nullable(),
  /** What tells equal names apart: a unit's short name, a person's post, a regency's kind. */
  detail: z.string().nullable(),
});
export type DirectoryItem = z.infer<typeof directoryItem>;
export const directoryAnswer = z.object({ items: z.array(directoryItem) });

const holder = z.object({ personId: z.uuid(), name: z.string(), mode: z.enum(modes) });

const letterhead = z.object({
  government: z.string().trim().max(200).optional(),
  unit: z.string().trim().max(200).optional(),
  lines: z.array(z.string().trim().max(200)).max(6).optional(),
});

export const unitAnswer = z.object({
  id: z.uuid(),
  parentId: z.uuid().nullable(),
  code: z.string(),
  name: z.string(),
  shortName: z.string(),
  kind: z.enum(unitKinds),
  letterhead,
  confirmed: z.boolean(),
  validTo: z.string().nullable(),
  head: z.object({ positionId: z.uuid(), title: z.string(), holder: holder.nullable() }).nullable(),
  positionCount: z.number().int(),
});
export type UnitAnswer = z.infer<typeof unitAnswer>;
/** All units in order of the tree; `parentId` makes it one. */
export const unitsAnswer = z.object({ items: z.array(unitAnswer) });

const unitName = z.string().trim().min(2, 'Paling sedikit 2 huruf.').max(200);
const unitCode = z
  .string()
  .trim()
  .regex(/^[\p{L}\p{N}][\p{L}\p{N}._-]{0,39}$/u, 'Huruf, angka, titik, atau tanda hubung; paling panjang 40.');
const shortName = z.string().trim().min(1).max(60);
export const createUnitBody = z.object({
  parentId: z.uuid(),
  code: unitCode,
  name: unitName,
  shortName,
  kind: z.enum(unitKinds).exclude(['regent']),
  letterhead: letterhead.optional(),
});
export type CreateUnit = z.infer<typeof createUnitBody>;
export const updateUnitBody = z.object({
  parentId: z.uuid().optional(),
  code: unitCode.optional(),
  name: unitName.optional(),
  shortName: shortName.optional(),
  kind: z.enum(unitKinds).optional(),
  letterhead: letterhead.optional(),
  confirmed: z.boolean().optional(),
  /** The last day; null opens a closed unit again. */
  validTo: z.iso.date().nullable().optional(),
});
export type UpdateUnit = z.infer<typeof updateUnitBody>;

export const positionAnswer = z.object({
  id: z.uuid(),
  unitId: z.uuid(),
  unitName: z.string(),
  title: z.string(),
  kind: z.enum(positionKinds),
  superiorId: z.uuid().nullable(),
  validTo: z.string().nullable(),
  holder: holder.nullable(),
});
export type PositionAnswer = z.infer<typeof positionAnswer>;
export const positionsQuery = z.object({ unitId: z.uuid().optional() });
export const positionsAnswer = z.object({ items: z.array(positionAnswer) });
const title = z.string().trim().min(2, 'Paling sedikit 2 huruf.').max(200);
export const createPositionBody = z.object({
  unitId: z.uuid(),
  title,
  kind: z.enum(positionKinds),
  superiorId: z.uuid().nullable().optional(),
});
export type CreatePosition = z.infer<typeof createPositionBody>;
export const updatePositionBody = z.object({
  unitId: z.uuid().optional(),
  title: title.optional(),
  kind: z.enum(positionKinds).optional(),
  superiorId: z.uuid().nullable().optional(),
  validTo: z.iso.date().nullable().optional(),
});
export type UpdatePosition = z.infer<typeof updatePositionBody>;

const roles = z.array(z.enum(['admin', 'tu', 'arsiparis'])).max(3);
export const personAnswer = z.object({
  id: z.uuid(),
  username: z.string(),
  name: z.string(),
  nip: z.string().nullable(),
  rank: z.string().nullable(),
  email: z.string().nullable(),
  active: z.boolean(),
  /** Whether the person has set a password. */
  activated: z.boolean(),
  /** Those given; others follow from the positions. */
  roles,
  positions: z.array(
    z.object({
      id: z.uuid(),
      title: z.string(),
      unitId: z.uuid(),
      unitName: z.string(),
      mode: z.string(),
      startsOn: z.string(),
    }),
  ),
});
export type PersonAnswer = z.infer<typeof personAnswer>;
export const peopleQuery = pageQuery.extend({
  q: z.string().max(100).default(''),
  active: z.enum(['true', 'false']).optional(),
});
export type PeopleQuery = z.infer<typeof peopleQuery>;
export const peoplePage = pageOf(personAnswer);

const personName = z.string().trim().min(2, 'Paling sedikit 2 huruf.').max(160);
const nip = z.string().regex(/^\d{18}$/, 'NIP terdiri atas 18 angka.');
const rank = z.string().trim().min(1).max(100);
const email = z.email('Alamat pos-el belum benar.').max(200);
export const createPersonBody = z.object({
  username: z
    .string()
    .regex(/^[a-z][a-z0-9._-]{1,59}$/, 'Huruf kecil, angka, titik, garis bawah, atau tanda hubung; diawali huruf.'),
  name: personName,
  nip: nip.nullish(),
  rank: rank.nullish(),
  email: email.nullish(),
  roles: roles.default([]),
});
export type CreatePerson = z.infer<typeof createPersonBody>;
/** How the person gets the link to set a password. `activationUrl` is shown this once where mail does not leave. */
const invitation = { invited: z.enum(['mail', 'link']), activationUrl: z.string().nullish() };
export const invitationAnswer = z.object(invitation);
export const createdPersonAnswer = personAnswer.extend(invitation);
export const updatePersonBody = z.object({
  name: personName.optional(),
  nip: nip.nullish(),
  rank: rank.nullish(),
  email: email.nullish(),
  active: z.boolean().optional(),
});
export type UpdatePerson = z.infer<typeof updatePersonBody>;
export const rolesBody = z.object({ roles });

export const assignmentAnswer = z.object({
  id: z.uuid(),
  personId: z.uuid(),
  personName: z.string(),
  positionId: z.uuid(),
  positionTitle: z.string(),
  mode: z.enum(modes),
  startsOn: z.string(),
  endsOn: z.string().nullable(),
});
export type AssignmentAnswer = z.infer<typeof assignmentAnswer>;
export const assignmentsAnswer = z.object({ items: z.array(assignmentAnswer) });
export const createAssignmentBody = z.object({
  personId: z.uuid(),
  positionId: z.uuid(),
  mode: z.enum(modes).default('definitif'),
  startsOn: z.iso.date(),
  endsOn: z.iso.date().nullish(),
});
export type CreateAssignment = z.infer<typeof createAssignmentBody>;
export const endAssignmentBody = z.object({ endsOn: z.iso.date() });

export const delegationAnswer = z.object({
  id: z.uuid(),
  positionId: z.uuid(),
  positionTitle: z.string(),
  personId: z.uuid(),
  personName: z.string(),
  startsAt: z.string(),
  endsAt: z.string(),
  acts: z.array(z.enum(acts)),
  /** Whether secret letters (rahasia, sangat rahasia) are delegated too. */
  secretLetters: z.boolean(),
  createdBy: z.string(),
  /** Why an administrator entered it for an absent holder; null where the holder delegated. */
  reason: z.string().nullable(),
});
export type DelegationAnswer = z.infer<typeof delegationAnswer>;
export const delegationsAnswer = z.object({ items: z.array(delegationAnswer) });
export const createDelegationBody = z.object({
  positionId: z.uuid(),
  personId: z.uuid(),
  /** Now, if left out. */
  startsAt: z.iso.datetime({ offset: true }).optional(),
  endsAt: z.iso.datetime({ offset: true }),
  acts: z.array(z.enum(acts)).min(1, 'Pilih paling sedikit satu tindakan.').max(3).default(['approve', 'dispose']),
  secretLetters: z.boolean().default(false),
  /** Needed from an administrator who enters it for an absent holder; of no account from the holder. */
  reason: z.string().trim().min(5, 'Tulis alasannya, sekurang-kurangnya 5 huruf.').max(500).optional(),
});
export type CreateDelegation = z.infer<typeof createDelegationBody>;

const paperSettings = {
  paper: z.enum(['A4', 'F4_210', 'F4_215']),
  marginTopMm: z.number().min(10).max(60),
  marginRightMm: z.number().min(10).max(60),
  /** The footer stands in it. */
  marginBottomMm: z.number().min(20).max(60),
  marginLeftMm: z.number().min(10).max(60),
  fontFamily: z.enum(fontFamilies),
  fontSizePt: z.number().min(9).max(14),
  urgentLabel: z.string().trim().min(2).max(40),
  emblemSpaceMm: z.number().min(0).max(40),
};

export const settingsAnswer = z.object({
  officeName: z.string(),
  capital: z.string(),
  timeZone: z.string(),
  ...paperSettings,
  /** Whether the office has provided the state emblem for the letterhead of its head. */
  hasEmblem: z.boolean(),
  numberPattern: z.string(),
  /** One agenda book of incoming letters for the regency, or one per organisation. */
  agendaScope: z.enum(['regency', 'unit']),
  letterFooter: z.string(),
  dispositionInstructions: z.array(z.string()),
  updatedAt: z.string(),
});
export type SettingsAnswer = z.infer<typeof settingsAnswer>;
export const updateSettingsBody = z.object({
  ...z.object(paperSettings).partial().shape,
  /** SVG without scripts; null takes it away. */
  emblemSvg: markSchema.nullable().optional(),
  numberPattern: z.string().trim().min(1).max(120).optional(),
  agendaScope: z.enum(['regency', 'unit']).optional(),
  letterFooter: z.string().trim().min(1).max(400).optional(),
  dispositionInstructions: z.array(z.string().trim().min(1).max(100)).min(1).max(40).optional(),
});
export type UpdateSettings = z.infer<typeof updateSettingsBody>;
