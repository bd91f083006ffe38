import { IconAlertCircle } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './error-state.module.css';

export type FormError = {
  /** The id of the field it links to. */
  fieldId?: string | undefined;
  message: string;
};

type ErrorSummaryProps = {
  errors: FormError[];
  attempt?: number /** In place of "2 isian belum tepat". */;
  title?: string;
};

/**
 * What is wrong in a form, at its top, each linking to its field. Takes the focus when errors come, so that it is read
 * first; render nothing while `errors` is empty. `attempt` grows with each submit to take the focus again.
 */
export function ErrorSummary({ errors, attempt = 0, title }: ErrorSummaryProps) {
  const { t } = useTranslation();
  const box = useRef<HTMLDivElement>(null);
  const some = errors.length > 0;
  useEffect(() => {
    if (some && attempt >= 0) box.current?.focus();
  }, [some, attempt]);
  if (!some) return null;
  return (
    <div ref={box} className={styles.band} role="alert" tabIndex={-1}>
      <IconAlertCircle size={20} stroke={1.75} aria-hidden />
      <div className={styles.words}>
        <p className={styles.title}>{title ?? t('formErrors', { count: errors.length })}</p>
        <ul className={styles.summaryList}>
          {errors.map(({ fieldId, message }) => (
            <li key={`${fieldId}-${message}`}>
              {fieldId ? (
                <a
                  href={`#${fieldId}`}
                  onClick={(event) => {
                    event.preventDefault();
                    document.getElementById(fieldId)?.focus();
                  }}
                >
                  {message}
                </a>
              ) : (
                message
              )}
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
