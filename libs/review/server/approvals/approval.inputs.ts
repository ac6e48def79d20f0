import type { StageMode } from '@planerka/clients/domain';
import { StageModeEnum } from '@planerka/clients/server';
import { ArgsType, Field, ID, InputType, Int } from '@nestjs/graphql';
import type { Instant } from '@planerka/platform/domain';
import { DateTimeScalar } from '@planerka/platform/server';
import type { ApprovalState } from '@planerka/review/domain';
import { ApprovalStateEnum } from './approval.object';

@InputType()
export class ApprovalFilterInput {
  @Field(() => [ApprovalStateEnum], { nullable: true })
  states?: readonly ApprovalState[] | null;

  @Field(() => ID, { nullable: true })
  clientId?: string | null;

  @Field(() => ID, { nullable: true })
  taskId?: string | null;

  @Field(() => ID, { nullable: true })
  itemId?: string | null;
}

@ArgsType()
export class ApprovalDraftArgs {
  @Field(() => [ID], { defaultValue: [] })
  taskIds!: string[];

  @Field(() => [ID], { defaultValue: [] })
  itemIds!: string[];
}

@InputType()
export class SendForApprovalInput {
  @Field(() => [ID], { nullable: true })
  taskIds?: string[];

  @Field(() => [ID], { nullable: true, description: 'Everything of these publications that is ready to be shown.' })
  itemIds?: string[];

  @Field(() => [ID])
  contactIds!: string[];

  @Field(() => StageModeEnum, { nullable: true })
  mode?: StageMode;

  @Field(() => ID, { nullable: true, description: 'Whose word ends it, whatever the others say.' })
  finalContactId?: string | null;

  @Field(() => String, { nullable: true })
  title?: string | null;

  @Field({ nullable: true })
  message?: string;

  @Field(() => [String], { nullable: true, description: 'What is different from the version shown before.' })
  changes?: string[];

  @Field(() => DateTimeScalar, { nullable: true })
  dueAt?: Instant | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Until when the links open; 14 days where not said.' })
  expiresAt?: Instant | null;

  @Field(() => String, { nullable: true, description: '4–8 digits, told to the approvers another way.' })
  pin?: string | null;
}

@InputType()
export class WithdrawApprovalInput {
  @Field(() => ID)
  approvalId!: string;

  @Field(() => Int)
  expectedVersion!: number;

  @Field(() => String, { nullable: true, description: 'The client reads it.' })
  reason?: string | null;
}

@InputType()
export class RenewApprovalLinkInput {
  @Field(() => ID)
  linkId!: string;

  @Field(() => DateTimeScalar, { nullable: true })
  expiresAt?: Instant | null;

  @Field(() => String, { nullable: true, description: 'A new PIN; without it the old one stays.' })
  pin?: string | null;
}

@InputType()
export class RevokeApprovalLinkInput {
  @Field(() => ID)
  linkId!: string;
}
