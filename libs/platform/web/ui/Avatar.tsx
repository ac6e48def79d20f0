import classes from './Avatar.module.css';
import { cx } from './cx';

const TINTS = 6;

/** The same person or client has the same tint on every screen. */
export function tintOf(id: string): number {
  let hash = 0;
  for (let index = 0; index < id.length; index++) hash = (Math.imul(hash, 31) + id.charCodeAt(index)) >>> 0;
  return (hash % TINTS) + 1;
}

export function initialsOf(name: string): string {
  const words = name
    .trim()
    .split(/\s+/)
    .filter((word) => /^[\p{L}\p{N}«"]/u.test(word));
  return words
    .slice(0, 2)
    .map((word) => word.replace(/^[«"]/, '').charAt(0).toUpperCase())
    .join('');
}

export interface AvatarProps {
  id: string;
  name: string;
  /** A client is a square, a person a circle. */
  kind?: 'person' | 'client';
  size?: 20 | 24 | 28 | 36;
  imageUrl?: string | null;
  /** Where the name does not stand beside it. */
  labelled?: boolean;
}

export function Avatar({ id, name, kind = 'person', size = 24, imageUrl, labelled = false }: AvatarProps) {
  const className = cx(
    classes.avatar,
    classes[`s${size}`],
    classes[`t${tintOf(id)}`],
    kind === 'client' && classes.square,
  );
  const a11y = labelled
    ? ({ role: 'img', 'aria-label': name, title: name } as const)
    : ({ 'aria-hidden': true } as const);
  return (
    <span className={className} {...a11y}>
      {imageUrl ? <img src={imageUrl} alt="" className={classes.image} /> : initialsOf(name)}
    </span>
  );
}

/** Avatar and name in a line. */
export function Person({ id, name, note, size = 24, kind }: AvatarProps & { note?: string }) {
  return (
    <span className={classes.person}>
      <Avatar id={id} name={name} size={size} {...(kind ? { kind } : {})} />
      <span className={classes.names}>
        <span className={classes.name}>{name}</span>
        {note && <span className={classes.note}>{note}</span>}
      </span>
    </span>
  );
}
