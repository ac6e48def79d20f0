import { boldGlyphs, boldKerning, mediumGlyphs, mediumKerning, unitsPerEm } from './inter-outlines';

/** Text as outlines, so that a picture looks the same on a machine without fonts. */

export type Weight = 'medium' | 'bold';

export interface TextStyle {
  readonly size: number;
  readonly weight: Weight;
  readonly fill: string;
  /** Share of the size added after each character; titles are set a little tighter. */
  readonly tracking?: number;
  readonly anchor?: 'start' | 'middle' | 'end';
}

interface Glyph {
  readonly advance: number;
  readonly path: string;
}

interface Face {
  readonly glyphs: ReadonlyMap<string, Glyph>;
  readonly kerning: ReadonlyMap<string, number>;
}

const faces: Readonly<Record<Weight, () => Face>> = {
  medium: once(() => parseFace(mediumGlyphs, mediumKerning)),
  bold: once(() => parseFace(boldGlyphs, boldKerning)),
};

export function textWidth(text: string, style: Pick<TextStyle, 'size' | 'weight' | 'tracking'>): number {
  const scale = style.size / unitsPerEm;
  return layOut(text, style).reduce((_, { end }) => end, 0) * scale;
}

/** One line of text with its baseline at `y`. */
export function textLine(text: string, x: number, y: number, style: TextStyle): string {
  const scale = style.size / unitsPerEm;
  const width = textWidth(text, style);
  const left = style.anchor === 'middle' ? x - width / 2 : style.anchor === 'end' ? x - width : x;
  const paths = layOut(text, style)
    .filter(({ glyph }) => glyph.path !== '')
    .map(({ glyph, start }) => `<path transform="translate(${round(start)} 0)" d="${glyph.path}"/>`)
    .join('');
  return `<g fill="${style.fill}" transform="translate(${round(left)} ${round(y)}) scale(${scale.toFixed(5)})">${paths}</g>`;
}

/**
 * Breaks a Russian title into the fewest lines that fit, then evens them out. A short preposition or a dash never
 * parts from its neighbour, and a number stays with its unit.
 */
export function wrapTitle(
  text: string,
  maxWidth: number,
  style: Pick<TextStyle, 'size' | 'weight' | 'tracking'>,
): string[] {
  const words = bindShortWords(text).split(' ');
  const fits = (line: string, width: number) => textWidth(line, style) <= width;
  const fill = (width: number): string[] =>
    words.reduce<string[]>((lines, word) => {
      const last = lines.at(-1);
      if (last !== undefined && fits(`${last} ${word}`, width)) return [...lines.slice(0, -1), `${last} ${word}`];
      return [...lines, word];
    }, []);

  const lines = fill(maxWidth);
  for (let width = maxWidth * 0.5; width < maxWidth; width += maxWidth * 0.05) {
    const evened = fill(width);
    if (evened.length === lines.length && evened.every((line) => fits(line, maxWidth))) return evened;
  }
  return lines;
}

function bindShortWords(text: string): string {
  return text
    .replace(/(^|[\s«(])([А-Яа-яЁё]{1,2}|без|для|под|над|при|про|что|как|это|ещё|или) /gu, '$1$2\u00a0')
    .replace(/(^|[\s\u00a0«(])([А-Яа-яЁё]{1,2}) /gu, '$1$2\u00a0')
    .replace(/(\d) (?=\d{3}|[₽%гчм])/gu, '$1\u00a0')
    .replace(/ (?=[—–])/gu, '\u00a0');
}

function layOut(text: string, style: Pick<TextStyle, 'size' | 'weight' | 'tracking'>) {
  const face = faces[style.weight]();
  const tracking = (style.tracking ?? 0) * unitsPerEm;
  const characters = [...text];
  let pen = 0;
  return characters.map((character, index) => {
    const glyph = face.glyphs.get(character);
    if (!glyph) throw new Error(`No outline for “${character}” in “${text}”`);
    const start = pen;
    pen += glyph.advance + tracking + (face.kerning.get(character + (characters[index + 1] ?? '')) ?? 0);
    return { glyph, start, end: pen };
  });
}

function parseFace(glyphLines: readonly string[], kerningLines: readonly string[]): Face {
  const glyphs = new Map<string, Glyph>();
  for (const line of glyphLines) {
    const [, character = '', advance = '0', path = ''] = /^(.) (\d+) (.*)$/su.exec(line) ?? [];
    glyphs.set(character, { advance: Number(advance), path });
  }
  const kerning = new Map<string, number>();
  for (const entry of kerningLines.flatMap((line) => line.split(' ')))
    kerning.set(entry.slice(0, 2), Number(entry.slice(2)));
  return { glyphs, kerning };
}

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
