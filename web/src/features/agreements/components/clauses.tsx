import { IconPencilPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Agreement, Clause } from '../../../lib/calls/agreements.ts';
import { diffParagraphs, type Run } from '../../../lib/diff.ts';
import { shortName } from '../rules.ts';
import styles from './agreements.module.css';
import { ClauseComments } from './clause-comments.tsx';

const shownAtFirst = 4;

/** The articles at reading width. What was changed since the last proposal is marked within its article. */
export function Clauses({ agreement }: { agreement: Agreement }) {
  const { t, i18n } = useTranslation('agreements');
  const { clauses, removedClauses, comparedWith } = agreement;
  const hasChanges = removedClauses.length > 0 || clauses.some(({ change }) => change !== null);
  // Once all have signed the wording stands; until then what is new must be seen.
  const [marked, setMarked] = useState(agreement.signedAt === null);
  // A changed article must not hide behind a button.
  const lateChange = clauses.slice(shownAtFirst).some(({ change }) => change !== null);
  const [all, setAll] = useState(lateChange || clauses.length <= shownAtFirst + 1);
  const rest = clauses.slice(shownAtFirst);
  const names = new Intl.ListFormat(i18n.language, { type: 'conjunction' });
  return (
    <section className={styles.section}>
      <div className={styles.sectionHead}>
        <h2>{t('clauses.title')}</h2>
        {hasChanges && comparedWith !== null && (
          <button
            type="button"
            className={styles.linkButton}
            aria-pressed={marked}
            onClick={() => setMarked((before) => !before)}
          >
            {marked ? t('clauses.hideChanges') : t('clauses.showChanges', { version: comparedWith })}
          </button>
        )}
      </div>
      {(all ? clauses : clauses.slice(0, shownAtFirst)).map((clause) => (
        <Article key={clause.number} agreement={agreement} clause={clause} marked={marked} />
      ))}
      {!all && (
        <div className={styles.rest}>
          <button type="button" className={styles.linkButton} onClick={() => setAll(true)}>
            {t('clauses.showRest', { from: shownAtFirst + 1, to: clauses.length })}
          </button>
          <span className={`${styles.meta} ${styles.phoneHidden}`}>
            {names.format(rest.slice(0, 4).map(({ title }) => title.toLowerCase()))}
          </span>
        </div>
      )}
      {marked &&
        removedClauses.map(({ title, text }) => (
          <article key={title} className={styles.clause}>
            <p className={styles.clauseNumber}>{t('clauses.removed')}</p>
            <div>
              <h3 className={styles.clauseTitle}>
                <del className={styles.removed}>{title}</del>
              </h3>
              <div className={styles.clauseText}>
                {text.map((paragraph) => (
                  <p key={paragraph}>
                    <del className={styles.removed}>{paragraph}</del>
                  </p>
                ))}
              </div>
            </div>
          </article>
        ))}
    </section>
  );
}

function Article({ agreement, clause, marked }: { agreement: Agreement; clause: Clause; marked: boolean }) {
  const { t } = useTranslation('agreements');
  const { change } = clause;
  const paragraphs: Run[][] =
    marked && change?.before
      ? diffParagraphs(change.before, clause.text)
      : clause.text.map((text) => [{ kind: marked && change ? 'added' : 'same', text }]);
  return (
    <article className={styles.clause} id={`pasal-${clause.number}`}>
      <p className={styles.clauseNumber}>{t('clauses.number', { number: clause.number })}</p>
      <div>
        <h3 className={styles.clauseTitle}>{clause.title}</h3>
        <div className={styles.clauseText}>
          {paragraphs.map((runs) => (
            <p
              key={runs.map(({ text }) => text).join('')}
              className={/^\([a-z0-9]+\)/.test(runs[0]?.text ?? '') ? styles.item : ''}
            >
              {withPlaces(runs).map(({ place, run }) => (
                <RunOfWords key={place} run={run} />
              ))}
            </p>
          ))}
        </div>
        {marked && change && (
          <p className={`${styles.meta} ${styles.changeNote}`}>
            <IconPencilPlus size={16} stroke={1.75} aria-hidden />
            {t(`clauses.${change.kind}`, {
              version: change.version,
              author: change.author,
              regency: shortName(change.by.name),
            })}
          </p>
        )}
        <ClauseComments agreement={agreement} clause={clause.title} />
      </div>
    </article>
  );
}

/** Each run with the letter it ends at, which tells equal ones apart. */
function withPlaces(runs: Run[]): { place: number; run: Run }[] {
  let place = 0;
  return runs.map((run) => {
    place += run.text.length;
    return { place, run };
  });
}

function RunOfWords({ run }: { run: Run }) {
  if (run.kind === 'added') return <ins className={styles.added}>{run.text}</ins>;
  if (run.kind === 'removed') return <del className={styles.removed}>{run.text}</del>;
  return run.text;
}
