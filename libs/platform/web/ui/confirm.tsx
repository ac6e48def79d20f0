import { Button, Group, Modal, Text } from '@mantine/core';
import { createContext, type ReactNode, useCallback, useContext, useRef, useState } from 'react';
import { usePlatformText } from '../locales/platform-text';

export interface Question {
  title: string;
  text?: ReactNode;
  /** A verb: «Удалить», «Отозвать ссылку». */
  confirm: string;
  cancel?: string;
  isDangerous?: boolean;
}

type Ask = (question: Question) => Promise<boolean>;

const ConfirmContext = createContext<Ask | null>(null);

export function ConfirmProvider({ children }: { children: ReactNode }) {
  const t = usePlatformText();
  const [question, setQuestion] = useState<Question | null>(null);
  const [isOpen, setOpen] = useState(false);
  const answer = useRef<(yes: boolean) => void>(undefined);

  const ask = useCallback<Ask>((next) => {
    answer.current?.(false);
    setQuestion(next);
    setOpen(true);
    return new Promise((resolve) => {
      answer.current = resolve;
    });
  }, []);

  const close = (yes: boolean) => {
    setOpen(false);
    answer.current?.(yes);
    answer.current = undefined;
  };

  return (
    <ConfirmContext.Provider value={ask}>
      {children}
      <Modal
        opened={isOpen}
        onClose={() => close(false)}
        // Over the dialog that asks.
        zIndex={250}
        title={question?.title ?? t('confirm.title')}
        closeButtonProps={{ 'aria-label': t('actions.close') }}
      >
        {question?.text && <Text component="div">{question.text}</Text>}
        <Group justify="flex-end" mt="lg" gap="sm">
          <Button variant="subtle" onClick={() => close(false)}>
            {question?.cancel ?? t('actions.cancel')}
          </Button>
          <Button
            variant="filled"
            {...(question?.isDangerous ? { color: 'danger' } : {})}
            data-autofocus
            onClick={() => close(true)}
          >
            {question?.confirm}
          </Button>
        </Group>
      </Modal>
    </ConfirmContext.Provider>
  );
}

/** `if (await confirm({ title: 'Отозвать ссылку?', confirm: 'Отозвать' })) …` Prefer useUndoable where undoing is possible. */
export function useConfirm(): Ask {
  const ask = useContext(ConfirmContext);
  if (!ask) throw new Error('useConfirm needs <ConfirmProvider>');
  return ask;
}
