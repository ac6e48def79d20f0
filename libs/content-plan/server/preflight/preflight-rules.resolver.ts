import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Viewer, type CurrentMember } from '@planerka/agency/server';
import { toResult } from '@planerka/platform/server';
import {
  DecidePreflightRuleInput,
  PreflightRuleObject,
  PreflightRuleResult,
  ResetPreflightRuleInput,
} from './preflight-rule.object';
import { PreflightRulesService } from './preflight-rules.service';

@Resolver(() => PreflightRuleObject)
export class PreflightRulesResolver {
  constructor(private readonly service: PreflightRulesService) {}

  @Query(() => [PreflightRuleObject], {
    nullable: true,
    description: 'What publications are held against, of one client or of the agency as a whole.',
  })
  preflightRules(
    @Viewer() viewer: CurrentMember,
    @Args('clientId', { type: () => ID, nullable: true }) clientId: string | null,
  ): Promise<readonly PreflightRuleObject[] | null> {
    return this.service.rules(viewer, clientId ?? null);
  }

  @Mutation(() => PreflightRuleResult, { description: 'Another limit, or that it does not count; and why.' })
  async decidePreflightRule(@Viewer() viewer: CurrentMember, @Args('input') input: DecidePreflightRuleInput) {
    return toResult('PreflightRuleDecided', await this.service.decide(viewer, input), (rule) => ({ rule }));
  }

  @Mutation(() => PreflightRuleResult, { description: 'Back to the rule’s own.' })
  async resetPreflightRule(@Viewer() viewer: CurrentMember, @Args('input') input: ResetPreflightRuleInput) {
    return toResult('PreflightRuleDecided', await this.service.reset(viewer, input), (rule) => ({ rule }));
  }
}
