import type { HandWrittenBriefs } from '../../authoring';
import { copyBriefs } from './copy';
import { designBriefs } from './design';
import { targetingBriefs } from './targeting';

export const briefs: HandWrittenBriefs = { ...copyBriefs, ...designBriefs, ...targetingBriefs };
