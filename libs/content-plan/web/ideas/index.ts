import { lazy } from 'react';

/** Opened by two keys from any page: its code comes with the first of them. */
export const IdeaCapture = lazy(() => import('./IdeaCapture'));
