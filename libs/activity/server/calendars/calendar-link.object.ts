import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { calendarContents, calendarKinds, type CalendarContent, type CalendarKind } from '@planerka/activity/domain';
import type { PlainYearMonth } from '@planerka/platform/domain';
import { commonErrors, DateTimeScalar, graphqlEnum, MonthScalar, resultUnion } from '@planerka/platform/server';

export const CalendarKindEnum = graphqlEnum(
  'CalendarKind',
  calendarKinds,
  'MEMBER: one’s own tasks and publications. CLIENT: what the client has been shown. PLAN: one month of a client.',
);
export const CalendarContentEnum = graphqlEnum('CalendarContent', calendarContents);

@ObjectType('CalendarLink', {
  description: 'An address that calendar programs read. The address itself is never shown again.',
})
export class CalendarLinkObject {
  @Field(() => ID)
  id!: string;

  @Field(() => CalendarKindEnum)
  kind!: CalendarKind;

  @Field({ description: 'Which program has it.' })
  name!: string;

  @Field(() => [CalendarContentEnum], { description: 'Of a member’s own.' })
  shows!: readonly CalendarContent[];

  @Field({ description: 'The last four characters of its secret.' })
  hint!: string;

  @Field({ description: 'Whose it is, or who gave it out.' })
  memberName!: string;

  @Field({ description: 'Made by whoever looks.' })
  isOwn!: boolean;

  @Field(() => ID, { nullable: true })
  clientId!: string | null;

  @Field(() => String, { nullable: true })
  clientName!: string | null;

  @Field(() => MonthScalar, { nullable: true })
  month!: PlainYearMonth | null;

  @Field(() => DateTimeScalar)
  createdAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true })
  lastUsedAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true })
  revokedAt!: Date | null;

  @Field({ description: 'It answers.' })
  isAlive!: boolean;
}

@InputType()
export class CreateCalendarLinkInput {
  @Field(() => CalendarKindEnum)
  kind!: CalendarKind;

  @Field({ nullable: true })
  name?: string;

  @Field(() => ID, { nullable: true, description: 'Of CLIENT and PLAN.' })
  clientId?: string | null;

  @Field(() => MonthScalar, { nullable: true, description: 'Of PLAN.' })
  month?: PlainYearMonth | null;

  @Field(() => [CalendarContentEnum], { nullable: true, description: 'Of MEMBER; all where it is left out.' })
  shows?: CalendarContent[];
}

@ObjectType()
export class CalendarLinkCreated {
  @Field({ description: 'Told now and never again.' })
  url!: string;

  @Field(() => CalendarLinkObject)
  calendar!: CalendarLinkObject;
}

@ObjectType()
export class CalendarLinkRevoked {
  @Field(() => CalendarLinkObject)
  calendar!: CalendarLinkObject;
}

export const CreateCalendarLinkResult = resultUnion('CreateCalendarLinkResult', [
  CalendarLinkCreated,
  commonErrors[0],
  commonErrors[1],
]);
export const RevokeCalendarLinkResult = resultUnion('RevokeCalendarLinkResult', [CalendarLinkRevoked, commonErrors[1]]);
