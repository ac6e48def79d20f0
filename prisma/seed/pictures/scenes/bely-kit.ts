import { floor, type Scene } from '../scene';
import { circle, ellipse, group, line, path, radialGlow, rect, scatter } from '../svg';

const enamel = '#ffffff';
const enamelShade = '#d9e8ef';
const steel = '#aebfcb';

const toothShape =
  'M-92-92c-34 30-30 92-12 142c10 30 14 92 40 92c30 0 18-84 64-84s34 84 64 84c26 0 30-62 40-92c18-50 22-112-12-142c-28-24-62-14-92-2c-30-12-64-22-92 2Z';

function tooth(x: number, y: number, scale: number, fill = enamel): string {
  return group(
    `translate(${x} ${y}) scale(${scale})`,
    path(toothShape, fill),
    path('M-92-92c-34 30-30 92-12 142c10 30 14 92 40 92c8 0 12-6 16-14c-34-40-56-130-44-220Z', enamelShade),
    path('M52-70c20 2 30 20 28 46', 'none', { stroke: '#ffffff', 'stroke-width': 9, 'stroke-linecap': 'round' }),
  );
}

function sparkle(x: number, y: number, size: number, colour: string): string {
  return path(
    `M${x} ${y - size}q${size * 0.12} ${size * 0.88} ${size} ${size}q${-size * 0.88} ${size * 0.12} ${-size} ${size}q${-size * 0.12}${-size * 0.88} ${-size} ${-size}q${size * 0.88}${-size * 0.12} ${size} ${-size}Z`,
    colour,
  );
}

/** One healthy tooth. */
export const healthyTooth: Scene = {
  figure: ({ palette, ground, warmth, isDark }) =>
    `<defs>${radialGlow('clean', '#ffffff', isDark ? 0.2 + warmth * 0.2 : 0.7)}</defs>` +
    circle(300, 360, 210, 'url(#clean)') +
    circle(300, 364, 158, ground.floor) +
    tooth(300, 358, 0.94) +
    sparkle(424, 250, 30, palette.accent) +
    sparkle(462, 302, 16, palette.paper) +
    sparkle(168, 300, 18, palette.paper),
};

/** A smile. */
export const smile: Scene = {
  figure: ({ ground }) =>
    path('M76 318c60-32 128-44 194-22c66-22 134-10 194 22c-26 104-100 168-194 168S102 422 76 318Z', '#e56a5c') +
    path('M112 332c50-18 106-24 158-10c52-14 108-8 158 10c-24 78-82 118-158 118S136 410 112 332Z', '#7c2f37') +
    path(
      'M120 334c48-14 100-20 150-8c50-12 102-6 150 8c-6 22-14 40-26 56c-36-14-82-20-124-20s-88 6-124 20c-12-16-20-34-26-56Z',
      enamel,
    ) +
    line('M222 328v46M270 326v44M318 328v46M176 332l8 46M364 332l-8 46', enamelShade, 4) +
    ellipse(270, 448, 74, 28, '#d9616a') +
    sparkle(432, 262, 26, ground.ink) +
    sparkle(470, 226, 13, ground.ink),
};

/** The doctor's chair and lamp. */
export const clinic: Scene = {
  field: (stage) => floor(stage),
  figure: ({ palette, ground, warmth, isDark }) =>
    `<defs>${radialGlow('surgery', '#ffffff', isDark ? 0.16 + warmth * 0.3 : 0.8)}</defs>` +
    ellipse(250, 360, 220, 170, 'url(#surgery)') +
    line('M452 500V250l-110-34', steel, 13) +
    group(
      'translate(330 222) rotate(24)',
      rect(-56, -16, 112, 34, palette.paper, 16),
      ellipse(0, 20, 40, 9, '#fff3c4'),
    ) +
    path('M96 300c18-12 40-4 46 16l34 92h-40Z', palette.main) +
    path('M130 400h210c26 0 60 6 90 26l-10 22H166c-24 0-38-20-36-48Z', palette.main) +
    path('M130 400h210c26 0 60 6 90 26l-4 8H150Z', palette.second) +
    rect(110, 286, 46, 34, palette.second, 14) +
    rect(228, 448, 56, 44, steel) +
    rect(180, 488, 152, 18, palette.dark, 8) +
    rect(76, 392, 70, 14, palette.paper, 6) +
    line('M90 392v-40M104 392v-52M118 392v-40', steel, 5) +
    rect(428, 496, 60, 12, palette.dark, 6) +
    circle(452, 250, 11, palette.accent) +
    line('M60 258h60M60 232h88', ground.quiet, 4, { opacity: 0.6 }),
};

