import { lazy, Suspense } from 'react';
import type { EntryFormProps } from './EntryForm';

const EntryForm = lazy(() => import('./EntryForm').then((file) => ({ default: file.EntryForm })));

/** The calendar comes with the form. */
export function LateEntryForm(props: EntryFormProps) {
  return (
    <Suspense fallback={null}>
      <EntryForm {...props} />
    </Suspense>
  );
}
