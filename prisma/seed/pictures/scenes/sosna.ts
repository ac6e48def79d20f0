import { floor, type Scene } from '../scene';
import { circle, ellipse, group, line, path, radialGlow, rect, scatter } from '../svg';

const woodLight = '#e0b071';
const wood = '#d29a57';
const woodDark = '#b57b40';
const woodDeep = '#8a5a2d';

function chairBack(x: number): string {
  return (
    rect(x, 312, 9, 178, woodDark, 3) +
    rect(x + 55, 312, 9, 178, woodDark, 3) +
    rect(x, 316, 64, 13, wood, 4) +
    rect(x + 4, 344, 56, 9, wood, 3) +
    rect(x + 4, 366, 56, 9, wood, 3)
  );
}

function lamp(x: number, bottom: number, cord: number, colour: string): string {
  return (
    rect(x - 2, -400, 4, bottom - cord + 400, '#142822') +
    path(`M${x - 60} ${bottom}c0-36 27-54 60-54s60 18 60 54Z`, colour) +
    ellipse(x, bottom, 30, 8, '#fff1cf')
  );
}

/** The family table under a lamp: the brand's main picture. */
export const diningTable: Scene = {
  field: (stage) => floor(stage),
  figure: ({ warmth, isDark, palette }) => {
    const glow = isDark ? 0.34 + warmth * 0.42 : 0.5 + warmth * 0.4;
    const shade = warmth > 0.5 ? '#eaa63f' : '#d8b884';
    return (
      `<defs>${radialGlow('lamp', warmth > 0.5 ? '#ffcf7a' : '#f3e6c4', glow)}</defs>` +
      ellipse(366, 330, 250 + warmth * 70, 215 + warmth * 45, 'url(#lamp)') +
      chairBack(192) +
      chairBack(304) +
      chairBack(412) +
      rect(262, 342, 10, 42, palette.paper, 3) +
      path('M267 326c6 7 6 14 0 18c-6-4-6-11 0-18Z', '#f6b64a') +
      rect(398, 342, 10, 42, palette.paper, 3) +
      path('M403 326c6 7 6 14 0 18c-6-4-6-11 0-18Z', '#f6b64a') +
      scatter(
        [
          [316, 356],
          [336, 350],
          [354, 358],
        ] as const,
        (x, y) => circle(x, y, 13, '#ee8b2f'),
      ) +
      path('M296 362h80c0 18-16 26-40 26s-40-8-40-26Z', '#f6efe0') +
      ellipse(216, 385, 28, 5, '#fbf7ec') +
      ellipse(452, 385, 28, 5, '#fbf7ec') +
      rect(142, 388, 380, 18, woodLight, 5) +
      rect(158, 406, 348, 13, woodDark, 2) +
      path('M166 419h24l-6 86h-14Z', wood) +
      path('M474 419h24l-4 86h-14Z', wood) +
      lamp(380, 250, 54, shade)
    );
  },
};

/** One chair in the light of a window. */
export const chair: Scene = {
  field: (stage) => floor(stage),
  figure: ({ palette, ground, warmth, isDark }) =>
    path('M184 224 540 470v44H330L184 380Z', isDark ? '#ffffff' : '#fff8e8', { opacity: 0.06 + warmth * 0.16 }) +
    rect(60, 222, 124, 160, isDark ? palette.second : '#cfe0e3', 4) +
    line('M122 222v160M60 302h124', palette.paper, 7) +
    rect(60, 222, 124, 160, 'none', 4, { stroke: palette.paper, 'stroke-width': 10 }) +
    ellipse(352, 506, 120, 10, ground.floorEdge, { opacity: 0.7 }) +
    path('M284 222h14l6 280h-14Z', woodDark) +
    path('M404 222h14l-2 168h-14Z', woodDark) +
    rect(284, 226, 134, 22, wood, 8) +
    scatter([[308], [336], [364], [390]] as const, (x) => rect(x, 248, 9, 132, wood, 3)) +
    rect(290, 300, 124, 10, woodDark, 3) +
    path('M278 384h160l14 26H268Z', woodLight) +
    rect(268, 408, 184, 12, woodDark, 4) +
    path('M420 420h18l10 84h-16Z', wood) +
    path('M276 420h18l-4 84h-16Z', wood) +
    line('M288 462h146', woodDark, 8),
};

