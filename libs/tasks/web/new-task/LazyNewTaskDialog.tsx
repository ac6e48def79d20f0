import { lazy, Suspense } from 'react';
import type { ChainDialogProps } from './ChainDialog';
import type { NewTaskDialogProps } from './NewTaskDialog';

// Opened now and then, on pages that are open all day: their calendars and lists come when they are.
const NewTask = lazy(() => import('./NewTaskDialog').then((file) => ({ default: file.NewTaskDialog })));
const Chain = lazy(() => import('./ChainDialog').then((file) => ({ default: file.ChainDialog })));

export function NewTaskDialog(props: NewTaskDialogProps) {
  return (
    <Suspense fallback={null}>
      <NewTask {...props} />
    </Suspense>
  );
}

export function ChainDialog(props: ChainDialogProps) {
  return (
    <Suspense fallback={null}>
      <Chain {...props} />
    </Suspense>
  );
}
