import { useTranslation } from 'react-i18next';
import { Tabs } from '../../../components/ui/tabs.tsx';
import type { Task } from '../api/get-tasks.ts';
import { type TaskTab, tabOf, taskTabs } from '../rules.ts';

/** The kinds that wait, each with its count; kinds without a task are left out. */
export function TaskTabs({ tasks, value }: { tasks: readonly Task[]; value: TaskTab }) {
  const { t } = useTranslation('tasks');
  const countOf = (tab: TaskTab): number =>
    tab === 'all' ? tasks.length : tasks.filter((task) => tabOf(task.kind) === tab).length;
  const shown = taskTabs.filter((tab) => tab === 'all' || tab === value || countOf(tab) > 0);
  return (
    <Tabs
      label={t('tabs.label')}
      tabs={shown.map((tab) => ({
        to: '/perlu-anda',
        search: tab === 'all' ? {} : { jenis: tab },
        label: t(`tabs.${tab}`),
        count: countOf(tab),
        current: tab === value,
      }))}
    />
  );
}
