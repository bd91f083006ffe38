import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Body, type Condition, listVariables } from '../../../components/editor/body.ts';
import { conditionSentence } from '../../../components/editor/condition-words.ts';
import { ConfirmBinding } from '../../../components/ui/confirm-binding.tsx';
import { ErrorState } from '../../../components/ui/error-state.tsx';
import { Sheet } from '../../../components/ui/sheet.tsx';
import { SkeletonBlock } from '../../../components/ui/skeleton.tsx';
import { restoreTemplate, type Template, templateVersionOptions } from '../../../lib/calls/templates.ts';
import { shortDay } from '../../../lib/dates.ts';
import { diffParagraphs, type Run } from '../../../lib/diff.ts';
import { wordingOf } from '../fields.ts';
import styles from './templates.module.css';

type VersionListProps = { template: Template; isDirty: boolean; onRestored: (template: Template) => void };

/** All versions, newest first; an older one can be held against the newest and brought back. */
export function VersionList({ template, isDirty, onRestored }: VersionListProps) {
  const { t } = useTranslation('templates');
  const [compared, setCompared] = useState<number | null>(null);
  const [restoring, setRestoring] = useState<number | null>(null);
  return (
    <section>
      <h2 className={styles.label}>{t('versions.title')}</h2>
      <ol className={styles.versions}>
        {template.versions.map(({ version, createdAt, publishedAt, author, source, restoredFrom }) => (
          <li key={version}>
            <span className={styles.versionWords}>
              <span>{t('versions.one', { version })}</span>
              <span className={styles.meta}>
                {[
                  publishedAt
                    ? t('versions.published', { date: shortDay(publishedAt) })
                    : t('versions.draft', { date: shortDay(createdAt) }),
                  author,
                  source === 'restored' ? t('versions.restored', { version: restoredFrom }) : null,
                  source === 'imported' ? t('versions.imported') : null,
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </span>
            {version < template.version && (
              <Button
                variant="subtle"
                aria-label={t('versions.compareOne', { version })}
                onClick={() => setCompared(version)}
              >
                {t('versions.compare')}
              </Button>
            )}
          </li>
        ))}
      </ol>
      <Sheet
        opened={compared !== null}
        onClose={() => setCompared(null)}
        title={t('versions.comparison', { from: compared, to: template.version })}
        width={980}
      >
        {compared !== null && (
          <>
            <Comparison template={template} from={compared} />
            <div className={styles.formActs}>
              <Button
                variant="default"
                disabled={isDirty || template.archivedAt !== null}
                onClick={() => {
                  setCompared(null);
                  setRestoring(compared);
                }}
              >
                {isDirty ? t('versions.saveFirst') : t('versions.restore', { version: compared })}
              </Button>
            </div>
          </>
        )}
      </Sheet>
      <ConfirmBinding
        opened={restoring !== null}
        onClose={() => setRestoring(null)}
        title={t('versions.restore', { version: restoring })}
        consequence={t('versions.restoreConsequence', { version: template.version + 1 })}
        act={t('versions.restoreAct')}
        onConfirm={async () => {
          if (restoring !== null) onRestored(await restoreTemplate(template.id, restoring, template.version));
        }}
      />
    </section>
  );
}

function Comparison({ template, from }: { template: Template; from: number }) {
  const { t, i18n } = useTranslation('templates');
  const { t: editorWords } = useTranslation('editor');
  const older = useQuery(templateVersionOptions(template.id, from));
  const newer = useQuery(templateVersionOptions(template.id, template.version));
  const error = older.error ?? newer.error;
  if (error) return <ErrorState error={error} onRetry={() => void Promise.all([older.refetch(), newer.refetch()])} />;
  if (!older.data || !newer.data) return <SkeletonBlock height={240} />;
  const lines = ({ body }: Template): string[] => {
    const labels = new Map(listVariables(body as Body).map(({ name, label }) => [name, label]));
    const sentence = (condition: Condition): string =>
      conditionSentence(condition, (name) => labels.get(name) ?? name, editorWords, i18n.language);
    return wordingOf(body as Body, sentence);
  };
  const runs = diffParagraphs(lines(older.data), lines(newer.data));
  if (runs.every((line) => line.every(({ kind }) => kind === 'same')))
    return <p className={styles.note}>{t('versions.same')}</p>;
  return (
    <div className={styles.sides}>
      <Side title={t('versions.one', { version: from })} runs={runs} drop="added" />
      <Side title={t('versions.one', { version: template.version })} runs={runs} drop="removed" />
    </div>
  );
}

function Side({ title, runs, drop }: { title: string; runs: Run[][]; drop: Run['kind'] }) {
  const { t } = useTranslation('templates');
  const keys = runs.map((_, at) => `alinea-${at}`);
  return (
    <section className={styles.sideOf} aria-label={title}>
      <h3 className={styles.label}>{title}</h3>
      {runs.map((line, at) => {
        const own = line.filter(({ kind }) => kind !== drop);
        return (
          <p key={keys[at]} className={styles.compared}>
            {own.map(({ kind, text }, index) => {
              const key = `${keys[at]}-${index}`;
              if (kind === 'same') return <span key={key}>{text}</span>;
              return kind === 'added' ? (
                <ins key={key} title={t('versions.added')}>
                  {text}
                </ins>
              ) : (
                <del key={key} title={t('versions.removed')}>
                  {text}
                </del>
              );
            })}
          </p>
        );
      })}
    </section>
  );
}
