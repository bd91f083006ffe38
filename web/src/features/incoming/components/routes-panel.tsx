import { IconArchive, IconArrowBackUp, IconArrowsSplit2 } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActButton } from '../../../components/ui/act-button.tsx';
import { NoteSheet } from '../../../components/ui/note-sheet.tsx';
import { showToast } from '../../../components/ui/toast.tsx';
import { pastWords } from '../../../lib/dates.ts';
import { closeLetter, type LetterRoutes, routesOptions, sendLetterBack } from '../api/routes.ts';
import { Duplicates } from './duplicates.tsx';
import styles from './incoming.module.css';
import { RerouteSheet } from './reroute-sheet.tsx';

type RouteAct = LetterRoutes['acts'][number]['act'];
const icons = { close: IconArchive, send_back: IconArrowBackUp, route: IconArrowsSplit2 } as const;

/** On whose desk a letter that came in lies, and the ways on from there besides a disposition. */
export function RoutesPanel({ letterId, onLeft }: { letterId: string; onLeft: () => void }) {
  const { t } = useTranslation('incoming');
  const { data } = useQuery(routesOptions(letterId));
  const queryClient = useQueryClient();
  const [asked, setAsked] = useState<RouteAct | null>(null);
  if (!data) return null;
  const close = (): void => setAsked(null);

  function refresh(): void {
    for (const topic of ['letters', 'tasks', 'dispositions']) void queryClient.invalidateQueries({ queryKey: [topic] });
  }
  async function done(message: string, pending: Promise<unknown>): Promise<void> {
    await pending;
    showToast(message);
    refresh();
  }
  async function back(reason: string): Promise<void> {
    await sendLetterBack(letterId, reason);
    showToast(t('routes.sentBack'));
    // The letter is not the person's to read any longer.
    onLeft();
    for (const topic of ['tasks', 'dispositions']) void queryClient.invalidateQueries({ queryKey: [topic] });
  }
  const stateOf = (route: LetterRoutes['items'][number]): string => {
    if (route.withdrawnAt) {
      return t('routes.withdrawn', { name: route.withdrawnBy ?? '', when: pastWords(route.withdrawnAt) });
    }
    if (route.closeNote && route.doneAt) return t('routes.closed', { when: pastWords(route.doneAt) });
    if (route.doneAt) return t('routes.done', { when: pastWords(route.doneAt) });
    if (route.readAt) return t('routes.read', { when: pastWords(route.readAt) });
    return t(route.purpose === 'information' ? 'routes.information' : 'routes.unread');
  };

  return (
    <section className={styles.routes} aria-labelledby="routes-title">
      <h3 id="routes-title">{t('routes.title')}</h3>
      {data.items.length === 0 ? (
        <p className="meta">{t('routes.nowhere')}</p>
      ) : (
        <ul>
          {data.items.map((route) => (
            <li key={route.positionId} className={styles.route} data-gone={route.withdrawnAt ? true : undefined}>
              <span>{route.holder ?? route.title}</span>
              <span className="meta">{[route.holder && route.title, stateOf(route)].filter(Boolean).join(' · ')}</span>
              {(route.closeNote ?? route.withdrawnReason) && (
                <span className="meta">“{route.closeNote ?? route.withdrawnReason}”</span>
              )}
            </li>
          ))}
        </ul>
      )}
      {data.texts
        .filter(({ state }) => state !== 'extracted')
        .map((text) => (
          <p key={text.fileId} className="meta">
            {t(`texts.${text.state}`, { name: text.name })}
          </p>
        ))}
      <Duplicates items={data.duplicates} />
      <div className={styles.acts}>
        {data.acts
          .filter(({ allowed }) => allowed)
          .map(({ act }) => {
            const Icon = icons[act];
            return (
              <ActButton
                key={act}
                fullWidth
                align="left"
                leftSection={<Icon size={20} stroke={1.75} aria-hidden />}
                onClick={() => setAsked(act)}
              >
                {t(`routes.acts.${act}`)}
              </ActButton>
            );
          })}
      </div>
      <NoteSheet
        opened={asked === 'close'}
        onClose={close}
        title={t('routes.closeSheet.title')}
        text={t('routes.closeSheet.text')}
        label={t('routes.closeSheet.label')}
        missing={t('routes.closeSheet.missing')}
        act={t('routes.closeSheet.act')}
        onSend={(note) => done(t('routes.closeSheet.done'), closeLetter(letterId, note))}
      />
      <NoteSheet
        opened={asked === 'send_back'}
        onClose={close}
        title={t('routes.backSheet.title')}
        text={t('routes.backSheet.text')}
        label={t('routes.backSheet.label')}
        missing={t('routes.backSheet.missing')}
        act={t('routes.backSheet.act')}
        onSend={back}
      />
      {asked === 'route' && <RerouteSheet letterId={letterId} routes={data.items} onClose={close} onRouted={refresh} />}
    </section>
  );
}
