import { palettes, type Ground, type Mood, type Palette } from './palettes';
import type { Scene, Stage } from './scene';
import { scenes, type SceneName } from './scenes';
import { element, group, rect } from './svg';
import { textLine, textWidth, wrapTitle } from './type/text';

export type BrandName = 'sosna' | 'utro' | 'bely-kit' | 'ladoga';
export type PictureFormat = 'square' | 'story' | 'cover';

/** Everything that makes one picture; equal specs give equal pictures. */
export interface PictureSpec {
  readonly brand: BrandName;
  readonly scene: SceneName;
  readonly mood?: Mood;
  readonly format?: PictureFormat;
  readonly title?: string;
  /** A price, a date or another short fact in a pill. */
  readonly tag?: string;
  /** Where the pill stands: versions of one creative often differ in just this. */
  readonly tagAt?: 'bottom' | 'top' | 'middle';
  /** One quiet line under the title. */
  readonly note?: string;
  readonly word?: string;
  /** From 0 to 1: how warm the light is. */
  readonly warmth?: number;
}

export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

export const pictureSizes: Readonly<Record<PictureFormat, PictureSize>> = {
  square: { width: 1080, height: 1080 },
  story: { width: 1080, height: 1920 },
  cover: { width: 1590, height: 400 },
};

interface Layout {
  readonly width: number;
  readonly height: number;
  /** Places the scene's 540 × 540 frame in the picture. */
  readonly frame: { readonly x: number; readonly y: number; readonly scale: number };
  readonly title: {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly sizes: readonly number[];
    readonly lines: number;
  };
  readonly margin: number;
}

const layouts: Readonly<Record<PictureFormat, Layout>> = {
  square: {
    width: 540,
    height: 540,
    frame: { x: 20, y: 8, scale: 0.94 },
    title: { x: 44, y: 78, width: 452, sizes: [42, 37, 32, 28], lines: 3 },
    margin: 44,
  },
  story: {
    width: 540,
    height: 960,
    frame: { x: 6, y: 350, scale: 0.98 },
    title: { x: 44, y: 190, width: 440, sizes: [54, 48, 42, 36], lines: 5 },
    margin: 44,
  },
  cover: {
    width: 795,
    height: 200,
    frame: { x: 470, y: -110, scale: 0.58 },
    title: { x: 60, y: 76, width: 390, sizes: [34, 30, 26, 22], lines: 3 },
    margin: 60,
  },
};

export function drawPicture(spec: PictureSpec): string {
  const format = spec.format ?? 'square';
  const layout = layouts[format];
  const palette = palettes[spec.brand];
  const mood = spec.mood ?? 'deep';
  const ground = palette.moods[mood];
  const stage: Stage = {
    palette,
    ground,
    isDark: mood === 'deep' || mood === 'cool',
    warmth: spec.warmth ?? 0.7,
    word: spec.word ?? '',
    width: layout.width,
    height: layout.height,
    floorY: layout.frame.y + 452 * layout.frame.scale,
  };
  const scene: Scene = scenes[spec.scene];
  const { x, y, scale } = layout.frame;
  const { width, height } = pictureSizes[format];

  return element(
    'svg',
    { xmlns: 'http://www.w3.org/2000/svg', width, height, viewBox: `0 0 ${layout.width} ${layout.height}` },
    rect(0, 0, layout.width, layout.height, ground.back),
    scene.field?.(stage) ?? '',
    group(`translate(${x} ${y}) scale(${scale})`, scene.figure(stage)),
    titleBlock(spec, layout, ground),
    wordmark(palette, ground, layout),
    spec.tag ? tag(spec.tag, spec.tagAt ?? 'bottom', palette, layout) : '',
  );
}

function titleBlock({ title, note }: PictureSpec, { title: box }: Layout, ground: Ground): string {
  if (!title) return '';
  const tried = box.sizes.map((size) => ({
    size,
    lines: wrapTitle(title, box.width, { size, weight: 'bold', tracking: -0.025 }),
  }));
  const isFitting = ({ size, lines }: (typeof tried)[number]) =>
    lines.length <= box.lines &&
    lines.every((text) => textWidth(text, { size, weight: 'bold', tracking: -0.025 }) <= box.width);
  const chosen = tried.find(isFitting) ?? tried.at(-1);
  if (!chosen) return '';

  const { size, lines } = chosen;
  const leading = size * 1.14;
  const written = lines.map((text, index) =>
    textLine(text, box.x, box.y + index * leading, { size, weight: 'bold', fill: ground.ink, tracking: -0.025 }),
  );
  const noteStyle = { size: Math.max(15, size * 0.44), weight: 'medium', fill: ground.quiet } as const;
  return (
    written.join('') + (note ? textLine(note, box.x, box.y + lines.length * leading - size * 0.16, noteStyle) : '')
  );
}

function wordmark(palette: Palette, ground: Ground, { height, margin }: Layout): string {
  const size = height > 300 ? 22 : 17;
  const y = height > 600 ? height - 60 : height - (height > 300 ? 35 : 24);
  return textLine(palette.wordmark, margin, y, { size, weight: 'bold', fill: ground.ink, tracking: -0.014 });
}

function tag(
  text: string,
  at: NonNullable<PictureSpec['tagAt']>,
  palette: Palette,
  { width, height, margin }: Layout,
): string {
  const style = { size: height > 600 ? 26 : 20, weight: 'bold', fill: palette.dark } as const;
  const tagHeight = style.size * 2.1;
  const tagWidth = textWidth(text, style) + style.size * 1.9;
  const x = width - margin + 12 - tagWidth;
  const y = {
    bottom: height - tagHeight - (height > 600 ? 44 : 24),
    middle: height * 0.4,
    top: height > 300 ? height * 0.055 + 2 : 20,
  }[at];
  return (
    rect(x, y, tagWidth, tagHeight, palette.paper, tagHeight / 2) +
    textLine(text, x + tagWidth / 2, y + tagHeight / 2 + style.size * 0.36, { ...style, anchor: 'middle' })
  );
}
