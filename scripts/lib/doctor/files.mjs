import { createHash } from 'node:crypto';
import { createReadStream, existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { named } from './words.mjs';

export async function checkFiles({ inEach, dataDir, bucket, quick }) {
  const kept = await keptFiles(dataDir, bucket);
  const rows = await inEach(`SELECT id, state, size::int8 AS size, sha256, previews FROM file`);
  const [missing, changed, unpreviewed] = [[], [], []];
  const known = new Set();
  for (const file of rows) {
    const key = `files/${file.agency}/${file.id}`;
    known.add(key);
    if (file.state !== 'ready') continue;
    const size = kept.sizes.get(key);
    if (size === undefined) missing.push(file);
    else if (size !== Number(file.size) || !(quick || (await sha256(await kept.read(key))) === file.sha256))
      changed.push(file);
    if (file.previews.some((width) => !kept.sizes.has(`${key}.${width}.webp`))) unpreviewed.push(file);
  }
  const orphans = [...kept.sizes.keys()].filter((key) => !known.has(key.split('.')[0]));
  const fileOf = ({ agency, id }) => `File ${id} of agency ${agency}`;
  return {
    problems: [
      ...named(missing, (file) => `${fileOf(file)} is missing ${bucket ? 'in the bucket' : 'on the disk'}.`),
      ...named(changed, (file) => `${fileOf(file)} is not what was uploaded.`),
      ...named(unpreviewed, (file) => `${fileOf(file)} has lost a preview.`),
      ...named(orphans, (key) => `${key} belongs to nothing.`),
    ],
    found: `${rows.length} files${bucket ? ' in the bucket' : ''}${quick ? ', not read' : ''}`,
  };
}

/** Of the disk and, where there is one, of the bucket: the bytes of each by its key. */
async function keptFiles(dataDir, bucket) {
  const onDisk = new Map(
    filesUnder(join(dataDir, 'files')).map((path) => [
      path.slice(dataDir.length + 1).replaceAll('\\', '/'),
      statSync(path).size,
    ]),
  );
  const sizes = new Map([...((await bucket?.list('files')) ?? []), ...onDisk]);
  const read = (key) => (onDisk.has(key) ? createReadStream(join(dataDir, key)) : bucket.read(key));
  return { sizes, read };
}

function filesUnder(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

async function sha256(stream) {
  const hash = createHash('sha256');
  for await (const bytes of stream) hash.update(bytes);
  return hash.digest('hex');
}
