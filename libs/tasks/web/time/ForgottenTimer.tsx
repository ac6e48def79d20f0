import { Button, Group, TextInput } from '@mantine/core';
import { Notice, toast, useCommand, useFormat } from '@planerka/platform/web';
import { parseDuration } from '@planerka/tasks/domain';
import { useState } from 'react';
import { useT } from './locales';
import { RemoveTimeMutation, StopTimerMutation, type RunningTimer } from './time-documents';
import { useTimeText } from './use-time';
import classes from './Time.module.css';

/** A timer that has run for too long to be true: only whoever worked knows when they stopped. */
export function ForgottenTimer({ timer }: { timer: Pick<RunningTimer, 'entryId' | 'taskTitle' | 'startedAt'> }) {
  const t = useT();
  const format = useFormat();
  const timeText = useTimeText();
  const [text, setText] = useState('');
  const [error, setError] = useState<string | null>(null);
  const [stop, isStopping] = useCommand(StopTimerMutation);
  const [remove, isRemoving] = useCommand(RemoveTimeMutation);
  async function save(): Promise<void> {
    const minutes = parseDuration(text);
    if (minutes === null) return setError(t('wrong'));
    const outcome = await stop({ entryId: timer.entryId, minutes });
    if (outcome.status === 'success') toast(t('entered', { time: timeText(minutes) }));
  }
  async function drop(): Promise<void> {
    const outcome = await remove({ entryId: timer.entryId });
    if (outcome.status === 'success') toast(t('dropped'));
  }
  return (
    <Notice tone="warn" title={t('forgotten', { at: format.dateTime(timer.startedAt) })}>
      {t('forgottenText', { title: timer.taskTitle })}
      <form
        className={classes.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <TextInput
          size="xs"
          aria-label={t('duration')}
          placeholder={t('durationHint')}
          value={text}
          error={error}
          onChange={(event) => {
            setText(event.currentTarget.value);
            setError(null);
          }}
        />
        <Group gap="sm">
          <Button size="xs" type="submit" loading={isStopping}>
            {t('forgottenSave')}
          </Button>
          <Button size="xs" variant="subtle" loading={isRemoving} onClick={() => void drop()}>
            {t('forgottenDrop')}
          </Button>
        </Group>
      </form>
    </Notice>
  );
}
