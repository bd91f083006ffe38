import { sql } from 'drizzle-orm';
import type { TenantRead } from '../core/tenancy/index.ts';
import type { BagFile } from './bag.ts';
import { toXml } from './bag.ts';
import { type DossierRow, dossierCode, dossierColumns, judge } from './dossiers-repository.ts';
import { findSchedule } from './schedule-repository.ts';

type StoredFile = { role: 'document' | 'attachment'; name: string; mediaType: string; size: number; sha256: string };
type ItemRow = {
  letterId: string | null;
  subject: string | null;
  number: string | null;
  date: string | null;
  quantity: string | null;
  filedAt: string;
  filedBy: string;
  direction: string | null;
  type: string | null;
  typeName: string | null;
  classification: string | null;
  classificationName: string | null;
  secrecy: string | null;
  urgency: string | null;
  agendaNumber: string | null;
  verifyCode: string | null;
  sender: string | null;
  destroyedAt: string | null;
  recipients: { role: string; name: string }[];
  signers: { name: string; title: string; signedAt: string; sha256: string; certificateSerial: string }[];
  files: StoredFile[];
  history: { at: string; actor: string; position: string | null; action: string }[];
};

/** The last revision is the document; earlier ones are contained in it, each signature being appended. */
const itemQuery = (dossierId: string, timeZone: string) => sql`
  select i.letter_id as "letterId", coalesce(i.subject, l.subject) as subject, coalesce(i.number, l.number) as number,
    coalesce(i.dated_on, l.letter_date, (l.received_at at time zone ${timeZone})::date)::text as date, i.quantity,
    i.filed_at as "filedAt", pe.name as "filedBy", l.direction, l.type,
    (select t.name from letter_types t where t.code = l.type) as "typeName", l.classification,
    (select c.name from platform.classifications c where c.code = l.classification) as "classificationName", l.secrecy,
    l.urgency, l.agenda_number as "agendaNumber", l.verify_code as "verifyCode", l.sender_name as sender,
    l.destroyed_at as "destroyedAt",
    (select coalesce(jsonb_agg(jsonb_build_object('role', r.role, 'name', r.name) order by r.role desc, r.ordinal), '[]')
      from letter_recipients r where r.letter_id = l.id) as recipients,
    (select coalesce(jsonb_agg(jsonb_build_object('name', r.signer_name, 'title', r.signer_title, 'signedAt', r.created_at,
        'sha256', r.sha256, 'certificateSerial', r.certificate_serial) order by r.revision), '[]')
      from letter_revisions r where r.letter_id = l.id) as signers,
    (select coalesce(jsonb_agg(f order by f.ordinal), '[]') from (
      (select 0 as ordinal, 'document' as role, 'surat.pdf' as name, 'application/pdf' as "mediaType", r.size, r.sha256
        from letter_revisions r where r.letter_id = l.id order by r.revision desc limit 1)
      union all select 1, 'document', f.name, f.media_type, f.size, f.sha256 from files f where f.id = l.file_id
      union all select 10 + a.ordinal, 'attachment', f.name, f.media_type, f.size, f.sha256
        from letter_attachments a join files f on f.id = a.file_id where a.letter_id = l.id) f) as files,
    (select coalesce(jsonb_agg(jsonb_build_object('at', h.at, 'actor', h.actor_name, 'position', h.position_title,
        'action', h.action) order by h.id), '[]')
      from audit_log h where h.subject_kind = 'letter' and h.subject_id = l.id) as history
  from dossier_items i join people pe on pe.id = i.filed_by left join letters l on l.id = i.letter_id
  where i.dossier_id = ${dossierId}::uuid order by i.id`;

const parsed = <T>(value: T | string): T => (typeof value === 'string' ? (JSON.parse(value) as T) : value);
const iso = (at: string): string => new Date(at).toISOString();
/** Names of files as any disk and any tar reader takes them. */
const asciiName = (name: string): string =>
  name
    .normalize('NFKD')
    .replaceAll(/[^A-Za-z0-9._-]+/g, '-')
    .replaceAll(/^[-.]+|-+$/g, '')
    .slice(-80) || 'berkas';

export interface PackagePlan {
  name: string;
  title: string;
  unit: string;
  /** What the description says and where each stored file goes. */
  files: ({ path: string; text: string } | { path: string; sha256: string; size: number })[];
  letters: number;
  withheld: number;
}

/**
 * What goes into a package: the description (`berkas.json`, and the same as `berkas.xml`) and the files of the letters
 * that the orderer may read. docs/archive-package.md tells the format.
 */
