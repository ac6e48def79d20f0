import { Select } from '@mantine/core';
import { planColumns, type PlanColumn, type PlanPreview } from '@planerka/content-plan/domain';
import { useT } from './locales';
import classes from './ImportWizard.module.css';

export interface ColumnMappingProps {
  columns: PlanPreview['columns'];
  isOpen: boolean;
  onChoose: (index: number, column: PlanColumn | null) => void;
}

const skip = '';

/** What each column of the file holds: recognised by its header, or chosen here. */
export function ColumnMapping({ columns, isOpen, onChoose }: ColumnMappingProps) {
  const t = useT();
  return (
    <details className={classes.mapping} open={isOpen || undefined}>
      <summary>{t('columns')}</summary>
      <ColumnChoices columns={columns} onChoose={onChoose} />
    </details>
  );
}

export function ColumnChoices({ columns, onChoose }: Omit<ColumnMappingProps, 'isOpen'>) {
  const t = useT();
  const data = [
    { value: skip, label: t('skip') },
    ...planColumns.map((column) => ({ value: column, label: t(`columnName.${column}`) })),
  ];
  return (
    <div className={classes.columns}>
      {columns.map(({ index, header, sample, column }) => (
        <Select
          key={index}
          label={header ? t('column', { header }) : t('columnNumber', { number: index + 1 })}
          description={sample && <span className={classes.sample}>{t('example', { sample })}</span>}
          value={column ?? skip}
          data={data}
          onChange={(value) => onChoose(index, planColumns.find((known) => known === value) ?? null)}
        />
      ))}
    </div>
  );
}
