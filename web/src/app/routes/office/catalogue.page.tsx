import { TextInput } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import { EmptyState } from '../../../components/ui/empty-state.tsx';
import { ErrorState } from '../../../components/ui/error-state.tsx';
import { FilterWord } from '../../../components/ui/filter-sentence.tsx';
import { LoadMore } from '../../../components/ui/load-more.tsx';
import { Page } from '../../../components/ui/page.tsx';
import { PageTitle } from '../../../components/ui/page-title.tsx';
import { Sheet } from '../../../components/ui/sheet.tsx';
import { SkeletonRows } from '../../../components/ui/skeleton.tsx';
import { shortName } from '../../../features/agreements/rules.ts';
import { type OfferItem, offersOptions } from '../../../features/catalogue/api/catalogue.ts';
import styles from '../../../features/catalogue/components/catalogue.module.css';
import { OfferCard } from '../../../features/catalogue/components/offer-card.tsx';
import { OfferDetail } from '../../../features/catalogue/components/offer-detail.tsx';
import { CollaborationTabs } from '../../../features/collaboration/collaboration-tabs.tsx';
import { sharingAgreementsOptions } from '../../../lib/calls/agreements.ts';
import { letterTypesOptions } from '../../../lib/calls/templates.ts';
import { useOffice } from '../../../lib/office.ts';

const route = getRouteApi('/office/kolaborasi/katalog');

/** What partners share, each as it would look on our own letterhead. */
export function CataloguePage() {
  const { t } = useTranslation('catalogue');
  const office = useOffice();
  const { jenis, dari, q = '', urut = 'dipakai', pilih } = route.useSearch();
  const navigate = route.useNavigate();
  const narrow = useMediaQuery('(max-width: 68em)', false, { getInitialValueInEffect: false });
  const query = useInfiniteQuery(offersOptions({ type: jenis ?? null, origin: dari ?? null, q }));
  const offers = sorted(query.data?.pages.flatMap(({ items }) => items) ?? [], urut);
  // A notice may lead to an offer that is not on this page, such as one of our own.
  const chosen = pilih ?? (narrow ? undefined : offers[0]?.id);
  const choose = (id: string | undefined): void =>
    void navigate({ search: (before) => ({ ...before, pilih: id }), replace: true, resetScroll: false });
  const closed = query.error !== null;
  return (
    <Page asideKind="preview" {...(chosen && !narrow ? { aside: <OfferDetail key={chosen} id={chosen} /> } : {})}>
      <CollaborationTabs />
      <PageTitle lead={t('lead', { count: offers.length, name: office?.name ?? '' })}>{t('title')}</PageTitle>
      {!closed && <Search key={q} />}
      {!closed && <Filters />}
      {query.error && (
        <ErrorState
          error={query.error}
          onRetry={() => void query.refetch()}
          forbidden={{ title: t('forbidden.title'), text: t('forbidden.text') }}
        />
      )}
      {query.isPending && <SkeletonRows rows={4} />}
      {query.isSuccess && offers.length === 0 && (
        <EmptyState
          title={t(jenis || dari || q ? 'empty.filtered' : 'empty.title')}
          action={<Link to="/kolaborasi">{t('empty.toAgreements')}</Link>}
        >
          {t('empty.text')}
        </EmptyState>
      )}
      <ul className={styles.grid}>
        {offers.map((offer) => (
          <OfferCard key={offer.id} offer={offer} chosen={offer.id === chosen} onChoose={() => choose(offer.id)} />
        ))}
      </ul>
      <LoadMore query={query} gap={24}>
        {t('more')}
      </LoadMore>
      <Sheet
        opened={narrow === true && chosen !== undefined}
        onClose={() => choose(undefined)}
        title={t('title')}
        width={520}
      >
        {chosen && <OfferDetail key={chosen} id={chosen} withPaper />}
      </Sheet>
    </Page>
  );
}

function sorted(offers: OfferItem[], by: 'dipakai' | 'terbaru'): OfferItem[] {
  if (by === 'terbaru') return offers;
  // Newest first is the server's order and stays among equals.
  return [...offers].sort((a, b) => b.adoptedBy - a.adoptedBy);
}

/** Asks the server once a person presses Enter or goes on. */
function Search() {
  const { t } = useTranslation('catalogue');
  const { q = '' } = route.useSearch();
  const navigate = route.useNavigate();
  const [text, setText] = useState(q);
  const search = (): void =>
    void navigate({ search: (before) => ({ ...before, q: text.trim() || undefined, pilih: undefined }) });
  return (
    <search className={styles.search}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          search();
        }}
      >
        <TextInput
          type="search"
          aria-label={t('search')}
          placeholder={t('search')}
          leftSection={<IconSearch size={18} stroke={1.75} aria-hidden />}
          value={text}
          maxLength={100}
          onChange={(event) => setText(event.currentTarget.value)}
          onBlur={() => text.trim() !== q && search()}
        />
      </form>
    </search>
  );
}

function Filters() {
  const { t } = useTranslation('catalogue');
  const office = useOffice();
  const { jenis, dari, urut = 'dipakai' } = route.useSearch();
  const navigate = route.useNavigate();
  const { data: types = [] } = useQuery(letterTypesOptions);
  const { data: agreements = [] } = useQuery({ ...sharingAgreementsOptions, retry: false });
  const partners = new Map(
    agreements.flatMap(({ parties }) =>
      parties.filter(({ isUs }) => !isUs).map(({ slug, name }) => [slug, name] as const),
    ),
  );
  const set = (change: { jenis?: string | undefined; dari?: string | undefined; urut?: 'dipakai' | 'terbaru' }): void =>
    void navigate({ search: (before) => ({ ...before, ...change, pilih: undefined }) });
  const all = (value: string): string | undefined => (value === '' ? undefined : value);
  return (
    <p className={styles.sentence}>
      <Trans
        t={t}
        i18nKey="sentence"
        components={{
          type: (
            <FilterWord
              label={t('filter.type')}
              value={jenis ?? ''}
              options={[
                { value: '', label: t('filter.allTypes') },
                ...types.map(({ code, name }) => ({ value: code, label: name })),
              ]}
              onChange={(value) => set({ jenis: all(value) })}
            />
          ),
          origin: (
            <FilterWord
              label={t('filter.origin')}
              value={dari ?? ''}
              options={[
                { value: '', label: t('filter.allPartners') },
                ...[...partners].map(([value, name]) => ({ value, label: shortName(name) })),
                { value: 'nasional', label: t('filter.national') },
                ...(office ? [{ value: office.slug, label: t('filter.ours') }] : []),
              ]}
              onChange={(value) => set({ dari: all(value) })}
            />
          ),
          order: (
            <FilterWord
              label={t('filter.order')}
              value={urut}
              options={(['dipakai', 'terbaru'] as const).map((value) => ({
                value,
                label: t(`filter.orders.${value}`),
              }))}
              onChange={(value) => set({ urut: value })}
            />
          ),
        }}
      />
    </p>
  );
}
