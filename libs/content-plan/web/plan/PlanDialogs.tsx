import { lazy, type ReactNode, Suspense } from 'react';
import { ItemEditor } from '../form/ItemEditor';
import type { SourceIdea } from '../form/item-values';
import { ItemForm } from '../form/ItemForm';
import type { Day } from './days';
import type { Plan } from './plan-page.documents';

// Opened now and then: their code comes when they are.
const ImportWizard = lazy(() => import('../import/ImportWizard').then((file) => ({ default: file.ImportWizard })));
const ExportDialog = lazy(() => import('../export/ExportDialog').then((file) => ({ default: file.ExportDialog })));
const RubricsDialog = lazy(() => import('../rubrics/RubricsDialog').then((file) => ({ default: file.RubricsDialog })));
const RollOverDialog = lazy(() =>
  import('../roll-over/RollOverDialog').then((file) => ({ default: file.RollOverDialog })),
);
const TemplatesDialog = lazy(() =>
  import('../templates/TemplatesDialog').then((file) => ({ default: file.TemplatesDialog })),
);

/** What is open over the plan. */
export type Editing =
  | {
      readonly kind: 'new';
      readonly day: Day;
      readonly time?: string | undefined;
      readonly idea?: SourceIdea;
    }
  | { readonly kind: 'item'; readonly id: string }
  | { readonly kind: 'import'; readonly file?: File }
  | { readonly kind: 'templates'; readonly day?: Day; readonly opens?: 'save' | 'series' }
  | { readonly kind: 'rubrics' | 'rollOver' | 'export' | 'figures' };

/** Bringing in figures of what is out, which a domain above does. */
export type FiguresImport = (of: { clientId: string; onClose: () => void; onDone: () => void }) => ReactNode;

export interface PlanDialogsProps {
  plan: Plan;
  editing: Editing | null;
  onEdit: (editing: Editing | null) => void;
  /** The day of a publication that is added without one. */
  newDay: Day;
  onReload: () => void;
  onCreated: (id: string) => void;
  /** Shows that month. */
  onMonth: (month: string) => void;
  figuresImport?: FiguresImport | undefined;
}

export function PlanDialogs({
  plan,
  editing,
  onEdit,
  newDay,
  onReload,
  onCreated,
  onMonth,
  figuresImport,
}: PlanDialogsProps) {
  const { client } = plan;
  const close = () => onEdit(null);
  return (
    <>
      {editing?.kind === 'new' && (
        <ItemForm
          plan={plan}
          item={null}
          start={editing}
          onTemplate={client ? () => onEdit({ kind: 'templates', day: editing.day }) : undefined}
          onClose={close}
          onReload={onReload}
          onDone={(id) => {
            close();
            onCreated(id);
          }}
        />
      )}
      {editing?.kind === 'item' && (
        <ItemEditor id={editing.id} plan={plan} start={{ day: newDay }} onClose={close} onDone={close} />
      )}
      <Suspense fallback={null}>
        {editing?.kind === 'import' && client && (
          <ImportWizard
            clientId={client.id}
            given={editing.file}
            onClose={close}
            onDone={() => {
              close();
              onReload();
            }}
          />
        )}
        {editing?.kind === 'figures' &&
          client &&
          figuresImport?.({
            clientId: client.id,
            onClose: close,
            onDone: () => {
              close();
              onReload();
            },
          })}
        {editing?.kind === 'export' && client && (
          <ExportDialog clientId={client.id} month={plan.month} onClose={close} />
        )}
        {editing?.kind === 'rubrics' && client && (
          <RubricsDialog clientId={client.id} rubrics={plan.rubrics} onClose={close} />
        )}
        {editing?.kind === 'rollOver' && client && (
          <RollOverDialog
            clientId={client.id}
            month={plan.month}
            onClose={close}
            onDone={(month) => {
              close();
              onMonth(month);
            }}
          />
        )}
        {editing?.kind === 'templates' && client && (
          <TemplatesDialog
            clientId={client.id}
            month={plan.month}
            day={editing.day ?? newDay}
            opens={editing.opens}
            canSave={plan.itemCount > 0}
            onClose={close}
            onDone={(month) => {
              close();
              onMonth(month);
            }}
          />
        )}
      </Suspense>
    </>
  );
}
