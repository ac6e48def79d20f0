import { ActionIcon, CloseButton } from '@mantine/core';
import { type ReactNode, useEffect, useRef } from 'react';
import { usePlatformText } from '../locales/platform-text';
import { IconChevronDown, IconChevronUp } from './icons';
import classes from './SidePanel.module.css';

export interface SidePanelProps {
  /** Names the panel for a screen reader. */
  label: string;
  /** Left of the step buttons: a state chip, or the title. */
  header: ReactNode;
  onClose: () => void;
  /** The list stays in place; these step through it (also k and j while the panel has the focus). */
  onPrevious?: (() => void) | undefined;
  onNext?: (() => void) | undefined;
  children: ReactNode;
  /** The panel's action sits at its foot. */
  footer?: ReactNode;
  /** Without side padding, for lists that run to the edges. */
  flush?: boolean;
}

/** Give it to `<Page panel=…>`: a column beside the list, on a narrow screen a sheet over it. */
export function SidePanel({ label, header, onClose, onPrevious, onNext, children, footer, flush }: SidePanelProps) {
  const t = usePlatformText();
  const root = useRef<HTMLElement>(null);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.metaKey || event.ctrlKey || event.altKey) return;
      if (event.key === 'Escape') onClose();
      if (event.target instanceof HTMLElement && event.target.closest('input, textarea, select, [contenteditable]'))
        return;
      if (event.key === 'k') onPrevious?.();
      if (event.key === 'j') onNext?.();
    };
    const element = root.current;
    element?.addEventListener('keydown', onKey);
    return () => element?.removeEventListener('keydown', onKey);
  }, [onClose, onNext, onPrevious]);
  return (
    <aside ref={root} className={classes.panel} aria-label={label}>
      <div className={classes.header}>
        <div className={classes.heading}>{header}</div>
        {onPrevious && (
          <ActionIcon aria-label={t('actions.previous')} onClick={onPrevious}>
            <IconChevronUp />
          </ActionIcon>
        )}
        {onNext && (
          <ActionIcon aria-label={t('actions.following')} onClick={onNext}>
            <IconChevronDown />
          </ActionIcon>
        )}
        <CloseButton aria-label={t('actions.close')} onClick={onClose} />
      </div>
      <div className={flush ? classes.flush : classes.body}>{children}</div>
      {footer && <div className={classes.footer}>{footer}</div>}
    </aside>
  );
}
