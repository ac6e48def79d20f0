import { floor, type Scene } from '../scene';
import { circle, ellipse, group, line, path, radialGlow, rect, scatter } from '../svg';

const coffee = '#4a2a1c';
const crema = '#c98d55';
const china = '#fbf6ec';
const chinaShade = '#e4d8c4';

function steam(x: number, y: number, colour: string, rise = 1): string {
  return line(
    `M${x} ${y}c-18-22 14-34 0-${58 * rise}M${x + 34} ${y}c-18-22 14-34 0-${70 * rise}M${x - 34} ${y}c-16-18 12-30 0-${46 * rise}`,
    colour,
    6,
    { opacity: 0.55 },
  );
}

function bean(x: number, y: number, angle: number, size = 1, colour = '#5b3422'): string {
  return group(
    `translate(${x} ${y}) rotate(${angle}) scale(${size})`,
    ellipse(0, 0, 34, 24, colour),
    line('M-30 4c16-16 24 12 60-6', '#2c170e', 4),
    path('M-22-12c10-8 26-9 36-4c-10 1-24 2-36 4Z', '#ffffff', { opacity: 0.16 }),
  );
}

/** A cup on the bar in the morning sun. */
export const coffeeCup: Scene = {
  field: (stage) => floor(stage),
  figure: ({ palette, ground, warmth, isDark }) =>
    `<defs>${radialGlow('sun', '#ffd795', 0.35 + warmth * 0.5)}</defs>` +
    ellipse(280, 330, 260, 220, 'url(#sun)') +
    steam(260, 282, isDark ? palette.paper : ground.quiet) +
    ellipse(268, 462, 178, 20, chinaShade) +
    ellipse(268, 456, 178, 20, china) +
    line('M366 334c62-14 78 62-14 78', china, 20) +
    path('M156 306h216c2 96-28 148-108 148S154 402 156 306Z', china) +
    path('M156 306h40c0 90 16 130 68 148c-80 0-110-52-108-148Z', chinaShade) +
    ellipse(264, 306, 108, 22, chinaShade) +
    ellipse(264, 309, 96, 17, coffee) +
    path('M228 308c10-10 30-10 36 0c6-10 26-10 36 0c-10 8-26 12-36 12s-26-4-36-12Z', crema) +
    path('M420 452c8-30 40-30 52-12c4 8 0 14-8 14Z', '#d99a4e'),
};

/** The same cup from above, with a leaf on the milk. */
export const latteArt: Scene = {
  figure: ({ palette, ground }) =>
    circle(300, 384, 152, ground.floor) +
    circle(292, 374, 150, china) +
    circle(292, 374, 128, chinaShade) +
    line('M392 450l62 56', china, 26) +
    circle(292, 374, 104, '#a8683a') +
    circle(292, 374, 96, '#b97a48') +
    path('M292 456c-58-26-74-90-42-128c10-12 30-10 42 8c12-18 32-20 42-8c32 38 16 102-42 128Z', '#f7e6cc') +
    path('M292 440c-40-20-50-64-28-90c10-8 22-2 28 12c6-14 18-20 28-12c22 26 12 70-28 90Z', '#b97a48') +
    path('M292 420c-22-12-28-36-16-50c6-4 14 0 16 8c2-8 10-12 16-8c12 14 6 38-16 50Z', '#f7e6cc') +
    bean(96, 300, 30, 0.8, palette.warmDark) +
    bean(70, 410, -50, 0.7, palette.warmDark),
};

/** Beans, poured out. */
export const beans: Scene = {
  figure: () =>
    scatter(
      [
        [70, 330, 20],
        [140, 290, -40],
        [214, 332, 65],
        [290, 284, 10],
        [366, 318, -30],
        [452, 290, 50],
        [500, 366, -10],
        [110, 396, -65],
        [186, 412, 15],
        [262, 380, -20],
        [336, 404, 40],
        [416, 384, -60],
        [166, 484, -15],
        [230, 474, 70],
        [306, 490, -35],
        [382, 472, 5],
        [464, 456, 30],
        [508, 510, -50],
      ] as const,
      (x, y, angle) =>
        bean(x, y, angle, 1.06, (x + y) % 3 === 0 ? '#6f4229' : (x + y) % 3 === 1 ? '#54301f' : '#7d4d30'),
    ),
};

