import { Button } from '@mantine/core';
import {
  Card,
  CardHeader,
  Chip,
  EmptyState,
  IconPlus,
  toast,
  useCommand,
  useFormat,
  useUndoable,
} from '@planerka/platform/web';
import { useState } from 'react';
import classes from '../client/ClientPage.module.css';
import { useT } from '../locales';
import { RowDrawer } from '../client/RowDrawer';
import { DateForm } from './DateForm';
import {
  CreateClientDateMutation,
  DeleteClientDateMutation,
  type ClientDate,
  type RhythmClient,
} from './rhythm.documents';

/** The client's own calendar. */
export function DatesCard({ client, onReload }: { client: RhythmClient; onReload: () => void }) {
  const t = useT();
  const format = useFormat();
  const undoable = useUndoable();
  const [edited, edit] = useState<ClientDate | 'new' | null>(null);
  const [remove] = useCommand(DeleteClientDateMutation);
  const [create] = useCommand(CreateClientDateMutation);
  const dates = client.dates ?? [];
  const drop = async ({ id, version: _, ...date }: ClientDate) => {
    const outcome = await remove({ input: { clientDateId: id } });
    if (outcome.status !== 'success') return;
    undoable({
      message: t('rhythm.dateRemoved', { title: date.title }),
      undo: async () => {
        const again = await create({ input: { clientId: client.id, ...date } });
        if (again.status === 'success') toast(t('rhythm.dateBack', { title: date.title }));
      },
    });
  };
  const when = ({ startsOn, endsOn, isYearly }: ClientDate) => {
    const days = isYearly ? format.dayLong(startsOn) : format.day(startsOn);
    const last = isYearly ? format.dayLong(endsOn) : format.day(endsOn);
    return [startsOn === endsOn ? days : `${days} – ${last}`, isYearly && t('rhythm.yearly')]
      .filter(Boolean)
      .join(', ');
  };
  const add = (
    <Button size="xs" leftSection={<IconPlus />} onClick={() => edit('new')}>
      {t('rhythm.addDate')}
    </Button>
  );
  return (
    <Card label={t('rhythm.dates')}>
      <CardHeader title={t('rhythm.dates')} count={dates.length} aside={dates.length > 0 && add} ruled />
      {dates.length === 0 ? (
        <EmptyState title={t('rhythm.datesEmpty')} action={add}>
          {t('rhythm.datesEmptyText')}
        </EmptyState>
      ) : (
        <ul className={classes.list}>
          {dates.map((date) => (
            <li key={date.id} className={classes.row}>
              <div className={classes.rowText}>
                <p className={classes.rowTitle}>{date.title}</p>
                <p className={classes.rowNote}>{when(date)}</p>
                {date.note && <p className={classes.rowBody}>{date.note}</p>}
              </div>
              {date.kind === 'AWAY' && <Chip>{t('rhythm.kind.AWAY')}</Chip>}
              <div className={classes.rowActions}>
                <Button
                  size="xs"
                  variant="subtle"
                  aria-label={`${t('edit')}: ${date.title}`}
                  onClick={() => edit(date)}
                >
                  {t('edit')}
                </Button>
                <Button
                  size="xs"
                  variant="subtle"
                  aria-label={`${t('rhythm.removeDate')}: ${date.title}`}
                  onClick={() => void drop(date)}
                >
                  {t('rhythm.removeDate')}
                </Button>
              </div>
            </li>
          ))}
        </ul>
      )}
      <RowDrawer
        edited={edited}
        rows={dates}
        title={{ add: t('rhythm.addDate'), edit: t('rhythm.date') }}
        onClose={() => edit(null)}
      >
        {(date) => <DateForm clientId={client.id} date={date} onReload={onReload} onDone={() => edit(null)} />}
      </RowDrawer>
    </Card>
  );
}
