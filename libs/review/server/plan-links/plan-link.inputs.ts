import { ArgsType, Field, ID, InputType, Int } from '@nestjs/graphql';
import type { PlainDate, PlainYearMonth } from '@planerka/platform/domain';
import { DateScalar, MonthScalar } from '@planerka/platform/server';

@ArgsType()
export class PlanSharingArgs {
  @Field(() => ID)
  clientId!: string;

  @Field(() => MonthScalar)
  month!: PlainYearMonth;
}

@InputType()
export class SharePlanInput {
  @Field(() => ID)
  clientId!: string;

  @Field(() => MonthScalar)
  month!: PlainYearMonth;

  @Field(() => ID, { nullable: true })
  contactId?: string | null;

  @Field(() => String, { nullable: true, description: 'Somebody who is no contact of the client.' })
  name?: string | null;

  @Field(() => Int, { nullable: true, description: 'How long the link opens; 30 where not said.' })
  days?: number;

  @Field({ nullable: true, description: 'Their yes to the whole month is asked for.' })
  asksApproval?: boolean;

  @Field({ nullable: true, description: 'Their word counts, whatever the others say; of a month one person has it.' })
  isFinal?: boolean;

  @Field({
    nullable: true,
    description:
      'Without their yes the month is not approved; of several who must agree, all must. The last word goes before it.',
  })
  mustAgree?: boolean;

  @Field(() => DateScalar, { nullable: true, description: 'By the end of which day their word is asked for.' })
  dueOn?: PlainDate | null;

  @Field({ nullable: true })
  message?: string;

  @Field(() => String, { nullable: true, description: '4–8 digits, told another way.' })
  pin?: string | null;
}

@InputType()
export class RevokePlanLinkInput {
  @Field(() => ID)
  planLinkId!: string;
}

@InputType()
export class AddPlanRemarkInput {
  @Field(() => ID)
  clientId!: string;

  @Field(() => MonthScalar)
  month!: PlainYearMonth;

  @Field(() => ID, { nullable: true, description: 'Of the month as a whole where it is left out.' })
  itemId?: string | null;

  @Field({ description: 'The client reads it.' })
  body!: string;
}

@InputType()
export class GuestPlanRemarkInput {
  @Field(() => ID, { nullable: true })
  itemId?: string | null;

  @Field()
  body!: string;
}

@InputType()
export class GuestPlanChangeInput {
  @Field(() => ID)
  itemId!: string;

  @Field()
  comment!: string;
}

@InputType()
export class GuestPlanDecideInput {
  @Field({ description: 'Of what was on the screen.' })
  contentHash!: string;

  @Field({ nullable: true })
  comment?: string;

  @Field(() => [GuestPlanChangeInput], { nullable: true, description: 'All the others are good.' })
  changes?: GuestPlanChangeInput[];
}
