import { sql } from 'drizzle-orm';
import { formatDate, type LetterBody, type Typesetter } from '../adapters/typesetting/index.ts';
import { dateIn } from '../core/clock.ts';
import { commonProblems, problem } from '../core/errors.ts';
import type { OfficeContext } from '../core/http/context.ts';
import { type LetterService, momentOf } from '../letters/index.ts';
import { findOfficePaper } from '../organization/index.ts';
import { meetingProblems as problems } from './problems.ts';
import { findMeeting, listParticipants, lockMeeting, type MeetingRow, viewerOf } from './repository.ts';
import type { ParticipantAnswer } from './schema.ts';
import { type MeetingDeps, recordMeeting } from './service.ts';

const timeIn = (timeZone: string, at: string): string =>
  new Intl.DateTimeFormat('id-ID', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(
    new Date(at),
  );

/** `24 November 2026, 09.00 s.d. 11.00`; of several days both dates. */
function whenOf(meeting: Pick<MeetingRow, 'startsAt' | 'endsAt'>, timeZone: string): string {
  const [from, to] = [dateIn(timeZone, new Date(meeting.startsAt)), dateIn(timeZone, new Date(meeting.endsAt))];
  const [begin, end] = [timeIn(timeZone, meeting.startsAt), timeIn(timeZone, meeting.endsAt)];
  return from === to
    ? `${formatDate(from)}, ${begin} s.d. ${end}`
    : `${formatDate(from)} ${begin} s.d. ${formatDate(to)} ${end}`;
}

const textNode = (text: string) => ({ type: 'text', text });
const paragraph = (text: string) => ({ type: 'paragraph', content: [textNode(text)] });
const heading = (text: string) => ({ type: 'heading', attrs: { level: 2 }, content: [textNode(text)] });
const detail = (label: string, text: string) => ({ type: 'detailsRow', attrs: { label }, content: [textNode(text)] });
const whoCame = (each: ParticipantAnswer): string =>
  [each.attendedBy ?? each.name, each.institution].filter(Boolean).join(', ');

/** The skeleton of minutes: what is known stands there, what was said is for the writer. */
function minutesBody(meeting: MeetingRow, participants: readonly ParticipantAnswer[], timeZone: string): LetterBody {
  const came = participants.filter((each) => each.attendedAt !== null);
  const variable = (name: string, label: string) => ({
    type: 'paragraph',
    content: [{ type: 'variable', attrs: { name, label, kind: 'text', value: null, required: true } }],
  });
  return {
    type: 'doc',
    content: [
      {
        type: 'details',
        content: [
          detail('Rapat', meeting.title),
          detail('Hari, tanggal', whenOf(meeting, timeZone)),
          detail('Tempat', meeting.place === '' ? '-' : meeting.place),
          detail('Pimpinan rapat', meeting.organizer.holder ?? meeting.organizer.title),
          detail('Peserta hadir', `${came.length} orang`),
        ],
      },
      heading('Peserta'),
      came.length === 0
        ? paragraph('Daftar hadir terlampir.')
        : {
            type: 'orderedList',
            content: came.map((each) => ({ type: 'listItem', content: [paragraph(whoCame(each))] })),
          },
      heading('Pembahasan'),
      variable('pembahasan', 'Jalannya pembahasan'),
      heading('Kesimpulan dan tindak lanjut'),
      variable('kesimpulan', 'Kesimpulan dan tindak lanjut'),
    ],
  };
}

/** The papers of a meeting: the attendance list as PDF, and the draft of its minutes, which is a letter. */
export function createMeetingPapers(deps: MeetingDeps & { typesetter: Typesetter; letters: LetterService }) {
  const { tenancy, clock, typesetter, letters } = deps;

  return {
    /** @throws not_found, forbidden for who does not organise */
    attendanceList: async (ctx: OfficeContext, id: string): Promise<{ bytes: Uint8Array; name: string }> => {
      const { now, today } = momentOf(ctx, clock);
      const { timeZone } = ctx.tenant;
      const found = await tenancy.readTenant(ctx.tenant, async (read) => {
        const viewer = viewerOf(ctx);
        const meeting = await findMeeting(read, viewer, id, today);
        if (!meeting) throw problem(commonProblems.notFound, { detail: 'Rapat ini tidak ada.' });
        if (!meeting.organizes)
          throw problem(commonProblems.forbidden, { detail: 'Daftar hadir dicetak oleh penyelenggara.' });
        const [unit] = await read.execute<{ id: string }>(
          sql`select unit_id as id from positions where id = ${meeting.organizer.id}::uuid`,
        );
        return {
          meeting,
          participants: await listParticipants(read, viewer, id, today),
          paper: await findOfficePaper(read, unit?.id ?? null),
        };
      });
      const { meeting, participants, paper } = found;
      const bytes = await typesetter.report({
        createdAt: now.toISOString(),
        paper: { size: paper.size, fontSizePt: 10 },
        letterhead: paper.letterhead,
        title: 'DAFTAR HADIR',
        period: meeting.title.slice(0, 100),
        intro: [whenOf(meeting, timeZone), meeting.place].filter((each) => each !== '').join('. '),
        rowsTitle: 'Peserta',
        rowHeadings: ['No.', 'Tanggal', 'Nama', 'Jabatan atau instansi', 'Kehadiran'],
        emptyText: 'Belum ada peserta.',
        rows: participants.map((each, index) => ({
          number: String(index + 1),
          date: each.attendedAt === null ? null : dateIn(timeZone, new Date(each.attendedAt)),
          type: (each.attendedBy ?? each.name).slice(0, 100),
          unit: (each.position?.title ?? each.institution ?? '').slice(0, 200),
          subject: each.attendedAt === null ? 'Tidak hadir' : `Hadir ${timeIn(timeZone, each.attendedAt)}`,
        })),
        signatures: [
          { role: meeting.organizer.title.slice(0, 200), name: (meeting.organizer.holder ?? '').slice(0, 200) },
        ],
        footer: { note: `Dibuat dengan Madangan untuk ${paper.name}.`.slice(0, 500) },
        author: paper.name,
      });
      return { bytes, name: `daftar-hadir-${dateIn(timeZone, new Date(meeting.startsAt))}.pdf` };
    },

    /**
     * A draft of the minutes with what is known, once per meeting: asked again, the same letter is answered.
     * @throws not_found, forbidden, meeting_state before the meeting begins, no_position
     */
    minutes: async (ctx: OfficeContext, id: string): Promise<{ letterId: string }> => {
      const { now, today } = momentOf(ctx, clock);
      const viewer = viewerOf(ctx);
      const { meeting, participants } = await tenancy.readTenant(ctx.tenant, async (read) => {
        const row = await findMeeting(read, viewer, id, today);
        if (!row) throw problem(commonProblems.notFound, { detail: 'Rapat ini tidak ada.' });
        return { meeting: row, participants: await listParticipants(read, viewer, id, today) };
      });
      if (!meeting.organizes) throw problem(commonProblems.forbidden, { detail: 'Notula disusun oleh penyelenggara.' });
      if (meeting.minutesLetterId !== null) return { letterId: meeting.minutesLetterId };
      if (meeting.state === 'cancelled' || now < new Date(meeting.startsAt)) {
        throw problem(problems.meetingState, { detail: 'Notula dapat disusun setelah rapat dimulai.' });
      }
      const letter = await letters.create(ctx, {
        type: 'notula',
        subject: `Notula ${meeting.title}`.slice(0, 500),
        body: minutesBody(meeting, participants, ctx.tenant.timeZone),
        secrecy: meeting.secrecy,
        recipients: [],
        copies: [],
      });
      return tenancy.withTenant(ctx.tenant, async (tx) => {
        const row = await lockMeeting(tx, viewer, id, today);
        if (!row) throw problem(commonProblems.notFound, { detail: 'Rapat ini tidak ada.' });
        // Somebody else was faster: their draft is the meeting's, ours stays an ordinary draft.
        if (row.minutesLetterId !== null) return { letterId: row.minutesLetterId };
        await tx.execute(sql`update meetings set minutes_letter_id = ${letter.id}::uuid where id = ${id}::uuid`);
        await recordMeeting(tx, ctx, row, 'meeting.minutes_begun', { letterId: letter.id });
        return { letterId: letter.id };
      });
    },
  };
}
