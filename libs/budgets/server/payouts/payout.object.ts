import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { employments, type Employment } from '@planerka/agency/domain';
import { payoutStates, type PayoutState } from '@planerka/budgets/domain';
import type { PlainDate } from '@planerka/platform/domain';
import {
  commonErrors,
  connectionOf,
  DateScalar,
  DateTimeScalar,
  graphqlEnum,
  IllegalTransition,
  MoneyObject,
  resultUnion,
} from '@planerka/platform/server';

export const PayoutStateEnum = graphqlEnum('PayoutState', payoutStates);
const EmploymentEnum = graphqlEnum('PayoutEmployment', employments);

@ObjectType('PayableWork', { description: 'Accepted work whose fee is owed.' })
export class PayableWorkObject {
  @Field(() => ID)
  taskId!: string;

  @Field()
  title!: string;

  @Field()
  clientName!: string;

  @Field(() => MoneyObject)
  amount!: MoneyObject;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Since when it is owed.' })
  owedSince!: string | null;
}

@ObjectType('MemberPayables', {
  description: 'What is owed to one member in one currency and stands in no payout yet.',
})
export class MemberPayablesObject {
  @Field(() => ID)
  id!: string;

  @Field(() => ID)
  memberId!: string;

  @Field()
  memberName!: string;

  @Field(() => EmploymentEnum)
  employment!: Employment;

  @Field(() => MoneyObject)
  total!: MoneyObject;

  @Field(() => [PayableWorkObject])
  works!: readonly PayableWorkObject[];

  @Field()
  viewerCanPrepare!: boolean;
}

@ObjectType('Payout', { description: 'Payables of one member gathered to be paid.' })
export class PayoutObject {
  @Field(() => ID)
  id!: string;

  @Field(() => Int, { description: 'Counts within the agency: «Выплата № 31».' })
  number!: number;

  @Field(() => PayoutStateEnum)
  state!: PayoutState;

  @Field(() => ID)
  memberId!: string;

  @Field()
  memberName!: string;

  @Field(() => EmploymentEnum, { description: 'A self-employed person owes a receipt for every payout.' })
  employment!: Employment;

  @Field(() => MoneyObject)
  total!: MoneyObject;

  @Field(() => [PayableWorkObject])
  works!: readonly PayableWorkObject[];

  @Field()
  preparedByName!: string;

  @Field(() => DateTimeScalar)
  preparedAt!: string;

  @Field(() => String, { nullable: true })
  approvedByName!: string | null;

  @Field(() => DateTimeScalar, { nullable: true })
  approvedAt!: string | null;

  @Field(() => DateScalar, { nullable: true })
  paidOn!: string | null;

  @Field({ description: 'Number of the payment order or of the receipt.' })
  document!: string;

  @Field(() => Int)
  version!: number;

  @Field(() => [String], {
    description: '"approve", "mark_paid", "return_to_draft", "discard"; the first is the primary one.',
  })
  availableActions!: readonly string[];
}

@ObjectType()
export class PayoutConnection extends connectionOf(PayoutObject) {}

@InputType()
export class PreparePayoutsInput {
  @Field(() => [ID], { description: 'Everything owed to these members goes into one payout each.' })
  memberIds!: string[];
}

@InputType()
export class PayoutVersionInput {
  @Field(() => ID)
  payoutId!: string;

  @Field(() => Int)
  expectedVersion!: number;
}

@InputType()
export class ApprovePayoutsInput {
  @Field(() => [PayoutVersionInput], { description: 'All or none.' })
  payouts!: PayoutVersionInput[];
}

@InputType()
export class MarkPayoutPaidInput extends PayoutVersionInput {
  @Field(() => DateScalar)
  paidOn!: PlainDate;

  @Field(() => String, { nullable: true, description: 'Asked of the self-employed: the number of their receipt.' })
  document?: string | null;
}

@ObjectType()
export class ChangePayoutsSuccess {
  @Field(() => [PayoutObject])
  payouts!: readonly PayoutObject[];
}

@ObjectType()
export class DiscardPayoutSuccess {
  @Field(() => ID)
  payoutId!: string;
}

const errors = [IllegalTransition, ...commonErrors];

export const PreparePayoutsResult = resultUnion('PreparePayoutsResult', [ChangePayoutsSuccess, ...errors]);
export const ApprovePayoutsResult = resultUnion('ApprovePayoutsResult', [ChangePayoutsSuccess, ...errors]);
export const MarkPayoutPaidResult = resultUnion('MarkPayoutPaidResult', [ChangePayoutsSuccess, ...errors]);
export const ReturnPayoutResult = resultUnion('ReturnPayoutResult', [ChangePayoutsSuccess, ...errors]);
export const DiscardPayoutResult = resultUnion('DiscardPayoutResult', [DiscardPayoutSuccess, ...errors]);
