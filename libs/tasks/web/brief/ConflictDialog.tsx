import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { isEmptyValue, valueAt } from '@planerka/tasks/domain';
import { Segmented, useFormat } from '@planerka/platform/web';
import { useState, type ReactNode } from 'react';
import { useT } from '../locales';
import { useBriefWords } from './brief-words';
import { decimalOf, type BriefFormValues } from './brief-values';
import classes from './ConflictDialog.module.css';
import { FieldValue } from './FieldValue';
import { pathOf, type Collision, type Side, type TaskFieldName } from './merge-values';
import type { Conflict } from './use-autosave';

interface Names {
  readonly people: readonly { readonly id: string; readonly name: string }[];
  readonly tasks: readonly { readonly id: string; readonly title: string }[];
}

/** What two people wrote differently, side by side. Everything else is together already; nothing is lost by closing it. */
export function ConflictDialog({
  conflict: { theirs, collisions },
  mine,
  choices,
  currency,
  onResolve,
  onLater,
}: {
  conflict: Conflict;
  mine: BriefFormValues;
  choices: Names;
  currency: string;
  onResolve: (sides: ReadonlyMap<string, Side>) => void;
  onLater: () => void;
}) {
  const t = useT();
  const words = useBriefWords();
  const taskValue = useTaskValue(choices, currency);
  const [sides, setSides] = useState<ReadonlyMap<string, Side>>(new Map());
  const show = (collision: Collision, values: BriefFormValues): ReactNode => {
    if ('task' in collision) return taskValue(collision.task, values);
    const value = valueAt(values.brief, collision.brief.path);
    return isEmptyValue(value) ? (
      <span className={classes.quiet}>{t('brief.conflict.empty')}</span>
    ) : (
      <FieldValue field={collision.brief} value={value} brief={values.brief} />
    );
  };
  return (
    <Modal opened onClose={onLater} size="xl" title={t('brief.conflict.title')}>
      <Stack gap="md">
        <Text>{t('brief.conflict.text')}</Text>
        <ul className={classes.rows}>
          {collisions.map((collision) => {
            const path = pathOf(collision);
            const label = 'brief' in collision ? words.label(collision.brief) : t(`brief.fields.${collision.task}`);
            const side = sides.get(path) ?? 'mine';
            return (
              <li key={path}>
                <div className={classes.head}>
                  <h3>{label}</h3>
                  <Segmented<Side>
                    label={t('brief.conflict.whose', { field: label })}
                    value={side}
                    onChange={(next) => setSides(new Map(sides).set(path, next))}
                    segments={[
                      { value: 'theirs', label: t('brief.conflict.theirs') },
                      { value: 'mine', label: t('brief.conflict.mine') },
                    ]}
                  />
                </div>
                <div className={classes.pair}>
                  <div className={side === 'theirs' ? classes.taken : classes.left}>
                    <span className={classes.whose}>{t('brief.conflict.theirs')}</span>
                    {show(collision, theirs)}
                  </div>
                  <div className={side === 'mine' ? classes.taken : classes.left}>
                    <span className={classes.whose}>{t('brief.conflict.mine')}</span>
                    {show(collision, mine)}
                  </div>
                </div>
              </li>
            );
          })}
        </ul>
        <Group justify="flex-end" gap="sm">
          <Button variant="subtle" onClick={onLater}>
            {t('brief.conflict.later')}
          </Button>
          <Button variant="filled" onClick={() => onResolve(sides)}>
            {t('brief.conflict.save')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

/** The task's own fields in words: names rather than ids. */
function useTaskValue({ people, tasks }: Names, currency: string) {
  const t = useT();
  const format = useFormat();
  return (field: TaskFieldName, values: BriefFormValues): string => {
    const empty = t('brief.conflict.empty');
    switch (field) {
      case 'title':
        return values.title || empty;
      case 'assigneeId':
        return people.find(({ id }) => id === values.assigneeId)?.name ?? empty;
      case 'dueAt':
        return values.dueAt ? format.dateTime(values.dueAt) : empty;
      case 'estimatedMinutes':
        return values.estimatedMinutes === null
          ? empty
          : t('page.hours', { hours: format.number(Math.round(values.estimatedMinutes / 6) / 10) });
      case 'fee': {
        const amount = decimalOf(values.fee);
        return /^\d+(\.\d+)?$/.test(amount) ? format.money({ amount, currency }) : values.fee || empty;
      }
      case 'wantsClientApproval':
        return t(values.wantsClientApproval ? 'option.yes' : 'option.no');
      case 'startAfter':
        return (
          format.list(values.startAfter.map((id) => `«${tasks.find((task) => task.id === id)?.title ?? '…'}»`)) || empty
        );
    }
  };
}
