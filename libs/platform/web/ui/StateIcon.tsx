import type { ReactNode } from 'react';
import { usePlatformText } from '../locales/platform-text';
import { Chip } from './Chip';
import { cx } from './cx';
import classes from './StateIcon.module.css';
import { shapeOf, type StateShape, toneOf, type WorkState } from './work-state';

const ring = <circle cx="7" cy="7" r="5.5" fill="none" stroke="currentColor" strokeWidth="1.5" />;
const cut = {
  fill: 'none',
  stroke: 'var(--surface)',
  strokeWidth: 1.5,
  strokeLinecap: 'round',
  strokeLinejoin: 'round',
} as const;

/** A state is a shape first and a colour second. */
const DRAWINGS: Record<StateShape, ReactNode> = {
  draft: <circle cx="7" cy="7" r="5.5" fill="none" stroke="currentColor" strokeWidth="1.5" strokeDasharray="2.3 2" />,
  issued: ring,
  progress: (
    <>
      {ring}
      <path d="M7 3.5a3.5 3.5 0 0 1 0 7Z" fill="currentColor" />
    </>
  ),
  review: (
    <>
      {ring}
      <path d="M7 7V3.5A3.5 3.5 0 1 1 3.5 7Z" fill="currentColor" />
    </>
  ),
  client: (
    <>
      {ring}
      <circle cx="7" cy="7" r="2.7" fill="currentColor" />
    </>
  ),
  done: (
    <>
      <circle cx="7" cy="7" r="6.25" fill="currentColor" />
      <path d="m4.3 7.2 1.9 1.9 3.5-3.9" {...cut} />
    </>
  ),
  cancelled: (
    <>
      {ring}
      <path d="m3.6 10.4 6.8-6.8" fill="none" stroke="currentColor" strokeWidth="1.5" />
    </>
  ),
  published: (
    <path
      d="m2.5 7.5 3 3 6-6.5"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      strokeLinecap="round"
      strokeLinejoin="round"
    />
  ),
  missed: (
    <>
      <circle cx="7" cy="7" r="6.25" fill="currentColor" />
      <path d="m5 5 4 4M9 5 5 9" {...cut} />
    </>
  ),
};

export interface StateIconProps {
  state: WorkState;
  size?: number;
  /** True where the state's name stands beside it as text. */
  decorative?: boolean;
}

export function StateIcon({ state, size = 14, decorative = false }: StateIconProps) {
  const t = usePlatformText();
  const shape = shapeOf(state);
  return (
    <svg
      className={cx(classes.icon, classes[shape])}
      width={size}
      height={size}
      viewBox="0 0 14 14"
      {...(decorative ? { 'aria-hidden': true } : { role: 'img', 'aria-label': t(`state.${state}`) })}
    >
      {DRAWINGS[shape]}
    </svg>
  );
}

/** The state as a chip: shape and name. */
export function StateChip({ state, children }: { state: WorkState; children?: ReactNode }) {
  const t = usePlatformText();
  return (
    <Chip tone={toneOf(state)} icon={<StateIcon state={state} size={12} decorative />}>
      {children ?? t(`state.${state}`)}
    </Chip>
  );
}
