import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import type { Direction, MetricUnit, TargetState } from '@planerka/results/domain';
import { DateScalar, graphqlEnum } from '@planerka/platform/server';

export const MetricUnitEnum = graphqlEnum('MetricUnit', ['count', 'percent', 'money', 'times'] as const);
export const DirectionEnum = graphqlEnum('MetricDirection', ['up', 'down'] as const, 'Which way is better.');
export const TargetStateEnum = graphqlEnum('TargetState', [
  'no_data',
  'reached',
  'on_track',
  'behind',
  'missed',
] as const);

@ObjectType('KpiFact', { description: 'One measurement of a base metric over a day, or as of a day.' })
export class KpiFactObject {
  @Field(() => ID)
  id!: string;

  @Field()
  metric!: string;

  @Field(() => DateScalar)
  day!: string;

  @Field({ description: 'Decimal: "12.5".' })
  value!: string;

  @Field(() => Int)
  version!: number;
}

@ObjectType('PlanFact', { description: 'A target beside what was measured by now.' })
export class PlanFactObject {
  @Field()
  metric!: string;

  @Field(() => MetricUnitEnum)
  unit!: MetricUnit;

  @Field(() => DirectionEnum)
  direction!: Direction;

  @Field({ description: 'Outcomes come first on every page, volume second.' })
  isOutcome!: boolean;

  @Field({ description: 'Decimal, as all figures here.' })
  target!: string;

  @Field(() => String, { nullable: true })
  baseline!: string | null;

  @Field(() => String, { nullable: true, description: 'Null where nothing was measured.' })
  fact!: string | null;

  @Field(() => Float, { nullable: true, description: 'Fact of target, percent.' })
  percent!: number | null;

  @Field({ description: 'Where an even pace would stand today.' })
  expected!: string;

  @Field(() => Float, { nullable: true, description: 'Fact against baseline, percent.' })
  change!: number | null;

  @Field(() => TargetStateEnum)
  state!: TargetState;
}
