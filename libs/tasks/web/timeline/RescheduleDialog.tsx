import { Button, Group, Modal, Stack, Textarea } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import { AppLink, Notice, toast, useFormat } from '@planerka/platform/web';
import { useState } from 'react';
import { useQuery } from 'urql';
import { useBriefWords } from '../brief/brief-words';
import type { Day } from './layout';
import { useT } from './locales';
import { RescheduleQuery, type Reschedule, type TimelineTask } from './timeline-documents';
import classes from './TimelinePanel.module.css';

interface RescheduleDialogProps {
  task: TimelineTask;
  dueOn: Day | null;
  onClose: () => void;
  /** True where it was done. */
  onMove: (preview: Reschedule, reason: string) => Promise<boolean>;
}

/** The new day, what it does and what it breaks, before anything is done. */
export function RescheduleDialog({ task, dueOn: first, onClose, onMove }: RescheduleDialogProps) {
  const t = useT();
  const format = useFormat();
  const [dueOn, setDueOn] = useState<Day | null>(first);
  const [reason, setReason] = useState('');
  const [isRunning, setRunning] = useState(false);
  const isOther = dueOn !== null && dueOn !== task.dueOn;
  const [{ data, fetching }] = useQuery({
    query: RescheduleQuery,
    variables: { id: task.id, on: dueOn ?? '' },
    pause: !isOther,
    requestPolicy: 'network-only',
  });
  const preview = isOther && !fetching ? (data?.taskReschedule ?? null) : null;
  const isRevision = task.way === 'BY_REVISION';
  async function submit(): Promise<void> {
    if (!preview) return;
    setRunning(true);
    const isDone = await onMove(preview, reason);
    setRunning(false);
    if (!isDone) return;
    if (isRevision) toast(t('move.asked', { title: task.title, day: format.day(preview.newDueAt) }));
    onClose();
  }
  return (
    <Modal opened onClose={onClose} title={t('move.title')}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <Stack gap="md">
          <p className={classes.moved}>{task.title}</p>
          <DateInput
            label={t('move.due')}
            valueFormat="D MMMM YYYY"
            hideOutsideDates
            value={dueOn}
            onChange={setDueOn}
            ariaLabels={{
              previousMonth: t('move.previousMonth'),
              nextMonth: t('move.nextMonth'),
              monthLevelControl: t('move.chooseMonth'),
              yearLevelControl: t('move.chooseYear'),
            }}
          />
          <div aria-live="polite" className={classes.consequences}>
            {preview && <Consequences preview={preview} task={task} />}
          </div>
          {isRevision && (
            <Textarea
              label={t('move.reason')}
              description={t('move.reasonHint')}
              autosize
              minRows={2}
              maxRows={8}
              value={reason}
              onChange={(event) => setReason(event.currentTarget.value)}
            />
          )}
          <Group justify="flex-end" gap="sm">
            <Button variant="subtle" onClick={onClose}>
              {t('move.cancel')}
            </Button>
            <Button
              type="submit"
              variant="filled"
              loading={isRunning}
              disabled={!preview?.way || preview.findings.length > 0}
            >
              {t(isRevision ? 'move.issue' : 'move.confirm')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

function Consequences({ preview, task }: { preview: Reschedule; task: TimelineTask }) {
  const t = useT();
  const format = useFormat();
  const words = useBriefWords();
  const { way, dueAt, isAccepted, fee, budgetMonth, hasUnissuedChanges, findings, breaks } = preview;
  // Where the readiness of the brief says so, too, it is said once.
  const isFound = findings.some(({ code }) => code === 'due_after_publication' || code === 'due_in_past');
  const own = breaks.filter(({ kind }) => !isFound || (kind !== 'PUBLICATION' && kind !== 'IN_THE_PAST'));
  const sentences =
    way === 'AT_ONCE'
      ? [t('move.atOnce')]
      : [
          t('move.revision'),
          isAccepted && dueAt ? t('move.reaccept', { day: format.day(dueAt) }) : t('move.accept'),
          fee && t('move.fee', { fee: format.money(fee) }),
          budgetMonth && t('move.budget', { month: format.month(budgetMonth) }),
        ];
  return (
    <>
      <ul className={classes.sentences}>
        {sentences.filter(Boolean).map((sentence) => (
          <li key={String(sentence)}>{sentence}</li>
        ))}
      </ul>
      {hasUnissuedChanges && (
        <Notice
          tone="warn"
          title={t('move.unissued')}
          action={
            <Button size="xs" component={AppLink} href={`/tasks/${task.id}/brief`}>
              {t('move.openBrief')}
            </Button>
          }
        />
      )}
      {own.length > 0 && (
        <Notice tone="warn" title={t('move.breaks')}>
          <ul className={classes.sentences}>
            {own.map(({ kind, taskId, title, on }) => (
              <li key={`${kind} ${taskId ?? ''}`}>
                {t(`move.kinds.${kind}`, { title: title ?? '', day: on ? format.day(on) : '' })}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {findings.length > 0 && (
        <Notice tone="danger" title={t('move.findings')}>
          <ul className={classes.sentences}>
            {findings.map((finding) => (
              <li key={`${finding.field} ${finding.code}`}>{words.finding(finding)}</li>
            ))}
          </ul>
        </Notice>
      )}
    </>
  );
}
