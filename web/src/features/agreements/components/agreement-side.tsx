import { IconCircleCheck, IconLock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { History } from '../../../components/ui/history.tsx';
import { TurnMarker } from '../../../components/ui/turn-marker.tsx';
import type { Agreement } from '../../../lib/calls/agreements.ts';
import { dayOf, daysBetween, exactInstant, pastWords, shortDay } from '../../../lib/dates.ts';
import { platformOrigin } from '../../../lib/office.ts';
import { agreementStatuses, scopes, share, shortName } from '../rules.ts';
import styles from './agreements.module.css';

/** Whose turn it is, in one heading and one sentence. */
export function Turn({ agreement }: { agreement: Agreement }) {
  const { t, i18n } = useTranslation('agreements');
  const { state, parties, proposedAt, termination } = agreement;
  const us = parties.find(({ isUs }) => isUs);
  const missing = parties.filter(({ signedAt }) => signedAt === null);
  const names = new Intl.ListFormat(i18n.language, { type: 'conjunction' }).format(
    missing.map(({ name }) => shortName(name)),
  );
  const isSigning = state === 'proposed' || state === 'signing';
  const ours = isSigning && us?.signedAt === null;
  const turn = isSigning
    ? ours
      ? t('turn.ours')
      : t('turn.others', { names })
    : t(`turn.${termination && state === 'in_force' ? 'terminating' : state}`);
  const note = isSigning
    ? t(agreement.startsOn > dayOf(new Date(), agreement.timeZone) ? 'turn.sinceBefore' : 'turn.sinceAll', {
        since: proposedAt ? pastWords(proposedAt) : '',
        date: shortDay(agreement.startsOn),
      })
    : termination
      ? t('turn.terminatedNote', {
          name: termination.by.name,
          date: shortDay(termination.effectiveAt),
          reason: termination.reason,
        })
      : t(`turn.notes.${state}`, { date: shortDay(state === 'in_force' ? agreement.endsOn : agreement.startsOn) });
  return (
    <TurnMarker
      status={termination && state === 'in_force' ? 'masalah' : agreementStatuses[state]}
      state={isSigning ? t('turn.waiting') : t(`states.${state}`)}
      turn={turn}
    >
      {note}
    </TurnMarker>
  );
}

/** What the agreement opens, and what stays shut. */
export function Opens({ agreement }: { agreement: Agreement }) {
  const { t } = useTranslation('agreements');
  const isOpen = agreement.state === 'in_force';
  return (
    <section className={styles.sideSection}>
      <h3>{isOpen ? t('opens.now') : t('opens.later')}</h3>
      <ul className={styles.opens}>
        {scopes.map((scope) => {
          const has = agreement.scope.includes(scope);
          const Icon = has ? IconCircleCheck : IconLock;
          return (
            <li key={scope} className={styles.open} data-shut={!has || undefined}>
              <Icon size={20} stroke={1.75} aria-hidden />
              <strong>{t(`scopes.${scope}.name`)}</strong>
              <span className={styles.meta}>{has ? t(`scopes.${scope}.opens`) : t('opens.shut')}</span>
            </li>
          );
        })}
        <li className={styles.open} data-shut>
          <IconLock size={20} stroke={1.75} aria-hidden />
          <strong>{t('opens.never')}</strong>
          <span className={styles.meta}>{t('opens.neverNote')}</span>
        </li>
      </ul>
    </section>
  );
}

/** From when to when, with today on it. */
export function Validity({ agreement }: { agreement: Agreement }) {
  const { t } = useTranslation('agreements');
  const { startsAt, endsAt, startsOn, endsOn, state, noticeDays, timeZone, scope, copiesAfterEnd } = agreement;
  const now = Date.now();
  const from = now < Date.parse(startsAt) ? new Date(now).toISOString() : startsAt;
  const today = dayOf(new Date(), timeZone);
  const start = share(from, endsAt, Date.parse(startsAt));
  const zones = [...new Set(agreement.parties.map((party) => party.timeZone))];
  const untilStart = daysBetween(today, startsOn);
  const untilEnd = daysBetween(today, endsOn);
  return (
    <section className={styles.sideSection}>
      <h3>{t('validity.title')}</h3>
      <div className={styles.track} aria-hidden="true">
        <span
          className={styles.span}
          data-running={state === 'in_force' || undefined}
          style={{ left: `${start}%`, right: 0 }}
        />
        <span className={styles.now} style={{ left: `${share(from, endsAt, now)}%` }} />
      </div>
      <div className={styles.ends}>
        <span>
          <strong>{shortDay(startsOn)}</strong>
          <span className={styles.meta}>
            {untilStart > 0 ? t('validity.in', { count: untilStart }) : t('validity.begun')}
          </span>
        </span>
        <span>
          <strong>{shortDay(endsOn)}</strong>
          <span className={styles.meta}>
            {untilEnd < 0
              ? t('validity.over')
              : untilEnd > 730
                ? t('validity.inYears', { count: Math.round(untilEnd / 365.25) })
                : t('validity.in', { count: untilEnd })}
          </span>
        </span>
      </div>
      {zones.length > 1 &&
        zones.map((zone) => (
          <p key={zone} className={styles.below}>
            {t('validity.zone', {
              from: exactInstant(startsAt, { timeZone: zone }),
              to: exactInstant(endsAt, { timeZone: zone }),
            })}
          </p>
        ))}
      <p className={styles.below}>
        {noticeDays === null ? t('validity.immediate') : t('validity.notice', { count: noticeDays })}
      </p>
      {scope.includes('templates') && <p className={styles.below}>{t(`copies.about.${copiesAfterEnd}`)}</p>}
    </section>
  );
}

/** Where anybody can check the signed file; null before all have signed. */
export function VerifyCode({ agreement }: { agreement: Agreement }) {
  const { t } = useTranslation('agreements');
  if (!agreement.verifyCode) return null;
  return (
    <section className={styles.sideSection}>
      <h3>{t('verify.title')}</h3>
      <p className={styles.below}>
        {t('verify.text')} <a href={`${platformOrigin()}/v/${agreement.verifyCode}`}>{agreement.verifyCode}</a>
      </p>
    </section>
  );
}

/** What became of it, newest first, across all parties. */
export function AgreementHistory({ agreement }: { agreement: Agreement }) {
  const { t } = useTranslation('agreements');
  const words = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);
  return (
    <div className={styles.sideSection}>
      <History
        title={t('history.title')}
        entries={[...agreement.history]
          .sort((a, b) => b.at.localeCompare(a.at))
          .map(({ id, at, by, actor, action, detail }) => ({
            id,
            who: actor,
            did: t(`history.acts.${action}`, {
              name: words(detail.name) ?? '',
              version: detail.version,
              defaultValue: action,
            }),
            note: words(detail.note) ?? words(detail.reason),
            when: `${shortName(by.name)}, ${pastWords(at)}`,
          }))}
      />
    </div>
  );
}
