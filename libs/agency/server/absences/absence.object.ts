import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { absenceKinds, type AbsenceKind } from '@planerka/agency/domain';
import type { PlainDate } from '@planerka/platform/domain';
import { commonErrors, DateScalar, graphqlEnum, resultUnion } from '@planerka/platform/server';

export const AbsenceKindEnum = graphqlEnum('AbsenceKind', absenceKinds);

@ObjectType('Absence', { description: 'Days on which somebody is away; both ends belong to it.' })
export class AbsenceObject {
  @Field(() => ID)
  id!: string;

  @Field(() => AbsenceKindEnum)
  kind!: AbsenceKind;

  @Field(() => DateScalar)
  startsOn!: string | PlainDate;

  @Field(() => DateScalar)
  endsOn!: string | PlainDate;

  @Field(() => String, { nullable: true, description: 'For the owner and for whoever is away; null for others.' })
  note!: string | null;
}

@InputType()
export class AddAbsenceInput {
  @Field(() => ID)
  memberId!: string;

  @Field(() => AbsenceKindEnum)
  kind!: AbsenceKind;

  @Field({ description: '"2026-12-01"' })
  startsOn!: string;

  @Field({ description: '"2026-12-05", the last day away.' })
  endsOn!: string;

  @Field({ defaultValue: '' })
  note!: string;
}

@ObjectType()
export class AbsenceChanged {
  @Field(() => ID)
  absenceId!: string;
}

export const AbsenceResult = resultUnion('AbsenceResult', [AbsenceChanged, ...commonErrors]);
