import { sql } from 'drizzle-orm';
import type { ReportDocument, Typesetter } from '../adapters/typesetting/index.ts';
import { markSchema } from '../adapters/typesetting/index.ts';
import type { Clock } from '../core/clock.ts';
import type { OfficeContext } from '../core/http/context.ts';
import type { Tenancy } from '../core/tenancy/index.ts';
import { momentOf } from '../letters/index.ts';
import type { Letterhead } from '../organization/index.ts';
import type { DisposalAnswer } from './disposal-schema.ts';
import { answerDisposal } from './disposal-view.ts';
import type { DisposalKind } from './retention.ts';

const papers = { A4: 'a4', F4_210: 'f4', F4_215: 'f4_215' } as const;
const words: Record<DisposalKind, { list: string; minutes: string; verb: string; signatures: string[] }> = {
  transfer: {
    list: 'DAFTAR ARSIP INAKTIF YANG DIPINDAHKAN',
    minutes: 'BERITA ACARA PEMINDAHAN ARSIP INAKTIF',
    verb: 'dipindahkan dari unit pengolah kepada unit kearsipan',
    signatures: ['Yang memindahkan (unit pengolah),', 'Yang menerima (unit kearsipan),'],
  },
  destruction: {
    list: 'DAFTAR ARSIP USUL MUSNAH',
    minutes: 'BERITA ACARA PEMUSNAHAN ARSIP',
    verb: 'dimusnahkan secara total sehingga tidak dapat dikenal lagi',
    signatures: [
      'Kepala unit kearsipan,',
      'Yang memusnahkan (arsiparis),',
      'Saksi, unsur bagian hukum,',
      'Saksi, unsur inspektorat,',
    ],
  },
  handover: {
    list: 'DAFTAR ARSIP STATIS YANG DISERAHKAN',
    minutes: 'BERITA ACARA PENYERAHAN ARSIP STATIS',
    verb: 'diserahkan kepada lembaga kearsipan daerah',
    signatures: ['Yang menyerahkan,', 'Yang menerima (lembaga kearsipan daerah),'],
  },
};
const dispositions = { destroy: 'musnah', permanent: 'permanen', reassess: 'dinilai kembali' } as const;

const years = (item: DisposalAnswer['items'][number]['dossier']): string => {
  const { rule, disposition } = item.retention;
  if (rule === null || disposition === null) return 'belum ada aturan';
  return `${rule.activeYears} + ${rule.inactiveYears} tahun, ${dispositions[disposition]}`;
};

interface Office {
  name: string;
  paper: keyof typeof papers;
  markSvg: string | null;
  letterhead: Letterhead;
}

/** The list or the minutes of a proceeding; the minutes are signed outside, on paper or as a letter that this is attached to. */
function toDocument(which: 'list' | 'minutes', disposal: DisposalAnswer, office: Office, now: Date): ReportDocument {
  const text = words[disposal.kind];
  const mark = markSchema.safeParse(office.markSvg);
  const { letterhead } = office;
  const government = letterhead.government ?? `PEMERINTAH ${office.name.toUpperCase()}`;
  const count = disposal.items.length;
  const letters = disposal.letters > 0 ? `, di dalamnya ${disposal.letters} surat,` : '';
  const basis = disposal.papers
    .filter((paper) => paper.kind !== 'minutes')
    .map((paper) => `${paper.signedBy} Nomor ${paper.number} tanggal ${paper.datedOn}`);
  return {
    createdAt: now.toISOString(),
    paper: { size: papers[office.paper], fontSizePt: 10 },
    letterhead: {
      kind: 'unit',
      mark: mark.success ? mark.data : null,
      lines: letterhead.unit ? [government, letterhead.unit] : [government],
      address: (letterhead.lines ?? []).slice(0, 4),
    },
    title: which === 'list' ? text.list : text.minutes,
    period: disposal.title.slice(0, 100),
    intro:
      which === 'list'
        ? `Daftar ini memuat ${count} berkas${letters} menurut Jadwal Retensi Arsip yang berlaku.`
        : 'Pada hari ini, .................... tanggal .................... bulan .................... tahun ...................., ' +
          `yang bertanda tangan di bawah ini menyatakan bahwa ${count} berkas${letters} sebagaimana daftar berikut ${text.verb}.`,
    summaries: [],
    rowsTitle: which === 'list' ? 'Daftar berkas' : 'Daftar berkas (lampiran berita acara)',
    rowHeadings: ['Kode berkas', 'Ditutup', 'Retensi', 'Unit', 'Uraian'],
    emptyText: 'Daftar ini belum memuat berkas.',
    rows: disposal.items.map(({ dossier }) => ({
      number: dossier.code.slice(0, 120),
      date: dossier.closedOn,
      type: years(dossier).slice(0, 100),
      unit: dossier.unit.name.slice(0, 200),
      direction: `${dossier.items} isi`,
      subject: [dossier.title, dossier.place === null ? null : `Tempat: ${dossier.place}`]
        .filter(Boolean)
        .join('. ')
        .slice(0, 500),
    })),
    closing: which === 'minutes' && basis.length > 0 ? [`Dasar: ${basis.join('; ')}.`.slice(0, 2000)] : [],
    signatures: which === 'minutes' ? text.signatures.map((role) => ({ role })) : [],
    footer: { note: `Dibuat dengan Madangan untuk ${office.name}.`.slice(0, 500) },
    author: office.name,
  };
}

/** Lists and minutes as PDF. */
export function createDisposalDocuments(deps: { tenancy: Tenancy; clock: Clock; typesetter: Typesetter }) {
  const { tenancy, clock, typesetter } = deps;
  /** @throws not_found, unavailable */
  return async (ctx: OfficeContext, id: string, which: 'list' | 'minutes') => {
    const { now, today } = momentOf(ctx, clock);
    const { disposal, office } = await tenancy.readTenant(ctx.tenant, async (read) => {
      const answer = await answerDisposal(read, ctx, id, today);
      const [row] = await read.execute<
        Omit<Office, 'letterhead'> & { top: Letterhead | null; own: Letterhead | null }
      >(sql`
        select t.name, s.paper, t.mark_svg as "markSvg",
          (select letterhead from units where parent_id is null order by kind <> 'regent' limit 1) as top,
          (select letterhead from units where id = ${answer.unit?.id ?? null}::uuid) as own
        from settings s cross join platform.tenants t where t.slug = platform.current_tenant()`);
      if (!row) throw new Error('an office without settings');
      const { top, own, ...facts } = row;
      return { disposal: answer, office: { ...facts, letterhead: { ...top, ...own } } };
    });
    const bytes = await typesetter.report(toDocument(which, disposal, office, now));
    const name = `${which === 'list' ? 'daftar' : 'berita-acara'}-${disposal.kind}-${today}.pdf`;
    return { bytes, name };
  };
}
