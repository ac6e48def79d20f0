import { ActionIcon } from '@mantine/core';
import { IconPen, IconPlay, IconTrash, useCommand, useFormat, useUndoable } from '@planerka/platform/web';
import { useState } from 'react';
import { LateEntryForm } from './LateEntryForm';
import { useT } from './locales';
import { EnterTimeMutation, RemoveTimeMutation, ResumeTimerMutation, type TimeEntry } from './time-documents';
import { useTimeText } from './use-time';
import classes from './Time.module.css';

/** One's own entries of a task, each to be corrected or taken out, with a way back. */
export function EntryList({
  taskId,
  entries,
  canGoOn,
}: {
  taskId: string;
  entries: readonly TimeEntry[];
  /** A timer may run on this task, and none does. */
  canGoOn: boolean;
}) {
  const t = useT();
  const format = useFormat();
  const timeText = useTimeText();
  const undoable = useUndoable();
  const [editedId, setEdited] = useState<string | null>(null);
  const [enter] = useCommand(EnterTimeMutation);
  const [remove] = useCommand(RemoveTimeMutation);
  const [resume] = useCommand(ResumeTimerMutation);
  // A timer that runs is stopped, not corrected.
  const written = entries.flatMap((entry) => (entry.minutes === null ? [] : [{ ...entry, minutes: entry.minutes }]));
  if (written.length === 0) return null;

  async function takeOut({ id, spentOn, minutes, note }: (typeof written)[number]): Promise<void> {
    const outcome = await remove({ entryId: id });
    if (outcome.status !== 'success') return;
    undoable({
      of: id,
      message: t('removed', { time: timeText(minutes) }),
      undo: async () => void (await enter({ input: { taskId, spentOn, minutes, note } })),
    });
  }

  return (
    <ul className={classes.entries} aria-label={t('own')}>
      {written.map((entry) => {
        const words = { day: format.day(entry.spentOn), time: timeText(entry.minutes) };
        return entry.id === editedId ? (
          <li key={entry.id}>
            <LateEntryForm taskId={taskId} entry={entry} onClose={() => setEdited(null)} />
          </li>
        ) : (
          <li key={entry.id}>
            <span className={classes.entry}>
              <span>
                {words.day}
                {entry.note && <small>{entry.note}</small>}
              </span>
              <span className={classes.time}>{words.time}</span>
              {canGoOn && entry.startedAt && (
                <ActionIcon
                  variant="subtle"
                  aria-label={t('goOn', words)}
                  onClick={() => void resume({ entryId: entry.id })}
                >
                  <IconPlay size={14} />
                </ActionIcon>
              )}
              <ActionIcon variant="subtle" aria-label={t('change', words)} onClick={() => setEdited(entry.id)}>
                <IconPen size={14} />
              </ActionIcon>
              <ActionIcon variant="subtle" aria-label={t('remove', words)} onClick={() => void takeOut(entry)}>
                <IconTrash size={14} />
              </ActionIcon>
            </span>
          </li>
        );
      })}
    </ul>
  );
}
