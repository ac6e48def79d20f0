import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { disciplines, roles, type Discipline, type Role } from '@planerka/agency/domain';
import { DateScalar, DateTimeScalar, graphqlEnum } from '@planerka/platform/server';

export const RoleEnum = graphqlEnum('Role', roles);
export const DisciplineEnum = graphqlEnum('Discipline', disciplines);

@ObjectType('Agency')
export class AgencyObject {
  @Field(() => ID)
  id!: string;

  @Field()
  name!: string;

  @Field({ description: 'IANA name; days and months of this agency are counted in it.' })
  timeZone!: string;

  @Field({ description: 'Language of the agency’s letters: "ru" or "en".' })
  locale!: string;

  @Field({ description: 'ISO 4217, the default for new clients.' })
  currency!: string;

  @Field(() => Float, { nullable: true, description: 'Wanted margin, percent of revenue. Only the owner sees it.' })
  marginGoal!: number | null;

  @Field(() => Int, { description: 'Part of the fee that stays payable when accepted work is cancelled, percent.' })
  killFeePercent!: number;

  @Field(() => Int, { description: 'Clients that a manager with a full week leads at most.' })
  fullTimeClients!: number;

  @Field(() => Int, { description: 'Clients that a manager who works less leads at most.' })
  partTimeClients!: number;

  @Field({ description: 'Nobody works here who signs in with a password alone.' })
  requiresSecondFactor!: boolean;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When everything of it is erased, where an owner has asked for that.',
  })
  deletionDueAt!: Date | null;

  @Field(() => [DateScalar], { description: 'Days off besides weekends and public holidays.' })
  daysOff!: readonly string[];

  @Field(() => [DateScalar], { description: 'Days at work although they are a weekend or a holiday.' })
  workedDays!: readonly string[];

  @Field(() => [Int], { description: 'Years of which the agency has entered the decree on moved days off itself.' })
  calendarYears!: readonly number[];

  @Field(() => Int, { description: 'Of the days off, days at work and years above.' })
  calendarVersion!: number;

  @Field(() => [Int], {
    description: 'Of this year and the two after it, those whose moved days off neither we nor the agency know.',
  })
  undecreedYears!: readonly number[];

  @Field(() => Int)
  version!: number;
}

/** One of the agencies the signed-in person belongs to. */
@ObjectType('Membership')
export class MembershipObject {
  @Field(() => ID, { description: 'The agency’s id.' })
  id!: string;

  @Field()
  agencyName!: string;

  @Field(() => RoleEnum)
  role!: Role;
}

@ObjectType('Viewer', { description: 'The person who asks, in the agency they work in now.' })
export class ViewerObject {
  @Field(() => ID)
  id!: string;

  @Field()
  name!: string;

  @Field()
  email!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Their member id in this agency; null when they belong to none.',
  })
  memberId!: string | null;

  @Field(() => RoleEnum, { nullable: true })
  role!: Role | null;

  @Field(() => [DisciplineEnum])
  disciplines!: readonly Discipline[];

  @Field(() => AgencyObject, { nullable: true })
  agency!: AgencyObject | null;

  @Field({ description: 'They belong to the agency, which asks for a second factor that they have not got yet.' })
  needsSecondFactor!: boolean;

  @Field(() => [MembershipObject], { description: 'All agencies they can switch to.' })
  memberships!: readonly MembershipObject[];

  @Field(() => [String], {
    description: 'What this role may do at all, as actions of the permission catalogue: "budget.decide".',
  })
  abilities!: readonly string[];
}
