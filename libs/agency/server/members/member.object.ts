import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import {
  employments,
  rateUnits,
  type Discipline,
  type Employment,
  type RateUnit,
  type Role,
} from '@planerka/agency/domain';
import { DateScalar, DateTimeScalar, graphqlEnum, MoneyObject } from '@planerka/platform/server';
import { DisciplineEnum, RoleEnum } from '../agency/agency.object';

export const EmploymentEnum = graphqlEnum('Employment', employments);
export const RateUnitEnum = graphqlEnum('RateUnit', rateUnits);

@ObjectType('Rate', { description: 'One row of the rate card, valid from its day until a later one.' })
export class RateObject {
  @Field(() => ID)
  id!: string;

  @Field(() => ID, { nullable: true, description: 'Null: of the whole agency.' })
  memberId!: string | null;

  @Field(() => DisciplineEnum)
  discipline!: Discipline;

  @Field(() => String, { nullable: true, description: 'A kind of deliverable; null: any of the discipline.' })
  deliverableType!: string | null;

  @Field(() => RateUnitEnum)
  unit!: RateUnit;

  @Field(() => MoneyObject)
  amount!: MoneyObject;

  @Field(() => DateScalar)
  validFrom!: string;
}

@ObjectType('MemberSquad')
export class MemberSquadObject {
  @Field(() => ID)
  id!: string;

  @Field()
  name!: string;

  @Field()
  isLead!: boolean;
}

@ObjectType('ClientsLed', { description: 'How many clients a manager leads, and how many they may.' })
export class ClientsLedObject {
  @Field(() => Int, { description: 'Of the squads that they lead, archived ones not counted.' })
  count!: number;

  @Field(() => Int)
  limit!: number;
}

@ObjectType('Member')
export class MemberObject {
  @Field(() => ID)
  id!: string;

  @Field()
  name!: string;

  @Field()
  email!: string;

  @Field(() => RoleEnum)
  role!: Role;

  @Field(() => [DisciplineEnum])
  disciplines!: readonly Discipline[];

  @Field(() => EmploymentEnum, { nullable: true, description: 'The owner’s and their own business.' })
  employment!: Employment | null;

  @Field(() => Int)
  weeklyHours!: number;

  @Field(() => Int, { nullable: true, description: 'Set for this manager alone; null: the agency’s own.' })
  clientLimit!: number | null;

  @Field(() => ClientsLedObject, { nullable: true, description: 'Of managers; null for others.' })
  clientsLed!: ClientsLedObject | null;

  @Field()
  isActive!: boolean;

  @Field(() => Boolean, { nullable: true, description: 'The owner’s and their own business.' })
  hasSecondFactor!: boolean | null;

  @Field(() => [MemberSquadObject])
  squads!: readonly MemberSquadObject[];

  @Field(() => [RateObject], { description: 'Own rates; empty for whoever may not see them.' })
  rates!: readonly RateObject[];

  @Field(() => Int, { description: 'Work of one who has left that nobody has taken: `handOverTasks` moves it.' })
  leftBehind!: number;

  @Field()
  viewerCanManage!: boolean;

  @Field(() => Int)
  version!: number;
}

@ObjectType('Squad')
export class SquadObject {
  @Field(() => ID)
  id!: string;

  @Field()
  name!: string;

  @Field(() => ID, { nullable: true })
  leadId!: string | null;

  @Field(() => [ID])
  memberIds!: readonly string[];

  @Field(() => Int, { description: 'Clients it serves now.' })
  clients!: number;

  @Field(() => Int)
  version!: number;
}

@ObjectType('Invitation')
export class InvitationObject {
  @Field(() => ID)
  id!: string;

  @Field()
  email!: string;

  @Field(() => String, { nullable: true })
  name!: string | null;

  @Field(() => RoleEnum)
  role!: Role;

  @Field(() => [DisciplineEnum])
  disciplines!: readonly Discipline[];

  @Field(() => DateTimeScalar)
  expiresAt!: Date;

  @Field()
  isExpired!: boolean;
}

@ObjectType('Team', { description: 'Everybody, their squads, and who is invited.' })
export class TeamObject {
  @Field(() => [MemberObject])
  members!: readonly MemberObject[];

  @Field(() => [SquadObject])
  squads!: readonly SquadObject[];

  @Field(() => [InvitationObject], { description: 'Not yet accepted; only those the viewer may invite.' })
  invitations!: readonly InvitationObject[];

  @Field(() => [RateObject], { description: 'The agency’s own rates; the owner’s business.' })
  agencyRates!: readonly RateObject[];
}
