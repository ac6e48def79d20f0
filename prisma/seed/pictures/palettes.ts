import type { BrandName } from './picture';

/** A mood sets the ground and the ink; the scene's own colours stay with the brand. */
export type Mood = 'deep' | 'light' | 'accent' | 'cool';

export interface Ground {
  readonly back: string;
  readonly ink: string;
  readonly quiet: string;
  readonly floor: string;
  readonly floorEdge: string;
}

export interface Palette {
  readonly wordmark: string;
  readonly paper: string;
  readonly dark: string;
  readonly main: string;
  readonly accent: string;
  readonly second: string;
  readonly warm: string;
  readonly warmDark: string;
  readonly cool: string;
  readonly moods: Readonly<Record<Mood, Ground>>;
}

export const palettes: Readonly<Record<BrandName, Palette>> = {
  sosna: {
    wordmark: 'сосна',
    paper: '#f6efe0',
    dark: '#1f3e36',
    main: '#2f6f58',
    accent: '#e3a94f',
    second: '#27495c',
    warm: '#dfb070',
    warmDark: '#bd8546',
    cool: '#9db8b0',
    moods: {
      deep: { back: '#1f3e36', ink: '#f6efe0', quiet: '#a9bfb6', floor: '#54382a', floorEdge: '#3f2a1f' },
      light: { back: '#efe5d3', ink: '#1f3e36', quiet: '#8a7a60', floor: '#dcc9a6', floorEdge: '#cbb48b' },
      accent: { back: '#c58a50', ink: '#fff6e6', quiet: '#f0d2a8', floor: '#9c6633', floorEdge: '#835327' },
      cool: { back: '#27495c', ink: '#f4f7f8', quiet: '#a7bfcb', floor: '#1b3544', floorEdge: '#142a37' },
    },
  },
  utro: {
    wordmark: 'утро',
    paper: '#fbf3e7',
    dark: '#3a241c',
    main: '#c2603d',
    accent: '#f0b24b',
    second: '#7d8f69',
    warm: '#e9c49a',
    warmDark: '#b9804f',
    cool: '#9fb6bb',
    moods: {
      deep: { back: '#3a241c', ink: '#fbf3e7', quiet: '#c9ab92', floor: '#25150f', floorEdge: '#1b0e0a' },
      light: { back: '#f5e3cb', ink: '#3a241c', quiet: '#a07f62', floor: '#e6c8a0', floorEdge: '#d5b183' },
      accent: { back: '#c2603d', ink: '#fff3e4', quiet: '#f0c4ac', floor: '#a04a2b', floorEdge: '#883c21' },
      cool: { back: '#7d8f69', ink: '#fbf6ea', quiet: '#d3dcc5', floor: '#657753', floorEdge: '#556647' },
    },
  },
  'bely-kit': {
    wordmark: 'белый кит',
    paper: '#ffffff',
    dark: '#17385a',
    main: '#2f7ea6',
    accent: '#f2836b',
    second: '#8fc6d6',
    warm: '#fbd9cd',
    warmDark: '#e0907a',
    cool: '#bcdde8',
    moods: {
      deep: { back: '#17385a', ink: '#ffffff', quiet: '#a9c4da', floor: '#102b47', floorEdge: '#0b2239' },
      light: { back: '#e4f1f6', ink: '#17385a', quiet: '#6f8ea5', floor: '#cde4ed', floorEdge: '#b5d5e2' },
      accent: { back: '#f2836b', ink: '#ffffff', quiet: '#ffd9cf', floor: '#dd6a52', floorEdge: '#c95b44' },
      cool: { back: '#58a6c4', ink: '#ffffff', quiet: '#d8edf5', floor: '#438faf', floorEdge: '#377f9d' },
    },
  },
  ladoga: {
    wordmark: 'ладога',
    paper: '#f3efe6',
    dark: '#16343f',
    main: '#2c4a3c',
    accent: '#e6a24a',
    second: '#5b7f8c',
    warm: '#c48a5a',
    warmDark: '#8a5a38',
    cool: '#cfdcdc',
    moods: {
      deep: { back: '#16343f', ink: '#f3efe6', quiet: '#9db6bc', floor: '#0f2730', floorEdge: '#0a1e26' },
      light: { back: '#dfe7e4', ink: '#16343f', quiet: '#6f8a8c', floor: '#c2d1cd', floorEdge: '#a9bdb8' },
      accent: { back: '#e8b98f', ink: '#2b2a33', quiet: '#7d6250', floor: '#c98f62', floorEdge: '#b27a4f' },
      cool: { back: '#5b7f8c', ink: '#f6f4ee', quiet: '#d3e0e3', floor: '#456874', floorEdge: '#395a66' },
    },
  },
};
