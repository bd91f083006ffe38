import { IconAlertTriangle, IconCircleCheck, IconCircleDashed, IconClock, type TablerIcon } from '@tabler/icons-react';
import type { Status } from '../../lib/theme/tokens.ts';

/** The icon of each state; always shown with its word. */
export const statusIcons: Record<Status, TablerIcon> = {
  tunggu: IconClock,
  selesai: IconCircleCheck,
  masalah: IconAlertTriangle,
  proses: IconCircleDashed,
};
