import { TextInput, type TextInputProps } from '@mantine/core';
import { useRef } from 'react';
import classes from './Ads.module.css';
import { useT } from './locales';

/** A scheme, with what can be put into it at the cursor. */
export function SchemeInput<Name extends string>({
  value,
  onChange,
  placeholders,
  nameOf,
  isOneOfMany = false,
  ...input
}: Omit<TextInputProps, 'value' | 'onChange'> & {
  value: string;
  onChange: (scheme: string) => void;
  placeholders: readonly Name[];
  nameOf: (placeholder: Name) => string;
  /** What can be put in is shown while it is written. */
  isOneOfMany?: boolean;
  'data-path'?: string;
}) {
  const t = useT();
  const field = useRef<HTMLInputElement>(null);
  const insert = (name: Name): void => {
    const at = field.current?.selectionStart ?? value.length;
    const written = `{${name}}`;
    onChange(value.slice(0, at) + written + value.slice(field.current?.selectionEnd ?? at));
    window.requestAnimationFrame(() => {
      field.current?.focus();
      field.current?.setSelectionRange(at + written.length, at + written.length);
    });
  };
  return (
    <div className={isOneOfMany ? classes.oneOfMany : undefined}>
      <TextInput
        {...input}
        ref={field}
        maxLength={500}
        spellCheck={false}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      <div className={classes.placeholders} role="group" aria-label={t('scheme.placeholders')}>
        {placeholders.map((name) => (
          <button
            key={name}
            type="button"
            className={classes.placeholder}
            title={`{${name}}`}
            onClick={() => insert(name)}
          >
            {nameOf(name)}
          </button>
        ))}
      </div>
    </div>
  );
}
