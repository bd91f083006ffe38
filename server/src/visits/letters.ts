import { sql } from 'drizzle-orm';
import { formatDate, letterBodySchema } from '../adapters/typesetting/index.ts';
import { dateIn } from '../core/clock.ts';
import { problem } from '../core/errors.ts';
import type { OfficeContext } from '../core/http/context.ts';
import type { TenantTx } from '../core/tenancy/index.ts';
import { createLetter, type Moment } from '../letters/index.ts';
import { readPublishedTemplate } from '../templates/index.ts';
import { visitProblems as problems } from './problems.ts';
import type { VisitRow } from './repository.ts';
import { isOver, type Party } from './rules.ts';
import type { LetterKind } from './schema.ts';

type Values = Record<string, string | null>;

const zoneNames: Record<string, string> = { 'Asia/Jakarta': 'WIB', 'Asia/Makassar': 'WITA', 'Asia/Jayapura': 'WIT' };
const timeIn = (timeZone: string, at: Date): string =>
  new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' }).format(at);

/** Dates and times of a visit are the host's. */
function whenOf({ startsAt, endsAt, host }: VisitRow) {
  const zone = host.timeZone;
  return {
    tanggal: dateIn(zone, startsAt),
    mulai: timeIn(zone, startsAt),
    selesai: timeIn(zone, endsAt),
    zona: zoneNames[zone] ?? 'WIB',
    lastDay: dateIn(zone, endsAt),
  };
}

interface Kind {
  /** Which side writes it. */
  party: Party;
  /** The shipped template's name (tenants/templates); the office may have changed its words, not its name. */
  template: string;
  subject(visit: VisitRow): string;
  /** Values of the template's variables; what is not known stays for the writer to fill in. */
  values(visit: VisitRow): Values;
  toPartner: boolean;
}

const kinds: Record<LetterKind, Kind> = {
  request: {
    party: 'guest',
    template: 'Surat Permohonan Studi Komparatif',
    subject: (visit) => `Permohonan Studi Komparatif: ${visit.title}`,
    values(visit) {
      const { tanggal, mulai, zona } = whenOf(visit);
      const [first, second, ...rest] = visit.topics;
      return {
        praktik: visit.title,
        tanggal,
        mulai,
        zona,
        jumlah_peserta: String(visit.delegation.length),
        pimpinan: visit.delegation[0]?.title ?? null,
        bahasan_pertama: first ?? null,
        bahasan_kedua: second ?? null,
        bahasan_ketiga: rest.length > 0 ? rest.join('; ') : null,
      };
    },
    toPartner: true,
  },
  reply: {
    party: 'host',
    template: 'Surat Balasan',
    subject: () => 'Jawaban atas Permohonan Studi Komparatif',
    values(visit) {
      const { tanggal, mulai, zona } = whenOf(visit);
      const when = `${formatDate(tanggal)} pukul ${mulai.replace(':', '.')} ${zona}`;
      const agreed = ['accepted', 'scheduled', 'held', 'closed'].includes(visit.state);
      return {
        pengirim: `Pemerintah ${visit.guest.name}`,
        hal_surat: 'Permohonan Studi Komparatif',
        sikap: agreed ? 'dapat memenuhi' : visit.state === 'declined' ? 'belum dapat memenuhi' : null,
        penjelasan: agreed
          ? `kunjungan "${visit.title}" kami terima pada ${when}`
          : visit.state === 'counter_proposed'
            ? `kami mengusulkan kunjungan dilaksanakan pada ${when}`
            : null,
      };
    },
    toPartner: true,
  },
  invitation: {
    party: 'host',
    template: 'Surat Undangan Studi Komparatif',
    subject: (visit) => `Undangan Studi Komparatif: ${visit.title}`,
    values(visit) {
      const { tanggal, mulai, selesai, zona } = whenOf(visit);
      return {
        topik: visit.title,
        tanggal,
        mulai,
        selesai,
        zona,
        tempat: visit.place,
        acara: visit.title,
        jumlah_peserta: String(visit.delegation.length),
      };
    },
    toPartner: true,
  },
  task_order: {
    party: 'guest',
    template: 'Surat Perintah Tugas',
    subject: (visit) => `Perintah Tugas Studi Komparatif ke ${visit.host.name}`,
    values(visit) {
      const { tanggal, lastDay } = whenOf(visit);
      return {
        dasar: `Rencana studi komparatif ke ${visit.host.name} mengenai ${visit.title}`,
        pegawai: visit.delegation.map((each) => each.name).join('; '),
        jabatan: visit.delegation.map((each) => each.title).join('; '),
        tugas: `Melaksanakan studi komparatif mengenai ${visit.title}`,
        tempat: visit.place === null ? visit.host.name : `${visit.place}, ${visit.host.name}`,
        tanggal_mulai: tanggal,
        tanggal_selesai: lastDay,
      };
    },
    toPartner: false,
  },
};

