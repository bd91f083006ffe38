import { Button } from '@mantine/core';
import { IconBook2, IconCameraPlus } from '@tabler/icons-react';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Page } from '../../../components/ui/page.tsx';
import { PageTitle } from '../../../components/ui/page-title.tsx';
import { LetterFilters } from '../../../features/letters/components/letter-filters.tsx';
import { LetterTable } from '../../../features/letters/components/letter-table.tsx';
import { readFilter } from '../../../features/letters/rules.ts';
import { toSearch } from '../../../features/letters/search.ts';
import { useMe } from '../../../lib/calls/get-me.ts';

const route = getRouteApi('/office/surat');

/** The letters one may read, a box at a time. */
export function LettersPage() {
  const { t } = useTranslation(['letters', 'search']);
  const navigate = useNavigate();
  const filter = readFilter(route.useSearch());
  const me = useMe();
  const mayRecord = me?.permissions.includes('letters.record-incoming') ?? false;
  return (
    <Page>
      <PageTitle
        acts={
          <>
            {me?.permissions.includes('numbers.read') && (
              <Button
                component={Link}
                to="/surat/buku"
                variant="default"
                leftSection={<IconBook2 size={20} stroke={1.75} aria-hidden />}
              >
                {t('list.books')}
              </Button>
            )}
            {mayRecord && filter.box === 'inbox' && (
              <Button
                component={Link}
                to="/surat/catat"
                leftSection={<IconCameraPlus size={20} stroke={1.75} aria-hidden />}
              >
                {t('list.record')}
              </Button>
            )}
          </>
        }
      >
        {filter.list ? t(`search:lists.${filter.list}`) : t(`list.title.${filter.box}`)}
      </PageTitle>
      <LetterFilters
        filter={filter}
        onChange={(next) => void navigate({ to: '/surat', search: toSearch(next), replace: next.box === filter.box })}
      />
      <LetterTable key={`${filter.box} ${filter.list ?? ''}`} filter={filter} />
    </Page>
  );
}
