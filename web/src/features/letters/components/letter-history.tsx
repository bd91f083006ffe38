import { useTranslation } from 'react-i18next';
import { History } from '../../../components/ui/history.tsx';
import type { Letter } from '../../../lib/calls/get-letter.ts';
import { pastWords } from '../../../lib/dates.ts';

/** What became of the letter, newest first, with what is awaited now on top. */
export function LetterHistory({ letter, isMine }: { letter: Letter; isMine: boolean }) {
  const { t } = useTranslation('letters');
  const { turn, history } = letter;
  const entries = [...history].reverse().map((entry, index) => ({
    id: `${entry.at}-${index}`,
    who: entry.actor,
    did: t(`did.${entry.action.replace('letter.', '')}`, {
      defaultValue: t('did.other'),
      number: letter.number ?? '',
      agenda: letter.incoming?.agendaNumber ?? '',
      version: entry.version ?? letter.version,
    }),
    note: entry.note,
    when: [pastWords(entry.at), entry.position].filter(Boolean).join(' · '),
  }));
  const awaited = turn && {
    id: 'awaited',
    who: isMine
      ? t(`awaitsYou.${turn.act}`, { defaultValue: t('awaitsYou.other') })
      : t(`awaits.${turn.act}`, { name: turn.holder ?? turn.title, defaultValue: t('awaits.other') }),
    when: t('since', { when: pastWords(turn.since) }),
    current: true,
  };
  return <History title={t('history')} entries={awaited ? [awaited, ...entries] : entries} />;
}
