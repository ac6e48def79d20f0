import { FormErrors, readFragment } from '@planerka/platform/web';
import type { UseFormReturnType } from '@mantine/form';
import type { Day } from '../plan/days';
import { RollOverRow_item, type RollOverItem } from './roll-over.documents';
import { RollOverRow } from './RollOverRow';
import type { ChosenItems } from './use-chosen-items';
import classes from './RollOverDialog.module.css';

type Item = RollOverItem & {
  readonly itemId: string;
  readonly publishOn: Day;
  readonly existingItemId: string | null;
  readonly isRepeated: boolean;
};

export interface ProposedItemsProps<Values> {
  label: string;
  items: readonly Item[];
  choice: ChosenItems<Item>;
  form: Pick<UseFormReturnType<Values>, 'errors' | 'clearErrors'>;
  /** The first and the last day that can be chosen; null where the day is chosen for all of them. */
  within: readonly [Day, Day] | null;
  /** The day of all of them, where it is chosen so. */
  day?: Day | undefined;
  withTasks: boolean;
}

/** What would be made, each to be left out or moved, with what is wrong with it: of a month repeated, of a template. */
export function ProposedItems<Values>({
  label,
  items,
  choice,
  form,
  within,
  day,
  withTasks,
}: ProposedItemsProps<Values>) {
  const { chosen, isChosen, isOver, dayOf, toggle, move } = choice;
  return (
    <>
      <FormErrors form={form} labels={labelsOf(chosen)} />
      <ul className={classes.list} aria-label={label}>
        {items.map((item) => (
          <RollOverRow
            key={item.itemId}
            item={item}
            isChosen={isChosen(item)}
            isOver={isOver(item)}
            day={day ?? dayOf(item)}
            within={within}
            withTasks={withTasks}
            error={form.errors[`items.${chosen.indexOf(item)}.publishOn`]}
            onToggle={(isOn) => {
              form.clearErrors();
              toggle(item.itemId, isOn);
            }}
            onMove={(next) => {
              form.clearErrors();
              move(item.itemId, next);
            }}
          />
        ))}
      </ul>
    </>
  );
}

/** Which publication a refusal is about. */
const labelsOf = (chosen: readonly Item[]): Record<string, string> =>
  Object.fromEntries(
    chosen.flatMap((item, index) => {
      const { title } = readFragment(RollOverRow_item, item);
      return ['itemId', 'key', 'publishOn', 'publishTime'].map((field) => [`items.${index}.${field}`, title]);
    }),
  );
