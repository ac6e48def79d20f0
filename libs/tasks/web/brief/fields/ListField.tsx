import { ActionIcon, Button, Input } from '@mantine/core';
import { IconPlus, IconTrash } from '@planerka/platform/web';
import type { ReactNode } from 'react';
import { useT } from '../../locales';
import classes from './fields.module.css';
import { listOf, type FieldProps } from './field-props';

/** A list of things, each with its own controls: added at the end, taken away one by one. */
export function ListField<T>({
  field,
  label,
  hint,
  value,
  error,
  errorAt,
  onChange,
  empty,
  add,
  children,
  look = 'rows',
}: FieldProps & {
  empty: () => T;
  add?: string;
  children: (
    row: T,
    change: (part: Partial<T>) => void,
    index: number,
    /** What the server says of that part of the row. */
    errorOf: (part: keyof T & string) => string | undefined,
  ) => ReactNode;
  look?: 'rows' | 'cards';
}) {
  const t = useT();
  const rows = listOf<T>(value);
  const change = (index: number, part: Partial<T>): void =>
    onChange(rows.map((row, at) => (at === index ? { ...row, ...part } : row)));
  return (
    <Input.Wrapper
      label={label}
      description={hint}
      error={error}
      withAsterisk={field.need === 'required'}
      labelElement="div"
      role="group"
      aria-label={label}
    >
      <ul className={classes.rows} data-path={field.path} tabIndex={-1}>
        {rows.map((row, index) => (
          <li key={index} className={look === 'cards' ? classes.card : classes.row}>
            <div className={classes.controls}>
              {children(
                row,
                (part) => change(index, part),
                index,
                (part) => errorAt(`${index}.${part}`),
              )}
            </div>
            <ActionIcon
              variant="subtle"
              aria-label={`${t('brief.remove')}: ${label} ${index + 1}`}
              onClick={() => onChange(rows.filter((_, at) => at !== index))}
            >
              <IconTrash />
            </ActionIcon>
          </li>
        ))}
      </ul>
      <Button size="xs" variant="subtle" leftSection={<IconPlus />} onClick={() => onChange([...rows, empty()])}>
        {add ?? t('brief.add')}
      </Button>
    </Input.Wrapper>
  );
}
