// How much JavaScript a page brings when it is first opened, against the bars of a phone on a bad network.
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { buildWeb } from './build.mjs';
import { generatePrisma } from './generate.mjs';
import { inRoot } from './paths.mjs';

const KB = 1000;
const BARS = { guest: 100 * KB, shell: 230 * KB, route: 120 * KB };

/** Each page with what it weighs and may weigh, the heaviest of its kind first. */
export async function pageSizes() {
  await generatePrisma();
  await buildWeb();
  const chunks = JSON.parse(readFileSync(inRoot('dist', 'web', '.vite', 'manifest.json'), 'utf8'));
  const weights = new Map();
  const weightOf = (file) => {
    if (!weights.has(file)) weights.set(file, gzipSync(readFileSync(inRoot('dist', 'web', file)), { level: 9 }).length);
    return weights.get(file);
  };
  /** The files that come with a chunk at once: itself and what it imports, but nothing that it loads later. */
  const filesOf = (key, seen = new Set()) => {
    const { file, imports = [] } = chunks[key];
    if (!seen.has(file)) {
      seen.add(file);
      imports.forEach((next) => filesOf(next, seen));
    }
    return seen;
  };
  const weigh = (files) =>
    [...files].filter((file) => file.endsWith('.js')).reduce((sum, file) => sum + weightOf(file), 0);

  const shell = filesOf('index.html');
  const routes = chunks['index.html'].dynamicImports.map((key) => ({
    name: key,
    size: weigh([...filesOf(key)].filter((file) => !shell.has(file))),
    bar: BARS.route,
  }));
  return [
    { name: 'guest', size: weigh(filesOf('guest.html')), bar: BARS.guest },
    { name: 'shell', size: weigh(shell), bar: BARS.shell },
    ...routes.toSorted((one, other) => other.size - one.size),
  ];
}

/** Says what is too heavy; true where nothing is. */
export async function checkSizes() {
  const pages = await pageSizes();
  const kb = (bytes) => `${(bytes / KB).toFixed(1)} kB`;
  for (const { name, size, bar } of pages) {
    if (size > bar) process.stderr.write(`${name} loads ${kb(size)} of JavaScript (gzip); ${kb(bar)} is the bar.\n`);
  }
  return pages.every(({ size, bar }) => size <= bar);
}
