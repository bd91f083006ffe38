import {
  IconAffiliate,
  IconChecks,
  IconInbox,
  IconMailForward,
  IconPencil,
  IconSitemap,
  IconWritingSign,
  type TablerIcon,
} from '@tabler/icons-react';
import { tabOf } from '../rules.ts';

const byTab: Record<ReturnType<typeof tabOf>, TablerIcon> = {
  sign: IconWritingSign,
  approve: IconChecks,
  disposition: IconSitemap,
  incoming: IconInbox,
  send: IconMailForward,
  returned: IconPencil,
  agreement: IconAffiliate,
  other: IconInbox,
};

export const iconOf = (kind: string): TablerIcon => byTab[tabOf(kind)];
