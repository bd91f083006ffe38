import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { commentsOptions } from '../api/together.ts';
import type { Letter } from '../rules.ts';

const underway: readonly Letter['state'][] = ['draft', 'returned', 'in_approval', 'awaiting_signature'];

/** From a letter that is being made to what is said of it; nothing for those who only receive it. */
export function CommentsLink({ letter }: { letter: Pick<Letter, 'id' | 'direction' | 'state'> }) {
  const { t } = useTranslation('writing');
  const isOpen = letter.direction === 'outgoing' && underway.includes(letter.state);
  const { data } = useQuery({ ...commentsOptions(letter.id), enabled: isOpen });
  if (!isOpen || !data) return null;
  return (
    <p>
      <Link to="/surat/$letterId/komentar" params={{ letterId: letter.id }}>
        {t('comments.page')}
      </Link>{' '}
      {data.open > 0 && <span className="meta">{t('comments.open', { count: data.open })}</span>}
    </p>
  );
}
