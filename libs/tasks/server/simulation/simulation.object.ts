import { Field, Float, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import type { Discipline } from '@planerka/agency/domain';
import { DisciplineEnum } from '@planerka/agency/server';
import { SquadRefObject } from '@planerka/clients/server';
import type { ItemFormat } from '@planerka/content-plan/domain';
import { ItemFormatEnum } from '@planerka/content-plan/server';
import type { Money } from '@planerka/platform/domain';
import { graphqlEnum, InvalidInput, MoneyInput, MoneyObject, NotFound, resultUnion } from '@planerka/platform/server';
import { clientAnswers, type ClientAnswer, type Norm } from '@planerka/tasks/domain';

const ClientAnswerEnum = graphqlEnum('ClientAnswer', clientAnswers, 'Whether a client can be taken.');
const NormBasisEnum = graphqlEnum(
  'NormBasis',
  ['spent', 'estimate', 'usual'] as const,
  'Where the hours of a kind of work are from: what such tasks took here, their estimates, or what it takes elsewhere.',
);
export const reasonCodes = ['hours', 'client_limit', 'no_manager', 'margin'] as const;
const ClientReasonCodeEnum = graphqlEnum('ClientReasonCode', reasonCodes);

@ObjectType('ClientReason', { description: 'What stands in the way of a client, or has to be seen to first.' })
export class ClientReasonObject {
  @Field(() => ClientReasonCodeEnum)
  code!: (typeof reasonCodes)[number];

  @Field(() => DisciplineEnum, { nullable: true, description: 'HOURS: of which there are too few.' })
  discipline?: Discipline | null;

  @Field(() => Int, { nullable: true, description: 'HOURS: what the worst week lacks.' })
  minutes?: number | null;

  @Field(() => String, { nullable: true, description: 'HOURS: the Monday of the worst week.' })
  week?: string | null;

  @Field(() => Int, { nullable: true, description: 'HOURS: how many weeks lack something.' })
  weeks?: number | null;

  @Field(() => Float, { nullable: true, description: 'HOURS: so many of a freelancer a week would make it good.' })
  helpHours?: number | null;

  @Field(() => Boolean, { nullable: true, description: 'HOURS: nobody of the squad does such work.' })
  isMissing?: boolean | null;

  @Field(() => Int, { nullable: true, description: 'CLIENT_LIMIT: that the manager leads now.' })
  clients?: number | null;

  @Field(() => Int, { nullable: true, description: 'CLIENT_LIMIT' })
  limit?: number | null;

  @Field(() => MoneyObject, { nullable: true, description: 'MARGIN: a monthly fee that would reach the goal.' })
  feeForGoal?: Money | null;
}

@ObjectType('SimulatedWeek')
export class SimulatedWeekObject {
  @Field(() => Int)
  capacityMinutes!: number;

  @Field(() => Int, { description: 'Of tasks that are there already.' })
  plannedMinutes!: number;

  @Field(() => Int, {
    description: 'What is counted on without the client: the plan, or a usual week where that is more.',
  })
  expectedMinutes!: number;

  @Field(() => Int, { description: 'What the client would bring.' })
  addedMinutes!: number;

  @Field(() => Int)
  daysAway!: number;
}

@ObjectType('SimulatedPerson')
export class SimulatedPersonObject {
  @Field(() => ID)
  id!: string;

  @Field()
  name!: string;

  @Field(() => [DisciplineEnum])
  disciplines!: readonly Discipline[];

  @Field(() => [SimulatedWeekObject], { description: 'In the order of the weeks.' })
  weeks!: readonly SimulatedWeekObject[];
}

@ObjectType('SimulatedDiscipline')
export class SimulatedDisciplineObject {
  @Field(() => DisciplineEnum)
  discipline!: Discipline;

  @Field(() => Int)
  monthlyMinutes!: number;

  @Field(() => [Int], { description: 'Minutes wanted, by week.' })
  demand!: readonly number[];

  @Field(() => [Int], { description: 'Of them, what freelancers would do.' })
  help!: readonly number[];

  @Field(() => [Int], { description: 'Of them, what nobody has time for.' })
  short!: readonly number[];

  @Field()
  isMissing!: boolean;
}

@ObjectType('SimulatedWork', { description: 'A kind of work, and what a piece of it takes.' })
export class SimulatedWorkObject {
  @Field(() => DisciplineEnum)
  discipline!: Discipline;

  @Field({ description: 'A kind of deliverable of the rate card: "post".' })
  type!: string;

  @Field(() => Int, { description: 'Pieces a month.' })
  count!: number;

  @Field(() => Int, { description: 'Of a piece.' })
  minutes!: number;

  @Field(() => NormBasisEnum)
  basis!: Norm['basis'];

  @Field(() => Int, { description: 'Finished tasks that it is taken from.' })
  tasks!: number;
}

@ObjectType('SimulatedManager')
export class SimulatedManagerObject {
  @Field()
  name!: string;

  @Field(() => Int)
  clients!: number;

  @Field(() => Int)
  limit!: number;
}

@ObjectType('SimulatedMoney', { description: 'A month of the client; the owner’s business.' })
export class SimulatedMoneyObject {
  @Field(() => MoneyObject, { description: 'Fees by the rate card.' })
  cost!: Money;

  @Field(() => [DisciplineEnum], { description: 'Work of these has no rate, and is in no sum.' })
  uncounted!: readonly Discipline[];

  @Field(() => MoneyObject, { nullable: true, description: 'What is left of the fee that was put in.' })
  profit!: Money | null;

  @Field(() => Float, { nullable: true, description: 'Percent of the fee.' })
  marginPercent!: number | null;

  @Field(() => Float, { nullable: true, description: 'The agency’s goal, percent.' })
  marginGoal!: number | null;

  @Field(() => MoneyObject, { description: 'A monthly fee that would reach the goal.' })
  feeForGoal!: Money;
}

@ObjectType('ClientSimulation', { description: 'What taking a client would do to a squad. Nothing of it is kept.' })
export class ClientSimulationObject {
  @Field(() => ClientAnswerEnum)
  answer!: ClientAnswer;

  @Field(() => [ClientReasonObject], { description: 'The weightiest first; none where the answer is yes.' })
  reasons!: readonly ClientReasonObject[];

  @Field(() => [SquadRefObject], { description: 'Squads that the viewer may ask about.' })
  squads!: readonly SquadRefObject[];

  @Field(() => ID)
  squadId!: string;

  @Field({ description: '"2026-12"' })
  startMonth!: string;

  @Field(() => SimulatedManagerObject, { nullable: true })
  manager!: SimulatedManagerObject | null;

  @Field(() => [String], { description: 'Mondays, from the beginning on.' })
  weeks!: readonly string[];

  @Field(() => [SimulatedDisciplineObject], { description: 'Those of which anything is wanted.' })
  disciplines!: readonly SimulatedDisciplineObject[];

  @Field(() => [SimulatedPersonObject])
  people!: readonly SimulatedPersonObject[];

  @Field(() => [SimulatedWorkObject])
  work!: readonly SimulatedWorkObject[];

  @Field(() => SimulatedMoneyObject, { nullable: true, description: 'Null for whoever may not see the margin.' })
  money!: SimulatedMoneyObject | null;
}

@InputType()
export class PublicationsInput {
  @Field(() => ItemFormatEnum)
  format!: ItemFormat;

  @Field(() => Int, { description: 'A month.' })
  count!: number;
}

@InputType()
export class DisciplineHoursInput {
  @Field(() => Float, { defaultValue: 0 })
  copy!: number;

  @Field(() => Float, { defaultValue: 0 })
  design!: number;

  @Field(() => Float, { defaultValue: 0 })
  targeting!: number;
}

@InputType()
export class ClientSimulationInput {
  @Field(() => ID, { nullable: true, description: 'Absent: the first that the viewer may ask about.' })
  squadId?: string | null;

  @Field(() => String, { nullable: true, description: '"2026-12", up to half a year ahead; absent: the next month.' })
  startMonth?: string | null;

  @Field(() => [PublicationsInput])
  publications!: readonly PublicationsInput[];

  @Field(() => DisciplineHoursInput, { nullable: true, description: 'Further hours a month.' })
  hours?: DisciplineHoursInput | null;

  @Field(() => DisciplineHoursInput, { nullable: true, description: 'Hours a week that freelancers would give.' })
  help?: DisciplineHoursInput | null;

  @Field(() => MoneyInput, {
    nullable: true,
    description: 'Monthly, in the agency’s currency; looked at for owners alone.',
  })
  fee?: MoneyInput | null;
}

export const ClientSimulationResult = resultUnion('ClientSimulationResult', [
  ClientSimulationObject,
  InvalidInput,
  NotFound,
]);
