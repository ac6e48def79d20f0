import { ArgsType, Field, ID } from '@nestjs/graphql';
import type { PlainYearMonth } from '@planerka/platform/domain';
import { MonthScalar } from '@planerka/platform/server';

@ArgsType()
export class ContentPlanArgs {
  @Field(() => ID, { nullable: true, description: 'All clients that the viewer serves when it is left out.' })
  clientId?: string | null;

  @Field(() => MonthScalar)
  month!: PlainYearMonth;
}
