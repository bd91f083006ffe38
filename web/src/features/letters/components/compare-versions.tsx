import { useQueries } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { bodyLines } from '../../../components/editor/body.ts';
import { ErrorState } from '../../../components/ui/error-state.tsx';
import { FilterWord } from '../../../components/ui/filter-sentence.tsx';
import { Sheet } from '../../../components/ui/sheet.tsx';
import { SkeletonBlock } from '../../../components/ui/skeleton.tsx';
import { type Letter, versionOptions } from '../../../lib/calls/get-letter.ts';
import { pastWords } from '../../../lib/dates.ts';
import { diffParagraphs, type Run } from '../../../lib/diff.ts';
import styles from './letter.module.css';

type CompareVersionsProps = {
  letter: Pick<Letter, 'id' | 'versions' | 'state' | 'subject' | 'body' | 'recipients' | 'copies'>;
  opened: boolean;
  onClose: () => void;
};

type Wording = { subject: string; recipients: string[]; body: unknown };

/** What stands for the letter as it is now, while it can still be written. */
const now = 'sekarang';

/** Two versions in one text: words that came and words that went, subject and recipients too. */
export default function CompareVersions({ letter, opened, onClose }: CompareVersionsProps) {
  const { t } = useTranslation('letters');
  const isEditable = letter.state === 'draft' || letter.state === 'returned';
  const names = [...letter.versions.map(({ version }) => String(version)), ...(isEditable ? [now] : [])];
  const [chosen, setChosen] = useState({ before: names.at(-2) ?? names[0] ?? now, after: names.at(-1) ?? now });
  const [before, after] = useQueries({
    queries: [chosen.before, chosen.after].map((name) => ({
      ...versionOptions(letter.id, Number(name)),
      enabled: opened && name !== now,
    })),
  });
  const options = [
    ...letter.versions.map(({ version, at }) => ({
      value: String(version),
      label: t('compare.version', { version, when: pastWords(at) }),
    })),
    ...(isEditable ? [{ value: now, label: t('compare.now') }] : []),
  ];
  const wordingOf = (name: string, version: NonNullable<typeof before>['data']): Wording | null => {
    if (name === now) {
      const recipients = [...letter.recipients, ...letter.copies].map((one) => one.name);
      return { subject: letter.subject, recipients, body: letter.body };
    }
    return version ? { ...version, recipients: version.recipients.map((one) => one.name) } : null;
  };
  const [old, fresh] = [wordingOf(chosen.before, before?.data), wordingOf(chosen.after, after?.data)];
  const error = before?.error ?? after?.error;
  return (
    <Sheet opened={opened} onClose={onClose} title={t('compare.title')} width={820}>
      <p className={styles.choose}>
        {t('compare.between')}
        <FilterWord
          label={t('compare.before')}
          value={chosen.before}
          options={options}
          onChange={(value) => setChosen({ ...chosen, before: value })}
        />
        {t('and')}
        <FilterWord
          label={t('compare.after')}
          value={chosen.after}
          options={options}
          onChange={(value) => setChosen({ ...chosen, after: value })}
        />
      </p>
      {error && <ErrorState error={error} />}
      {!(old && fresh) && !error && <SkeletonBlock height={240} />}
      {old && fresh && <Differences before={old} after={fresh} />}
    </Sheet>
  );
}

function Differences({ before, after }: { before: Wording; after: Wording }) {
  const { t } = useTranslation('letters');
  const parts = [
    { key: 'subject', lines: diffParagraphs([before.subject], [after.subject]) },
    { key: 'recipients', lines: diffParagraphs(before.recipients, after.recipients) },
    { key: 'body', lines: diffParagraphs(bodyLines(before.body), bodyLines(after.body)) },
  ];
  const changed = parts.flatMap(({ lines }) => lines).filter(isChanged).length;
  return (
    <>
      <p className="meta" role="status">
        {changed === 0 ? t('compare.same') : t('compare.changed', { count: changed })}
      </p>
      {parts.map(({ key, lines }) => (
        <section key={key} className={styles.compared} aria-label={t(`compare.parts.${key}`)}>
          <h3>{t(`compare.parts.${key}`)}</h3>
          {lines.map((runs, place) => (
            <p key={placed(place)} className={styles.line} data-changed={isChanged(runs) || undefined}>
              {runs.map((run, at) => (
                <Words key={placed(at)} run={run} />
              ))}
            </p>
          ))}
        </section>
      ))}
    </>
  );
}

/** Lines and runs have no other name than their place. */
const placed = (place: number): string => `place-${place}`;

const isChanged = (runs: Run[]): boolean => runs.some(({ kind }) => kind !== 'same');

/** Told by mark and by word, not by colour alone. */
function Words({ run: { kind, text } }: { run: Run }) {
  const { t } = useTranslation('letters');
  if (kind === 'same') return text;
  const heard = <span className="heard">{t(`compare.${kind}`)}: </span>;
  return kind === 'added' ? (
    <ins>
      {heard}
      {text}
    </ins>
  ) : (
    <del>
      {heard}
      {text}
    </del>
  );
}
