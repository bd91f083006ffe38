import { defineProblems } from '../core/errors.ts';

export const meetingProblems = defineProblems({
  /** Dates that exclude each other, a post that does not exist, a person who holds none. */
  invalidMeeting: { code: 'invalid_meeting', status: 422, title: 'Rapat belum dapat disimpan' },
  /** Cancelled, over, or not begun, for the act that was asked. */
  meetingState: { code: 'meeting_state', status: 409, title: 'Tidak dapat dilakukan pada keadaan rapat ini' },
  /** Before the doors open and after they close. */
  checkInClosed: { code: 'check_in_closed', status: 409, title: 'Daftar hadir sedang tidak dibuka' },
});
