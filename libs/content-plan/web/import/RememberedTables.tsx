import { ActionIcon, Button, Tooltip } from '@mantine/core';
import {
  IconPen,
  IconTrash,
  Notice,
  Row,
  Spacer,
  toast,
  useCommand,
  useConfirm,
  useFormat,
  usePlatformText,
} from '@planerka/platform/web';
import { useState } from 'react';
import { useQuery } from 'urql';
import { useT } from './locales';
import { ColumnChoices } from './ColumnMapping';
import classes from './RememberedTables.module.css';
import {
  ChangeRememberedMutation,
  ForgetRememberedMutation,
  type Remembered,
  RememberedTablesQuery,
} from './remembered.documents';

/** How this client's tables were read: seen, set right and forgotten without one at hand. */
export function RememberedTables({ clientId }: { clientId: string }) {
  const t = useT();
  const [{ data, error }, refetch] = useQuery({
    query: RememberedTablesQuery,
    variables: { clientId },
    requestPolicy: 'cache-and-network',
  });
  const tables = data?.planImportMappings ?? [];
  const reload = () => refetch({ requestPolicy: 'network-only' });
  if (error && !data) {
    return (
      <Notice tone="warn">
        {t('memory.failed')}{' '}
        <Button size="xs" variant="subtle" onClick={reload}>
          {t('memory.again')}
        </Button>
      </Notice>
    );
  }
  // Nothing is remembered of most clients, and then there is nothing to say.
  if (tables.length === 0) return null;
  return (
    <details className={classes.root}>
      <summary>{t('memory.title', { count: tables.length })}</summary>
      <p className={classes.hint}>{t('memory.hint')}</p>
      <ul className={classes.list}>
        {tables.map((table) => (
          <RememberedTable key={`${table.key}${table.version}`} clientId={clientId} table={table} onReload={reload} />
        ))}
      </ul>
    </details>
  );
}

function RememberedTable({
  clientId,
  table: { key, columns, usedAt, version },
  onReload,
}: {
  clientId: string;
  table: Remembered;
  onReload: () => void;
}) {
  const t = useT();
  const words = usePlatformText();
  const format = useFormat();
  const confirm = useConfirm();
  const [chosen, setChosen] = useState<Remembered['columns'] | null>(null);
  const [change, isChanging] = useCommand(ChangeRememberedMutation, { onReload });
  const [forget, isForgetting] = useCommand(ForgetRememberedMutation);
  const name = columns.map(({ header }) => header || '…').join(' · ');
  const taken = columns.filter(({ column }) => column !== null).length;

  const save = async () => {
    if (!chosen) return;
    const input = { clientId, key, expectedVersion: version, columns: chosen.map(({ column }) => column) };
    const outcome = await change({ input });
    if (outcome.status !== 'success') return;
    setChosen(null);
    toast(t('memory.saved'));
  };
  const ask = async () => {
    const isSure = await confirm({
      title: t('memory.forgetTitle'),
      text: t('memory.forgetText', { name }),
      confirm: t('memory.forget'),
      isDangerous: true,
    });
    if (isSure) await forget({ input: { clientId, key } });
  };
  return (
    <li className={classes.table}>
      <div className={classes.head}>
        <div className={classes.name}>
          {name}
          <p className={classes.hint}>{t('memory.used', { day: format.dateTime(usedAt), count: taken })}</p>
        </div>
        <Tooltip label={words('actions.edit')}>
          <ActionIcon
            aria-label={t('memory.edit', { name })}
            aria-expanded={chosen !== null}
            onClick={() => setChosen(chosen ? null : columns)}
          >
            <IconPen />
          </ActionIcon>
        </Tooltip>
        <Tooltip label={t('memory.forget')}>
          <ActionIcon aria-label={t('memory.forgetOf', { name })} loading={isForgetting} onClick={() => void ask()}>
            <IconTrash />
          </ActionIcon>
        </Tooltip>
      </div>
      {chosen && (
        <>
          <ColumnChoices
            columns={chosen.map(({ header, column }, index) => ({
              index,
              header,
              sample: '',
              column: column && (column.toLowerCase() as Lowercase<typeof column>),
            }))}
            onChoose={(index, column) => {
              const wanted = column && (column.toUpperCase() as Uppercase<typeof column>);
              // A column of the plan is taken from one of the table: the last that was chosen.
              setChosen(
                chosen.map((one, at) =>
                  at === index ? { ...one, column: wanted } : one.column === wanted ? { ...one, column: null } : one,
                ),
              );
            }}
          />
          <Row>
            <Spacer />
            <Button size="xs" variant="subtle" onClick={() => setChosen(null)}>
              {words('actions.cancel')}
            </Button>
            <Button size="xs" loading={isChanging} onClick={() => void save()}>
              {words('actions.save')}
            </Button>
          </Row>
        </>
      )}
    </li>
  );
}
