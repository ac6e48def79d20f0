import { floor, type Scene, type Stage } from '../scene';
import { circle, ellipse, group, line, path, radialGlow, rect, scatter, verticalGradient } from '../svg';

const log = '#a8744a';
const logDark = '#7f5433';
const window = '#ffd98f';

function fir(x: number, bottom: number, height: number, colour: string): string {
  const half = height * 0.24;
  return path(
    `M${x} ${bottom - height}l${half * 0.6} ${height * 0.34}h${-half * 0.25}l${half * 0.5} ${height * 0.28}h${-half * 0.3}l${half * 0.55} ${height * 0.3}H${x - half * 1.1}l${half * 0.55}${-height * 0.3}h${-half * 0.3}l${half * 0.5}${-height * 0.28}h${-half * 0.25}Z`,
    colour,
  );
}

function forestLine(stage: Stage, base: number, colour: string, step: number, tall: number): string {
  const count = Math.ceil(stage.width / step) + 1;
  const size = tall * Math.min(1, stage.height / 540);
  return Array.from({ length: count }, (_, index) =>
    fir(index * step + ((index * 37) % 17), base, size * (0.72 + ((index * 53) % 29) / 60), colour),
  ).join('');
}

function sky(stage: Stage, evening: boolean): string {
  const { isDark, warmth, ground } = stage;
  const [top, low] = isDark
    ? [ground.back, evening ? '#c9795a' : '#3f6d7a']
    : evening
      ? [ground.back, '#f5d9a8']
      : [ground.back, '#f4efe2'];
  return (
    `<defs>${verticalGradient('sky', [0, top], [0.35, top], [1, low])}${radialGlow('sunset', '#ffd08a', 0.5 + warmth * 0.4)}</defs>` +
    rect(0, 0, stage.width, stage.floorY, 'url(#sky)')
  );
}

/** Sunset over the water, a boat at the pier. */
export const lake: Scene = {
  field: (stage) => {
    const { width, height, floorY, palette } = stage;
    const horizon = floorY - 90;
    return (
      sky(stage, stage.warmth > 0.4) +
      ellipse(width * 0.66, horizon - 10, 200, 150, 'url(#sunset)') +
      circle(width * 0.66, horizon - 16, 44, '#ffd28c') +
      path(
        `M0 ${horizon - 26}q${width * 0.16}-44 ${width * 0.34}-12t${width * 0.3} 2t${width * 0.36}-22V${horizon + 10}H0Z`,
        palette.main,
      ) +
      rect(0, horizon, width, height - horizon, stage.isDark ? '#2a5664' : '#8fb2b8') +
      [0, 1, 2, 3, 4, 5]
        .map((row) =>
          rect(width * 0.66 - 70 + row * 9, horizon + 12 + row * 20, 140 - row * 18, 5, '#ffd9a0', 2, {
            opacity: 0.75 - row * 0.09,
          }),
        )
        .join('') +
      scatter(
        [
          [0.1, 30],
          [0.3, 66],
          [0.86, 50],
          [0.2, 108],
          [0.78, 118],
        ] as const,
        (share, drop) => line(`M${width * share} ${horizon + drop}h52`, '#ffffff', 3, { opacity: 0.28 }),
      )
    );
  },
  figure: () =>
    path('M96 424h196l-22 40c-4 6-8 8-16 8H138c-8 0-14-4-18-10Z', '#7a4a2c') +
    path('M96 424h196l-5 10H104Z', '#a66c42') +
    line('M150 414l150-54', '#5b3722', 6) +
    ellipse(192, 478, 110, 6, '#173640', { opacity: 0.35 }),
};

/** A log cabin among firs, light in its windows. */
export const cabin: Scene = {
  field: (stage) =>
    sky(stage, false) +
    forestLine(stage, stage.floorY + 4, stage.isDark ? '#1e4550' : '#8ba79f', 46, 190) +
    floor(stage),
  figure: ({ palette, isDark, warmth }) =>
    `<defs>${radialGlow('hearth', '#ffd38a', 0.3 + warmth * 0.5)}</defs>` +
    ellipse(286, 420, 230, 130, 'url(#hearth)') +
    fir(92, 470, 250, palette.main) +
    fir(486, 474, 220, isDark ? '#24503f' : '#3b6450') +
    rect(378, 256, 26, 62, '#6d4b3a') +
    rect(174, 346, 236, 124, log) +
    [0, 1, 2, 3, 4].map((row) => rect(166, 350 + row * 25, 252, 5, logDark, 2)).join('') +
    path('M140 352 292 252l152 100h-34L292 278 174 352Z', '#5a3b2a') +
    path('M174 352 292 276l118 76Z', '#c08d5e') +
    rect(272, 308, 40, 30, window, 2) +
    rect(196, 374, 62, 56, window, 3) +
    line('M227 374v56M196 402h62', logDark, 5) +
    rect(332, 380, 50, 90, '#5a3b2a', 3) +
    circle(372, 426, 4, window) +
    rect(150, 468, 288, 12, '#5a3b2a', 3) +
    line('M392 244c-10-22 16-26 4-50', palette.cool, 8, { opacity: 0.5 }),
};

