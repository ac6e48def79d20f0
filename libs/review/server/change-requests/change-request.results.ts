import { Field, ObjectType } from '@nestjs/graphql';
import type { Id } from '@planerka/platform/domain';
import { commonErrors, IllegalTransition, resultUnion } from '@planerka/platform/server';
import { ChangeRequestObject } from './change-request.object';

@ObjectType()
export class ChangeRequestSuccess {
  readonly changeRequestId!: Id;

  @Field(() => ChangeRequestObject)
  changeRequest!: ChangeRequestObject;
}

export const ConfirmChangeRequestResult = resultUnion('ConfirmChangeRequestResult', [
  ChangeRequestSuccess,
  IllegalTransition,
  ...commonErrors,
]);
export const WaiveChangeRequestResult = resultUnion('WaiveChangeRequestResult', [
  ChangeRequestSuccess,
  IllegalTransition,
  ...commonErrors,
]);