/** A croissant on a plate. */
export const croissant: Scene = {
  field: (stage) => floor(stage),
  figure: ({ palette, ground }) =>
    ellipse(270, 470, 214, 30, chinaShade) +
    ellipse(270, 462, 214, 30, china) +
    path(
      'M84 440c-8-76 72-150 186-150s194 74 186 150c-4 24-40 26-54 0c-22-40-70-60-132-60s-110 20-132 60c-14 26-50 24-54 0Z',
      '#d9954a',
    ) +
    path('M150 338c22-20 48-34 78-42l22 88c-26 4-46 14-62 26Z', '#e6aa5e') +
    path('M262 292c30-2 60 2 84 10l-24 88c-18-8-36-10-52-10Z', '#e6aa5e') +
    path('M388 322c28 20 50 48 60 76l-52 32c-8-16-20-26-34-34Z', '#e6aa5e') +
    path('M100 392c8-18 18-34 32-46l38 64c-10 8-18 18-24 28Z', '#c67f38') +
    line('M228 296l22 86M346 302l-24 86M132 346l38 62', '#b06c2b', 4) +
    scatter(
      [
        [468, 496],
        [420, 500],
        [150, 504],
      ] as const,
      (x, y) => ellipse(x, y, 9, 4, palette.warmDark),
    ) +
    steam(274, 262, ground.quiet, 0.8),
};

/** Pouring water over a filter. */
export const pourOver: Scene = {
  field: (stage) => floor(stage),
  figure: ({ palette, ground, warmth }) =>
    `<defs>${radialGlow('pour', '#ffe2ad', 0.3 + warmth * 0.4)}</defs>` +
    ellipse(270, 340, 230, 210, 'url(#pour)') +
    path('M372 208h110l24 96H356Z', '#b7c0bf') +
    line('M372 262c-40 0-40-52-84-46', '#9aa6a5', 13) +
    line('M288 222v64', '#d7e7ea', 5) +
    line('M506 232c34 6 30 60-6 60', palette.dark, 13) +
    path('M196 276h152l-58 96h-36Z', china) +
    path('M214 284h116l-10 16H224Z', coffee) +
    line('M236 304l18 60M272 304v60M308 304l-18 60', chinaShade, 4) +
    rect(232, 368, 80, 14, palette.main, 5) +
    path('M222 382h100c34 34 42 70 30 110H192c-12-40-4-76 30-110Z', '#dfeaea', { opacity: 0.75 }) +
    path('M194 442h156c4 18 4 34 2 50H192c-2-16-2-32 2-50Z', coffee, { opacity: 0.92 }) +
    line('M272 384v54', coffee, 3) +
    rect(216, 378, 112, 12, ground.floorEdge, 4),
};

/** A bag of the roastery. */
export const coffeeBag: Scene = {
  field: (stage) => floor(stage),
  figure: ({ palette, ground, isDark }) =>
    ellipse(280, 498, 160, 12, ground.floorEdge) +
    path('M164 244h212l20 250c0 6-4 8-8 8H152c-4 0-8-2-8-8Z', isDark ? palette.main : palette.dark) +
    path('M164 244h212l-4-30H168Z', isDark ? palette.warm : palette.main) +
    line('M172 228h196', palette.dark, 3, { 'stroke-dasharray': '6 6' }) +
    path('M164 244h34l-12 258h-34c-4 0-8-2-8-8Z', '#000000', { opacity: 0.14 }) +
    rect(204, 316, 150, 130, palette.paper, 6) +
    circle(279, 356, 24, palette.accent) +
    scatter([[0], [45], [90], [135], [180], [225], [270], [315]] as const, (angle) =>
      group(`translate(279 356) rotate(${angle})`, rect(30, -3, 12, 6, palette.accent, 3)),
    ) +
    rect(228, 398, 102, 8, palette.dark, 4) +
    rect(246, 414, 66, 7, palette.warmDark, 3) +
    circle(270, 284, 9, palette.paper, { opacity: 0.7 }) +
    bean(438, 486, 20) +
    bean(492, 496, -40, 0.8) +
    bean(96, 440, -15, 0.8),
};

