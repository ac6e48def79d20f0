import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import type { Discipline } from '@planerka/agency/domain';
import { DisciplineEnum } from '@planerka/agency/server';
import type { PlainDate, PlainYearMonth } from '@planerka/platform/domain';
import { DateScalar, MoneyObject, MonthScalar } from '@planerka/platform/server';

@ObjectType('RollOverFeeShare', { description: 'What the work of one discipline costs.' })
export class RollOverFeeShareObject {
  @Field(() => DisciplineEnum)
  discipline!: Discipline;

  @Field(() => Int)
  taskCount!: number;

  @Field(() => MoneyObject)
  amount!: MoneyObject;

  @Field(() => MoneyObject, {
    nullable: true,
    description: 'Left for it in that month; null where nothing is planned.',
  })
  available!: MoneyObject | null;

  @Field(() => MoneyObject, {
    description: 'What it costs past that; zero where that suffices, or nothing is planned.',
  })
  missing!: MoneyObject;
}

@ObjectType('RollOverPersonFee')
export class RollOverPersonFeeObject {
  @Field(() => ID)
  memberId!: string;

  @Field()
  name!: string;

  @Field(() => Int)
  taskCount!: number;

  @Field(() => MoneyObject)
  amount!: MoneyObject;
}

@ObjectType('RollOverFees', { description: 'What the work of a repeated month will cost by the rate card.' })
export class RollOverFeesObject {
  @Field(() => MoneyObject)
  total!: MoneyObject;

  @Field(() => Int, { description: 'Tasks without a price: nobody is to do them, or no rate is known.' })
  withoutPrice!: number;

  @Field(() => [RollOverFeeShareObject])
  disciplines!: readonly RollOverFeeShareObject[];

  @Field(() => [RollOverPersonFeeObject], { description: 'Who is to do it, the greatest sum first.' })
  people!: readonly RollOverPersonFeeObject[];
}

@InputType()
export class RollOverFeeItemInput {
  @Field(() => ID)
  itemId!: string;

  @Field(() => DateScalar)
  publishOn!: PlainDate;
}

@InputType()
export class RollOverFeesInput {
  @Field(() => ID)
  clientId!: string;

  @Field(() => MonthScalar, { description: 'The month that is made.' })
  to!: PlainYearMonth;

  @Field(() => [RollOverFeeItemInput], {
    description: 'The publications that are repeated, and where they come to stand.',
  })
  items!: readonly RollOverFeeItemInput[];
}
