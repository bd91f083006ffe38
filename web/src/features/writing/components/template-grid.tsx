import { TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../../components/ui/empty-state.tsx';
import { ErrorState } from '../../../components/ui/error-state.tsx';
import { SkeletonRows } from '../../../components/ui/skeleton.tsx';
import { letterTypesOptions, type Template, templatesOptions } from '../../../lib/calls/writing.ts';
import { PaperDrawing } from './paper-drawing.tsx';
import styles from './template-grid.module.css';

type TemplateGridProps = {
  /** The one being started, which then waits. */
  starting: string | null;
  onChoose: (template: Template) => void;
  onBlank: () => void;
};

/** What to write: templates with a picture, or none. */
export function TemplateGrid({ starting, onChoose, onBlank }: TemplateGridProps) {
  const { t } = useTranslation('writing');
  const [q, setQ] = useState('');
  const { data: templates, error, refetch } = useQuery(templatesOptions);
  const { data: types = [] } = useQuery(letterTypesOptions);
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!templates) return <SkeletonRows rows={5} />;
  const words = q.toLowerCase().split(/\s+/).filter(Boolean);
  const found = templates.filter(({ name, typeName, description }) =>
    words.every((word) => `${name} ${typeName} ${description ?? ''}`.toLowerCase().includes(word)),
  );
  const layoutOf = (code: string) => types.find((type) => type.code === code)?.layout;
  return (
    <>
      <TextInput
        className={styles.search ?? ''}
        label={t('templates.search')}
        placeholder={t('templates.placeholder')}
        type="search"
        leftSection={<IconSearch size={20} stroke={1.75} aria-hidden />}
        value={q}
        onChange={(event) => setQ(event.currentTarget.value)}
      />
      <p className="heard" role="status">
        {q === '' ? '' : t('templates.found', { count: found.length })}
      </p>
      {found.length === 0 && q !== '' && (
        <EmptyState drawing="none" title={t('templates.none')}>
          {t('templates.noneText')}
        </EmptyState>
      )}
      <ul className={styles.grid}>
        <li>
          <button type="button" className={styles.template} onClick={onBlank} disabled={starting !== null}>
            <span className={styles.picture}>
              <BlankDrawing />
            </span>
            <span className={styles.templateName}>{t('templates.blank')}</span>
            <span className="meta">{t('templates.blankNote')}</span>
          </button>
        </li>
        {found.map((template) => (
          <li key={template.id}>
            <button
              type="button"
              className={styles.template}
              aria-busy={starting === template.id}
              disabled={starting !== null}
              onClick={() => onChoose(template)}
            >
              <span className={styles.picture}>
                <PaperDrawing layout={layoutOf(template.type)} seed={template.name} />
              </span>
              <span className={styles.templateName}>{template.name}</span>
              <span className="meta">
                {template.origin ? t('templates.from', { name: template.origin.name }) : template.typeName}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

function BlankDrawing() {
  return (
    <svg viewBox="0 0 120 156" width="120" height="156" aria-hidden="true" focusable="false">
      <rect width="120" height="156" rx="2" fill="var(--paper)" />
      <path d="M60 66v24M48 78h24" stroke="#8a867d" strokeWidth="2.4" />
    </svg>
  );
}
