import { useTranslation } from 'react-i18next';
import { Sheet } from '../../components/ui/sheet.tsx';
import { useMounted } from '../../components/ui/standing-target.tsx';
import type { Counts } from '../../features/shell/api/get-counts.ts';
import { useSession } from '../../lib/session.ts';
import { AccountSettings } from './account-settings.tsx';
import { NavEntry } from './nav-link.tsx';
import type { NavTask } from './office-navigation.ts';
import styles from './shell.module.css';

type MoreSheetProps = {
  tasks: readonly NavTask[];
  counts: Counts | undefined;
  opened: boolean;
  onClose: () => void;
};

/** What does not fit into the bar of a phone, and one's own settings. */
export default function MoreSheet({ tasks, counts, opened, onClose }: MoreSheetProps) {
  const { t } = useTranslation();
  const session = useSession();
  const mounted = useMounted();
  return (
    <Sheet opened={opened && mounted} onClose={onClose} title={t('nav.more')}>
      <div
        className={styles.moreList}
        onClickCapture={(event) => event.target instanceof Element && event.target.closest('a') && onClose()}
      >
        {tasks.map(({ to, icon, key, count }) => (
          <NavEntry key={key} to={to} icon={icon} label={t(key)} count={count && counts?.[count]} />
        ))}
      </div>
      {session && <AccountSettings realm="office" />}
    </Sheet>
  );
}