function rings(x: number, y: number, r: number, tone: readonly [string, string, string]): string {
  const [bark, body, ring] = tone;
  const shares = [0.86, 0.72, 0.6, 0.47, 0.36, 0.24, 0.13];
  return (
    circle(x, y, r, bark) +
    circle(x, y, r * 0.93, body) +
    shares
      .map((share, index) =>
        ellipse(x - index * 1.5, y + index, r * share, r * share * 0.96, 'none', {
          stroke: ring,
          'stroke-width': 2 + (index % 3),
        }),
      )
      .join('') +
    line(`M${x} ${y}l${r * 0.62} ${-r * 0.5}`, ring, 2.5)
  );
}

/** Sawn ends: the rings that tell a pine from an oak. */
export const woodRings: Scene = {
  figure: () =>
    rings(186, 398, 132, ['#6b4526', '#d9a668', '#b97f43']) +
    rings(404, 350, 116, ['#4e3524', '#b98655', '#8d5d33']) +
    rings(352, 486, 72, ['#7b5a3a', '#ecd0a0', '#c9a063']),
};

/** The work bench: a plane, shavings, tools on the wall. */
export const workshop: Scene = {
  field: (stage) => floor(stage),
  figure: ({ palette, ground, warmth }) =>
    `<defs>${radialGlow('bench', '#ffd48a', 0.25 + warmth * 0.4)}</defs>` +
    ellipse(280, 330, 300, 200, 'url(#bench)') +
    rect(70, 208, 400, 12, woodDeep, 3) +
    path('M110 220v54h-9v30h26v-30h-9v-54Z', '#8f9c98') +
    rect(104, 300, 20, 40, woodDark, 5) +
    path('M196 220h12v70h-12Z', woodDark) +
    path('M178 284h48v22h-48Z', '#7d8a87') +
    path('M292 220l70 96h-84Z', '#a5b3af') +
    rect(276, 216, 34, 26, woodDark, 6) +
    line('M424 220v86', '#7d8a87', 7) +
    circle(424, 318, 13, 'none', { stroke: palette.accent, 'stroke-width': 7 }) +
    rect(48, 402, 444, 26, woodLight, 4) +
    rect(48, 428, 444, 12, woodDark) +
    rect(84, 440, 28, 70, wood) +
    rect(428, 440, 28, 70, wood) +
    rect(112, 468, 316, 14, woodDark) +
    rect(150, 388, 250, 14, '#eccb94', 2) +
    path('M232 388l14-34h108l8 34Z', woodDeep) +
    path('M330 354c0-26 8-34 22-34l4 34Z', woodDark) +
    path('M268 354l18-26h14l-8 26Z', '#a5b3af') +
    scatter(
      [
        [176, 378, 1],
        [206, 372, 0.8],
        [414, 392, 0.9],
        [134, 394, 0.7],
      ] as const,
      (x, y, s) => group(`translate(${x} ${y}) scale(${s})`, line('M-16 6c0-20 26-20 26-2s-20 14-16 0', '#f2d9aa', 5)),
    ) +
    scatter(
      [
        [150, 500],
        [250, 506],
        [330, 498],
        [380, 508],
      ] as const,
      (x, y) => line(`M${x} ${y}c4-12 18-10 16 0s-12 6-8-2`, ground.quiet, 4),
    ),
};

/** How the table top grows: from above, with dimensions. */
export const dimensions: Scene = {
  figure: ({ palette, ground, word }) => {
    const wide = word === 'wide';
    return (
      rect(150, 236, 240, 134, woodLight, 10) +
      line('M164 260h212M164 286h212M164 316h212M164 344h212', '#c48f52', 2) +
      (wide
        ? rect(58, 236, 84, 134, wood, 10) + rect(398, 236, 84, 134, wood, 10)
        : rect(62, 238, 80, 130, 'none', 10, { stroke: '#b98a52', 'stroke-width': 3, 'stroke-dasharray': '8 7' }) +
          rect(398, 238, 80, 130, 'none', 10, { stroke: '#b98a52', 'stroke-width': 3, 'stroke-dasharray': '8 7' })) +
      line('M150 404v20M390 404v20M150 414h240', ground.ink, 3) +
      line('M62 448v20M478 448v20M62 458h416', ground.ink, 3) +
      circle(270, 414, 5, palette.accent) +
      circle(270, 458, 5, palette.accent)
    );
  },
};

