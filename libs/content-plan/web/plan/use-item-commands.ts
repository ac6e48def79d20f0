import { graphql, toast, toastProblem, useCommand, useFormat, useUndoable } from '@planerka/platform/web';
import { useCallback, useState } from 'react';
import { useT } from '../locales';
import type { Day } from './days';
import { PlanItem_item } from './plan-item';

const MoveItemMutation = graphql(
  `
    mutation MoveItem($input: MoveContentItemInput!) {
      moveContentItem(input: $input) {
        __typename
        ... on MoveContentItemSuccess {
          item {
            id
            ...PlanItem_item
          }
        }
        ... on InvalidInput {
          issues {
            path
            code
            params
          }
        }
        ... on StaleVersion {
          currentVersion
        }
        ... on IllegalTransition {
          state
          action
          reason
        }
      }
    }
  `,
  [PlanItem_item],
);

const CopyItemMutation = graphql(
  `
    mutation CopyItem($input: CopyContentItemInput!) {
      copyContentItem(input: $input) {
        __typename
        ... on CopyContentItemSuccess {
          item {
            id
            ...PlanItem_item
          }
        }
        ... on InvalidInput {
          issues {
            path
            code
            params
          }
        }
      }
    }
  `,
  [PlanItem_item],
);

const DeleteItemMutation = graphql(`
  mutation DeleteItem($input: ContentItemVersionInput!) {
    deleteContentItem(input: $input) {
      __typename
      ... on DeleteContentItemSuccess {
        itemId
        version
      }
      ... on StaleVersion {
        currentVersion
      }
      ... on IllegalTransition {
        state
        action
        reason
      }
    }
  }
`);

const RestoreItemMutation = graphql(
  `
    mutation RestoreItem($input: ContentItemVersionInput!) {
      restoreContentItem(input: $input) {
        __typename
        ... on RestoreContentItemSuccess {
          item {
            id
            ...PlanItem_item
          }
        }
        ... on StaleVersion {
          currentVersion
        }
      }
    }
  `,
  [PlanItem_item],
);

/** The least of a publication that its commands need. */
export interface MovableItem {
  readonly id: string;
  readonly title: string;
  readonly version: number;
  readonly publishOn: Day;
  readonly publishTime: string;
}

export interface Place {
  readonly publishOn: Day;
  readonly publishTime: string;
}

export interface ItemCommands {
  /** Where publications stand while the server has not answered yet. */
  readonly pending: ReadonlyMap<string, Place>;
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
  const [pending, setPending] = useState<ReadonlyMap<string, Place>>(new Map());
  const [announcement, announce] = useState('');
  const [runMove] = useCommand(MoveItemMutation, { isQuiet: true });
  const [runCopy] = useCommand(CopyItemMutation);
  const [runDelete] = useCommand(DeleteItemMutation);
  const [runRestore] = useCommand(RestoreItemMutation);

  /** Shown where it will be at once; back where it was, with the reason, when the server says no. */
  const place = useCallback(
    async (item: MovableItem, to: Place, version: number): Promise<number | null> => {
      setPending((places) => new Map(places).set(item.id, to));
      const outcome = await runMove({ input: { itemId: item.id, expectedVersion: version, ...to } });
      setPending((places) => new Map([...places].filter(([id]) => id !== item.id)));
      if (outcome.status === 'success') return outcome.result.item.version;
      const reason = (outcome.status === 'refused' ? outcome.issues[0]?.message : undefined) ?? outcome.message;
      toastProblem(t('move.refused', { reason }));
      announce(t('move.refused', { reason }));
      return null;
    },
    [runMove, t],
  );

  const move = useCallback(
    async (item: MovableItem, changes: Partial<Place>) => {
      const from: Place = { publishOn: item.publishOn, publishTime: item.publishTime };
      const to: Place = { ...from, ...changes };
      if (to.publishOn === from.publishOn && to.publishTime === from.publishTime) return;
      announce(t('move.announced', { title: item.title, day: format.weekday(to.publishOn) }));
      const version = await place(item, to, item.version);
      if (version === null) return;
      undoable({
        message: t('move.done', { title: item.title, day: format.dayLong(to.publishOn) }),
        undo: async () => {
          await place(item, from, version);
        },
      });
    },
    [format, place, t, undoable],
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
      undoable({
        message: t('item.deleted'),
        undo: async () => {
          await runRestore({ input: { itemId, expectedVersion: version } });
        },
      });
      return true;
    },
    [runDelete, runRestore, t, undoable],
  );

  return { pending, announcement, announce, move, copy, remove };
}
