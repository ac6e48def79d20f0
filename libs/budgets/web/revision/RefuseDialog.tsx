import { Button, Group, Modal, Stack, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useT } from '../locales';

interface RefuseDialogProps {
  title: string;
  confirm: string;
  isOpen: boolean;
  onClose: () => void;
  /** Answers with what is wrong with the reason, or nothing where it was taken. */
  onRefuse: (reason: string) => Promise<string | null>;
}

/** A «no» is said with its reason; the text stays while the server has not taken it. */
export function RefuseDialog({ title, confirm, isOpen, onClose, onRefuse }: RefuseDialogProps) {
  const t = useT();
  const [reason, setReason] = useState('');
  const [error, setError] = useState<string | null>(null);
  return (
    <Modal opened={isOpen} onClose={onClose} title={title}>
      <form
        onSubmit={async (event) => {
          event.preventDefault();
          const problem = await onRefuse(reason);
          setError(problem);
          if (problem) return;
          setReason('');
          onClose();
        }}
      >
        <Stack>
          <Textarea
            label={t('revision.reason')}
            data-autofocus
            autosize
            minRows={3}
            value={reason}
            error={error}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <Group justify="end">
            <Button variant="subtle" onClick={onClose}>
              {t('form.cancel')}
            </Button>
            <Button type="submit" variant="filled">
              {confirm}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

/** The sentence for the reason's field, from a command's outcome. */
export const reasonProblem = (outcome: {
  readonly status: string;
  readonly message?: string;
  readonly issues?: readonly { readonly message: string }[];
}): string | null => (outcome.status === 'success' ? null : (outcome.issues?.[0]?.message ?? outcome.message ?? ''));
