import { open, type FileHandle } from 'node:fs/promises';

/** What says where, when and by whom it was filmed: `udta` (©xyz and its like), `meta` (keys of phones), `uuid` (XMP). */
const told = new Set(['udta', 'meta', 'uuid']);
const containers = new Set(['moov', 'trak', 'mdia', 'minf', 'stbl', 'moof', 'traf', 'edts']);
/** Their first eight bytes after version and flags are when it was made; of version 1, sixteen. */
const dated = new Set(['mvhd', 'tkhd', 'mdhd']);

interface Box {
  readonly at: number;
  readonly type: string;
  readonly headerBytes: number;
  readonly end: number;
}

/**
 * Blanks what an MP4 or a MOV says beside picture and sound, in place: each such box becomes `free`, of the same length,
 * and players pass it over. Nothing moves, so no table of places has to be written anew.
 */
export async function blankMp4(path: string): Promise<void> {
  const file = await open(path, 'r+');
  try {
    await blankBoxes(file, 0, (await file.stat()).size);
  } finally {
    await file.close();
  }
}

async function blankBoxes(file: FileHandle, from: number, to: number): Promise<void> {
  for (let at = from; at + 8 <= to;) {
    const box = await boxAt(file, at, to);
    if (!box) return;
    if (told.has(box.type)) {
      await file.write(Buffer.from('free', 'latin1'), 0, 4, at + 4);
      await zero(file, at + box.headerBytes, box.end);
    } else if (dated.has(box.type)) await forgetDates(file, box);
    else if (containers.has(box.type)) await blankBoxes(file, at + box.headerBytes, box.end);
    at = box.end;
  }
}

async function boxAt(file: FileHandle, at: number, to: number): Promise<Box | null> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(16), 0, 16, at);
  if (bytesRead < 8) return null;
  const short = buffer.readUInt32BE(0);
  const type = buffer.toString('latin1', 4, 8);
  if (short === 1 && bytesRead < 16) return null;
  const headerBytes = short === 1 ? 16 : 8;
  // Zero: to the end of the file.
  const bytes = short === 0 ? to - at : short === 1 ? Number(buffer.readBigUInt64BE(8)) : short;
  const end = at + bytes;
  return bytes < headerBytes || end > to ? null : { at, type, headerBytes, end };
}

async function forgetDates(file: FileHandle, { at, headerBytes, end }: Box): Promise<void> {
  const { buffer } = await file.read(Buffer.alloc(1), 0, 1, at + headerBytes);
  const dates = at + headerBytes + 4;
  await zero(file, dates, Math.min(end, dates + (buffer[0] === 1 ? 16 : 8)));
}

const piece = Buffer.alloc(64 * 1024);

async function zero(file: FileHandle, from: number, to: number): Promise<void> {
  for (let at = from; at < to; at += piece.length) await file.write(piece, 0, Math.min(piece.length, to - at), at);
}

const segmentId = 0x18538067;
const voidId = 0xec;
/** Of a Segment: Tags and Attachments; of its Info: title, date, file names, and what wrote it. */
const blanked = new Set([0x1254c367, 0x1941a469, 0x7ba9, 0x4461, 0x7384, 0x3c83ab, 0x3e83bb]);
const opened = new Set([segmentId, 0x1549a966]);

/** The same for a WebM: each such element becomes Void, of the same length. */
export async function blankWebm(path: string): Promise<void> {
  const file = await open(path, 'r+');
  try {
    await blankElements(file, 0, (await file.stat()).size);
  } finally {
    await file.close();
  }
}

async function blankElements(file: FileHandle, from: number, to: number): Promise<void> {
  for (let at = from; at + 2 <= to;) {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(12), 0, 12, at);
    const id = numberAt(buffer, 0, bytesRead, false);
    const size = id && numberAt(buffer, id.bytes, bytesRead, true);
    if (!id || !size) return;
    const inside = at + id.bytes + size.bytes;
    // A live recording does not know how long it is: to the end.
    const end = size.isUnknown ? to : inside + size.value;
    if (end > to) return;
    if (opened.has(id.value)) await blankElements(file, inside, end);
    else if (blanked.has(id.value)) await blankElement(file, at, end);
    at = end;
  }
}

async function blankElement(file: FileHandle, at: number, end: number): Promise<void> {
  const bytes = end - at;
  const sizeBytes = Math.min(8, bytes - 1);
  const header = Buffer.alloc(1 + sizeBytes);
  header[0] = voidId;
  const value = BigInt(bytes - header.length) | (1n << BigInt(7 * sizeBytes));
  for (let n = 0; n < sizeBytes; n += 1) header[sizeBytes - n] = Number((value >> BigInt(8 * n)) & 0xffn);
  await file.write(header, 0, header.length, at);
  await zero(file, at + header.length, end);
}

/** EBML's numbers: as many leading zero bits as bytes follow. */
function numberAt(buffer: Buffer, at: number, to: number, withoutMarker: boolean) {
  const first = buffer[at] ?? 0;
  const bytes = Math.clz32(first) - 23;
  if (first === 0 || bytes > 8 || at + bytes > to) return null;
  const marker = 0x80 >> (bytes - 1);
  let value = withoutMarker ? first & (marker - 1) : first;
  let isUnknown = (first & (marker - 1)) === marker - 1;
  for (let n = 1; n < bytes; n += 1) {
    const next = buffer[at + n] ?? 0;
    value = value * 256 + next;
    isUnknown &&= next === 0xff;
  }
  return { value, bytes, isUnknown };
}
