import { Field, ObjectType } from '@nestjs/graphql';
import { commonErrors, IllegalTransition, resultUnion } from '@planerka/platform/server';
import { BudgetObject } from '../budget/budget.object';
import { BudgetExceededObject } from '../ledger/budget-exceeded.object';

/** Every change of a budget answers with the whole of it: totals, lines and requests move together. */
@ObjectType()
export class ChangeBudgetSuccess {
  @Field(() => BudgetObject)
  budget!: BudgetObject;
}

const errors = [IllegalTransition, BudgetExceededObject, ...commonErrors];

export const RequestBudgetRevisionResult = resultUnion('RequestBudgetRevisionResult', [ChangeBudgetSuccess, ...errors]);
export const ApproveBudgetRevisionResult = resultUnion('ApproveBudgetRevisionResult', [ChangeBudgetSuccess, ...errors]);
export const RefuseBudgetRevisionResult = resultUnion('RefuseBudgetRevisionResult', [ChangeBudgetSuccess, ...errors]);
export const WithdrawBudgetRevisionResult = resultUnion('WithdrawBudgetRevisionResult', [
  ChangeBudgetSuccess,
  ...errors,
]);
export const RemindBudgetRevisionResult = resultUnion('RemindBudgetRevisionResult', [ChangeBudgetSuccess, ...errors]);
export const UpdateBudgetLineResult = resultUnion('UpdateBudgetLineResult', [ChangeBudgetSuccess, ...commonErrors]);
