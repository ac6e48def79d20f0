import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { NetworkEnum } from '@planerka/clients/server';
import type { Network } from '@planerka/clients/domain';
import {
  ruleKinds,
  ruleUnits,
  severities,
  type RuleKind,
  type RuleSource,
  type RuleUnit,
  type Severity,
} from '@planerka/content-plan/domain';
import { commonErrors, DateScalar, DateTimeScalar, graphqlEnum, resultUnion } from '@planerka/platform/server';
import type { Instant, PlainDate } from '@planerka/platform/domain';

export const RuleKindEnum = graphqlEnum('PreflightRuleKind', ruleKinds);
export const RuleUnitEnum = graphqlEnum('PreflightUnit', ruleUnits, 'BYTES are those of UTF-8.');
export const SeverityEnum = graphqlEnum(
  'PreflightSeverity',
  severities,
  'BLOCKS: it will not be taken, or must not be shown. WARNS: it will look wrong. ADVICE: it can be better.',
);
export const RuleSourceKindEnum = graphqlEnum(
  'PreflightSourceKind',
  ['network', 'law', 'other', 'custom'] as const,
  'NETWORK: its own page. OTHER: somebody else’s page. CUSTOM: ours, and no page says so.',
);

@ObjectType('PreflightEdition', { description: 'A rule as it was from one day to another.' })
export class PreflightEditionObject {
  @Field(() => DateScalar, { nullable: true })
  since!: PlainDate | null;

  @Field(() => DateScalar, { nullable: true, description: 'The last day; null while it holds.' })
  until!: PlainDate | null;

  @Field(() => Int, { nullable: true })
  limit!: number | null;

  @Field(() => RuleSourceKindEnum)
  sourceKind!: RuleSource['kind'];

  @Field()
  sourceTitle!: string;

  @Field({ description: '"" where no page says so.' })
  sourceUrl!: string;

  @Field(() => DateScalar, { description: 'When it was read there.' })
  checkedOn!: PlainDate;
}

@ObjectType('PreflightDecision', { description: 'What was decided of a rule.' })
export class PreflightDecisionObject {
  @Field(() => ID, { nullable: true, description: 'Null: for all clients of the agency.' })
  clientId!: string | null;

  @Field()
  isOff!: boolean;

  @Field(() => Int, { nullable: true, description: 'Null: the rule’s own.' })
  limit!: number | null;

  @Field()
  reason!: string;

  @Field()
  setByName!: string;

  @Field(() => DateTimeScalar)
  setAt!: Instant | string;

  @Field(() => Int)
  version!: number;
}

@ObjectType('PreflightRule', { description: 'Something that a publication is held against before it goes out.' })
export class PreflightRuleObject {
  @Field(() => ID, { description: 'Of the rule for this client, or for the agency.' })
  id!: string;

  @Field()
  key!: string;

  @Field(() => RuleKindEnum)
  kind!: RuleKind;

  @Field(() => SeverityEnum)
  severity!: Severity;

  @Field(() => [NetworkEnum], { nullable: true, description: 'Null: all.' })
  networks!: readonly Network[] | null;

  @Field(() => RuleUnitEnum, { nullable: true })
  unit!: RuleUnit | null;

  @Field(() => [PreflightEditionObject], { description: 'The earliest first.' })
  editions!: readonly PreflightEditionObject[];

  @Field(() => Int, { nullable: true, description: 'What counts today, decisions taken into account.' })
  limit!: number | null;

  @Field({ description: 'Whether it counts today.' })
  isOn!: boolean;

  @Field(() => PreflightDecisionObject, { nullable: true, description: 'Of this client, or of the agency.' })
  decision!: PreflightDecisionObject | null;

  @Field(() => PreflightDecisionObject, { nullable: true, description: 'Of the agency, where a client is looked at.' })
  agencyDecision!: PreflightDecisionObject | null;

  @Field()
  viewerCanDecide!: boolean;
}

@InputType()
export class DecidePreflightRuleInput {
  @Field()
  rule!: string;

  @Field(() => ID, { nullable: true, description: 'Null: for all clients of the agency.' })
  clientId?: string | null;

  @Field({ defaultValue: false })
  isOff!: boolean;

  @Field(() => Int, { nullable: true, description: 'Null: the rule’s own.' })
  limit?: number | null;

  @Field()
  reason!: string;

  @Field(() => Int, { description: 'Of the decision that stands; 0 where there is none.' })
  expectedVersion!: number;
}

@InputType()
export class ResetPreflightRuleInput {
  @Field()
  rule!: string;

  @Field(() => ID, { nullable: true, description: 'Null: for all clients of the agency.' })
  clientId?: string | null;

  @Field(() => Int)
  expectedVersion!: number;
}

@ObjectType()
export class PreflightRuleDecided {
  @Field(() => PreflightRuleObject)
  rule!: PreflightRuleObject;
}

export const PreflightRuleResult = resultUnion('PreflightRuleResult', [PreflightRuleDecided, ...commonErrors]);
