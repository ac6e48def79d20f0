import { lazy, Suspense } from 'react';
import type { BriefFormValues } from '../brief/brief-values';

// Versions are looked at now and then; the pages that offer them do not carry them about.
const Card = lazy(() => import('./RevisionCard').then((file) => ({ default: file.RevisionCard })));
const Dialog = lazy(() => import('./VersionsDialog').then((file) => ({ default: file.VersionsDialog })));
const Preview = lazy(() => import('./RevisionPreview').then((file) => ({ default: file.RevisionPreview })));

export const RevisionCard = (props: { taskId: string }) => (
  <Suspense fallback={null}>
    <Card {...props} />
  </Suspense>
);

export const VersionsDialog = (props: { taskId: string; onClose: () => void }) => (
  <Suspense fallback={null}>
    <Dialog {...props} />
  </Suspense>
);

export const RevisionPreview = (props: {
  taskId: string;
  values: BriefFormValues;
  onOpen: (field: string) => void;
}) => (
  <Suspense fallback={null}>
    <Preview {...props} />
  </Suspense>
);
