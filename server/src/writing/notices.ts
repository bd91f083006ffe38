import type { LetterRecord } from '../letters/index.ts';

/** Notices stand in lists and mails: the subject of a secret letter does not belong there. */
export const noticeOf = (letter: Pick<LetterRecord, 'id' | 'secrecy' | 'subject'>, from: string) => ({
  kind: 'letter',
  subject: { kind: 'letter', id: letter.id },
  values: { subject: letter.secrecy === 'biasa' ? letter.subject : 'Surat dengan sifat tertutup', from },
});
