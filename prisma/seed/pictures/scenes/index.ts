import type { Scene } from '../scene';
import * as belyKit from './bely-kit';
import * as common from './common';
import * as ladoga from './ladoga';
import * as sosna from './sosna';
import * as utro from './utro';

export const scenes = { ...sosna, ...utro, ...belyKit, ...ladoga, ...common } satisfies Record<string, Scene>;

export type SceneName = keyof typeof scenes;
