import type { ReportDocument, Typesetter } from '../adapters/typesetting/index.ts';
import type { Clock } from '../core/clock.ts';
import type { OfficeContext } from '../core/http/context.ts';
import type { Tenancy } from '../core/tenancy/index.ts';
import { momentOf } from '../letters/index.ts';
import { findOfficePaper, type OfficePaper } from '../organization/index.ts';
import type { DisposalAnswer } from './disposal-schema.ts';
import { answerDisposal } from './disposal-view.ts';
import type { DisposalKind } from './retention.ts';

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

/** The list or the minutes of a proceeding; the minutes are signed outside, on paper or as a letter that this is attached to. */
function toDocument(
  which: 'list' | 'minutes',
  disposal: DisposalAnswer,
  office: OfficePaper,
  now: Date,
): ReportDocument {
  const text = words[disposal.kind];
  const count = disposal.items.length;
  const letters = disposal.letters > 0 ? `, di dalamnya ${disposal.letters} surat,` : '';
  const basis = disposal.papers
    .filter((paper) => paper.kind !== 'minutes')
    .map((paper) => `${paper.signedBy} Nomor ${paper.number} tanggal ${paper.datedOn}`);
  return {
    createdAt: now.toISOString(),
    paper: { size: office.size, fontSizePt: 10 },
    letterhead: office.letterhead,
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
      return { disposal: answer, office: await findOfficePaper(read, answer.unit?.id ?? null) };
    });
    const bytes = await typesetter.report(toDocument(which, disposal, office, now));
    const name = `${which === 'list' ? 'daftar' : 'berita-acara'}-${disposal.kind}-${today}.pdf`;
    return { bytes, name };
  };
}