export async function planPackage(
  read: TenantRead,
  order: { dossierId: string; letterIds: readonly string[]; today: string; timeZone: string },
): Promise<PackagePlan> {
  const [schedule, [row], [office], items, places] = await Promise.all([
    findSchedule(read),
    read.execute<DossierRow & { description: string | null }>(sql`select ${dossierColumns}, d.description
      from dossiers d join units u on u.id = d.unit_id where d.id = ${order.dossierId}::uuid`),
    read.execute<{
      name: string;
      regionCode: string;
    }>(sql`select t.name, t.region_code as "regionCode" from platform.tenants t
      where t.slug = platform.current_tenant()`),
    read.execute<ItemRow>(itemQuery(order.dossierId, order.timeZone)),
    read.execute<Record<string, string | null>>(sql`select building, room, shelf, box, folder, moved_at as "movedAt"
      from dossier_places where dossier_id = ${order.dossierId}::uuid order by id`),
  ]);
  if (!row || !office) throw new Error('a package of a dossier that is not there');
  const retention = judge(row, schedule, order.today);
  const stored: { path: string; sha256: string; size: number }[] = [];
  let withheld = 0;
  const described = items.map((item, index) => {
    const ordinal = index + 1;
    const filed = { filedAt: iso(item.filedAt), filedBy: item.filedBy };
    if (item.letterId === null) {
      const { subject, number, date, quantity } = item;
      return { ordinal, kind: 'paper', subject, number, date, quantity, ...filed };
    }
    if (!order.letterIds.includes(item.letterId)) {
      withheld += 1;
      return { ordinal, kind: 'withheld', reason: 'Pemesan paket ini tidak berhak membaca surat ini.' };
    }
    const folder = String(ordinal).padStart(4, '0');
    const isGone = item.destroyedAt !== null;
    const files = parsed(item.files).map((file, place) => {
      const path = `${folder}/${String(place + 1).padStart(2, '0')}-${asciiName(file.name)}`;
      if (!isGone) stored.push({ path, sha256: file.sha256, size: Number(file.size) });
      const { role, name, mediaType, size, sha256 } = file;
      return { path: isGone ? null : `data/${path}`, role, name, mediaType, size: Number(size), sha256 };
    });
    const { subject, number, date, direction, type, typeName, classification, classificationName, secrecy, urgency } =
      item;
    const people = parsed(item.recipients);
    return {
      ordinal,
      kind: 'letter',
      id: item.letterId,
      number,
      date,
      subject,
      direction,
      type,
      typeName,
      classification,
      classificationName,
      secrecy,
      urgency,
      agendaNumber: item.agendaNumber,
      sender: item.sender,
      recipients: people.filter((each) => each.role === 'to').map((each) => each.name),
      copies: people.filter((each) => each.role === 'copy').map((each) => each.name),
      signers: parsed(item.signers).map((signer) => ({ ...signer, signedAt: iso(signer.signedAt) })),
      verifyCode: item.verifyCode,
      destroyedAt: item.destroyedAt === null ? null : iso(item.destroyedAt),
      files,
      history: parsed(item.history).map((event) => ({ ...event, at: iso(event.at) })),
      ...filed,
    };
  });
  const description = {
    format: 'madangan-archive-package/1',
    office: { name: office.name, regionCode: office.regionCode },
    dossier: {
      id: row.id,
      code: dossierCode(row),
      title: row.title,
      description: row.description,
      unit: row.unitName,
      classification: row.classification,
      classificationName: row.classificationName,
      year: row.year,
      state: row.state,
      closedOn: row.closedOn,
      places: places.map((place) => ({ ...place, movedAt: iso(place.movedAt ?? '') })),
    },
    retention: {
      startsOn: retention.startsOn,
      activeUntil: retention.activeUntil,
      inactiveUntil: retention.inactiveUntil,
      disposition: retention.disposition,
      rule: retention.rule,
      isHeld: retention.isHeld,
    },
    items: described,
  };
  const texts = [
    { path: 'berkas.json', text: `${JSON.stringify(description, null, 2)}\n` },
    { path: 'berkas.xml', text: `<?xml version="1.0" encoding="UTF-8"?>\n${toXml('archivePackage', description)}` },
  ];
  return {
    name: `berkas-${asciiName(dossierCode(row))}`,
    title: row.title,
    unit: row.unitName,
    files: [...texts, ...stored],
    letters: described.filter((each) => each.kind === 'letter').length,
    withheld,
  };
}

/** The plan's files with their bytes from the store. */
export const withBytes = (
  files: PackagePlan['files'],
  open: (sha256: string) => Promise<AsyncIterable<Uint8Array>>,
): BagFile[] => files.map((file) => ('text' in file ? file : { ...file, open: () => open(file.sha256) }));
