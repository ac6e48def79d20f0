// npm run fonts: cuts from Inter what our pages write with it. Its ranges and weights are those of fonts.css; the files are committed.
import { readFileSync, writeFileSync } from 'node:fs';
import subset from 'subset-font';
import { inRoot } from './lib/paths.mjs';

const FOLDER = 'libs/platform/web/theme';
const SOURCES = { cyrillic: 'cyrillic', latin: 'latin', signs: 'latin-ext' };

const css = readFileSync(inRoot(FOLDER, 'fonts.css'), 'utf8');
for (const [, face] of css.matchAll(/@font-face \{([^}]+)\}/g)) {
  const [, part] = /url\('\.\/fonts\/inter-(\w+)\.woff2'\)/.exec(face);
  const [min, max] = /font-weight: (\d+) (\d+)/.exec(face).slice(1).map(Number);
  const text = charactersOf(/unicode-range:([^;]+);/.exec(face)[1]);
  const source = inRoot('node_modules/@fontsource-variable/inter/files', `inter-${SOURCES[part]}-wght-normal.woff2`);
  const font = await subset(readFileSync(source), text, {
    targetFormat: 'woff2',
    variationAxes: { wght: { min, max } },
  });
  writeFileSync(inRoot(FOLDER, 'fonts', `inter-${part}.woff2`), font);
  process.stdout.write(`inter-${part}.woff2: ${font.length} bytes\n`);
}

function charactersOf(range) {
  return range
    .split(',')
    .map((part) => {
      const [first, last = first] = part
        .trim()
        .replace('U+', '')
        .split('-')
        .map((code) => Number.parseInt(code, 16));
      return String.fromCodePoint(...Array.from({ length: last - first + 1 }, (_, index) => first + index));
    })
    .join('');
}