/** Inside the forest, with a path. */
export const forest: Scene = {
  field: (stage) => {
    const far = stage.isDark ? '#245060' : '#b7c9c3';
    const middle = stage.isDark ? '#1c4236' : '#7f9f90';
    return (
      sky(stage, false) +
      forestLine(stage, stage.floorY - 10, far, 38, 200) +
      forestLine(stage, stage.floorY + 10, middle, 62, 230) +
      floor(stage)
    );
  },
  figure: ({ palette, ground }) =>
    fir(70, 500, 290, palette.main) +
    fir(470, 506, 280, palette.main) +
    fir(400, 482, 190, '#35604d') +
    path('M250 452h34c10 30 60 52 96 90H150c30-40 90-60 100-90Z', ground.quiet, { opacity: 0.55 }) +
    scatter(
      [
        [150, 498],
        [176, 506],
        [360, 500],
      ] as const,
      (x, y) => rect(x - 4, y - 4, 8, 14, '#f1e7d5', 3) + path(`M${x - 16} ${y}c0-20 32-20 32 0Z`, '#c8553d'),
    ),
};

/** A lantern on the porch. */
export const lantern: Scene = {
  field: (stage) => forestLine(stage, stage.floorY + 6, stage.isDark ? '#1f4651' : '#a3bab4', 54, 170) + floor(stage),
  figure: ({ palette, warmth }) =>
    `<defs>${radialGlow('flame', '#ffc76b', 0.45 + warmth * 0.45)}</defs>` +
    circle(290, 366, 190 + warmth * 60, 'url(#flame)') +
    rect(110, 470, 360, 20, logDark, 3) +
    rect(110, 490, 360, 8, '#5a3b2a') +
    line('M246 268c0-58 88-58 88 0', '#232a2c', 9) +
    path('M232 296l24-34h68l24 34Z', '#232a2c') +
    rect(240, 296, 100, 142, '#ffe2a6', 6, { opacity: 0.75 }) +
    line('M240 296v142M340 296v142M290 296v30', '#232a2c', 8) +
    rect(226, 436, 128, 34, '#232a2c', 8) +
    rect(276, 388, 28, 48, palette.paper, 4) +
    path('M290 326c22 26 20 52 0 60c-20-8-22-34 0-60Z', '#f59a32') +
    path('M290 350c10 14 9 28 0 34c-9-6-10-20 0-34Z', '#ffe9b8'),
};

/** Fire on the shore. */
export const campfire: Scene = {
  field: (stage) => {
    const stars = [
      [0.12, 60],
      [0.3, 30],
      [0.5, 84],
      [0.72, 40],
      [0.9, 96],
      [0.62, 130],
      [0.2, 140],
    ] as const;
    return (
      sky(stage, true) +
      (stage.isDark
        ? scatter(stars, (share, y) => circle(stage.width * share, y, 2.4, '#ffffff', { opacity: 0.7 }))
        : '') +
      forestLine(stage, stage.floorY, stage.isDark ? '#132f2b' : '#7c8f7c', 58, 160) +
      floor(stage)
    );
  },
  figure: ({ warmth }) =>
    `<defs>${radialGlow('fire', '#ff9f45', 0.5 + warmth * 0.4)}</defs>` +
    circle(280, 410, 200 + warmth * 50, 'url(#fire)') +
    path(
      'M280 268c62 66 86 120 56 178c-16 30-96 30-112 0c-22-42 2-76 22-100c4 20 12 28 22 32c-8-42-2-78 12-110Z',
      '#f2762e',
    ) +
    path(
      'M284 346c34 40 46 72 28 102c-10 16-50 16-60 0c-12-24 2-44 14-58c4 10 8 16 14 18c-4-24-2-44 4-62Z',
      '#ffc955',
    ) +
    group('rotate(12 280 468)', rect(180, 456, 200, 24, '#6d4327', 12)) +
    group('rotate(-12 280 468)', rect(180, 456, 200, 24, '#84532f', 12), circle(192, 468, 11, '#d9a870')) +
    scatter(
      [
        [170, 500],
        [392, 500],
        [220, 512],
        [342, 512],
      ] as const,
      (x, y) => ellipse(x, y, 26, 13, '#6b7577'),
    ) +
    scatter(
      [
        [210, 286],
        [352, 300],
        [330, 246],
        [238, 240],
      ] as const,
      (x, y) => circle(x, y, 4, '#ffc46b'),
    ),
};

