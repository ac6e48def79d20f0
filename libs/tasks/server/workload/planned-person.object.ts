import { Field, Int, ObjectType } from '@nestjs/graphql';
import type { Discipline, Role } from '@planerka/agency/domain';
import { AbsenceObject, DisciplineEnum, RoleEnum } from '@planerka/agency/server';

/** Whoever's hours are planned, by week or by day. */
@ObjectType({ isAbstract: true })
export abstract class PlannedPersonObject {
  @Field()
  name!: string;

  @Field(() => RoleEnum)
  role!: Role;

  @Field(() => [DisciplineEnum])
  disciplines!: readonly Discipline[];

  @Field(() => Int)
  weeklyHours!: number;

  @Field(() => [AbsenceObject], { description: 'Those that are not over.' })
  absences!: readonly AbsenceObject[];
}
