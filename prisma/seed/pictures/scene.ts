import type { Ground, Palette } from './palettes';
import { rect } from './svg';

/**
 * A scene is painted in two layers: the field fills the whole picture whatever its proportions, the figure stands in a
 * 540 × 540 frame whose upper 190 units are left to the title and whose floor is at 452.
 */
export interface Scene {
  readonly field?: (stage: Stage) => string;
  readonly figure: (stage: Stage) => string;
}

export interface Stage {
  readonly palette: Palette;
  readonly ground: Ground;
  readonly isDark: boolean;
  /** From 0 to 1: how warm and wide the light is. */
  readonly warmth: number;
  /** The big word of scenes that have one: a number of days, a percent, a time. */
  readonly word: string;
  readonly width: number;
  readonly height: number;
  /** Where the frame's floor comes to stand in the whole picture. */
  readonly floorY: number;
}

/** The accent, unless the ground already is of that colour. */
export function contrast({ palette, ground }: Stage): string {
  return ground.back === palette.accent ? palette.dark : palette.accent;
}

export function floor({ ground, width, height, floorY }: Stage): string {
  return rect(0, floorY, width, height - floorY, ground.floor) + rect(0, floorY, width, 5, ground.floorEdge);
}
