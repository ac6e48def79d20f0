import type { BriefField } from '@planerka/tasks/domain';

export interface FieldProps {
  readonly field: BriefField;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly value: unknown;
  /** Of the field as a whole. */
  readonly error?: string | undefined;
  /** Of a part of it, by its path within the field: `2.url`. */
  readonly errorAt: (part: string) => string | undefined;
  readonly onChange: (value: unknown) => void;
  /** For what arrives later, such as an upload: on top of what has been typed meanwhile. */
  readonly onUpdate: (change: (now: unknown) => unknown) => void;
}

export const listOf = <T>(value: unknown): readonly T[] => (Array.isArray(value) ? (value as readonly T[]) : []);

/** Names a row of a list that others refer to (a segment, a creative). */
export const newKey = (): string => crypto.randomUUID().slice(0, 8);

export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
