import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Agreement } from '../../../lib/calls/agreements.ts';
import { shortDay } from '../../../lib/dates.ts';
import styles from './agreements.module.css';

type Document = Agreement['children'][number];

/** The documents around this one: what it rests on, what changes it, what rests on it. */
export function Related({ agreement }: { agreement: Agreement }) {
  const { t } = useTranslation('agreements');
  const { parent, parentReason, base, changes, children } = agreement;
  const documents: { key: string; label: string; document: Document }[] = [
    ...(base ? [{ key: base.id, label: t(`related.${agreement.relation ?? 'amends'}`), document: base }] : []),
    ...(parent ? [{ key: parent.id, label: t('related.parent'), document: parent }] : []),
    ...changes.map((change) => ({ key: change.id, label: t(`related.by.${change.relation}`), document: change })),
    ...children.map((child) => ({ key: child.id, label: t('related.child'), document: child })),
  ];
  if (documents.length === 0 && parentReason === null) return null;
  return (
    <section className={styles.sideSection}>
      <h3>{t('related.title')}</h3>
      <ul className={styles.opens}>
        {documents.map(({ key, label, document }) => (
          <li key={key}>
            <span className={styles.meta}>{label}</span>
            <br />
            <Link to="/kolaborasi/kesepakatan/$agreementId" params={{ agreementId: document.id }}>
              {document.title}
            </Link>
            <br />
            <span className={styles.meta}>
              {t('related.facts', {
                kind: t(`kinds.${document.kind}`),
                state: t(`states.${document.state}`),
                from: shortDay(document.startsOn),
                to: shortDay(document.endsOn),
              })}
            </span>
          </li>
        ))}
      </ul>
      {parent === null && parentReason !== null && (
        <p className={styles.below}>{t('related.without', { reason: parentReason })}</p>
      )}
    </section>
  );
}

/** The way to the work plan and the evaluation, once it is signed; a PKS's plan already in the draft. */
export function PlanLink({ agreement }: { agreement: Agreement }) {
  const { t } = useTranslation('agreements');
  const isPks = agreement.kind === 'pks';
  if (agreement.baseId !== null || (!isPks && agreement.signedAt === null)) return null;
  return (
    <p className={styles.sideSection}>
      <Link to="/kolaborasi/kesepakatan/$agreementId/rencana" params={{ agreementId: agreement.id }}>
        {t(isPks ? 'plan.heading' : 'evaluation.title')}
      </Link>
    </p>
  );
}

/** The articles as they read with the changes that have begun. */
export function Consolidated({ agreement }: { agreement: Agreement }) {
  const { t } = useTranslation('agreements');
  if (agreement.consolidated === null) return null;
  return (
    <details className={styles.section}>
      <summary className={styles.linkButton}>{t('related.consolidated')}</summary>
      {agreement.consolidated.map(({ title, text }, index) => (
        <article key={title} className={styles.clause}>
          <p className={styles.clauseNumber}>{t('clauses.number', { number: index + 1 })}</p>
          <div>
            <h3 className={styles.clauseTitle}>{title}</h3>
            <div className={styles.clauseText}>
              {text.map((paragraph) => (
                <p key={paragraph}>{paragraph}</p>
              ))}
            </div>
          </div>
        </article>
      ))}
    </details>
  );
}
