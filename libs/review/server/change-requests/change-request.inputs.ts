import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { MoneyInput } from '@planerka/platform/server';
import type { ChangeRequestState } from '@planerka/review/domain';
import { ChangeRequestStateEnum } from './change-request.object';

@InputType()
export class ChangeRequestFilterInput {
  @Field(() => [ChangeRequestStateEnum], { nullable: true })
  states?: readonly ChangeRequestState[] | null;

  @Field(() => ID, { nullable: true })
  clientId?: string | null;

  @Field(() => ID, { nullable: true })
  taskId?: string | null;
}

@InputType()
export class ConfirmChangeRequestInput {
  @Field(() => ID)
  changeRequestId!: string;

  @Field(() => Int)
  expectedVersion!: number;

  @Field(() => MoneyInput, { nullable: true, description: 'Another price than the drafted one.' })
  price?: MoneyInput | null;

  @Field({ nullable: true })
  note?: string;
}

@InputType()
export class WaiveChangeRequestInput {
  @Field(() => ID)
  changeRequestId!: string;

  @Field(() => Int)
  expectedVersion!: number;

  @Field()
  reason!: string;
}
