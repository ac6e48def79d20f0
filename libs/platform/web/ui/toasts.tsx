import { Button, Group } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useCallback } from 'react';
import { platformText, usePlatformText } from '../locales/platform-text';

/** A word that it is done. Errors of a form belong beside the field, not here. */
export function toast(message: string): void {
  notifications.show({ message, autoClose: 4_000, closeButtonProps: { 'aria-label': platformText('actions.close') } });
}

export function toastProblem(message: string, id?: string): void {
  notifications.show({
    ...(id ? { id } : {}),
    message,
    autoClose: 10_000,
    role: 'alert',
    closeButtonProps: { 'aria-label': platformText('actions.close') },
  });
}

export interface Undoable {
  /** The thing's id: of one thing only the last change can be taken back, and the older offer goes. */
  of?: string;
  /** «Публикация удалена». */
  message: string;
  undo: () => void | Promise<void>;
}

/** The offer that stands for each thing. */
const offers = new Map<string, string>();

/** Done at once, with a way back for eight seconds: kinder than asking first. */
export function useUndoable(): (action: Undoable) => void {
  const t = usePlatformText();
  return useCallback(
    ({ of, message, undo }) => {
      const id = `undo-${crypto.randomUUID()}`;
      if (of !== undefined) {
        const older = offers.get(of);
        if (older) notifications.hide(older);
        offers.set(of, id);
      }
      notifications.show({
        id,
        autoClose: 8_000,
        withCloseButton: false,
        onClose: () => {
          if (of !== undefined && offers.get(of) === id) offers.delete(of);
        },
        message: (
          <Group justify="space-between" wrap="nowrap" gap="md">
            {message}
            <Button
              size="xs"
              variant="default"
              onClick={() => {
                notifications.hide(id);
                void undo();
              }}
            >
              {t('actions.undo')}
            </Button>
          </Group>
        ),
      });
    },
    [t],
  );
}
