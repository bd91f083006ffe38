import { ActionIcon, Button, Textarea, TextInput } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import styles from './agreements.module.css';

/** An article while it is written; `key` only tells rows apart. */
export type DraftClause = { key: string; title: string; text: string };

type ClauseEditorProps = { clauses: DraftClause[]; onChange: (clauses: DraftClause[]) => void };

/** The articles as plain fields, one paragraph a line. Dates stand as placeholders, so that they follow the form. */
export function ClauseEditor({ clauses, onChange }: ClauseEditorProps) {
  const { t } = useTranslation('agreements');
  const change = (index: number, to: Partial<DraftClause>): void =>
    onChange(clauses.map((clause, place) => (place === index ? { ...clause, ...to } : clause)));
  function move(index: number, by: number): void {
    const next = [...clauses];
    const [moved] = next.splice(index, 1);
    if (moved) next.splice(index + by, 0, moved);
    onChange(next);
  }
  return (
    <section>
      <div className={styles.sectionHead}>
        <h2>{t('clauses.title')}</h2>
      </div>
      <p className={styles.below}>
        {t('clauses.help')} <code>{'{{starts_on}}'}</code>, <code>{'{{ends_on}}'}</code>
      </p>
      {clauses.map((clause, index) => {
        const number = index + 1;
        return (
          <div key={clause.key} className={styles.clauseFields}>
            <div className={styles.clauseBar}>
              <span className={styles.clauseNumber}>{t('clauses.number', { number })}</span>
              <span>
                <ActionIcon
                  aria-label={t('clauses.up', { number })}
                  disabled={index === 0}
                  onClick={() => move(index, -1)}
                >
                  <IconArrowUp size={20} stroke={1.75} />
                </ActionIcon>
                <ActionIcon
                  aria-label={t('clauses.down', { number })}
                  disabled={index === clauses.length - 1}
                  onClick={() => move(index, 1)}
                >
                  <IconArrowDown size={20} stroke={1.75} />
                </ActionIcon>
                <ActionIcon
                  aria-label={t('clauses.remove', { number })}
                  disabled={clauses.length === 1}
                  onClick={() => onChange(clauses.filter((_, place) => place !== index))}
                >
                  <IconTrash size={20} stroke={1.75} />
                </ActionIcon>
              </span>
            </div>
            <TextInput
              label={t('clauses.heading')}
              value={clause.title}
              maxLength={200}
              onChange={(event) => change(index, { title: event.currentTarget.value })}
            />
            <Textarea
              label={t('clauses.text')}
              value={clause.text}
              onChange={(event) => change(index, { text: event.currentTarget.value })}
            />
          </div>
        );
      })}
      <Button
        mt="sm"
        variant="default"
        leftSection={<IconPlus size={20} stroke={1.75} />}
        onClick={() => onChange([...clauses, { key: crypto.randomUUID(), title: '', text: '' }])}
      >
        {t('clauses.add')}
      </Button>
    </section>
  );
}
