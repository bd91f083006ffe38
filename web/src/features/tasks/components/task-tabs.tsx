import { useTranslation } from 'react-i18next';
import type { Task } from '../api/get-tasks.ts';
import { type TaskTab, tabOf, taskTabs } from '../rules.ts';
import styles from './tasks.module.css';

type TaskTabsProps = { tasks: readonly Task[]; value: TaskTab; onChange: (tab: TaskTab) => void };

/** The kinds that wait, each with its count; kinds without a task are left out. */
export function TaskTabs({ tasks, value, onChange }: TaskTabsProps) {
  const { t } = useTranslation('tasks');
  const countOf = (tab: TaskTab): number =>
    tab === 'all' ? tasks.length : tasks.filter((task) => tabOf(task.kind) === tab).length;
  const shown = taskTabs.filter((tab) => tab === 'all' || tab === value || countOf(tab) > 0);
  return (
    <nav aria-label={t('tabs.label')} className={styles.tabs}>
      {shown.map((tab) => (
        <button
          key={tab}
          type="button"
          className={styles.tab}
          aria-current={tab === value ? 'true' : undefined}
          onClick={() => onChange(tab)}
        >
          {t(`tabs.${tab}`)} <span className={styles.count}>{countOf(tab)}</span>
        </button>
      ))}
    </nav>
  );
}
