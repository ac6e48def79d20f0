import { Field, Float, InputType, Int } from '@nestjs/graphql';

@InputType()
export class SignInInput {
  @Field()
  email!: string;

  @Field()
  password!: string;
}

@InputType()
export class VerifySecondFactorInput {
  @Field()
  code!: string;

  @Field({ defaultValue: false, description: 'One of the codes that were kept for a lost phone.' })
  isRecoveryCode!: boolean;
}

@InputType()
export class RegisterAgencyInput {
  @Field()
  agencyName!: string;

  @Field({ description: 'The owner’s name.' })
  name!: string;

  @Field()
  email!: string;

  @Field({ description: 'At least 10 characters.' })
  password!: string;

  @Field({ defaultValue: 'Europe/Moscow' })
  timeZone!: string;

  @Field({ defaultValue: 'ru' })
  locale!: string;
}

@InputType({ description: 'The agency’s own calendar as a whole.' })
export class SetAgencyDaysInput {
  @Field(() => Int, { description: '`calendarVersion`' })
  expectedVersion!: number;

  @Field(() => [String], { description: 'Days off, as "2027-02-22".' })
  daysOff!: string[];

  @Field(() => [String], { description: 'Days at work although they are a weekend or a holiday.' })
  workedDays!: string[];

  @Field(() => [Int], { description: 'Years of which the decree stands among these days.' })
  calendarYears!: number[];
}

@InputType()
export class UpdateAgencyInput {
  @Field(() => Int)
  expectedVersion!: number;

  @Field()
  name!: string;

  @Field()
  timeZone!: string;

  @Field()
  locale!: string;

  @Field(() => Float, { nullable: true, description: 'Percent, 0–100.' })
  marginGoal?: number | null;

  @Field(() => Int, { description: 'Percent, 0–100.' })
  killFeePercent!: number;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Nobody works here without a second factor; absent: as it was.',
  })
  requiresSecondFactor?: boolean | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Clients of a manager with a full week, at most; absent: as it was.',
  })
  fullTimeClients?: number | null;

  @Field(() => Int, { nullable: true, description: 'Clients of a manager who works less, at most; absent: as it was.' })
  partTimeClients?: number | null;
}
