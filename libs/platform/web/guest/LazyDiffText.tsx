import { lazy } from 'react';

/** Comparing versions is rare on a phone: its code comes when it is asked for. Needs a <Suspense> above. */
export const LazyDiffText = lazy(() => import('../ui/DiffText').then((file) => ({ default: file.DiffText })));
