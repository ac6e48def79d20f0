import { Args, Field, ID, Mutation, ObjectType, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Viewer, type CurrentMember } from '@planerka/agency/server';
import { CampaignObject } from '@planerka/campaigns/server';
import type { Id, Result } from '@planerka/platform/domain';
import { commonErrors, resultUnion, toResult } from '@planerka/platform/server';
import type { ReachedCampaign } from '../facts/campaign-results';
import type { FactsError } from '../facts/facts.service';
import { CreateCaseInput, RefreshCaseInput, UpdateCaseInput } from './case.inputs';
import { CasePageObject, CaseRefObject } from './case.object';
import { CasesQuery } from './cases.query';
import { CasesService } from './cases.service';

@ObjectType()
export class CaseChanged {
  @Field(() => CasePageObject)
  casePage!: CasePageObject;
}

const ChangeCaseResult = resultUnion('ChangeCaseResult', [CaseChanged, ...commonErrors]);

@Resolver(() => CampaignObject)
export class CaseResolver {
  constructor(
    private readonly query: CasesQuery,
    private readonly service: CasesService,
  ) {}

  @Query(() => CasePageObject, { nullable: true })
  casePage(@Viewer() viewer: CurrentMember, @Args('id', { type: () => ID }) id: string) {
    return this.query.casePage(viewer, id);
  }

  @ResolveField(() => [CaseRefObject], { nullable: true, description: 'Seen by whoever leads the client.' })
  cases(@Parent() campaign: ReachedCampaign) {
    return campaign.cases;
  }

  @Mutation(() => ChangeCaseResult)
  async createCase(@Viewer() viewer: CurrentMember, @Args('input') input: CreateCaseInput) {
    return this.answer(viewer, await this.service.create(viewer, input));
  }

  @Mutation(() => ChangeCaseResult)
  async updateCase(@Viewer() viewer: CurrentMember, @Args('input') input: UpdateCaseInput) {
    return this.answer(viewer, await this.service.update(viewer, input));
  }

  @Mutation(() => ChangeCaseResult, { description: 'Freezes the figures anew, as they stand now.' })
  async refreshCaseFigures(@Viewer() viewer: CurrentMember, @Args('input') input: RefreshCaseInput) {
    return this.answer(viewer, await this.service.refreshFigures(viewer, input));
  }

  private async answer(viewer: CurrentMember, result: Result<Id, FactsError>) {
    const casePage = result.ok ? await this.query.casePage(viewer, result.value) : null;
    return toResult('CaseChanged', result, () => ({ casePage }));
  }
}
