// The archive of a backup: a .tar.gz that any system can open, its manifest last, because only then all checksums are known.
import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { extract, pack } from 'tar-stream';
import { UserError } from '../log.mjs';

const MANIFEST = 'manifest.json';

/** Writes `file`; `add` takes bytes, `addFile` a path and its size, `addStream` a stream of just so many bytes, `finish` the rest of the manifest. */
export function createArchive(file) {
  const entries = {};
  const tar = pack();
  // It holds secrets and everybody's work: nobody else on this machine reads it.
  const written = pipeline(tar, createGzip(), createWriteStream(file, { flags: 'wx', mode: 0o600 }));
  written.catch((error) => tar.destroy(error));

  const begin = (name, size) => {
    const taken = Promise.withResolvers();
    const entry = tar.entry({ name, size, mode: 0o600 }, (error) => (error ? taken.reject(error) : taken.resolve()));
    const hash = createHash('sha256');
    return {
      write: async (bytes) => {
        hash.update(bytes);
        if (!entry.write(bytes)) await Promise.race([new Promise((resolve) => entry.once('drain', resolve)), written]);
      },
      end: async () => {
        entry.end();
        await taken.promise;
        entries[name] = { size, sha256: hash.digest('hex') };
      },
    };
  };
  const add = async (name, bytes) => {
    const entry = begin(name, bytes.length);
    await entry.write(bytes);
    await entry.end();
  };
  const addStream = async (name, stream, size) => {
    const entry = begin(name, size);
    for await (const bytes of stream) await entry.write(bytes);
    await entry.end();
  };
  return {
    add,
    addStream,
    // Never more than was announced: tar could not take it.
    addFile: (name, path, size) => addStream(name, size > 0 ? createReadStream(path, { end: size - 1 }) : [], size),
    finish: async (manifest) => {
      await add(MANIFEST, Buffer.from(JSON.stringify({ ...manifest, entries }, null, 2)));
      tar.finalize();
      await written;
    },
    abandon: async (error) => {
      tar.destroy(error);
      await written.catch(() => {});
    },
  };
}

/** Calls `visit(name, bytes)` for one entry after another; `bytes` is a stream that must be read to its end. */
async function walk(file, visit) {
  const entries = extract();
  const unpacked = pipeline(createReadStream(file), createGunzip(), entries);
  unpacked.catch(() => {});
  try {
    for await (const entry of entries) await visit(entry.header.name, entry);
    await unpacked;
  } catch (error) {
    if (error.code === 'ENOENT') throw new UserError(`There is no file ${file}.`);
    if (isDamage(error)) throw new UserError(`${file} is no whole backup of Planerka: ${error.message}.`);
    throw error;
  }
}

const isDamage = ({ code, message }) =>
  code?.startsWith('Z_') === true || /tar|Unexpected end|premature/i.test(message ?? '');

/**
 * Reads the whole archive once and resolves to its manifest and its small files named in `wanted`; refuses one of which a byte
 * is missing, added or changed.
 */
export async function verifyArchive(file, wanted = []) {
  const found = new Map();
  const small = { [MANIFEST]: undefined };
  await walk(file, async (name, bytes) => {
    const hash = createHash('sha256');
    const kept = [];
    let size = 0;
    for await (const piece of bytes) {
      hash.update(piece);
      size += piece.length;
      if (name === MANIFEST || wanted.includes(name)) kept.push(piece);
    }
    if (kept.length > 0) small[name] = Buffer.concat(kept);
    if (name !== MANIFEST) found.set(name, { size, sha256: hash.digest('hex') });
  });
  const manifest = small[MANIFEST] && JSON.parse(small[MANIFEST].toString());
  if (manifest?.product !== 'planerka') throw new UserError(`${file} is no backup of Planerka: it has no manifest.`);
  for (const [name, { size, sha256 }] of Object.entries(manifest.entries)) {
    const entry = found.get(name);
    if (!entry) throw new UserError(`${file} is damaged: ${name} is missing.`);
    if (entry.size !== size || entry.sha256 !== sha256) throw new UserError(`${file} is damaged: ${name} was changed.`);
    found.delete(name);
  }
  const [extra] = found.keys();
  if (extra !== undefined) throw new UserError(`${file} is damaged: ${extra} was added.`);
  return { manifest, small };
}

/** Reads it again, in its order, without the manifest. */
export const readArchive = (file, visit) =>
  walk(file, async (name, bytes) => {
    if (name === MANIFEST) bytes.resume();
    else await visit(name, bytes);
  });
