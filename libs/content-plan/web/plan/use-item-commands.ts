import { toast, toastProblem, useCommand, useFormat, useUndoable } from '@planerka/platform/web';
import { useCallback, useState } from 'react';
import { useT } from '../locales';
import { CopyItemMutation, DeleteItemMutation, MoveItemMutation, RestoreItemMutation } from './item-commands.documents';
import {
  ItemMoves,
  onTheWay,
  type MovableItem,
  type Move,
  type Pending,
  type Place,
  type SendMove,
} from './item-moves';

export type { MovableItem, Place } from './item-moves';

export interface ItemCommands {
  /** Where publications stand while the server has not answered yet. */
  readonly pending: Pending;
  /** What a screen reader is told of the last move. */
  readonly announcement: string;
  announce: (text: string) => void;
  move: (item: MovableItem, to: Partial<Place>) => Promise<void>;
  copy: (item: MovableItem) => Promise<string | null>;
  remove: (item: MovableItem) => Promise<boolean>;
}

export function useItemCommands(): ItemCommands {
  const t = useT();
  const format = useFormat();
  const undoable = useUndoable();
  const [pending, show] = useState<Pending>(new Map());
  const [announcement, announce] = useState('');
  const [moves] = useState(() => new ItemMoves(show));
  const [ways] = useState(() => new Map<string, Move>());
  const [runMove] = useCommand(MoveItemMutation, { isQuiet: true });
  const [runCopy] = useCommand(CopyItemMutation);
  const [runDelete] = useCommand(DeleteItemMutation);
  const [runRestore] = useCommand(RestoreItemMutation);

  /** Back where it was, with the reason, when the server says no. */
  const send = useCallback<SendMove>(
    async ({ id }, to, version) => {
      const outcome = await runMove({ input: { itemId: id, expectedVersion: version, ...to } });
      if (outcome.status === 'success') return outcome.result.item.version;
      const reason = (outcome.status === 'refused' ? outcome.issues[0]?.message : undefined) ?? outcome.message;
      toastProblem(t('move.refused', { reason }), `move-${id}`);
      announce(t('move.refused', { reason }));
      return null;
    },
    [runMove, t],
  );
  const move = useCallback(
    async (item: MovableItem, changes: Partial<Place>) => {
      announce(t('move.announced', { title: item.title, day: format.weekday(changes.publishOn ?? item.publishOn) }));
      const done = await moves.move(item, changes, send);
      if (!done) return;
      const way = onTheWay(ways.get(item.id), done);
      ways.set(item.id, way);
      undoable({
        of: item.id,
        message: t('move.done', { title: item.title, day: format.dayLong(way.to.publishOn) }),
        undo: async () => {
          await moves.move({ ...item, ...way.to }, way.from, send);
        },
        onGone: () => ways.delete(item.id),
      });
    },
    [format, moves, send, t, undoable, ways],
  );

  const copy = useCallback(
    async (item: MovableItem) => {
      const outcome = await runCopy({ input: { itemId: item.id } });
      if (outcome.status !== 'success') return null;
      toast(t('item.copied'));
      return outcome.result.item.id;
    },
    [runCopy, t],
  );

  const remove = useCallback(
    async (item: MovableItem) => {
      const outcome = await runDelete({ input: { itemId: item.id, expectedVersion: item.version } });
      if (outcome.status !== 'success') return false;
      const { itemId, version } = outcome.result;
      ways.delete(itemId);
      undoable({
        of: item.id,
        message: t('item.deleted'),
        undo: async () => {
          await runRestore({ input: { itemId, expectedVersion: version } });
        },
      });
      return true;
    },
    [runDelete, runRestore, t, undoable, ways],
  );

  return { pending, announcement, announce, move, copy, remove };
}
