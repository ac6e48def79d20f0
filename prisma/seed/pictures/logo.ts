import type { BrandName } from './picture';
import { circle, element, ellipse, group, line, path, rect } from './svg';
import { textLine } from './type/text';

const marks: Readonly<Record<BrandName, () => string>> = {
  sosna: () =>
    rect(0, 0, 256, 256, '#1f3e36') +
    textLine('сосна', 128, 142, { size: 58, weight: 'bold', fill: '#f6efe0', anchor: 'middle', tracking: -0.02 }) +
    rect(99, 164, 58, 5, '#e3a94f', 2.5),
  utro: () =>
    rect(0, 0, 256, 256, '#c2603d') +
    path('M58 134a70 70 0 0 1 140 0Z', '#f0b24b') +
    line('M128 36v-14M64 60l-10-10M192 60l10-10', '#f0b24b', 8) +
    textLine('утро', 128, 192, { size: 60, weight: 'bold', fill: '#fff3e4', anchor: 'middle', tracking: -0.02 }),
  'bely-kit': () =>
    rect(0, 0, 256, 256, '#17385a') +
    group(
      'translate(-4 -66) scale(.46)',
      line('M220 268c0-34-34-34-40-16M220 268c0-34 34-34 40-16M220 268v-14', '#8fc6d6', 12),
      path(
        'M84 404c0-84 60-126 142-126c96 0 146 66 206 66c10-28 2-54-24-66c32-6 54 2 66 22c18-12 40-12 58 4c-30 4-44 26-52 58c-14 62-74 104-164 104H156c-46 0-72-28-72-62Z',
        '#ffffff',
      ),
      circle(150, 372, 12, '#17385a'),
    ) +
    textLine('белый кит', 128, 206, { size: 36, weight: 'bold', fill: '#ffffff', anchor: 'middle', tracking: -0.02 }),
  ladoga: () =>
    rect(0, 0, 256, 256, '#16343f') +
    circle(128, 104, 40, '#e6a24a') +
    rect(0, 104, 256, 152, '#16343f') +
    line('M52 116h152M76 134h104M100 152h56', '#cfdcdc', 6) +
    textLine('ладога', 128, 208, { size: 50, weight: 'bold', fill: '#f3efe6', anchor: 'middle', tracking: -0.02 }),
};

export const isBrandName = (slug: string): slug is BrandName => Object.hasOwn(marks, slug);

/** A square mark of a client, for avatars and the brand profile. */
export function drawClientLogo(brand: BrandName): string {
  return square(marks[brand]());
}

/** The agency's own mark. */
export function drawAgencyLogo(): string {
  return square(
    rect(0, 0, 256, 256, '#17181a') +
      path('M102 106h52l18 112H84Z', '#ffffff') +
      path('M128 34l38 58H90Z', '#ffffff') +
      ellipse(128, 98, 20, 5, '#17181a'),
  );
}

const skin = ['#f1c9a5', '#e3b08a', '#f5d6b8', '#d9a27a'] as const;
const hair = ['#3b2a22', '#6b4a32', '#a8703f', '#1f1a1a', '#8a8580', '#c99b5b'] as const;
const cloth = ['#0b5c63', '#7a3b69', '#3f5f8f', '#8a6a2f', '#4f7a4a', '#a34a3a'] as const;
const grounds = ['#d6ebea', '#f0dfee', '#dce7f5', '#f4e8cc', '#e0ecd9', '#f7ddd6'] as const;

export interface PortraitSpec {
  /** Any number: it picks the colours, so that people look different and always the same. */
  readonly seed: number;
  readonly hairStyle: 'short' | 'long' | 'bob' | 'bun' | 'bald';
  readonly hasBeard?: boolean;
  readonly hasGlasses?: boolean;
}

/** A drawn portrait of a member or a client's contact. */
export function drawPortrait({ seed, hairStyle, hasBeard = false, hasGlasses = false }: PortraitSpec): string {
  const face = pick(skin, seed);
  const locks = pick(hair, seed * 5 + 1);
  const back = {
    long: path('M70 130c0-70 26-96 58-96s58 26 58 96v62H70Z', locks),
    bob: path('M72 122c0-64 26-86 56-86s56 22 56 86v34H72Z', locks),
    bun: circle(128, 40, 24, locks),
    short: '',
    bald: '',
  }[hairStyle];
  const fringe =
    hairStyle === 'bald' ? '' : path('M80 108c-4-48 22-66 48-66s54 16 48 66c-10-26-30-34-48-34s-40 6-48 34Z', locks);
  return square(
    rect(0, 0, 256, 256, pick(grounds, seed)) +
      back +
      path('M36 256c4-58 40-80 92-80s88 22 92 80Z', pick(cloth, seed * 7 + 2)) +
      rect(108, 146, 40, 46, face, 18) +
      ellipse(128, 110, 46, 54, face) +
      (hasBeard ? path('M84 118c4 48 24 58 44 58s40-10 44-58c-10 18-26 22-44 22s-34-4-44-22Z', locks) : '') +
      fringe +
      circle(111, 112, 5, '#2a2320') +
      circle(145, 112, 5, '#2a2320') +
      line('M114 140c8 8 20 8 28 0', '#9a4f42', 5) +
      (hasGlasses
        ? circle(110, 112, 16, 'none', { stroke: '#2a2320', 'stroke-width': 4 }) +
          circle(146, 112, 16, 'none', { stroke: '#2a2320', 'stroke-width': 4 }) +
          line('M126 110h4', '#2a2320', 4)
        : ''),
  );
}

function square(content: string): string {
  return element(
    'svg',
    { xmlns: 'http://www.w3.org/2000/svg', width: 512, height: 512, viewBox: '0 0 256 256' },
    content,
  );
}

function pick<T>(values: readonly [T, ...T[]], seed: number): T {
  return values[Math.abs(seed) % values.length] ?? values[0];
}
