import { Field, ObjectType } from '@nestjs/graphql';
import { BudgetExceededObject } from '@planerka/budgets/server';
import type { Id } from '@planerka/platform/domain';
import { commonErrors, IllegalTransition, resultUnion } from '@planerka/platform/server';
import { BriefNotReady } from '@planerka/tasks/server';
import { ApprovalLinkAddressObject, ApprovalObject } from './approval.object';

@ObjectType()
export class ApprovalSent {
  readonly approvalId!: Id;

  @Field(() => ApprovalObject)
  approval!: ApprovalObject;

  @Field(() => [ApprovalLinkAddressObject])
  links!: readonly ApprovalLinkAddressObject[];
}

@ObjectType()
export class ApprovalSuccess {
  readonly approvalId!: Id;

  @Field(() => ApprovalObject)
  approval!: ApprovalObject;
}

// Sending moves tasks, so it can be refused in every way that moving a task can.
export const SendForApprovalResult = resultUnion('SendForApprovalResult', [
  ApprovalSent,
  IllegalTransition,
  BriefNotReady,
  BudgetExceededObject,
  ...commonErrors,
]);
export const WithdrawApprovalResult = resultUnion('WithdrawApprovalResult', [
  ApprovalSuccess,
  IllegalTransition,
  BriefNotReady,
  BudgetExceededObject,
  ...commonErrors,
]);
export const RenewApprovalLinkResult = resultUnion('RenewApprovalLinkResult', [
  ApprovalSent,
  IllegalTransition,
  ...commonErrors,
]);
export const RevokeApprovalLinkResult = resultUnion('RevokeApprovalLinkResult', [
  ApprovalSuccess,
  IllegalTransition,
  ...commonErrors,
]);
