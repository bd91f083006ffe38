import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../../components/ui/empty-state.tsx';
import { Page } from '../../../components/ui/page.tsx';
import { PageBar } from '../../../components/ui/page-bar.tsx';
import { PageTitle } from '../../../components/ui/page-title.tsx';
import { Tabs } from '../../../components/ui/tabs.tsx';
import { IncomingBook, OutgoingBook } from '../../../features/numbering/components/books.tsx';
import { Reservations } from '../../../features/numbering/components/reservations.tsx';
import { useMe } from '../../../lib/calls/get-me.ts';

const route = getRouteApi('/office/surat/buku');

/** The agenda books: what went out, what came in, and the numbers that wait for their letters. */
export function NumberBooksPage() {
  const { t } = useTranslation('numbering');
  const navigate = useNavigate();
  const { buku = 'keluar', tahun, seri, unit } = route.useSearch();
  const me = useMe();
  if (!me) return <Page>{null}</Page>;
  const may = (act: string) => me.permissions.includes(act);
  const kinds = (['keluar', 'masuk', 'pesanan'] as const).filter(
    (kind) => kind !== 'pesanan' || may('numbers.reserve'),
  );
  return (
    <>
      <PageBar back={{ to: '/surat', label: t('common:nav.letters') }} acts={null} />
      <Page>
        <PageTitle>{t('books.title')}</PageTitle>
        {may('numbers.read') ? (
          <>
            <Tabs
              label={t('books.tabs')}
              tabs={kinds.map((kind) => ({
                to: '/surat/buku',
                search: { buku: kind },
                label: t(`books.kinds.${kind}`),
                current: kind === buku,
              }))}
            />
            {buku === 'keluar' && (
              <OutgoingBook
                year={tahun}
                seriesId={seri}
                onChoose={({ year, seriesId }) =>
                  void navigate({
                    to: '/surat/buku',
                    search: {
                      buku: 'keluar',
                      ...(year === undefined ? {} : { tahun: year }),
                      ...(seriesId === undefined ? {} : { seri: seriesId }),
                    },
                    replace: true,
                  })
                }
              />
            )}
            {buku === 'masuk' && (
              <IncomingBook
                year={tahun}
                unitId={unit}
                onChoose={({ year, unitId }) =>
                  void navigate({
                    to: '/surat/buku',
                    search: { buku: 'masuk', tahun: year, ...(unitId === undefined ? {} : { unit: unitId }) },
                    replace: true,
                  })
                }
              />
            )}
            {buku === 'pesanan' && may('numbers.reserve') && <Reservations />}
          </>
        ) : (
          <EmptyState drawing="lock" title={t('books.notForYou')}>
            {t('books.notForYouText')}
          </EmptyState>
        )}
      </Page>
    </>
  );
}