/** Brush and paste. */
export const toothbrush: Scene = {
  figure: ({ palette, ground }) =>
    circle(270, 372, 156, ground.floor) +
    group(
      'rotate(-28 270 380)',
      rect(70, 372, 420, 26, palette.main, 13),
      rect(70, 372, 150, 26, palette.accent, 13),
      scatter([[338], [360], [382], [404], [426], [448]] as const, (x) =>
        rect(x, 336, 17, 38, x % 4 === 0 ? palette.paper : palette.cool, 4),
      ),
      path('M336 336c8-26 38-12 46-22c14-16 34 2 48-4c20-8 36 8 32 26Z', palette.paper),
      path('M340 330c10-12 36-4 48-12c18-10 40 6 66 2', 'none', {
        stroke: palette.accent,
        'stroke-width': 6,
        'stroke-linecap': 'round',
      }),
    ) +
    scatter(
      [
        [140, 300, 16],
        [112, 346, 9],
        [168, 262, 8],
        [414, 480, 13],
        [444, 448, 7],
      ] as const,
      (x, y, r) => circle(x, y, r, palette.paper, { opacity: 0.8 }),
    ),
};

/** The whale of the name, and its spout. */
export const whale: Scene = {
  field: ({ palette, width, height, floorY, ground }) =>
    path(
      `M0 ${floorY - 20}q${width / 12}-18 ${width / 6} 0t${width / 6} 0t${width / 6} 0t${width / 6} 0t${width / 6} 0t${width / 6} 0V${height}H0Z`,
      ground.floor,
    ) +
    path(
      `M0 ${floorY + 24}q${width / 16}-14 ${width / 8} 0t${width / 8} 0t${width / 8} 0t${width / 8} 0t${width / 8} 0t${width / 8} 0t${width / 8} 0t${width / 8} 0V${height}H0Z`,
      palette.main,
      { opacity: 0.45 },
    ),
  figure: ({ palette, ground }) =>
    line('M220 268c0-34-34-34-40-16M220 268c0-34 34-34 40-16M220 268v-14', ground.quiet, 8) +
    path(
      'M84 404c0-84 60-126 142-126c96 0 146 66 206 66c10-28 2-54-24-66c32-6 54 2 66 22c18-12 40-12 58 4c-30 4-44 26-52 58c-14 62-74 104-164 104H156c-46 0-72-28-72-62Z',
      enamel,
    ) +
    path('M90 426c60 26 150 26 226-2c-20 28-50 44-90 44h-70c-36 0-58-16-66-42Z', enamelShade) +
    line('M110 434c36 12 80 16 124 12M126 450c30 8 64 10 100 8', '#bcd3df', 4) +
    circle(150, 372, 9, palette.dark) +
    line('M104 402c14 10 30 12 46 6', palette.dark, 5) +
    path('M244 424c26-6 48 8 56 36c-32 4-56-8-56-36Z', '#c9dde7'),
};

/** A calendar page with a chosen hour. */
export const appointment: Scene = {
  figure: ({ palette, ground, word }) =>
    rect(112, 232, 300, 256, ground.floorEdge, 22) +
    rect(104, 222, 300, 256, palette.paper, 22) +
    path('M104 286v-42a22 22 0 0 1 22-22h256a22 22 0 0 1 22 22v42Z', palette.main) +
    rect(160, 204, 16, 44, palette.dark, 8) +
    rect(332, 204, 16, 44, palette.dark, 8) +
    [0, 1, 2, 3]
      .flatMap((row) => [0, 1, 2, 3, 4].map((column) => [134 + column * 50, 308 + row * 40, row * 5 + column] as const))
      .map(([x, y, index]) =>
        rect(
          x,
          y,
          36,
          28,
          index === (word.length % 7) + 6 ? palette.accent : index % 6 === 5 ? '#eef3f6' : palette.cool,
          7,
        ),
      )
      .join('') +
    circle(416, 446, 62, palette.accent) +
    circle(416, 446, 48, palette.paper) +
    line('M416 414v34l22 16', palette.dark, 8),
};

