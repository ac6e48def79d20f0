import { ActionIcon, Button } from '@mantine/core';
import { IconPlus, IconTrash } from '@planerka/platform/web';
import type { ReactNode } from 'react';
import { useT } from '../locales';
import classes from './BrandTab.module.css';

export interface EditableRowsProps {
  label: string;
  addLabel: string;
  rows: readonly unknown[];
  onAdd: () => void;
  onRemove: (index: number) => void;
  children: (index: number) => ReactNode;
}

/** A list of small records in a form: colours, fonts, links. */
export function EditableRows({ label, addLabel, rows, onAdd, onRemove, children }: EditableRowsProps) {
  const t = useT();
  return (
    <div role="group" aria-label={label}>
      <p className={classes.rowsLabel}>{label}</p>
      <div className={classes.rows}>
        {rows.map((_, index) => (
          <div key={index} className={classes.editRow}>
            {children(index)}
            <ActionIcon aria-label={t('brand.remove')} onClick={() => onRemove(index)}>
              <IconTrash />
            </ActionIcon>
          </div>
        ))}
      </div>
      <Button size="xs" leftSection={<IconPlus />} onClick={onAdd}>
        {addLabel}
      </Button>
    </div>
  );
}
