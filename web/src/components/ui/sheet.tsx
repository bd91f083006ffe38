import { Drawer, Modal } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

type SheetProps = {
  opened: boolean;
  onClose: () => void;
  title: string;
  children: ReactNode;
  /** Width on a desk in px. */
  width?: number;
  /** False while something binding runs. */
  closable?: boolean;
};

/** What floats: a dialog on a desk, a sheet from the bottom on a phone. Holds the focus and gives it back. */
export function Sheet({ opened, onClose, title, children, width = 440, closable = true }: SheetProps) {
  const { t } = useTranslation();
  const phone = useMediaQuery('(max-width: 47.99em)', false, { getInitialValueInEffect: false });
  const shared = {
    opened,
    onClose,
    title,
    closeOnEscape: closable,
    closeOnClickOutside: closable,
    withCloseButton: closable,
    closeButtonProps: { 'aria-label': t('close'), size: 44, iconSize: 22 },
  };
  if (phone)
    return (
      <Drawer
        {...shared}
        position="bottom"
        radius="10px 10px 0 0"
        styles={{ content: { flex: '0 0 100%', height: 'auto', maxHeight: '92dvh' } }}
      >
        {children}
      </Drawer>
    );
  return (
    <Modal {...shared} size={width}>
      {children}
    </Modal>
  );
}
