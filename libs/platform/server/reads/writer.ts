import { sql, type RawBuilder } from 'kysely';
import type { Column, Join, OneOf, Reading, ReadField, ReadFields, ReadType, Relation, Rule } from './fields';
import { wholeSelection, type Selection } from './selection';
import { textOf, type Piece } from './text';

/*
 * What the statement writes is the answer itself, as JSON text: a name, a value, a comma. Where a rule has to speak it
 * leaves a slot: a mark, the slot's number, the rule's facts, the mark again. No JSON has the mark: inside of strings
 * such a character is escaped.
 */
export const mark = '\u001f';

/** A place in the text that a rule fills. */
export interface Slot {
  readonly rule: Rule<unknown>;
  readonly selection: Selection;
}

/** The expression for an object, and the joins that it takes. */
export interface WrittenObject {
  readonly object: RawBuilder<string>;
  readonly joins: RawBuilder<unknown>;
}

/** Writes the expression for an object of a described type, and remembers the slots that it leaves. */
export class Writer {
  readonly slots: Slot[] = [];

  constructor(private readonly reading: Reading) {}

  object(type: ReadType, selections: readonly Selection[]): WrittenObject {
    return written((row) => this.objectPieces(type, selections, row));
  }

  private objectPieces(type: ReadType, selections: readonly Selection[], row: Row): Piece[] {
    const wanted = this.reading === 'wire' ? selections : withParent(type, selections);
    return object(wanted.map((selection) => [selection.key, this.field(type, selection, row)]));
  }

  private field(type: ReadType, selection: Selection, row: Row): Piece[] {
    if (selection.name === '__typename') return [JSON.stringify(type.name)];
    const field = type.fields[selection.name] ?? type.parent?.[selection.name];
    switch (field?.kind) {
      case 'column':
        return columnPieces(field, this.reading, row);
      case 'relation':
        return relationPieces(field, row, (inner, below) => this.objectPieces(inner, selection.fields, below));
      case 'oneOf':
        return [this.chosen(field, selection, row)];
      case 'rule':
        return this.slot(field, selection, row);
      default:
        // A resolver of its own knows it.
        return ['null'];
    }
  }

  /** A resolver that is given the object has to know which type it is of: it finds all of its `parent`. */
  private chosen({ types }: OneOf<unknown>, { byType = {} }: Selection, row: Row): RawBuilder<unknown> {
    const cases = types.map(({ type, when }) => {
      const wanted = byType[type.name] ?? [];
      const known =
        this.reading === 'inside' ? [...wanted, ...wholeSelection({ name: '', fields: type.parent ?? {} })] : wanted;
      return sql`WHEN ${when} THEN ${textOf(this.objectPieces(type, known, row))}`;
    });
    return sql`CASE ${sql.join(cases, sql` `)} ELSE 'null' END`;
  }

  private slot(rule: Rule<unknown>, selection: Selection, row: Row): Piece[] {
    const number = this.slots.push({ rule, selection }) - 1;
    return [`${mark}${number}:`, ...factPieces(rule.facts, row), mark];
  }
}

/** Facts as an object, for a command that asks the rule itself. */
export const document = (facts: ReadFields): WrittenObject => written((row) => factPieces(facts, row));

/** Where a resolver of its own is asked, it finds in the object what it takes. */
function withParent({ fields, parent = {} }: ReadType, selections: readonly Selection[]): readonly Selection[] {
  if (selections.every(({ name }) => fields[name])) return selections;
  const asked = new Set(selections.map(({ name }) => name));
  return [...selections, ...wholeSelection({ name: '', fields: parent }).filter(({ name }) => !asked.has(name))];
}

/** Joins that the object's pieces have asked for so far. */
type Row = Map<string, Join>;

function written(pieces: (row: Row) => readonly Piece[]): WrittenObject {
  const row: Row = new Map();
  const object = textOf(pieces(row));
  return {
    object,
    joins: sql.join(
      [...row.values()].map(({ clause }) => clause),
      sql` `,
    ),
  };
}

const object = (entries: readonly (readonly [name: string, value: readonly Piece[]])[]): Piece[] =>
  entries.length === 0
    ? ['{}']
    : [
        ...entries.flatMap(([name, value], index) => [`${index === 0 ? '{' : ','}${JSON.stringify(name)}:`, ...value]),
        '}',
      ];

function relationPieces(
  { isList, isNullable, type, from, gathered, joins }: Relation<unknown>,
  row: Row,
  pieces: (type: ReadType, row: Row) => readonly Piece[],
): Piece[] {
  for (const each of joins) row.set(each.name, each);
  if (gathered) {
    const name = `gathered_${row.size}`;
    const each = written((below) => pieces(type(), below));
    row.set(name, { name, clause: gathered(each.object, each.joins, sql.ref(name)) });
    return ['[', sql.ref(`${name}.list`), ']'];
  }
  if (from === null) return [...pieces(type(), row)];
  // What hangs on joins of this row is of this row; a sub-select has a row of its own.
  const inner =
    joins.length > 0
      ? { object: textOf(pieces(type(), row)), joins: sql`` }
      : written((below) => pieces(type(), below));
  const expression = from(inner.object, inner.joins);
  if (isList) return ['[', expression, ']'];
  return [isNullable ? sql`coalesce(${expression}, 'null')` : expression];
}

function factPieces(fields: ReadFields, row: Row): Piece[] {
  return object(Object.entries(fields).map(([name, field]) => [name, factPiece(field, row)]));
}

function factPiece(field: ReadField, row: Row): readonly Piece[] {
  if (field.kind === 'column') return columnPieces(field, 'inside', row);
  if (field.kind === 'relation') return relationPieces(field, row, (type, below) => factPieces(type.fields, below));
  throw new TypeError('Facts are columns, and rows of columns');
}

function columnPieces(column: Column<unknown>, reading: Reading, row: Row): Piece[] {
  for (const each of column.joins) row.set(each.name, each);
  const { isList, isNullable } = column;
  const value = isList ? listText(column, reading) : leafText(column, reading);
  if (isNullable || isList) return [sql`coalesce(${value.text}, ${sql.lit(isNullable ? 'null' : '[]')})`];
  return value.pieces;
}

interface Written {
  /** NULL where the value is. */
  readonly text: RawBuilder<unknown>;
  readonly pieces: Piece[];
}

/** Values whose text needs no escaping. */
const quoted = (text: RawBuilder<unknown>): Written => ({ text: sql`'"' || ${text} || '"'`, pieces: ['"', text, '"'] });

const bare = (text: RawBuilder<unknown>): Written => ({ text: sql`(${text})::text`, pieces: [text] });

function leafText({ leaf, from }: Column<unknown>, reading: Reading): Written {
  switch (leaf) {
    case 'id':
      return quoted(sql`(${from})::text`);
    case 'enum':
      return quoted(reading === 'wire' ? sql`upper((${from})::text)` : sql`(${from})::text`);
    case 'month':
      return quoted(sql`to_char(${from}, 'YYYY-MM')`);
    case 'instant':
      return quoted(sql`to_char((${from}) AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`);
    case 'int':
    case 'json':
      return bare(from);
    case 'text':
    case 'float':
    case 'boolean':
    case 'date':
      return bare(sql`to_json(${from})`);
  }
}

/** Elements of enums are wanted in the schema's spelling; all others are as `to_json` writes them. */
function listText({ leaf, from }: Column<unknown>, reading: Reading): Written {
  const text = sql`to_json(${from})::text`;
  return bare(leaf === 'enum' && reading === 'wire' ? sql`upper(${text})` : text);
}
