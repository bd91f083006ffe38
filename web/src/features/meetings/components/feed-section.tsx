import { Button, TextInput } from '@mantine/core';
import { IconCalendarShare } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { showToast } from '../../../components/ui/toast.tsx';
import { exactInstant } from '../../../lib/dates.ts';
import { problemMessage } from '../../../lib/problem.ts';
import { endFeed, feedOptions, openFeed } from '../api/meetings.ts';
import styles from './meetings.module.css';

/** Following one's agenda in a calendar elsewhere: the address is secret, shown once, and can be ended. */
export function FeedSection() {
  const { t } = useTranslation('meetings');
  const queryClient = useQueryClient();
  const { data } = useQuery(feedOptions);
  const [url, setUrl] = useState<string | null>(null);
  const run = (act: () => Promise<{ url: string | null }>) => {
    act()
      .then((answer) => {
        setUrl(answer.url);
        return queryClient.invalidateQueries({ queryKey: feedOptions.queryKey });
      })
      .catch((thrown: unknown) => showToast(problemMessage(thrown), 'failed'));
  };
  if (!data) return null;
  return (
    <section className={styles.section} aria-labelledby="kalender-lain">
      <h2 id="kalender-lain">{t('feed.title')}</h2>
      <p className={styles.meta}>
        {t(data.active ? 'feed.active' : 'feed.lead', { when: data.createdAt ? exactInstant(data.createdAt) : '' })}
      </p>
      {url !== null && (
        <div className={styles.address}>
          <TextInput
            label={t('feed.address')}
            description={t('feed.once')}
            value={url}
            readOnly
            onFocus={(event) => event.currentTarget.select()}
          />
        </div>
      )}
      <div className={styles.acts}>
        <Button
          variant="default"
          leftSection={<IconCalendarShare size={20} stroke={1.75} aria-hidden />}
          onClick={() => run(openFeed)}
        >
          {t(data.active ? 'feed.renew' : 'feed.open')}
        </Button>
        {data.active && (
          <Button variant="default" onClick={() => run(endFeed)}>
            {t('feed.end')}
          </Button>
        )}
      </div>
    </section>
  );
}