/** A copy of a body with values in its variables; those that are not named, or null, stay as they are. */
export function fillVariables(node: unknown, values: Values): unknown {
  if (Array.isArray(node)) return node.map((each) => fillVariables(each, values));
  if (typeof node !== 'object' || node === null) return node;
  const copy = Object.fromEntries(Object.entries(node).map(([key, each]) => [key, fillVariables(each, values)]));
  const { type, attrs } = copy;
  if (type !== 'variable' || typeof attrs !== 'object' || attrs === null || !('name' in attrs)) return copy;
  const value = values[String(attrs.name)];
  return value ? { ...copy, attrs: { ...attrs, value } } : copy;
}

async function findTemplate(tx: TenantTx, name: string) {
  const [row] = await tx.execute<{ id: string }>(sql`select id from templates where name = ${name}
    and origin_slug is null and published_version is not null and archived_at is null order by created_at limit 1`);
  const template = row ? await readPublishedTemplate(tx, row.id) : null;
  if (!row || !template) {
    throw problem(problems.templateMissing, {
      detail: `Templat "${name}" tidak ada atau belum diterbitkan. Mintalah administrator menerbitkannya, atau tulis surat tanpa templat.`,
    });
  }
  return { id: row.id, body: template.body };
}

/**
 * Makes the draft of a letter about a visit from its template, filled with what is known, once per kind: asked again,
 * the same letter is answered, until that one is cancelled.
 * @throws visit_state, visit_template_missing, no_position
 */
export async function draftVisitLetter(
  tx: TenantTx,
  ctx: OfficeContext,
  visit: VisitRow,
  name: LetterKind,
  at: Moment,
): Promise<{ letterId: string; isNew: boolean }> {
  const kind = kinds[name];
  if (kind.party !== visit.party) {
    const whose = kind.party === 'guest' ? 'daerah tamu' : 'tuan rumah';
    throw problem(problems.wrongState, { detail: `Surat ini disusun oleh ${whose}.` });
  }
  // Two at once would make two drafts: the second waits here and finds the first's.
  await tx.execute(
    sql`insert into visit_records (visit_id) values (${visit.id}::uuid) on conflict (visit_id) do nothing`,
  );
  await tx.execute(sql`select from visit_records where visit_id = ${visit.id}::uuid for update`);
  const [known] = await tx.execute<{ id: string; state: string }>(sql`select l.id, l.state
    from visit_letters o join letters l on l.id = o.letter_id where o.visit_id = ${visit.id}::uuid and o.kind = ${name}`);
  if (known && known.state !== 'cancelled') return { letterId: known.id, isNew: false };
  if (isOver(visit.state) && visit.state !== 'closed' && name !== 'reply') {
    throw problem(problems.wrongState, { detail: 'Kunjungan ini tidak jadi, jadi suratnya tidak disusun lagi.' });
  }
  const template = await findTemplate(tx, kind.template);
  const partner = visit.party === 'guest' ? visit.host : visit.guest;
  const letterId = await createLetter(
    tx,
    ctx,
    {
      templateId: template.id,
      subject: kind.subject(visit).slice(0, 500),
      body: letterBodySchema.parse(fillVariables(template.body, kind.values(visit))),
      recipients: kind.toPartner ? [{ kind: 'tenant', slug: partner.slug }] : [],
      copies: [],
    },
    at,
  );
  await tx.execute(sql`insert into visit_letters (visit_id, kind, letter_id)
    values (${visit.id}::uuid, ${name}, ${letterId}::uuid)
    on conflict (visit_id, kind) do update set letter_id = excluded.letter_id, created_at = now()`);
  return { letterId, isNew: true };
}
