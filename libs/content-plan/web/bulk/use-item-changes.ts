import { errorText, type TextParams, toastProblem, useCommand, useUndoable } from '@planerka/platform/web';
import { useCallback } from 'react';
import { useT } from '../locales';
import { executorOf, type PlanItem } from '../plan/plan-item';
import { ChangeItemsMutation, type ItemChange, type ItemPatch } from './item-changes.documents';

export interface WishedChange {
  readonly item: PlanItem;
  readonly set: ItemPatch;
}

export interface Refused {
  readonly itemId: string;
  readonly title: string;
  readonly reason: string;
}

/** What each field that is to be changed holds now. */
export function presentOf(item: PlanItem, set: ItemPatch): ItemPatch {
  const all: Required<ItemPatch> = {
    title: item.title,
    format: item.format,
    publishOn: item.publishOn,
    publishTime: item.publishTime,
    channelIds: item.channels.map(({ id }) => id),
    rubricId: item.rubric?.id ?? null,
    campaignId: item.campaign?.id ?? null,
    wantsClientApproval: item.wantsClientApproval,
    copywriterId: executorOf(item, 'copywriterId'),
    designerId: executorOf(item, 'designerId'),
    targetologistId: executorOf(item, 'targetologistId'),
    isDeleted: false,
  };
  return Object.fromEntries((Object.keys(set) as (keyof ItemPatch)[]).map((field) => [field, all[field]]));
}

/**
 * Changes publications in one step, with one way back. Answers with those that cannot be changed so (then none was), or
 * null where the whole went wrong and was told.
 */
export function useItemChanges(): [
  apply: (
    changes: readonly WishedChange[],
    message: string,
    /** As soon as somebody wants it back. */
    onTakenBack?: () => void,
  ) => Promise<readonly Refused[] | null>,
  isRunning: boolean,
] {
  const t = useT();
  const undoable = useUndoable();
  const [run, isRunning] = useCommand(ChangeItemsMutation, { isQuiet: true });

  const takeBack = useCallback(
    async (changes: ItemChange[]) => {
      const outcome = await run({ input: { changes } });
      if (outcome.status === 'success') {
        const { kept } = outcome.result;
        if (kept.length > 0) toastProblem(t('bulk.kept', { titles: kept.map(({ title }) => `«${title}»`).join(', ') }));
      } else {
        toastProblem(outcome.message);
      }
    },
    [run, t],
  );

  const apply = useCallback(
    async (changes: readonly WishedChange[], message: string, onTakenBack?: () => void) => {
      const outcome = await run({
        input: { changes: changes.map(({ item, set }) => ({ itemId: item.id, expectedVersion: item.version, set })) },
      });
      if (outcome.status === 'success') {
        undoable({
          message,
          undo: () => {
            onTakenBack?.();
            return takeBack(
              changes.map(({ item, set }) => ({ itemId: item.id, set: presentOf(item, set), ifStill: set })),
            );
          },
        });
        return [];
      }
      if (outcome.status === 'refused' && outcome.refusal.__typename === 'ContentItemsRefused')
        return outcome.refusal.items.map(({ itemId, title, issues }) => ({
          itemId,
          title,
          reason: [
            ...new Set(issues.map(({ code, params }) => errorText(code, params as TextParams) ?? outcome.message)),
          ].join('; '),
        }));
      if (outcome.status === 'refused' && outcome.issues.length > 0) {
        // What was wished is wrong in itself: «changes.0.set.title».
        return outcome.issues.flatMap(({ path, message: reason }) => {
          const item = changes[Number(path.split('.')[1])]?.item;
          return item ? { itemId: item.id, title: item.title, reason } : [];
        });
      }
      toastProblem(outcome.message);
      return null;
    },
    [run, takeBack, undoable],
  );
  return [apply, isRunning];
}
