/** Tar wants to know how long an entry is before it begins, so rows go in pieces of about this size. */
const PIECE = 4 * 1024 * 1024;
const END_OF_ROW = 0x0a;

/**
 * Cuts what COPY says into pieces, each of whole rows, because each is taken in by a COPY of its own: the bytes come as the network
 * cut them, in the middle of a row as often as not. A line's end within a row is written as two other characters.
 */
export function rowPieces(put, size = PIECE) {
  let held = [];
  let length = 0;
  let count = 0;
  const flush = async (bytes) => {
    if (bytes.length > 0) await put(bytes, count++);
  };
  const hold = (bytes) => {
    held = bytes.length > 0 ? [bytes] : [];
    length = bytes.length;
  };
  return {
    take: async (bytes) => {
      held.push(bytes);
      length += bytes.length;
      if (length < size || !bytes.includes(END_OF_ROW)) return;
      const all = Buffer.concat(held);
      const end = all.lastIndexOf(END_OF_ROW) + 1;
      await flush(all.subarray(0, end));
      hold(all.subarray(end));
    },
    end: async () => {
      await flush(Buffer.concat(held));
      hold(Buffer.alloc(0));
    },
  };
}

/** How many rows end in these bytes. What PostgreSQL says of their number comes after them, and may come after they were read. */
export function rowEnds(bytes) {
  let count = 0;
  for (let at = bytes.indexOf(END_OF_ROW); at !== -1; at = bytes.indexOf(END_OF_ROW, at + 1)) count += 1;
  return count;
}
