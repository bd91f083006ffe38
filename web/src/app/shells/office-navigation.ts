import {
  IconAffiliate,
  IconArchive,
  IconCalendarEvent,
  IconChartBar,
  IconInbox,
  IconMail,
  IconSettings,
  IconSitemap,
  type TablerIcon,
} from '@tabler/icons-react';
import type { LinkProps } from '@tanstack/react-router';
import type { Counts } from '../../features/shell/api/get-counts.ts';

export type NavTask = { to: NonNullable<LinkProps['to']>; icon: TablerIcon; key: string; count?: keyof Counts };

/** The tasks of an office in the order of the navigation. */
export const officeTasks: NavTask[] = [
  { to: '/perlu-anda', icon: IconInbox, key: 'nav.todo', count: 'todo' },
  { to: '/surat', icon: IconMail, key: 'nav.letters' },
  { to: '/disposisi', icon: IconSitemap, key: 'nav.dispositions', count: 'dispositions' },
  { to: '/agenda', icon: IconCalendarEvent, key: 'nav.agenda' },
  { to: '/arsip', icon: IconArchive, key: 'nav.archive' },
  { to: '/kolaborasi', icon: IconAffiliate, key: 'nav.collaboration', count: 'collaboration' },
  { to: '/laporan', icon: IconChartBar, key: 'nav.reports' },
  { to: '/pengaturan', icon: IconSettings, key: 'nav.settings' },
];
