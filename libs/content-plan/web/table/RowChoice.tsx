import { useRef } from 'react';
import classes from './PlanTable.module.css';

/** The box before a row; with Shift it takes along all rows from the one chosen last. */
export function RowChoice({
  isOn,
  isPartly = false,
  label,
  onChange,
}: {
  isOn: boolean;
  isPartly?: boolean;
  label: string;
  onChange: (isRange: boolean) => void;
}) {
  // The change says nothing of the Shift key, the click before it does.
  const isRange = useRef(false);
  return (
    <label className={classes.choice}>
      <input
        ref={(box) => {
          if (box) box.indeterminate = isPartly;
        }}
        type="checkbox"
        aria-label={label}
        checked={isOn}
        onClick={(event) => {
          isRange.current = event.shiftKey;
        }}
        onChange={() => onChange(isRange.current)}
      />
    </label>
  );
}
