import { useUndoable } from '@planerka/platform/web';
import { useCallback } from 'react';
import { useT } from './locales';

interface Named {
  readonly id: string;
  readonly name: string;
}

/** What a page's own commands do; each says whether it was done. */
export interface KeepingOf<View extends Named> {
  /** The view keeps what the page shows; answers with the way back to what it kept before, if it was done. */
  keep: (view: View) => Promise<(() => Promise<unknown>) | null>;
  remove: (id: string) => Promise<boolean>;
  restore: (id: string) => Promise<boolean>;
  /** The page bears this view's name from now on, or none. */
  name: (id: string | null) => void;
}

/** What is done with a view at once, each with its way back. */
export function useKeptViews<View extends Named>({ keep, remove, restore, name }: KeepingOf<View>) {
  const t = useT();
  const undoable = useUndoable();

  const onKeep = useCallback(
    async (view: View) => {
      const back = await keep(view);
      if (!back) return;
      const undo = async () => {
        await back();
      };
      undoable({ of: view.id, message: t('kept', { name: view.name }), undo });
    },
    [keep, t, undoable],
  );

  const onDrop = useCallback(
    async ({ id, name: called }: View) => {
      if (!(await remove(id))) return;
      name(null);
      undoable({
        of: id,
        message: t('deleted', { name: called }),
        undo: async () => {
          if (await restore(id)) name(id);
        },
      });
    },
    [name, remove, restore, t, undoable],
  );

  return { onKeep, onDrop };
}
