import type { BudgetLineContent, DemoContent, Slug, TaskContent } from '../../content/types';
import { idOf } from '../ids';
import { kopecks } from '../loading';

export const lineIdOf = ({
  campaign,
  category,
  month,
}: Pick<BudgetLineContent, 'campaign' | 'category' | 'month'>): string => idOf('line', campaign, category, month);

/** Lines by the tasks whose fees they pay; a task of a campaign without a budget has none. */
export const linesByTask = ({ budgetLines }: DemoContent): ReadonlyMap<Slug, string> =>
  new Map(budgetLines.flatMap((line) => line.tasks.map((task) => [task, lineIdOf(line)] as const)));

/** A line that was only asked for had no approval. */
export const approvedLines = ({ budgetLines }: DemoContent): readonly BudgetLineContent[] =>
  budgetLines.filter(({ initialRub }) => initialRub > 0);

/** The fee of done work, the kill fee of cancelled. */
export const owedFor = (task: TaskContent): bigint =>
  kopecks(task.state === 'cancelled' ? task.killFeeRub : task.feeRub);
