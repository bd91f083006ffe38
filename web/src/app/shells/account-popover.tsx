import { Popover } from '@mantine/core';
import type { RefObject } from 'react';
import { StandingTarget, useMounted } from '../../components/ui/standing-target.tsx';
import type { Realm } from '../../lib/session.ts';
import { AccountSettings } from './account-settings.tsx';

type AccountPopoverProps = {
  target: RefObject<HTMLButtonElement | null>;
  label: string;
  realm: Realm;
  opened: boolean;
  onClose: () => void;
};

/** One's own settings, beside the button that opened them. */
export default function AccountPopover({ target, label, realm, opened, onClose }: AccountPopoverProps) {
  const mounted = useMounted();
  return (
    <Popover
      position="top-start"
      width={348}
      // The navigation stays where it is when the page is scrolled, and focusing what is fixed scrolls nothing.
      floatingStrategy="fixed"
      shadow="lg"
      trapFocus
      returnFocus
      opened={opened && mounted}
      onChange={(next) => !next && onClose()}
    >
      <Popover.Target>
        <StandingTarget of={target} />
      </Popover.Target>
      <Popover.Dropdown aria-label={label}>
        <AccountSettings realm={realm} />
      </Popover.Dropdown>
    </Popover>
  );
}
