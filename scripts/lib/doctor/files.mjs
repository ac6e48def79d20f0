import { createHash } from 'node:crypto';
import { createReadStream, existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { named } from './words.mjs';

export async function checkFiles({ inEach, dataDir, quick }) {
  const root = join(dataDir, 'files');
  const rows = await inEach(`SELECT id, state, size::int8 AS size, sha256, previews FROM file`);
  const [missing, changed, unpreviewed] = [[], [], []];
  const known = new Set();
  for (const file of rows) {
    known.add(`${file.agency}/${file.id}`);
    if (file.state !== 'ready') continue;
    const path = join(root, file.agency, file.id);
    const facts = statSync(path, { throwIfNoEntry: false });
    if (!facts) missing.push(file);
    else if (facts.size !== Number(file.size) || !(quick || (await sha256(path)) === file.sha256)) changed.push(file);
    if (file.previews.some((size) => !existsSync(`${path}.${size}.webp`))) unpreviewed.push(file);
  }
  const orphans = filesUnder(root).filter((name) => !known.has(name.split('.')[0]));
  const fileOf = ({ agency, id }) => `File ${id} of agency ${agency}`;
  return {
    problems: [
      ...named(missing, (file) => `${fileOf(file)} is missing on the disk.`),
      ...named(changed, (file) => `${fileOf(file)} is not what was uploaded.`),
      ...named(unpreviewed, (file) => `${fileOf(file)} has lost a preview.`),
      ...named(orphans, (name) => `${join(root, name)} belongs to nothing.`),
    ],
    found: `${rows.length} files${quick ? ', not read' : ''}`,
  };
}

function filesUnder(root) {
  if (!existsSync(root)) return [];
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(root.length + 1)
        .replaceAll('\\', '/'),
    );
}

async function sha256(path) {
  const hash = createHash('sha256');
  for await (const bytes of createReadStream(path)) hash.update(bytes);
  return hash.digest('hex');
}