/** The city wakes up outside the coffee shop's window. */
export const morningWindow: Scene = {
  field: (stage) => floor(stage),
  figure: ({ palette, ground, warmth }) =>
    rect(96, 206, 348, 236, '#f7cf94', 6) +
    circle(330, 350, 64 + warmth * 16, '#f6a94a') +
    path('M96 380h44v-60h52v36h40v-76h56v100h30v-52h48v52h34v-84h44v146H96Z', '#b5694a') +
    path('M96 412h80v-40h60v40h64v-24h70v24h74v30H96Z', '#8c4a35') +
    line('M270 206v236', palette.paper, 9) +
    rect(96, 206, 348, 236, 'none', 6, { stroke: palette.paper, 'stroke-width': 13 }) +
    rect(70, 438, 400, 16, palette.paper, 4) +
    path('M150 392h64c0 30-8 46-32 46s-32-16-32-46Z', china) +
    line('M212 400c20-4 22 22-4 24', china, 7) +
    steam(182, 384, '#fff6e6', 0.7) +
    path('M366 438c-16 0-20-14-18-30h46c2 16-2 30-18 30Z', ground.floorEdge) +
    line('M371 408c-2-22-16-28-22-30M371 408c4-20 14-30 26-30M371 408v-42', palette.second, 5),
};

/** The roaster: a drum, a tray, a thermometer. */
export const roaster: Scene = {
  field: (stage) => floor(stage),
  figure: ({ palette, ground }) =>
    path('M190 220h120l-26 50h-68Z', '#a9aaa4') +
    rect(150, 268, 200, 150, palette.main, 40) +
    circle(250, 344, 52, palette.dark) +
    circle(250, 344, 38, '#f2a541') +
    circle(250, 344, 38, 'none', { stroke: '#fbf3e7', 'stroke-width': 6 }) +
    bean(240, 350, 20, 0.4) +
    bean(262, 338, -40, 0.4) +
    rect(176, 416, 26, 90, palette.dark) +
    rect(298, 416, 26, 90, palette.dark) +
    path('M346 356h60l24 66h-66Z', '#8f918b') +
    ellipse(430, 432, 92, 18, '#a9aaa4') +
    ellipse(430, 428, 80, 12, '#4a2a1c') +
    rect(416, 440, 28, 66, palette.dark) +
    rect(84, 300, 12, 120, palette.paper, 6) +
    rect(87, 350, 6, 66, '#e2573b', 3) +
    circle(90, 426, 13, '#e2573b') +
    line('M108 320h16M108 346h10M108 372h16', ground.quiet, 3) +
    line('M318 218c0-30 40-20 40-48s30-20 60-20', ground.quiet, 10, { opacity: 0.4 }),
};

/** A cold drink with ice. */
export const coldDrink: Scene = {
  field: (stage) => floor(stage),
  figure: ({ palette, ground }) =>
    ellipse(284, 498, 120, 12, ground.floorEdge) +
    line('M318 186l-26 190', palette.accent, 11) +
    path('M194 252h180l-22 246H216Z', '#ffffff', { opacity: 0.38 }) +
    path('M200 316h168l-16 176H218Z', '#a5623a') +
    path('M202 316h164l-6 66c-40 26-90-30-152 8Z', '#f3d7b0') +
    group('rotate(-12 250 312)', rect(226, 290, 46, 46, '#eef6f7', 8, { opacity: 0.85 })) +
    group('rotate(16 320 316)', rect(298, 294, 44, 44, '#e3eff1', 8, { opacity: 0.85 })) +
    group('rotate(8 276 340)', rect(256, 326, 40, 40, '#f4fafb', 8, { opacity: 0.7 })) +
    line('M212 268l18 214', '#ffffff', 6, { opacity: 0.6 }) +
    circle(420, 470, 34, '#ef9a3c') +
    circle(420, 470, 26, '#fbd28d') +
    line('M420 446v48M396 470h48M403 453l34 34M437 453l-34 34', '#ef9a3c', 3),
};
