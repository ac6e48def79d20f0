import { lazy, type ComponentProps, Suspense } from 'react';

const load = () => import('./SearchPalette');
const Palette = lazy(() => load().then((file) => ({ default: file.SearchPalette })));

/** The palette comes right after the page: nobody searches before there is something on the screen. */
export const LazySearchPalette = (props: ComponentProps<typeof Palette>) => (
  <Suspense fallback={null}>
    <Palette {...props} />
  </Suspense>
);

export const openSearch = (): void => void load().then((file) => file.searchPalette.open());