/** An X-ray picture on a light board. */
export const scan: Scene = {
  figure: ({ palette, word }) =>
    rect(84, 222, 372, 244, '#0d2338', 18) +
    rect(98, 236, 344, 216, '#123250', 10) +
    path('M118 330c60-52 244-52 304 0c-10 24-40 20-152 20s-142 4-152-20Z', '#5f8fb0', { opacity: 0.5 }) +
    path('M118 372c60 62 244 62 304 0c-20-16-60-16-152-16s-132 0-152 16Z', '#5f8fb0', { opacity: 0.5 }) +
    scatter(
      [[140], [176], [212], [248], [284], [320], [356], [392]] as const,
      (x) =>
        group(`translate(${x} ${318 + Math.abs(270 - x) * 0.04}) scale(.16 -.2)`, path(toothShape, '#d6e9f5')) +
        group(`translate(${x} ${386 - Math.abs(270 - x) * 0.06}) scale(.16 .2)`, path(toothShape, '#d6e9f5')),
    ) +
    circle(word === 'second' ? 212 : 320, 388, 30, 'none', { stroke: palette.accent, 'stroke-width': 6 }) +
    line(word === 'second' ? 'M190 410l-34 40' : 'M342 410l34 40', palette.accent, 6),
};

/** A child with a balloon meets the doctor. */
export const childVisit: Scene = {
  field: (stage) => floor(stage),
  figure: ({ palette, ground }) =>
    line('M388 352c8 40-20 60-4 118', ground.quiet, 3) +
    ellipse(388, 292, 52, 62, '#ffcf6b') +
    path('M380 352h16l-8-12Z', '#ffcf6b') +
    ellipse(370, 270, 10, 18, '#ffffff', { opacity: 0.4 }) +
    circle(212, 314, 62, '#f3c9a8') +
    path('M150 316c-4-58 46-82 88-66c34 10 40 40 36 64c-20-30-80-34-124 2Z', '#6b4632') +
    circle(192, 322, 6, palette.dark) +
    circle(234, 322, 6, palette.dark) +
    path('M190 344c14 18 32 18 46 0Z', '#ffffff') +
    path('M132 506c0-80 34-128 80-128s80 48 80 128Z', palette.main) +
    path('M190 380h44l-22 24Z', palette.paper) +
    line('M284 430c34 14 74 22 98 34', '#f3c9a8', 18) +
    tooth(212, 452, 0.2),
};

/** A clear tray for straightening. */
export const aligner: Scene = {
  figure: ({ palette, ground }) =>
    ellipse(270, 470, 190, 24, ground.floor) +
    path('M92 300c0-60 356-60 356 0c0 120-80 160-178 160S92 420 92 300Z', '#ffffff', { opacity: 0.32 }) +
    path('M92 300c0-60 356-60 356 0c0 22-30 28-44 10c-40-40-228-40-268 0c-14 18-44 12-44-10Z', '#ffffff', {
      opacity: 0.6,
    }) +
    scatter(
      [
        [132, 352, -14],
        [176, 392, -8],
        [230, 412, -3],
        [288, 414, 3],
        [342, 396, 8],
        [392, 356, 14],
      ] as const,
      (x, y, angle) =>
        group(
          `translate(${x} ${y}) rotate(${angle})`,
          rect(-23, -34, 46, 70, '#ffffff', 16, { opacity: 0.85 }),
          rect(-23, -34, 16, 70, palette.cool, 8, { opacity: 0.6 }),
        ),
    ) +
    sparkle(440, 256, 24, palette.accent) +
    sparkle(110, 258, 15, palette.accent),
};
