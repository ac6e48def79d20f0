import { sql, type RawBuilder } from 'kysely';

/** A piece of the text that a statement writes: words that are always the same, or an expression. */
export type Piece = string | RawBuilder<unknown>;

/** PostgreSQL takes a hundred arguments; one text of many is itself an argument. */
const mostArguments = 90;

/** An expression whose value is the pieces, one after another. NULL writes nothing: what may be NULL says what it writes then. */
export function textOf(pieces: readonly Piece[]): RawBuilder<string> {
  const merged: Piece[] = [];
  for (const piece of pieces) {
    const last = merged.at(-1);
    if (typeof piece === 'string' && typeof last === 'string') merged[merged.length - 1] = last + piece;
    else merged.push(piece);
  }
  return concat(merged.map((piece) => (typeof piece === 'string' ? sql.lit(piece) : piece)));
}

function concat(expressions: readonly RawBuilder<unknown>[]): RawBuilder<string> {
  if (expressions.length <= mostArguments) return sql<string>`concat(${sql.join(expressions)})`;
  const parts: RawBuilder<string>[] = [];
  for (let from = 0; from < expressions.length; from += mostArguments) {
    parts.push(concat(expressions.slice(from, from + mostArguments)));
  }
  return concat(parts);
}