/** The face of a board. */
export const grain: Scene = {
  field: ({ ground, width, height }) => {
    const waves = Array.from({ length: Math.ceil(height / 44) + 3 }, (_, index) => {
      const y = 150 + index * 44;
      return `M-20 ${y}c${width * 0.25}-30 ${width * 0.4} 50 ${width * 0.62} 8s${width * 0.3}-46 ${width * 0.45}-26`;
    }).join('');
    return line(waves, ground.floor, 5, { opacity: 0.7 });
  },
  figure: ({ ground }) =>
    scatter(
      [
        [58, 34],
        [34, 19],
        [12, 6],
      ] as const,
      (rx, ry) => ellipse(350, 372, rx, ry, ground.back, { stroke: ground.floor, 'stroke-width': 5 }),
    ),
};

/** Mortise and tenon, drawn apart. */
export const joint: Scene = {
  figure: ({ palette, ground }) =>
    path('M40 316h206v30h-58v56h58v30H40Z', wood) +
    line('M60 338h90M60 372h80M60 408h96', woodDark, 3) +
    path('M500 300H330v46h-66v56h66v46h170Z', woodLight) +
    line('M348 324h130M348 374h130M348 424h130', woodDark, 3) +
    path('M264 346h66v56h-66Z', '#f0cf98') +
    line('M290 470h-70m0 0 16-12m-16 12 16 12', palette.accent, 6) +
    line('M228 268h92', ground.quiet, 3, { 'stroke-dasharray': '4 10' }),
};

/** A shelf with a few things in their places. */
export const shelf: Scene = {
  field: (stage) => floor(stage),
  figure: ({ palette, ground }) =>
    rect(112, 210, 14, 300, woodDark) +
    rect(414, 210, 14, 300, woodDark) +
    scatter([[262], [356], [450]] as const, (y) => rect(104, y, 332, 16, woodLight, 3)) +
    rect(150, 212, 20, 50, palette.accent, 2) +
    rect(174, 204, 16, 58, palette.paper, 2) +
    rect(194, 216, 22, 46, palette.second, 2) +
    path('M310 262c-16 0-22-14-20-30h52c2 16-4 30-20 30Z', '#cf7a4d') +
    line('M316 232c-2-24-18-30-26-32M316 232c4-22 16-34 30-34M316 232v-40', palette.main, 5) +
    circle(190, 330, 26, palette.cool) +
    circle(190, 330, 18, palette.paper) +
    rect(244, 318, 96, 38, ground.floor, 4) +
    circle(292, 338, 5, ground.floorEdge) +
    rect(360, 322, 40, 34, palette.paper, 6) +
    path('M150 450v-52h26l8 52Z', palette.main) +
    scatter(
      [
        [230, 436],
        [258, 436],
        [244, 414],
      ] as const,
      (x, y) => circle(x, y, 14, '#ee8b2f'),
    ) +
    rect(316, 400, 84, 50, wood, 4) +
    line('M342 424h32', woodDeep, 5),
};

/** The van that brings it home. */
export const delivery: Scene = {
  field: (stage) => floor(stage),
  figure: ({ palette, ground }) =>
    line('M70 330h-50M60 366h-70M72 402h-40', ground.quiet, 5) +
    path('M96 262h250v206H96Z', palette.paper) +
    path('M346 318h84l44 66v84H346Z', palette.accent) +
    path('M366 338h56l28 44h-84Z', palette.dark, { opacity: 0.85 }) +
    rect(86, 458, 396, 18, palette.dark, 6) +
    scatter(
      [
        [170, 478],
        [402, 478],
      ] as const,
      (x, y) => circle(x, y, 36, '#20262a') + circle(x, y, 16, '#b9c3c2'),
    ) +
    rect(140, 330, 160, 12, woodLight, 3) +
    path('M152 342h14l-3 68h-9ZM276 342h14l-2 68h-9Z', wood) +
    rect(160, 342, 124, 8, woodDark),
};

/** A board with a drop of oil: care for the surface. */
export const oil: Scene = {
  field: (stage) => floor(stage),
  figure: ({ palette }) =>
    rect(48, 404, 444, 46, wood, 6) +
    path('M48 410a6 6 0 0 1 6-6h240c20 14 0 30 14 46H54a6 6 0 0 1-6-6Z', woodDark) +
    line('M66 424h190M76 438h170', '#7d5128', 3) +
    rect(120, 266, 92, 138, palette.second, 14) +
    rect(144, 232, 44, 36, palette.dark, 6) +
    rect(120, 306, 92, 58, palette.paper) +
    path('M166 318c14 16 14 32 0 34c-14-2-14-18 0-34Z', palette.accent) +
    path('M300 404c-10-44 26-70 78-66c50 4 74 34 62 66Z', palette.paper) +
    line('M316 392c22-34 64-40 104-16M336 398c18-18 44-22 70-10', '#d9cdb4', 4),
};
