import { ActionIcon, Button, Input, Textarea } from '@mantine/core';
import { IconPlus, IconTrash } from '@planerka/platform/web';
import { useRef } from 'react';
import { useT } from '../../locales';
import classes from './fields.module.css';
import { listOf, type FieldProps } from './field-props';

/** One thought a line: Enter begins the next, Backspace in an empty one goes back. */
export function LinesField({ field, label, hint, value, error, errorAt, onChange }: FieldProps) {
  const t = useT();
  const root = useRef<HTMLUListElement>(null);
  const lines = listOf<string>(value);
  const shown = lines.length === 0 ? [''] : lines;
  const focus = (index: number): void => {
    // The line is there after React has drawn it.
    window.requestAnimationFrame(() =>
      root.current?.querySelectorAll<HTMLTextAreaElement>('textarea:not([aria-hidden])')[index]?.focus(),
    );
  };
  const set = (index: number, text: string): void => onChange(shown.map((line, at) => (at === index ? text : line)));
  const paste = (index: number, text: string): void => {
    const [first = '', ...rest] = text.split(/\r?\n/).map((line) => line.replace(/^\s*[-•*\d.)]*\s+/, '').trim());
    const current = shown[index] ?? '';
    onChange([...shown.slice(0, index), current + first, ...rest.filter(Boolean), ...shown.slice(index + 1)]);
  };
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
      <ul ref={root} className={classes.rows}>
        {shown.map((line, index) => (
          <li key={index} className={classes.row}>
            <div className={classes.controls}>
              <Textarea
                className={classes.full}
                aria-label={`${label}, ${index + 1}`}
                autosize
                minRows={1}
                value={line}
                error={errorAt(String(index)) ?? Boolean(error)}
                {...(index === 0 ? { 'data-path': field.path } : {})}
                onChange={(event) => set(index, event.currentTarget.value)}
                onPaste={(event) => {
                  const text = event.clipboardData.getData('text/plain');
                  if (!text.includes('\n')) return;
                  event.preventDefault();
                  paste(index, text);
                }}
                onKeyDown={(event) => {
                  if (event.key === 'Enter') {
                    event.preventDefault();
                    if (line.trim() === '') return;
                    onChange([...shown.slice(0, index + 1), '', ...shown.slice(index + 1)]);
                    focus(index + 1);
                  } else if (event.key === 'Backspace' && line === '' && index > 0) {
                    event.preventDefault();
                    onChange(shown.filter((_, at) => at !== index));
                    focus(index - 1);
                  }
                }}
              />
            </div>
            {shown.length > 1 && (
              <ActionIcon
                variant="subtle"
                aria-label={`${t('brief.remove')}: ${label} ${index + 1}`}
                onClick={() => onChange(shown.filter((_, at) => at !== index))}
              >
                <IconTrash />
              </ActionIcon>
            )}
          </li>
        ))}
      </ul>
      {shown.at(-1)?.trim() !== '' && (
        <Button
          size="xs"
          variant="subtle"
          leftSection={<IconPlus />}
          onClick={() => {
            onChange([...shown, '']);
            focus(shown.length);
          }}
        >
          {t('brief.add')}
        </Button>
      )}
    </Input.Wrapper>
  );
}
