import { Field, ID, InputType } from '@nestjs/graphql';
import { JsonScalar } from '@planerka/platform/server';
import type { DecisionKind } from '@planerka/review/domain';
import { DecisionKindEnum } from '../approvals/approval.object';

@InputType()
export class GuestCommentInput {
  @Field(() => ID)
  subjectId!: string;

  @Field()
  body!: string;

  @Field(() => JsonScalar, { nullable: true, description: 'A passage, a point, a time.' })
  anchor?: unknown;
}

@InputType()
export class GuestDecideInput {
  @Field(() => DecisionKindEnum)
  decision!: DecisionKind;

  @Field({ description: 'Of what was on the screen.' })
  contentHash!: string;

  @Field({ nullable: true, description: 'Required for changes, unless remarks are pinned already.' })
  comment?: string;

  @Field(() => [ID], { nullable: true, description: 'Of several posts, those to change; the others are good.' })
  changesIn?: string[];
}
