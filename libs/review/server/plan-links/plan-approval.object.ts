import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { PlainYearMonth } from '@planerka/platform/domain';
import { DateTimeScalar, MonthScalar } from '@planerka/platform/server';
import type { PlanStandingState } from '@planerka/review/domain';
import { PlanStandingEnum } from './plan-guest.object';

@ObjectType('PlanAsked', { description: 'Somebody of the client whose word on the month is asked for.' })
export class PlanAskedObject {
  @Field()
  name!: string;

  @Field({ description: 'Theirs is the last word.' })
  isFinal!: boolean;

  @Field({ description: 'Without their yes the month is not approved, unless somebody has the last word.' })
  mustAgree!: boolean;

  @Field(() => DateTimeScalar, { nullable: true })
  dueAt!: string | null;
}

@ObjectType('PlanApproval', { description: 'A whole month that a client was asked about.' })
export class PlanApprovalObject {
  @Field(() => ID)
  id!: string;

  @Field(() => ID)
  clientId!: string;

  @Field()
  clientName!: string;

  @Field(() => MonthScalar)
  month!: PlainYearMonth;

  @Field(() => PlanStandingEnum)
  standing!: PlanStandingState;

  @Field(() => Int, { description: 'Publications in it.' })
  items!: number;

  @Field(() => [PlanAskedObject], { description: 'Whoever has the last word first.' })
  asked!: readonly PlanAskedObject[];

  @Field(() => [String], { description: 'Who has said something.' })
  spoken!: readonly string[];

  @Field(() => [String], { description: 'Where all who are named must agree: who does, of the plan as it stands.' })
  agreed!: readonly string[];

  @Field(() => [String], { description: 'Whose word is waited for now.' })
  waiting!: readonly string[];

  @Field(() => DateTimeScalar)
  sentAt!: string;

  @Field(() => DateTimeScalar, { nullable: true })
  dueAt!: string | null;

  @Field()
  isOverdue!: boolean;

  @Field(() => String, { nullable: true, description: 'Whose word counts.' })
  decidedBy!: string | null;

  @Field(() => DateTimeScalar, { nullable: true })
  decidedAt!: string | null;
}
