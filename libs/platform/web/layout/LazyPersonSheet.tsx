import { type ComponentProps, lazy, Suspense } from 'react';

const Sheet = lazy(() => import('./PersonSheet').then((file) => ({ default: file.PersonSheet })));

/** Behind «Ещё» on a phone: it comes when that is opened. */
export const LazyPersonSheet = (props: ComponentProps<typeof Sheet>) => (
  <Suspense fallback={null}>
    <Sheet {...props} />
  </Suspense>
);
