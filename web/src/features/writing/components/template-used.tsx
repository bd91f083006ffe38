import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { templateVersionOptions } from '../../../lib/calls/templates.ts';
import { letterTypesOptions, templatesOptions } from '../../../lib/calls/writing.ts';
import { discardLetter } from '../api/acts.ts';
import type { Letter } from '../rules.ts';
import { PaperDrawing } from './paper-drawing.tsx';
import styles from './writing.module.css';

/** Which template a draft was made from, and the way to another one. */
export function TemplateUsed({ letter }: { letter: Letter }) {
  const { t } = useTranslation('writing');
  const navigate = useNavigate();
  const { data: templates } = useQuery(templatesOptions);
  const { data: types } = useQuery(letterTypesOptions);
  const used = letter.template ? { id: letter.template.id, version: letter.template.version ?? 1 } : null;
  const { data: made } = useQuery({
    ...templateVersionOptions(used?.id ?? '', used?.version ?? 1),
    enabled: used !== null && letter.state === 'draft',
  });
  const template = templates?.find(({ id }) => id === letter.template?.id);
  if (!letter.template || letter.state !== 'draft') return null;
  return (
    <div className={styles.used}>
      <PaperDrawing
        layout={types?.find(({ code }) => code === letter.type)?.layout}
        seed={template?.name ?? letter.typeName}
        width={50}
      />
      <div className={styles.usedWords}>
        <p className={styles.usedName}>{template?.name ?? letter.typeName}</p>
        <p className="meta">
          {t('templates.version', { version: letter.template.version ?? template?.publishedVersion ?? 1 })}
        </p>
        {made && made.gone.length > 0 && <p className="meta">{t('templates.gone')}</p>}
      </div>
      <Button
        variant="default"
        size="sm"
        onClick={() => {
          // An untouched draft would only lie about; one that was worked on stays among the drafts.
          const gone = letter.version === 1 ? discardLetter(letter.id) : Promise.resolve();
          void gone.catch(() => undefined).then(() => navigate({ to: '/tulis' }));
        }}
      >
        {t('templates.change')}
      </Button>
    </div>
  );
}
