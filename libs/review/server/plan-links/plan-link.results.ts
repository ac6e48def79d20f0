import { Field, ID, ObjectType } from '@nestjs/graphql';
import type { PlainYearMonth } from '@planerka/platform/domain';
import { commonErrors, IllegalTransition, InvalidInput, NotFound, resultUnion } from '@planerka/platform/server';
import { GuestLinkClosedObject, GuestPinWantedObject } from '../guest/guest.object';
import { StaleContent } from '../guest/guest.results';
import { GuestPlanObject } from './plan-guest.object';
import { PlanSharingObject } from './plan-link.object';

@ObjectType()
export class PlanShared {
  readonly clientId!: string;
  readonly month!: PlainYearMonth;

  @Field(() => ID)
  planLinkId!: string;

  @Field({ description: 'Told now and never again.' })
  url!: string;

  @Field(() => String, { nullable: true })
  mailedTo!: string | null;

  @Field(() => PlanSharingObject)
  sharing!: PlanSharingObject;
}

@ObjectType()
export class PlanSharingSuccess {
  readonly clientId!: string;
  readonly month!: PlainYearMonth;

  @Field(() => PlanSharingObject)
  sharing!: PlanSharingObject;
}

@ObjectType()
export class GuestPlanSuccess {
  @Field(() => GuestPlanObject)
  plan!: GuestPlanObject;
}

export const SharePlanResult = resultUnion('SharePlanResult', [PlanShared, ...commonErrors]);
export const RevokePlanLinkResult = resultUnion('RevokePlanLinkResult', [PlanSharingSuccess, ...commonErrors]);
export const AddPlanRemarkResult = resultUnion('AddPlanRemarkResult', [PlanSharingSuccess, ...commonErrors]);
export const GuestPlanResult = resultUnion('GuestPlanResult', [
  GuestPlanObject,
  GuestLinkClosedObject,
  GuestPinWantedObject,
]);
export const GuestPlanCommandResult = resultUnion('GuestPlanCommandResult', [
  GuestPlanSuccess,
  StaleContent,
  IllegalTransition,
  InvalidInput,
  NotFound,
]);
