import type { ReactNode } from 'react';
import { usePlatformText } from '../locales/platform-text';
import classes from './NetworkIcon.module.css';

const square = <rect width="14" height="14" rx="4" fill="currentColor" />;
const disc = <circle cx="7" cy="7" r="7" fill="currentColor" />;
const ink = {
  fill: 'none',
  stroke: 'var(--surface)',
  strokeWidth: 1.2,
  strokeLinecap: 'round',
  strokeLinejoin: 'round',
} as const;

/** Drawn by us, in one neutral ink: recognisable, but never louder than a state. */
const GLYPHS = {
  vk: (
    <>
      {square}
      <path
        d="M3.3 4.8h1.2c.1 1.7.8 2.7 1.6 2.9V4.8h1.2v1.6c.8-.1 1.5-.8 1.8-1.6h1.2c-.2.9-.9 1.7-1.5 2.1.6.3 1.4 1 1.8 2.3H9.3c-.3-.8-.9-1.4-2-1.5v1.5h-.2C5 9.2 3.4 7.7 3.3 4.8Z"
        fill="var(--surface)"
      />
    </>
  ),
  telegram: (
    <>
      {disc}
      <path
        d="M3.2 6.9 10.3 4c.3-.1.6.1.5.5L9.7 9.9c-.1.4-.5.5-.8.3L7.1 8.9l-.9.9c-.2.2-.4.1-.4-.2l.1-1.4 2.8-2.5-3.5 2.2-1.9-.6c-.3-.1-.3-.3-.1-.4Z"
        fill="var(--surface)"
      />
    </>
  ),
  ok: (
    <>
      {square}
      <circle cx="7" cy="4.7" r="1.5" {...ink} />
      <path d="M4.8 7.7c1.4.9 3 .9 4.4 0M7 8.3 5.2 10.6M7 8.3l1.8 2.3" {...ink} />
    </>
  ),
  youtube: (
    <>
      <rect y="1.5" width="14" height="11" rx="3.5" fill="currentColor" />
      <path d="M5.7 4.8 9.3 7 5.7 9.2Z" fill="var(--surface)" />
    </>
  ),
  tiktok: (
    <>
      {square}
      <path d="M7.7 3v5.6a1.7 1.7 0 1 1-1.7-1.7M7.7 3c.2 1.4 1.1 2.2 2.5 2.3" {...ink} />
    </>
  ),
  dzen: (
    <>
      {disc}
      <path
        d="M7 2.3c.1 3.1.9 4.5 4.7 4.7C7.9 7.2 7.1 8.6 7 11.7 6.9 8.6 6.1 7.2 2.3 7 6.1 6.8 6.9 5.4 7 2.3Z"
        fill="var(--surface)"
      />
    </>
  ),
  instagram: (
    <>
      {square}
      <rect x="3.2" y="3.2" width="7.6" height="7.6" rx="2.3" {...ink} />
      <circle cx="7" cy="7" r="1.8" {...ink} />
      <circle cx="9.2" cy="4.8" r=".5" fill="var(--surface)" />
    </>
  ),
  max: (
    <>
      {disc}
      <path d="M4 9.7V4.7l3 3 3-3v5" {...ink} />
    </>
  ),
  rutube: (
    <>
      {square}
      <path d="M4.4 10V4.3h3.7a1.6 1.6 0 0 1 0 3.3H4.4M7.9 7.6 9.7 10" {...ink} />
    </>
  ),
  facebook: (
    <>
      {disc}
      <path d="M7.3 11.5V6a1.5 1.5 0 0 1 1.6-1.6h.6M5.6 7.5h3.4" {...ink} />
    </>
  ),
  pinterest: (
    <>
      {disc}
      <path d="M5.9 11.3 7.2 5.7M5.2 7.2a2.3 2.3 0 1 1 2.1 1.2" {...ink} />
    </>
  ),
  website: (
    <>
      {disc}
      <path d="M2.8 7h8.4M7 2.8c1.7 2.6 1.7 5.8 0 8.4M7 2.8c-1.7 2.6-1.7 5.8 0 8.4" {...ink} />
    </>
  ),
  other: (
    <>
      {square}
      <path d="M4 7h.01M7 7h.01M10 7h.01" {...ink} strokeWidth={1.6} />
    </>
  ),
} satisfies Record<string, ReactNode>;

export type Network = keyof typeof GLYPHS;

/** Accepts the domain's `vk` and GraphQL's `VK`; an unknown one is drawn as «other». */
export function networkOf(value: string): Network {
  const name = value.toLowerCase();
  return Object.hasOwn(GLYPHS, name) ? (name as Network) : 'other';
}

export interface NetworkIconProps {
  network: Network;
  size?: number;
  decorative?: boolean;
}

export function NetworkIcon({ network, size = 14, decorative = false }: NetworkIconProps) {
  const t = usePlatformText();
  return (
    <svg
      className={classes.icon}
      width={size}
      height={size}
      viewBox="0 0 14 14"
      {...(decorative ? { 'aria-hidden': true } : { role: 'img', 'aria-label': t(`network.${network}`) })}
    >
      {GLYPHS[network]}
    </svg>
  );
}

/** Glyph and name. */
export function NetworkName({ network, name }: { network: Network; name?: string }) {
  const t = usePlatformText();
  return (
    <span className={classes.name}>
      <NetworkIcon network={network} decorative />
      {name ?? t(`network.${network}`)}
    </span>
  );
}