/** The bath house by the water. */
export const sauna: Scene = {
  field: (stage) => {
    const shore = stage.floorY + 8;
    return (
      sky(stage, false) +
      forestLine(stage, shore - 12, stage.isDark ? '#1e4550' : '#93afa8', 50, 170) +
      rect(0, shore, stage.width, stage.height - shore, stage.isDark ? '#2a5664' : '#8fb2b8')
    );
  },
  figure: ({ palette, ground }) =>
    line('M372 254c-16-30 20-36 4-70M392 258c-10-22 18-30 8-54', palette.paper, 8, { opacity: 0.45 }) +
    rect(366, 246, 24, 60, '#4c4440') +
    path('M160 322 302 268l146 54v18H160Z', '#4a3125') +
    rect(180, 338, 248, 120, log) +
    [0, 1, 2, 3, 4, 5, 6, 7, 8].map((column) => rect(200 + column * 26, 338, 4, 120, logDark)).join('') +
    rect(212, 366, 74, 54, window, 4) +
    line('M249 366v54', logDark, 5) +
    rect(334, 366, 56, 92, '#5f4030', 3) +
    circle(346, 414, 4, window) +
    path('M60 458h420l18 22H40Z', '#8a6240') +
    line('M76 480v44M160 480v50M260 480v50M360 480v50M452 480v44', '#5f4030', 9) +
    line('M60 500h-40M400 518h60M180 520h50', ground.ink, 3, { opacity: 0.3 }) +
    ellipse(120, 452, 26, 7, '#6d4327') +
    path('M98 420h44l-5 34h-34Z', '#b07a4c') +
    line('M98 420c0-26 44-26 44 0', '#5f4030', 4),
};

/** Breakfast on the terrace with a view of the lake. */
export const breakfast: Scene = {
  field: (stage) => {
    const horizon = stage.floorY - 110;
    return (
      sky(stage, true) +
      path(
        `M0 ${horizon - 12}q${stage.width * 0.2}-40 ${stage.width * 0.42}-8t${stage.width * 0.58}-14V${horizon + 8}H0Z`,
        stage.palette.main,
      ) +
      rect(0, horizon, stage.width, 130, stage.isDark ? '#2a5664' : '#8fb2b8') +
      line(`M0 ${horizon + 40}h${stage.width}`, '#7a5436', 10) +
      Array.from({ length: Math.ceil(stage.width / 60) }, (_, index) =>
        line(`M${index * 60 + 20} ${horizon + 40}v90`, '#8a6240', 6),
      ).join('') +
      floor(stage)
    );
  },
  figure: ({ palette, ground }) =>
    rect(90, 432, 380, 18, '#c08d5e', 5) +
    rect(140, 450, 18, 90, logDark) +
    rect(402, 450, 18, 90, logDark) +
    ellipse(220, 428, 74, 9, palette.paper) +
    ellipse(220, 414, 50, 10, '#e2ab62') +
    ellipse(220, 404, 50, 10, '#d1924a') +
    ellipse(220, 394, 50, 10, '#e2ab62') +
    circle(206, 384, 8, '#8c2f4a') +
    circle(224, 382, 8, '#3f4f8c') +
    circle(238, 386, 7, '#8c2f4a') +
    path('M322 378h60c0 36-10 54-30 54s-30-18-30-54Z', palette.paper) +
    line('M380 388c24-4 26 28-6 30', palette.paper, 8) +
    line('M346 366c-10-16 10-20 0-38M362 366c-10-16 10-20 0-38', ground.ink, 5, { opacity: 0.45 }) +
    path('M426 432c-10 0-14-12-12-26h30c2 14-2 26-12 26Z', '#9db0a6') +
    line('M429 406c-2-20-12-26-18-28M429 406c4-18 12-26 20-26', palette.accent, 5),
};

/** The way there: a map with two marks. */
export const route: Scene = {
  figure: ({ palette, ground, isDark }) =>
    group(
      'rotate(-3 270 360)',
      rect(70, 216, 400, 270, isDark ? '#e9e3d4' : '#f8f4ea', 10),
      path('M300 216h170v170c-40 14-90-8-110-50s-70-50-60-120Z', '#9cc0c6'),
      path('M70 380c60-20 110 10 160 60c20 20 30 34 34 46H80a10 10 0 0 1-10-10Z', '#bcd0b0'),
      line('M110 446c60-10 60-80 120-86s80 30 130 10s50-60 40-80', '#d8763f', 7, { 'stroke-dasharray': '3 13' }),
      fir(150, 350, 60, '#5f8468'),
      fir(180, 356, 46, '#5f8468'),
      fir(330, 470, 54, '#5f8468'),
    ) +
    path('M108 448c-30-36-22-72 6-72s36 36-6 72Z', palette.dark) +
    circle(112, 400, 9, palette.paper) +
    path('M398 306c-36-46-26-86 8-86s42 42-8 86Z', palette.accent) +
    circle(404, 250, 12, palette.paper) +
    line('M428 440h30M428 440l8-7M428 440l8 7', ground.quiet, 4),
};
