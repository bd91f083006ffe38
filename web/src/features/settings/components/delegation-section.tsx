import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmBinding } from '../../../components/ui/confirm-binding.tsx';
import { ErrorState } from '../../../components/ui/error-state.tsx';
import { Form } from '../../../components/ui/form.tsx';
import { PersonField } from '../../../components/ui/person-field.tsx';
import { Sheet } from '../../../components/ui/sheet.tsx';
import { SkeletonRows } from '../../../components/ui/skeleton.tsx';
import { showToast } from '../../../components/ui/toast.tsx';
import { useMe } from '../../../lib/calls/get-me.ts';
import { dayOf, exactInstant } from '../../../lib/dates.ts';
import { useSending } from '../../../lib/use-sending.ts';
import { createDelegation, type Delegation, delegationsOptions, endDelegation } from '../api/turns.ts';
import { dayInstant } from '../rules.ts';
import styles from './settings.module.css';

const acts = ['approve', 'sign', 'dispose'] as const;
type Act = (typeof acts)[number];

/** Who acts for whom while somebody is away: the own ones, and for administrators everyone's. */
export function DelegationSection() {
  const { t } = useTranslation('turns');
  const me = useMe();
  const { data, error, refetch } = useQuery(delegationsOptions);
  const [making, setMaking] = useState(false);
  const [ending, setEnding] = useState<Delegation | null>(null);
  const queryClient = useQueryClient();
  const held = me?.positions.filter(({ mode }) => mode !== 'delegate') ?? [];
  return (
    <section id="pelimpahan" className={styles.section} aria-labelledby="judul-pelimpahan">
      <h2 id="judul-pelimpahan">{t('delegations.title')}</h2>
      <p className={styles.text}>{t('delegations.lead')}</p>
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <SkeletonRows rows={2} />}
      {data?.length === 0 && <p className="meta">{t('delegations.none')}</p>}
      {data && data.length > 0 && (
        <ul>
          {data.map((one) => (
            <li key={one.id} className={styles.row} data-wrap>
              <span className={styles.rowWords}>
                <span className={styles.rowName}>
                  {t('delegations.line', { person: one.personName, title: one.positionTitle })}
                </span>
                <span className="meta">
                  {one.acts.map((act) => t(`delegations.acts.${act}`)).join(', ')}
                  {one.secretLetters ? `, ${t('delegations.withSecret')}` : ''}
                </span>
                <span className="meta">
                  {t('delegations.span', { from: exactInstant(one.startsAt), to: exactInstant(one.endsAt) })}
                </span>
                {one.reason !== null && (
                  <span className="meta">{t('absent.by', { name: one.createdBy, reason: one.reason })}</span>
                )}
              </span>
              <Button
                variant="default"
                size="sm"
                aria-label={t('delegations.endOf', { name: one.personName })}
                onClick={() => setEnding(one)}
              >
                {t('delegations.end')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {held.length > 0 && (
        <Button variant="default" className={styles.submit ?? ''} onClick={() => setMaking(true)}>
          {t('delegations.make')}
        </Button>
      )}
      {making && (
        <Sheet opened onClose={() => setMaking(false)} title={t('delegations.make')} width={520}>
          <DelegationForm positions={held} onDone={() => setMaking(false)} />
        </Sheet>
      )}
      <ConfirmBinding
        opened={ending !== null}
        onClose={() => setEnding(null)}
        title={t('delegations.endTitle')}
        consequence={t('delegations.endText', { name: ending?.personName ?? '', title: ending?.positionTitle ?? '' })}
        act={t('delegations.end')}
        onConfirm={async () => {
          if (!ending) return;
          await endDelegation(ending.id);
          await queryClient.invalidateQueries({ queryKey: ['delegations'] });
          showToast(t('delegations.ended', { name: ending.personName }));
        }}
      />
    </section>
  );
}

function DelegationForm({ positions, onDone }: { positions: { id: string; title: string }[]; onDone: () => void }) {
  const { t } = useTranslation('turns');
  const queryClient = useQueryClient();
  const today = dayOf(new Date());
  const [positionId, setPositionId] = useState(positions[0]?.id ?? '');
  const [person, setPerson] = useState<{ id: string; name: string } | null>(null);
  const [from, setFrom] = useState(today);
  const [until, setUntil] = useState(today);
  const [chosen, setChosen] = useState<Act[]>(['approve', 'dispose']);
  const [secretLetters, setSecretLetters] = useState(false);
  const form = useSending(
    (path) => ({ personId: 'penerima-limpahan', endsAt: 'sampai-tanggal', acts: 'tindakan' })[path],
  );

  async function submit(): Promise<void> {
    const faults = [
      ...(person ? [] : [{ fieldId: 'penerima-limpahan', message: t('delegations.personMissing') }]),
      ...(chosen.length > 0 ? [] : [{ fieldId: 'tindakan', message: t('delegations.actMissing') }]),
      ...(until >= from && until !== '' ? [] : [{ fieldId: 'sampai-tanggal', message: t('delegations.order') }]),
    ];
    if (form.refuse(faults) || !person) return;
    const body = {
      positionId,
      personId: person.id,
      // A delegation from today on holds from this moment.
      ...(from > today ? { startsAt: dayInstant(from, 'start') } : {}),
      endsAt: dayInstant(until, 'end'),
      acts: chosen,
      secretLetters,
    };
    if (!(await form.send(() => createDelegation(body)))) return;
    await queryClient.invalidateQueries({ queryKey: ['delegations'] });
    showToast(t('delegations.made', { name: person.name }));
    onDone();
  }

  return (
    <Form className={styles.form} errors={form.errors} attempt={form.attempt} onSubmit={submit}>
      {positions.length > 1 && (
        <NativeSelect
          label={t('delegations.position')}
          value={positionId}
          data={positions.map(({ id, title }) => ({ value: id, label: title }))}
          onChange={(event) => setPositionId(event.currentTarget.value)}
        />
      )}
      {positions.length === 1 && (
        <p className={styles.text}>{t('delegations.for', { title: positions[0]?.title ?? '' })}</p>
      )}
      <PersonField
        id="penerima-limpahan"
        label={t('delegations.person')}
        chosen={person}
        error={form.errorOf('penerima-limpahan')}
        onChoose={setPerson}
      />
      <div className={styles.pair}>
        <TextInput
          id="mulai-tanggal"
          type="date"
          label={t('delegations.from')}
          min={today}
          value={from}
          onChange={(event) => setFrom(event.currentTarget.value)}
        />
        <TextInput
          id="sampai-tanggal"
          type="date"
          label={t('delegations.until')}
          min={from}
          value={until}
          error={form.errorOf('sampai-tanggal')}
          onChange={(event) => setUntil(event.currentTarget.value)}
        />
      </div>
      <Checkbox.Group
        id="tindakan"
        label={t('delegations.what')}
        value={chosen}
        error={form.errorOf('tindakan')}
        onChange={(values) => setChosen(acts.filter((act) => values.includes(act)))}
      >
        {acts.map((act) => (
          <Checkbox key={act} value={act} label={t(`delegations.acts.${act}`)} mt={8} />
        ))}
      </Checkbox.Group>
      <Checkbox
        checked={secretLetters}
        label={t('delegations.secret')}
        description={t('delegations.secretHint')}
        onChange={(event) => setSecretLetters(event.currentTarget.checked)}
      />
      <p className="meta">{t('delegations.hint')}</p>
      <div className={styles.acts}>
        <Button type="submit" loading={form.running}>
          {t('delegations.submit')}
        </Button>
      </div>
    </Form>
  );
}
