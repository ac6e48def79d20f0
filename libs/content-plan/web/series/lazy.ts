import { lazy } from 'react';

/** Drawn of turns of a series alone, with their own words. */
export const SeriesLine = lazy(async () => ({ default: (await import('./SeriesLine')).SeriesLine }));
export const SeriesDialog = lazy(async () => ({ default: (await import('./SeriesDialog')).SeriesDialog }));
