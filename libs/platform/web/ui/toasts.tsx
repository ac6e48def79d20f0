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
  /** The thing's id: of one thing one offer stands, and a newer one takes its place. */
  of?: string;
  /** «Публикация удалена». */
  message: string;
  undo: () => void | Promise<void>;
  /** The offer is gone: taken, or not wanted for its eight seconds. */
  onGone?: () => void;
}

interface Offer {
  readonly notice: string;
  readonly autoClose: number;
}

const offerTime = 8_000;

/** The offer that stands for each thing. */
const offers = new Map<string, Offer>();

/** Done at once, with a way back for eight seconds: kinder than asking first. */
export function useUndoable(): (action: Undoable) => void {
  const t = usePlatformText();
  return useCallback(
    ({ of = crypto.randomUUID(), message, undo, onGone }) => {
      const older = offers.get(of);
      const id = older?.notice ?? `undo-${crypto.randomUUID()}`;
      // only another duration makes a standing notice count its seconds anew
      const autoClose = older?.autoClose === offerTime ? offerTime + 1 : offerTime;
      offers.set(of, { notice: id, autoClose });
      const notice = {
        id,
        autoClose,
        withCloseButton: false,
        onClose: () => {
          offers.delete(of);
          onGone?.();
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
      };
      if (older) notifications.update(notice);
      else notifications.show(notice);
    },
    [t],
  );
}
