import { contrast, type Scene } from '../scene';
import { circle, group, line, path, rect, scatter } from '../svg';
import { textLine, textWidth } from '../type/text';

/** A big number or word: days left, a percent, a price. */
export const bigWord: Scene = {
  figure: (stage) => {
    const size = Math.min(
      220,
      (220 * 440) / Math.max(1, textWidth(stage.word, { size: 220, weight: 'bold', tracking: -0.04 })),
    );
    return (
      circle(420, 300, 190, contrast(stage), { opacity: 0.16 }) +
      circle(470, 470, 110, stage.palette.second, { opacity: 0.22 }) +
      textLine(stage.word, 40, 340 + size * 0.36, { size, weight: 'bold', fill: stage.ground.ink, tracking: -0.04 }) +
      rect(44, 436, 120, 8, contrast(stage), 4)
    );
  },
};

/** Steps done, one after another. */
export const checklist: Scene = {
  figure: (stage) =>
    rect(44, 230, 396, 220, stage.isDark ? '#ffffff' : stage.palette.paper, 20, { opacity: stage.isDark ? 0.1 : 0.9 }) +
    scatter(
      [
        [266, 250],
        [322, 190],
        [378, 280],
      ] as const,
      (y, width) =>
        circle(84, y + 10, 18, contrast(stage)) +
        line(`M75 ${y + 11}l7 7 12-14`, stage.palette.paper, 5) +
        rect(122, y, width, 9, stage.ground.ink, 4, { opacity: 0.75 }) +
        rect(122, y + 17, width * 0.6, 7, stage.ground.ink, 3, { opacity: 0.3 }),
    ) +
    group(
      'translate(446 404) rotate(35)',
      rect(-13, -120, 26, 150, contrast(stage), 4),
      path('M-13 30h26l-13 32Z', stage.palette.warm),
      path('M-5 50h10l-5 12Z', stage.palette.dark),
      rect(-13, -132, 26, 18, stage.palette.main, 5),
    ),
};

/** Somebody's words. */
export const quote: Scene = {
  figure: (stage) =>
    path(
      'M60 292c0-34 22-62 60-70l8 22c-22 6-34 20-36 40h36v64H60ZM168 292c0-34 22-62 60-70l8 22c-22 6-34 20-36 40h36v64h-68Z',
      contrast(stage),
    ) +
    circle(446, 408, 54, stage.ground.floor) +
    circle(446, 392, 20, stage.ground.quiet) +
    path('M406 446c4-40 76-40 80 0c-20 20-60 20-80 0Z', stage.ground.quiet) +
    rect(60, 396, 270, 9, stage.ground.ink, 4, { opacity: 0.28 }) +
    rect(60, 418, 200, 9, stage.ground.ink, 4, { opacity: 0.28 }),
};

/** Two ways to choose from: polls and quizzes. */
export const versus: Scene = {
  figure: (stage) =>
    rect(44, 246, 216, 190, contrast(stage), 26) +
    rect(280, 246, 216, 190, stage.palette.second, 26) +
    circle(270, 341, 40, stage.ground.back) +
    textLine('или', 270, 349, { size: 23, weight: 'bold', fill: stage.ground.ink, anchor: 'middle' }) +
    textLine('А', 138, 374, { size: 96, weight: 'bold', fill: stage.palette.paper, anchor: 'middle' }) +
    textLine('Б', 402, 374, { size: 96, weight: 'bold', fill: stage.palette.paper, anchor: 'middle' }),
};

/** A present with a ribbon: giveaways and certificates. */
export const present: Scene = {
  figure: (stage) =>
    rect(152, 322, 260, 160, stage.ground.floorEdge, 12) +
    rect(144, 314, 260, 160, contrast(stage), 12) +
    rect(128, 276, 292, 56, stage.palette.warm, 12) +
    rect(252, 276, 44, 198, stage.palette.main) +
    path('M274 276c-70-10-96-64-66-80s66 30 66 80ZM274 276c70-10 96-64 66-80s-66 30-66 80Z', stage.palette.main) +
    path('M274 276c-44-16-60-46-48-56s44 20 48 56ZM274 276c44-16 60-46 48-56s-44 20-48 56Z', stage.ground.back, {
      opacity: 0.5,
    }) +
    scatter(
      [
        [76, 260, 8],
        [98, 400, 6],
        [468, 250, 7],
        [478, 396, 9],
        [450, 330, 5],
      ] as const,
      (x, y, r) => circle(x, y, r, contrast(stage)),
    ),
};
