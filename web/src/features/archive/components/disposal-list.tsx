import { Button, Checkbox, TextInput } from '@mantine/core';
import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../../components/ui/empty-state.tsx';
import { ErrorState } from '../../../components/ui/error-state.tsx';
import { Form } from '../../../components/ui/form.tsx';
import { LoadMore } from '../../../components/ui/load-more.tsx';
import { Sheet } from '../../../components/ui/sheet.tsx';
import { SkeletonRows } from '../../../components/ui/skeleton.tsx';
import { StatusChip } from '../../../components/ui/status-chip.tsx';
import { useMe } from '../../../lib/calls/get-me.ts';
import { useSending } from '../../../lib/use-sending.ts';
import { createDisposal, type DisposalKind, type DossierItem, disposalsOptions, dueOptions } from '../api.ts';
import styles from './archive.module.css';

/** What is due, by kind, and the proceedings under way and done. */
export function DisposalList() {
  const { t } = useTranslation('archive');
  const me = useMe();
  const query = useInfiniteQuery(disposalsOptions);
  const { data, error, refetch } = query;
  const items = data?.pages.flatMap((page) => page.items) ?? [];
  const kinds: DisposalKind[] = me?.permissions.includes('archive.centre')
    ? ['transfer', 'destruction', 'handover']
    : ['transfer'];
  return (
    <>
      <ul className={styles.list}>
        {kinds.map((kind) => (
          <Due key={kind} kind={kind} />
        ))}
      </ul>
      <section className={styles.section}>
        <h2>{t('disposals.list')}</h2>
        {error && <ErrorState error={error} onRetry={() => void refetch()} />}
        {!data && !error && <SkeletonRows rows={4} />}
        {data && items.length === 0 && (
          <EmptyState drawing="desk" title={t('disposals.empty')}>
            {t('disposals.emptyText')}
          </EmptyState>
        )}
        <ul className={styles.list}>
          {items.map((item) => (
            <li key={item.id} className={styles.row}>
              <div className={styles.words}>
                <Link to="/arsip/penyusutan/$disposalId" params={{ disposalId: item.id }} className={styles.name ?? ''}>
                  {item.title}
                </Link>
                <span className={styles.hint}>
                  {t(`kinds.${item.kind}`)} · {t('disposals.dossiers', { count: item.dossiers })}
                  {item.unit && ` · ${item.unit.name}`}
                </span>
              </div>
              <StatusChip
                status={item.state === 'done' ? 'selesai' : item.state === 'cancelled' ? 'masalah' : 'proses'}
              >
                {t(`states.${item.state}`)}
              </StatusChip>
            </li>
          ))}
        </ul>
        <LoadMore query={query}>{t('more')}</LoadMore>
      </section>
    </>
  );
}

function Due({ kind }: { kind: DisposalKind }) {
  const { t } = useTranslation('archive');
  const { data } = useQuery(dueOptions(kind));
  const [making, setMaking] = useState(false);
  if (!data) return null;
  return (
    <li className={styles.row}>
      <span className={styles.words}>
        <span className={styles.name}>{t(`kinds.${kind}`)}</span>
        <span className={styles.hint}>
          {data.total === 0 ? t('disposals.none') : t(`disposals.due.${kind}`, { count: data.total })}
        </span>
      </span>
      {data.total > 0 && (
        <Button
          variant="default"
          size="sm"
          aria-label={t('disposals.startOf', { kind: t(`kinds.${kind}`) })}
          onClick={() => setMaking(true)}
        >
          {t('disposals.start')}
        </Button>
      )}
      {making && <NewDisposal kind={kind} due={data.items} onClose={() => setMaking(false)} />}
    </li>
  );
}

function NewDisposal({ kind, due, onClose }: { kind: DisposalKind; due: DossierItem[]; onClose: () => void }) {
  const { t } = useTranslation('archive');
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  // A transfer is one unit's.
  const unitId = kind === 'transfer' ? due[0]?.unit.id : undefined;
  const shown = due.filter(({ unit }) => unitId === undefined || unit.id === unitId);
  const [title, setTitle] = useState('');
  const [chosen, setChosen] = useState<readonly string[]>(shown.map(({ id }) => id));
  const form = useSending((path) => (path === 'title' ? 'disposal-title' : undefined));
  async function submit(): Promise<void> {
    const faults = [
      ...(title.trim() === '' ? [{ fieldId: 'disposal-title', message: t('disposals.nameMissing') }] : []),
      ...(chosen.length === 0 ? [{ message: t('disposals.chooseMissing') }] : []),
    ];
    if (form.refuse(faults)) return;
    await form.send(async () => {
      const made = await createDisposal({ kind, title: title.trim(), dossierIds: [...chosen] });
      await queryClient.invalidateQueries({ queryKey: ['archive'] });
      await navigate({ to: '/arsip/penyusutan/$disposalId', params: { disposalId: made.id } });
    });
  }
  return (
    <Sheet opened onClose={onClose} title={`${t('disposals.start')}: ${t(`kinds.${kind}`)}`} width={560}>
      <Form className={styles.form} errors={form.errors} attempt={form.attempt} onSubmit={submit}>
        <TextInput
          id="disposal-title"
          data-autofocus
          label={t('disposals.name')}
          value={title}
          maxLength={300}
          error={form.errorOf('disposal-title')}
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
        <fieldset>
          <legend className={styles.hint}>{t('disposals.choose')}</legend>
          {shown.map((item) => (
            <Checkbox
              key={item.id}
              py={6}
              checked={chosen.includes(item.id)}
              label={`${item.title} (${item.code})`}
              onChange={(event) =>
                setChosen(event.currentTarget.checked ? [...chosen, item.id] : chosen.filter((id) => id !== item.id))
              }
            />
          ))}
        </fieldset>
        <div className={styles.end}>
          <Button variant="default" onClick={onClose} disabled={form.running}>
            {t('common:cancel')}
          </Button>
          <Button type="submit" loading={form.running}>
            {t('disposals.start')}
          </Button>
        </div>
      </Form>
    </Sheet>
  );
}
