import type { ReactNode } from 'react';
import { cx } from './cx';
import classes from './Segmented.module.css';

export interface Segment<V extends string> {
  value: V;
  label: string;
  icon?: ReactNode;
  /** Only the icon is seen, the label is heard. */
  iconOnly?: boolean;
}

export interface SegmentedProps<V extends string> {
  label: string;
  value: V;
  onChange: (value: V) => void;
  segments: readonly Segment<V>[];
}

export function Segmented<V extends string>({ label, value, onChange, segments }: SegmentedProps<V>) {
  return (
    <div className={classes.root} role="radiogroup" aria-label={label}>
      {segments.map((segment, index) => {
        const isOn = segment.value === value;
        return (
          <button
            key={segment.value}
            type="button"
            role="radio"
            aria-checked={isOn}
            aria-label={segment.iconOnly ? segment.label : undefined}
            title={segment.iconOnly ? segment.label : undefined}
            tabIndex={isOn ? 0 : -1}
            className={cx(classes.segment, isOn && classes.on)}
            onClick={() => onChange(segment.value)}
            onKeyDown={(event) => {
              const step =
                event.key === 'ArrowRight' || event.key === 'ArrowDown'
                  ? 1
                  : event.key === 'ArrowLeft' || event.key === 'ArrowUp'
                    ? -1
                    : 0;
              if (step === 0) return;
              event.preventDefault();
              const next = segments[(index + step + segments.length) % segments.length];
              if (!next) return;
              onChange(next.value);
              const buttons = event.currentTarget.parentElement?.children;
              const target = buttons?.[segments.indexOf(next)];
              if (target instanceof HTMLElement) target.focus();
            }}
          >
            {segment.icon}
            {!segment.iconOnly && segment.label}
          </button>
        );
      })}
    </div>
  );
}
