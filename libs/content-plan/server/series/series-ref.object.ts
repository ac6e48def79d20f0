import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { rhythmKinds, type RhythmKind } from '@planerka/content-plan/domain/series';
import { DateScalar, graphqlEnum } from '@planerka/platform/server';

export const RhythmKindEnum = graphqlEnum(
  'RhythmKind',
  rhythmKinds,
  'DAILY; WEEKLY on `weekdays`; MONTH_DAY on `monthDay`; MONTH_WEEKDAY on the `nth` of one weekday.',
);
@ObjectType('Rhythm', { description: 'On which days a series has its turns.' })
export class RhythmObject {
  @Field(() => RhythmKindEnum)
  kind!: RhythmKind;

  @Field(() => Int, { description: 'Every so many days, weeks or months.' })
  interval!: number;

  @Field(() => [Int], { description: '1 Monday … 7 Sunday.' })
  weekdays!: readonly number[];

  @Field(() => Int, { nullable: true, description: '1 … 31, -1 the last; in a shorter month its last day.' })
  monthDay!: number | null;

  @Field(() => Int, { nullable: true, description: '1 … 4, -1 the last.' })
  nth!: number | null;
}

@ObjectType('PlanSeriesRef', { description: 'The series that a publication is a turn of.' })
export class PlanSeriesRefObject {
  @Field(() => ID)
  id!: string;

  @Field(() => RhythmObject)
  rhythm!: RhythmObject;

  @Field(() => DateScalar, { description: 'The day of its rhythm, wherever the publication stands.' })
  on!: string;

  @Field()
  isPaused!: boolean;

  @Field()
  isEnded!: boolean;
}
