import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { connectionOf, DateTimeScalar, graphqlEnum, MoneyObject } from '@planerka/platform/server';
import {
  changeRequestActions,
  changeRequestStates,
  type ChangeRequestAction,
  type ChangeRequestState,
} from '@planerka/review/domain';

export const ChangeRequestStateEnum = graphqlEnum(
  'ChangeRequestState',
  changeRequestStates,
  'Drafted, then charged to the client (approved) or given away (declined).',
);
export const ChangeRequestActionEnum = graphqlEnum('ChangeRequestAction', changeRequestActions);

@ObjectType('ChangeRequest', { description: 'A round past the included ones, priced for the client.' })
export class ChangeRequestObject {
  @Field(() => ID)
  id!: string;

  @Field(() => ID)
  taskId!: string;

  @Field()
  taskTitle!: string;

  @Field(() => ID)
  clientId!: string;

  @Field()
  clientName!: string;

  @Field(() => Int)
  round!: number;

  @Field(() => MoneyObject, { description: 'What the client pays; zero where no price is agreed yet.' })
  price!: MoneyObject;

  @Field({ description: 'What the client asked for.' })
  reason!: string;

  @Field(() => ChangeRequestStateEnum)
  state!: ChangeRequestState;

  @Field(() => DateTimeScalar)
  createdAt!: string;

  @Field(() => DateTimeScalar, { nullable: true })
  decidedAt!: string | null;

  @Field(() => String, { nullable: true, description: 'Who charged or waived it.' })
  decidedBy!: string | null;

  @Field({ description: 'Why nothing is charged; a remark where it is.' })
  decisionNote!: string;

  @Field(() => Int)
  version!: number;

  @Field(() => [ChangeRequestActionEnum])
  availableActions!: readonly ChangeRequestAction[];
}

@ObjectType()
export class ChangeRequestConnection extends connectionOf(ChangeRequestObject) {}
