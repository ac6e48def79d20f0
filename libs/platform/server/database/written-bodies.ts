import type { EventEmitter } from 'node:events';
import type { Duplex } from 'node:stream';
import pg from 'pg';

/** A row of one text column of this name is an answer that is handed on as it came. */
const bodyColumn = 'body';

/** A byte for the kind of message, then four for its length, themselves counted in and the kind not. */
const headerLength = 5;
const dataRow = 0x44;
/** Before a row's only column: how many there are, and how long it is. */
const rowHeaderLength = 6;

interface RowDescription {
  readonly fields: readonly { readonly name: string; readonly dataTypeID: number }[];
}

/**
 * Lets the connection hand on answers that a statement has written as JSON as the bytes that came. pg would decode them into a
 * string, two bytes a character where it is Russian, and whoever sends the answer would encode it again: of a screen's time
 * in Node that took a third, and most of the memory. They are gathered in one buffer of just their length.
 *
 * A query gets the string as ever, a flight the bytes.
 */
export function handOnBodies(connection: EventEmitter & { readonly stream: Duplex }): void {
  const { stream } = connection;
  const [parse] = stream.listeners('data') as ((chunk: Buffer) => void)[];
  if (!parse) throw new TypeError('The connection reads nothing');
  let isBody = false;
  connection.on('rowDescription', ({ fields }: RowDescription) => {
    const [first, second] = fields;
    isBody = !second && first?.name === bodyColumn && first.dataTypeID === (pg.types.builtins.TEXT as number);
  });
  const messages = new Messages(
    parse,
    () => isBody,
    (length, body) => connection.emit('dataRow', { name: 'dataRow', length, fields: [body] }),
  );
  stream.off('data', parse);
  stream.on('data', (chunk: Buffer) => messages.take(chunk));
}

/** Finds where messages begin, and takes out rows that are bodies; all others are left to pg's own parser. */
class Messages {
  /** Of the message that the next bytes belong to, how many are still to come. */
  private left = 0;
  /** A header that came in two pieces. */
  private header: Buffer | undefined;
  private row: { readonly bytes: Buffer; filled: number } | undefined;

  constructor(
    private readonly parse: (chunk: Buffer) => void,
    private readonly isBody: () => boolean,
    private readonly onBody: (length: number, body: Buffer | null) => void,
  ) {}

  take(given: Buffer): void {
    const chunk = this.header ? Buffer.concat([this.header, given]) : given;
    this.header = undefined;
    let [at, parsed] = [0, 0];
    while (at < chunk.length) {
      if (this.row) {
        at = parsed = this.fill(this.row, chunk, at);
      } else if (this.left > 0) {
        const taken = Math.min(this.left, chunk.length - at);
        this.left -= taken;
        at += taken;
      } else if (chunk.length - at < headerLength) {
        this.header = chunk.subarray(at);
        break;
      } else if (chunk[at] === dataRow) {
        // What comes before it says whether it is one.
        if (at > parsed) this.parse(chunk.subarray(parsed, at));
        parsed = at;
        const length = chunk.readUInt32BE(at + 1);
        if (this.isBody()) {
          at = parsed = at + headerLength;
          this.row = { bytes: Buffer.allocUnsafeSlow(length - 4), filled: 0 };
        } else this.left = 1 + length;
      } else this.left = 1 + chunk.readUInt32BE(at + 1);
    }
    const end = chunk.length - (this.header?.length ?? 0);
    if (end > parsed) this.parse(chunk.subarray(parsed, end));
  }

  private fill(row: { readonly bytes: Buffer; filled: number }, chunk: Buffer, at: number): number {
    const copied = chunk.copy(row.bytes, row.filled, at);
    row.filled += copied;
    if (row.filled === row.bytes.length) {
      this.row = undefined;
      const isNull = row.bytes.readInt32BE(2) === -1;
      this.onBody(row.bytes.length + 4, isNull ? null : row.bytes.subarray(rowHeaderLength));
    }
    return at + copied;
  }
}
