/** A place on a picture, in shares of its width and height. */
export interface Point {
  readonly kind: 'point';
  readonly fileId: string;
  readonly x: number;
  readonly y: number;
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

export function pointOf(anchor: unknown): Point | null {
  if (!isRecord(anchor) || anchor['kind'] !== 'point') return null;
  const { fileId, x, y } = anchor;
  return typeof fileId === 'string' && typeof x === 'number' && typeof y === 'number'
    ? { kind: 'point', fileId, x, y }
    : null;
}

export function quoteOf(anchor: unknown): string | null {
  return isRecord(anchor) && anchor['kind'] === 'passage' && typeof anchor['quote'] === 'string'
    ? anchor['quote']
    : null;
}
