import { sql } from 'drizzle-orm';
import { newId } from '../../core/ids.ts';
import type { TenantTx } from '../../core/tenancy/index.ts';
import { type Letterhead, positions, settings, units } from '../../organization/index.ts';
import {
  type DefaultTemplate,
  loadDefaultTemplates,
  loadSkeleton,
  loadTenantFiles,
  type Skeleton,
  type TenantFile,
} from '../tenant-files.ts';
import type { Order, StepWork } from './step.ts';

// Shipped files do not change while a process runs; reading and checking them takes tens of milliseconds.
let files: TenantFile[] | undefined;
let templates: DefaultTemplate[] | undefined;
const skeletons = new Map<Order['kind'], Skeleton>();

function skeletonOf(kind: Order['kind']): Skeleton {
  const skeleton = skeletons.get(kind) ?? loadSkeleton(kind);
  skeletons.set(kind, skeleton);
  return skeleton;
}

/** What a regency starts with: its own file where one is shipped, else what is typical for its kind. */
export function originOf(order: Pick<Order, 'slug' | 'kind' | 'regionCode'>): {
  file: TenantFile | undefined;
  skeleton: Skeleton;
} {
  files ??= loadTenantFiles();
  const file = files.find((each) => each.slug === order.slug && each.regionCode === order.regionCode);
  return { file, skeleton: skeletonOf(order.kind) };
}

const labelOf = (labels: readonly { code: string; label: string }[], code: string): string =>
  labels.find((each) => each.code === code)?.label ?? code;

const withoutKind = (name: string): string => name.replace(/^(Kabupaten|Kota) /, '');

/** The head of the whole office's letters; it stands on the top unit, and other units add their own name. */
function headOf(order: Order, file: TenantFile | undefined): Letterhead {
  const head = file?.letterhead;
  return {
    government: head?.governmentLine ?? `PEMERINTAH ${order.name.toUpperCase()}`,
    lines: contactLines(head),
  };
}

type Contact = { address: string | null; phone: string | null; email: string | null; website: string | null };

function contactLines(contact: Contact | undefined): string[] {
  if (!contact) return [];
  const reach = [
    contact.phone && `Telepon ${contact.phone}`,
    contact.email && `Pos-el ${contact.email}`,
    contact.website && `Laman ${contact.website}`,
  ].filter((each) => each !== null && each !== '');
  return [contact.address, reach.join(', ')].filter((line): line is string => line !== null && line !== '');
}

async function insertSettings(
  tx: TenantTx,
  order: Order,
  file: TenantFile | undefined,
  skeleton: Skeleton,
): Promise<void> {
  const { settings: defaults, letterTypes } = skeleton;
  await tx.insert(settings).values({
    officeName: order.name,
    regionCode: order.regionCode,
    capital: file?.capital ?? withoutKind(order.name),
    timeZone: order.timeZone,
    paper: defaults.paper.size,
    marginTopMm: defaults.paper.marginsMm.top,
    marginRightMm: defaults.paper.marginsMm.right,
    marginBottomMm: defaults.paper.marginsMm.bottom,
    marginLeftMm: defaults.paper.marginsMm.left,
    fontFamily: defaults.paper.fontFamily,
    fontSizePt: defaults.paper.fontSizePt,
    urgentLabel: labelOf(defaults.urgency, 'amat_segera'),
    numberPattern: defaults.numbering.pattern,
    letterFooter: order.demo ? defaults.demoFooter : defaults.letterFooter,
    dispositionInstructions: defaults.dispositionInstructions,
  });
  const rows = letterTypes.map(({ group, ...type }) => ({ ...type, type_group: group }));
  await tx.execute(sql`insert into letter_types (code, name, short_code, type_group, layout, default_classification, title,
      date_placement, shows_subject, required_parts, signer_kinds, prints_rank, max_signers, signer_roles, gazette, font_family, font_size_pt)
    select code, name, "shortCode", type_group, layout, "defaultClassification", title, "datePlacement", "showsSubject",
      "requiredParts", "signerKinds", "printsRank", "maxSigners", "signerRoles", gazette, "fontFamily", "fontSizePt"
    from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) as t(code text, name text, "shortCode" text,
      type_group text, layout text, "defaultClassification" text, title text, "datePlacement" text, "showsSubject" boolean,
      "requiredParts" text[], "signerKinds" text[], "printsRank" boolean, "maxSigners" integer, "signerRoles" text[], gazette text,
      "fontFamily" text, "fontSizePt" double precision)`);
}

async function insertOrganization(
  tx: TenantTx,
  order: Order,
  file: TenantFile | undefined,
  skeleton: Skeleton,
): Promise<void> {
  const { units: unitList, positions: positionList } = file ?? skeleton;
  const unitIds = new Map(unitList.map((unit) => [unit.code, newId()]));
  const positionIds = new Map(positionList.map((position) => [position.code, newId()]));
  const idIn = (ids: Map<string, string>, code: string): string => {
    const id = ids.get(code);
    if (id === undefined) throw new Error(`no ${code} in the tenant file`);
    return id;
  };
  await tx.insert(units).values(
    unitList.map((unit) => ({
      id: idIn(unitIds, unit.code),
      parentId: unit.parentCode === null ? null : idIn(unitIds, unit.parentCode),
      code: unit.code,
      name: unit.name,
      shortName: unit.shortName,
      kind: unit.kind,
      letterhead:
        unit.parentCode === null
          ? headOf(order, file)
          : { unit: unit.name.toUpperCase(), ...(unit.letterhead ? { lines: contactLines(unit.letterhead) } : {}) },
      confirmed: unit.confirmed,
    })),
  );
  await tx.insert(positions).values(
    positionList.map((position) => ({
      id: idIn(positionIds, position.code),
      unitId: idIn(unitIds, position.unitCode),
      title: position.title,
      kind: position.kind,
      superiorId: position.superiorCode === null ? null : idIn(positionIds, position.superiorCode),
    })),
  );
}

async function insertTemplates(tx: TenantTx, templates: DefaultTemplate[]): Promise<void> {
  const rows = templates.map((template) => ({ id: newId(), ...template }));
  const values = rows.map(({ id, name, type, description }) => sql`(${id}::uuid, ${name}, ${type}, ${description}, 1)`);
  await tx.execute(sql`insert into templates (id, name, type, description, published_version)
    values ${sql.join(values, sql`, `)}`);
  const versions = rows.map(({ id, body, subject, defaults, chain }) => {
    const filled = JSON.stringify({ subject, ...defaults, chain });
    return sql`(${id}::uuid, 1, ${JSON.stringify(body)}::text::jsonb, ${filled}::text::jsonb, now())`;
  });
  await tx.execute(sql`insert into template_versions (template_id, version, body, defaults, published_at)
    values ${sql.join(versions, sql`, `)}`);
}

/** Settings, letter types, units, positions and default templates (published), in one transaction as the regency. */
export const loadReference: StepWork = async ({ tenancy }, order) => {
  const { file, skeleton } = originOf(order);
  templates ??= loadDefaultTemplates();
  const shipped = templates;
  return tenancy.withTenant(order, async (tx) => {
    const [known] = await tx.execute(sql`select 1 from settings`);
    if (known) return undefined;
    await insertSettings(tx, order, file, skeleton);
    await insertOrganization(tx, order, file, skeleton);
    await insertTemplates(tx, shipped);
    const unitCount = (file ?? skeleton).units.length;
    return `${unitCount} unit kerja, ${shipped.length} templat`;
  });
};
