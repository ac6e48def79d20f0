import { NativeSelect } from '@mantine/core';
import { useFormat } from '@planerka/platform/web';
import type { ReactNode } from 'react';

interface MonthChoiceProps {
  label: string;
  /** "2026-12" */
  value: string;
  error?: ReactNode;
  onChange: (month: string) => void;
}

const around = [-2, -1, 0, 1, 2, 3, 4, 5, 6];

/** Months that a plan is shown for: about now, and the one that is chosen. */
export function MonthChoice({ label, value, error, onChange }: MonthChoiceProps) {
  const format = useFormat();
  const now = new Date();
  const months = around.map((by) =>
    new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + by, 1)).toISOString().slice(0, 7),
  );
  return (
    <NativeSelect
      label={label}
      value={value}
      error={error}
      onChange={(event) => onChange(event.currentTarget.value)}
      data-path="month"
      data={[...new Set([...months, value])].toSorted().map((month) => ({ value: month, label: format.month(month) }))}
    />
  );
}
