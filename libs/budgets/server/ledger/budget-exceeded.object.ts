import { Field, ID, ObjectType } from '@nestjs/graphql';
import { budgetCategories, type BudgetCategory } from '@planerka/budgets/domain';
import type { PlainYearMonth } from '@planerka/platform/domain';
import { CommandErrorInterface, graphqlEnum, MoneyObject, MonthScalar } from '@planerka/platform/server';

export const BudgetCategoryEnum = graphqlEnum('BudgetCategory', budgetCategories);

/** The error of a hard line. Named as the union's member, so that `toResult` finds it by its kind. */
@ObjectType('BudgetExceeded', {
  implements: () => [CommandErrorInterface],
  description: 'A hard budget line has not enough left for this.',
})
export class BudgetExceededObject implements CommandErrorInterface {
  message!: string;

  @Field(() => ID)
  lineId!: string;

  @Field(() => BudgetCategoryEnum)
  category!: BudgetCategory;

  @Field(() => MonthScalar)
  month!: PlainYearMonth;

  @Field(() => MoneyObject, { description: 'What is left on the line.' })
  available!: MoneyObject;

  @Field(() => MoneyObject)
  needed!: MoneyObject;

  @Field(() => MoneyObject, { description: 'What is lacking: needed less available.' })
  missing!: MoneyObject;
}
