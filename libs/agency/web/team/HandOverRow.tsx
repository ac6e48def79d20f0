import { Select } from '@mantine/core';
import { StateChip, useFormat, workState } from '@planerka/platform/web';
import { useT } from '../locales';
import type { HandOverData } from './HandOver';
import classes from './TeamCards.module.css';

interface HandOverRowProps {
  task: HandOverData['tasks'][number];
  candidates: HandOverData['candidates'];
  value: string | null;
  onChange: (memberId: string | null) => void;
}

/** One task, and who takes it: by discipline, with how much they have already. */
export function HandOverRow({ task, candidates, value, onChange }: HandOverRowProps) {
  const t = useT();
  const format = useFormat();
  const able = task.candidateIds.flatMap((id) => candidates.filter((one) => one.id === id));
  return (
    <li className={classes.handOver}>
      <p>
        {task.title} <StateChip state={workState(task.state)} />
      </p>
      <p className={classes.since}>
        {task.clientName} · {t(`discipline.${task.discipline}`)}
      </p>
      {able.length > 0 ? (
        <Select
          label={t('handOver.to')}
          aria-label={`${t('handOver.to')}: ${task.title}`}
          clearable
          placeholder={t('handOver.nobody')}
          data={able.map(({ id, name, openTasks, awayUntil, awayKind }) => ({
            value: id,
            label: [
              t('handOver.candidate', { name, count: openTasks }),
              ...(awayUntil && awayKind ? [t(`handOver.away.${awayKind}`, { day: format.day(awayUntil) })] : []),
            ].join(' · '),
          }))}
          value={value}
          onChange={onChange}
        />
      ) : (
        <p className={classes.since}>{t('handOver.noCandidates')}</p>
      )}
    </li>
  );
}
