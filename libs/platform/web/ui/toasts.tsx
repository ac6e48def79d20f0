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
  /** «Публикация удалена». */
  message: string;
  undo: () => void | Promise<void>;
}

/** Done at once, with a way back for eight seconds: kinder than asking first. */
export function useUndoable(): (action: Undoable) => void {
  const t = usePlatformText();
  return useCallback(
    ({ message, undo }) => {
      const id = `undo-${crypto.randomUUID()}`;
      notifications.show({
        id,
        autoClose: 8_000,
        withCloseButton: false,
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
