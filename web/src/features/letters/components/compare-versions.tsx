import { useQueries } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '../../../components/ui/error-state.tsx';
import { FilterWord } from '../../../components/ui/filter-sentence.tsx';
import { Sheet } from '../../../components/ui/sheet.tsx';
import { SkeletonBlock } from '../../../components/ui/skeleton.tsx';
import { type Letter, versionOptions } from '../../../lib/calls/get-letter.ts';
import { pastWords } from '../../../lib/dates.ts';
import { compareLines, type DiffLine, paragraphsOf } from '../rules.ts';
import styles from './letter.module.css';

type CompareVersionsProps = { letter: Pick<Letter, 'id' | 'versions'>; opened: boolean; onClose: () => void };

/** Two submitted versions side by side; what changed is marked by ground and word. */
export default function CompareVersions({ letter, opened, onClose }: CompareVersionsProps) {
  const { t } = useTranslation('letters');
  const numbers = letter.versions.map(({ version }) => version).sort((a, b) => a - b);
  const [chosen, setChosen] = useState({ before: numbers.at(-2) ?? numbers[0] ?? 1, after: numbers.at(-1) ?? 1 });
  const [before, after] = useQueries({
    queries: [versionOptions(letter.id, chosen.before), versionOptions(letter.id, chosen.after)].map((options) => ({
      ...options,
      enabled: opened,
    })),
  });
  const options = letter.versions.map(({ version, at }) => ({
    value: String(version),
    label: t('compare.version', { version, when: pastWords(at) }),
  }));
  const linesOf = (version: NonNullable<typeof before>['data']): string[] =>
    version
      ? [version.subject, ...version.recipients.map(({ name }) => `Yth. ${name}`), ...paragraphsOf(version.body)]
      : [];
  const error = before?.error ?? after?.error;
  const lines = before?.data && after?.data ? compareLines(linesOf(before.data), linesOf(after.data)) : null;
  return (
    <Sheet opened={opened} onClose={onClose} title={t('compare.title')} width={960}>
      <p className={styles.choose}>
        {t('compare.between')}
        <FilterWord
          label={t('compare.before')}
          value={String(chosen.before)}
          options={options}
          onChange={(value) => setChosen({ ...chosen, before: Number(value) })}
        />
        {t('and')}
        <FilterWord
          label={t('compare.after')}
          value={String(chosen.after)}
          options={options}
          onChange={(value) => setChosen({ ...chosen, after: Number(value) })}
        />
      </p>
      {error && <ErrorState error={error} />}
      {!lines && !error && <SkeletonBlock height={240} />}
      {lines && (
        <>
          <p className="meta" role="status">
            {t('compare.changed', { count: lines.filter(({ kind }) => kind !== 'same').length })}
          </p>
          <div className={styles.columns}>
            <Column title={t('compare.name', { version: chosen.before })} lines={lines} side="removed" />
            <Column title={t('compare.name', { version: chosen.after })} lines={lines} side="added" />
          </div>
        </>
      )}
    </Sheet>
  );
}

function Column({ title, lines, side }: { title: string; lines: DiffLine[]; side: 'removed' | 'added' }) {
  const { t } = useTranslation('letters');
  return (
    <section>
      <h3>{title}</h3>
      {lines
        .filter(({ kind }) => kind === 'same' || kind === side)
        .map(({ place, kind, text }) => (
          <p key={place} className={styles.line} data-kind={kind}>
            {kind !== 'same' && <span className="heard">{t(`compare.${side}`)}: </span>}
            {text}
          </p>
        ))}
    </section>
  );
}
