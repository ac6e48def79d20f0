import { Button, Menu } from '@mantine/core';
import { IconSwap } from '@planerka/platform/web';
import { useAway } from '../away/use-away';
import { useT } from './locales';
import { takersOf } from './use-hand-over';
import { useHours } from './words';
import type { LoadedPerson, LoadTask, Workload } from './workload-documents';
import classes from './Workload.module.css';

interface GiveMenuProps {
  task: LoadTask;
  workload: Workload;
  /** The week whose load stands beside each name. */
  index: number;
  onGive: (task: LoadTask, to: LoadedPerson) => Promise<void>;
}

/** The keyboard's way to what dragging does: everybody of the discipline, with what they have in that week. */
export function GiveMenu({ task, workload, index, onGive }: GiveMenuProps) {
  const t = useT();
  const hours = useHours();
  const away = useAway();
  const today = new Date().toISOString().slice(0, 10);
  const awayOf = ({ absences }: LoadedPerson): string | null => {
    const now = absences.find(({ startsOn, endsOn }) => startsOn <= today && today <= endsOn);
    return now ? ` · ${away({ awayUntil: now.endsOn, awayKind: now.kind })}` : null;
  };
  const takers = takersOf(task, workload.people);
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <Button
          size="compact-xs"
          variant="subtle"
          leftSection={<IconSwap size={14} />}
          aria-label={t('giveOf', { title: task.title })}
          onPointerDown={(event) => event.stopPropagation()}
        >
          {t('give')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('giveTo')}</Menu.Label>
        {takers.length === 0 && <Menu.Item disabled>{t('nobodyElse')}</Menu.Item>}
        {takers.map((person) => (
          <Menu.Item key={person.id} onClick={() => void onGive(task, person)}>
            {person.name}
            <small className={classes.load}>
              {t('load', {
                planned: hours(person.cells[index]?.plannedMinutes ?? 0),
                capacity: hours(person.cells[index]?.capacityMinutes ?? 0),
              })}
              {awayOf(person)}
            </small>
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
