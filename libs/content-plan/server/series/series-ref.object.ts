import { Field, Int, ObjectType } from '@nestjs/graphql';
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

/** Without an id: it says of which of the turns it is, and caches keep what has an id once for all of them. */
@ObjectType('PlanSeriesRef', {
  description: 'The turn of a series that a publication is; of which series: `seriesId`.',
})
export class PlanSeriesRefObject {
  @Field(() => RhythmObject)
  rhythm!: RhythmObject;

  @Field(() => DateScalar, { description: 'The day of its rhythm, wherever the publication stands.' })
  on!: string;

  @Field()
  isPaused!: boolean;

  @Field()
  isEnded!: boolean;
}
