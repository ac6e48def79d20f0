import { Checkbox, Popover } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { usePlatformText } from '../locales/platform-text';
import { cx } from './cx';
import classes from './FilterChip.module.css';
import { IconChevronDown } from './icons';

/** A filter that is on or off: «Под риском · 2». */
export function FilterToggle({
  on,
  onChange,
  icon,
  children,
}: {
  on: boolean;
  onChange: (on: boolean) => void;
  icon?: ReactNode;
  children: ReactNode;
}) {
  return (
    <button
      type="button"
      aria-pressed={on}
      className={cx(classes.filter, on && classes.on)}
      onClick={() => onChange(!on)}
    >
      {icon}
      {children}
    </button>
  );
}

export interface FilterOption {
  value: string;
  label: string;
  icon?: ReactNode;
}

export interface FilterChipProps {
  label: string;
  options: readonly FilterOption[];
  value: readonly string[];
  onChange: (value: string[]) => void;
}

/** A filter with a menu of choices. Outlined, filled with tint when on. */
export function FilterChip({ label, options, value, onChange }: FilterChipProps) {
  const t = usePlatformText();
  const [isOpen, setOpen] = useState(false);
  // on also where what it asks for is not among the choices: then nothing is found, and it has to be seen why
  const isOn = value.length > 0;
  const only = value.length === 1 ? options.find((option) => option.value === value[0]) : undefined;
  const toggle = (option: string) =>
    onChange(value.includes(option) ? value.filter((other) => other !== option) : [...value, option]);
  return (
    <Popover opened={isOpen} onChange={setOpen} position="bottom-start" trapFocus>
      <Popover.Target>
        <button
          type="button"
          aria-haspopup="dialog"
          aria-expanded={isOpen}
          className={cx(classes.filter, isOn && classes.on)}
          onClick={() => setOpen(!isOpen)}
        >
          {!isOn ? label : (only?.label ?? `${label} · ${value.length}`)}
          <IconChevronDown size={12} />
        </button>
      </Popover.Target>
      <Popover.Dropdown p="xs" aria-label={label}>
        <ul className={classes.options}>
          {options.map((option) => (
            <li key={option.value}>
              <label className={classes.option}>
                <Checkbox checked={value.includes(option.value)} onChange={() => toggle(option.value)} />
                {option.icon}
                <span>{option.label}</span>
              </label>
            </li>
          ))}
        </ul>
        {isOn && (
          <button type="button" className={classes.clear} onClick={() => onChange([])}>
            {t('actions.clear')}
          </button>
        )}
      </Popover.Dropdown>
    </Popover>
  );
}
