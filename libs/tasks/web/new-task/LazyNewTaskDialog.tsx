import { lazy, Suspense } from 'react';
import type { NewTaskDialogProps } from './NewTaskDialog';

// Opened now and then, on pages that are open all day: its calendar and lists come when it is.
const Dialog = lazy(() => import('./NewTaskDialog').then((file) => ({ default: file.NewTaskDialog })));

export function NewTaskDialog(props: NewTaskDialogProps) {
  return (
    <Suspense fallback={null}>
      <Dialog {...props} />
    </Suspense>
  );
}
