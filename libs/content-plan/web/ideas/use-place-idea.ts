import { useCallbackRef } from '@mantine/hooks';
import { toastProblem, useCommand, useFormat, useUndoable } from '@planerka/platform/web';
import { CreateItemMutation } from '../form/item-form.documents';
import { newValues } from '../form/item-values';
import { DeleteItemMutation } from '../plan/item-commands.documents';
import type { Plan } from '../plan/plan-page.documents';
import type { PlaceIdea } from './idea-drag';
import { useT } from './locales';

/** An idea becomes a publication of that day at once; taken back, it is an idea again. */
export function usePlaceIdea(
  plan: Pick<Plan, 'client' | 'channels'> | null,
  announce: (text: string) => void,
): PlaceIdea {
  const t = useT();
  const format = useFormat();
  const undoable = useUndoable();
  const [create] = useCommand(CreateItemMutation, { isQuiet: true });
  const [remove] = useCommand(DeleteItemMutation);
  return useCallbackRef<PlaceIdea>((idea, day, time) => {
    const place = async () => {
      const clientId = plan?.client?.id ?? idea.clientId;
      if (!clientId) return;
      const channels = plan?.client?.id === clientId ? plan.channels : [];
      const { publishOn, ...fields } = newValues({ channels }, { day, time, idea });
      const outcome = await create({ input: { clientId, ideaId: idea.id, ...fields, publishOn: publishOn ?? day } });
      if (outcome.status !== 'success') {
        const reason = outcome.status === 'refused' ? outcome.issues[0]?.message : undefined;
        return toastProblem(reason ?? outcome.message);
      }
      const { id: itemId, version, title } = outcome.result.item;
      const message = t('placed', { title, day: format.dayLong(day) });
      announce(message);
      undoable({
        of: idea.id,
        message,
        undo: async () => {
          await remove({ input: { itemId, expectedVersion: version } });
        },
      });
    };
    void place();
  });
}
