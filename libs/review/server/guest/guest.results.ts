import { Field, ObjectType } from '@nestjs/graphql';
import {
  CommandErrorInterface,
  IllegalTransition,
  InvalidInput,
  NotFound,
  resultUnion,
} from '@planerka/platform/server';
import { GuestApprovalObject, GuestCommentObject, GuestLinkClosedObject, GuestPinWantedObject } from './guest.object';

@ObjectType({
  implements: () => [CommandErrorInterface],
  description: 'The content is not what was on the screen any more: load it again.',
})
export class StaleContent implements CommandErrorInterface {
  message!: string;

  @Field()
  contentHash!: string;
}

@ObjectType()
export class GuestDecided {
  @Field(() => GuestApprovalObject)
  approval!: GuestApprovalObject;
}

@ObjectType()
export class GuestCommented {
  @Field(() => GuestCommentObject)
  comment!: GuestCommentObject;
}

export const GuestApprovalResult = resultUnion('GuestApprovalResult', [
  GuestApprovalObject,
  GuestLinkClosedObject,
  GuestPinWantedObject,
]);
export const GuestDecideResult = resultUnion('GuestDecideResult', [
  GuestDecided,
  StaleContent,
  IllegalTransition,
  InvalidInput,
  NotFound,
]);
export const GuestCommentResult = resultUnion('GuestCommentResult', [
  GuestCommented,
  IllegalTransition,
  InvalidInput,
  NotFound,
]);
