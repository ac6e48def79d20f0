import { Field, ID, InputType, Int } from '@nestjs/graphql';
import type { Discipline, Employment, RateUnit, Role } from '@planerka/agency/domain';
import type { PlainDate } from '@planerka/platform/domain';
import { DateScalar } from '@planerka/platform/server';
import { DisciplineEnum, RoleEnum } from '../agency/agency.object';
import { EmploymentEnum, RateUnitEnum } from './member.object';

@InputType()
export class InviteMemberInput {
  @Field()
  email!: string;

  @Field(() => String, { nullable: true })
  name?: string | null;

  @Field(() => RoleEnum)
  role!: Role;

  @Field(() => [DisciplineEnum], { defaultValue: [] })
  disciplines!: Discipline[];

  @Field(() => ID, { nullable: true })
  squadId?: string | null;
}

@InputType()
export class AcceptInvitationInput {
  @Field()
  token!: string;

  @Field({ defaultValue: '', description: 'Only for a new person; whoever is signed in has one.' })
  name!: string;

  @Field({ defaultValue: '', description: 'Only for a new person.' })
  password!: string;

  @Field({ defaultValue: 'ru' })
  locale!: string;

  @Field(() => String, {
    nullable: true,
    description: 'What only the letter’s own link has (`?mailed=`): whoever brings it reads that address.',
  })
  mailed?: string | null;
}

@InputType()
export class UpdateMemberInput {
  @Field(() => ID)
  memberId!: string;

  @Field(() => Int)
  expectedVersion!: number;

  @Field()
  name!: string;

  @Field(() => RoleEnum)
  role!: Role;

  @Field(() => [DisciplineEnum])
  disciplines!: Discipline[];

  @Field(() => EmploymentEnum)
  employment!: Employment;

  @Field(() => Int, { description: 'Hours a week.' })
  weeklyHours!: number;

  @Field(() => Int, { nullable: true, description: 'Clients a manager leads at most; null for the default.' })
  clientLimit?: number | null;
}

@InputType()
export class SetMemberActiveInput {
  @Field(() => ID)
  memberId!: string;

  @Field(() => Int)
  expectedVersion!: number;

  @Field()
  isActive!: boolean;
}

@InputType()
export class CreateSquadInput {
  @Field()
  name!: string;

  @Field(() => ID, { nullable: true })
  leadId?: string | null;

  @Field(() => [ID], { defaultValue: [] })
  memberIds!: string[];
}

@InputType()
export class UpdateSquadInput extends CreateSquadInput {
  @Field(() => ID)
  squadId!: string;

  @Field(() => Int)
  expectedVersion!: number;
}

@InputType()
export class SetRateInput {
  @Field(() => ID, { nullable: true, description: 'Null: a rate of the whole agency.' })
  memberId?: string | null;

  @Field(() => DisciplineEnum)
  discipline!: Discipline;

  @Field(() => String, { nullable: true })
  deliverableType?: string | null;

  @Field(() => RateUnitEnum)
  unit!: RateUnit;

  @Field({ description: 'Decimal in the agency’s currency: "2500" or "2500.50".' })
  amount!: string;

  @Field(() => DateScalar)
  validFrom!: PlainDate;
}
