import { Menu } from '@mantine/core';
import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { StandingTarget, useMounted } from '../../../components/ui/standing-target.tsx';
import type { ChoiceName, TypedName } from '../rules.ts';

type FilterMenuProps = {
  target: RefObject<HTMLButtonElement | null>;
  opened: boolean;
  onClose: () => void;
  names: readonly (ChoiceName | TypedName)[];
  onAdd: (name: ChoiceName | TypedName) => void;
};

/** The filters that can still be added to the sentence. */
export default function FilterMenu({ target, opened, onClose, names, onAdd }: FilterMenuProps) {
  const { t } = useTranslation('search');
  const mounted = useMounted();
  return (
    <Menu position="bottom-start" shadow="lg" opened={opened && mounted} onChange={(next) => !next && onClose()}>
      <Menu.Target>
        <StandingTarget of={target} />
      </Menu.Target>
      <Menu.Dropdown>
        {names.map((name) => (
          <Menu.Item key={name} onClick={() => onAdd(name)}>
            {t(`filters.${name}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
