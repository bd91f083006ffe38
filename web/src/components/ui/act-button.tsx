import { Button, type ButtonProps } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import styles from './act-button.module.css';
import { Kbd } from './kbd.tsx';

type ActButtonProps = Pick<ButtonProps, 'size' | 'fullWidth' | 'loading' | 'leftSection'> & {
  children: ReactNode;
  onClick?: () => void;
  type?: 'button' | 'submit';
  /** `primary` is the one filled button of a screen. */
  variant?: 'primary' | 'outline' | 'quiet';
  /** Why the act may not be done now, as a whole sentence. Given: the button is dashed and says so. */
  reason?: string | null | undefined;
  /** Where the reason stands: below (default), or only for ears, where a neighbour already tells it. */
  reasonPlace?: 'below' | 'heard';
  /** The key that does the same. */
  hotkey?: string;
  /** Text at the left, as in a column of acts. */
  align?: 'center' | 'left';
  'aria-label'?: string;
};

const variants = { primary: 'filled', outline: 'default', quiet: 'subtle' } as const;

/**
 * An act. What one may not do stays visible, dashed, with its reason. It keeps the focus then (aria-disabled, not
 * disabled), so that the reason is reachable by keyboard.
 */
export function ActButton(props: ActButtonProps) {
  const { children, onClick, variant = 'outline', reason, reasonPlace = 'below', hotkey, align, ...rest } = props;
  const reasonId = useId();
  const shut = Boolean(reason);
  const button = (
    <Button
      {...rest}
      type={rest.type ?? 'button'}
      variant={variants[variant]}
      justify={align === 'left' ? 'flex-start' : 'center'}
      {...(shut ? { 'aria-disabled': true, 'aria-describedby': reasonId } : {})}
      onClick={shut ? (event) => event.preventDefault() : onClick}
      rightSection={hotkey ? <Kbd>{hotkey}</Kbd> : undefined}
      classNames={align === 'left' ? { label: styles.leftLabel ?? '' } : {}}
    >
      {children}
    </Button>
  );
  if (!shut) return button;
  return (
    <span className={styles.shut} data-full={rest.fullWidth || undefined}>
      {button}
      <span id={reasonId} className={reasonPlace === 'below' ? styles.reason : 'heard'}>
        {reason}
      </span>
    </span>
  );
}
