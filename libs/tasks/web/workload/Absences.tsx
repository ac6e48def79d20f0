import { ActionIcon, Button } from '@mantine/core';
import { IconPlus, IconTrash, useCommand, useFormat, useUndoable } from '@planerka/platform/web';
import { lazy, Suspense, useState } from 'react';
import { AddAbsenceMutation, RemoveAbsenceMutation } from './absence-documents';
import { useT } from './locales';
import type { LoadedPerson } from './workload-documents';
import classes from './Workload.module.css';

const AbsenceForm = lazy(() => import('./AbsenceForm').then((file) => ({ default: file.AbsenceForm })));

/** When somebody is away. Whoever may, adds and takes out; a note is seen by two people only. */
export function Absences({ person }: { person: LoadedPerson }) {
  const t = useT();
  const format = useFormat();
  const undoable = useUndoable();
  const [isAdding, setAdding] = useState(false);
  const [add] = useCommand(AddAbsenceMutation);
  const [remove] = useCommand(RemoveAbsenceMutation);
  const { absences, canEditAbsences } = person;
  if (absences.length === 0 && !canEditAbsences) return null;

  async function takeOut({ id, kind, startsOn, endsOn, note }: (typeof absences)[number]): Promise<void> {
    const outcome = await remove({ absenceId: id });
    if (outcome.status !== 'success') return;
    undoable({
      message: t('away.removed'),
      undo: async () => {
        await add({ input: { memberId: person.id, kind, startsOn, endsOn, note: note ?? '' } });
      },
    });
  }

  return (
    <section className={classes.absences} aria-label={t('away.title')}>
      <header>
        <h3>{t('away.title')}</h3>
        {canEditAbsences && !isAdding && (
          <Button
            size="compact-xs"
            variant="subtle"
            leftSection={<IconPlus size={14} />}
            onClick={() => setAdding(true)}
          >
            {t('away.add')}
          </Button>
        )}
      </header>
      {absences.length === 0 && !isAdding && <p>{t('away.none')}</p>}
      <ul>
        {absences.map((absence) => (
          <li key={absence.id}>
            <span>
              {t(`away.kinds.${absence.kind}`)}, {format.range(absence.startsOn, absence.endsOn)}
              {absence.note && <small>{absence.note}</small>}
            </span>
            {canEditAbsences && (
              <ActionIcon
                variant="subtle"
                aria-label={t('away.remove', { days: format.range(absence.startsOn, absence.endsOn) })}
                onClick={() => void takeOut(absence)}
              >
                <IconTrash size={14} />
              </ActionIcon>
            )}
          </li>
        ))}
      </ul>
      {isAdding && (
        <Suspense fallback={null}>
          <AbsenceForm memberId={person.id} onClose={() => setAdding(false)} />
        </Suspense>
      )}
    </section>
  );
}
