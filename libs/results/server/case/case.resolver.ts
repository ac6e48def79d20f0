import { Args, ID, Info, Mutation, ObjectType, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Viewer, type CurrentMember } from '@planerka/agency/server';
import { CampaignObject } from '@planerka/campaigns/server';
import type { Id, Result } from '@planerka/platform/domain';
import { commonErrors, resultUnion, toResult } from '@planerka/platform/server';
import type { GraphQLResolveInfo } from 'graphql';
import type { ReachedCampaign } from '../facts/campaign-results';
import type { FactsError } from '../facts/facts.service';
import { CreateCaseInput, RefreshCaseInput, UpdateCaseInput } from './case.inputs';
import { CasePageObject, CaseRefObject } from './case.object';
import { CasesQuery } from './cases.query';
import { CasesService } from './cases.service';

@ObjectType()
export class CaseChanged {
  /** Not on the wire: `casePage` is read by it, as far as it is asked for. */
  caseId!: string;
}

const ChangeCaseResult = resultUnion('ChangeCaseResult', [CaseChanged, ...commonErrors]);

@Resolver(() => CampaignObject)
export class CaseResolver {
  constructor(
    private readonly query: CasesQuery,
    private readonly service: CasesService,
  ) {}

  @Query(() => CasePageObject, { nullable: true })
  casePage(
    @Viewer() viewer: CurrentMember,
    @Args('id', { type: () => ID }) id: string,
    @Info() info: GraphQLResolveInfo,
  ) {
    return this.query.casePage(viewer, id, info);
  }

  @ResolveField(() => [CaseRefObject], { nullable: true, description: 'Seen by whoever leads the client.' })
  cases(@Parent() campaign: ReachedCampaign) {
    return campaign.cases;
  }

  @Mutation(() => ChangeCaseResult)
  async createCase(@Viewer() viewer: CurrentMember, @Args('input') input: CreateCaseInput) {
    return toCaseResult(await this.service.create(viewer, input));
  }

  @Mutation(() => ChangeCaseResult)
  async updateCase(@Viewer() viewer: CurrentMember, @Args('input') input: UpdateCaseInput) {
    return toCaseResult(await this.service.update(viewer, input));
  }

  @Mutation(() => ChangeCaseResult, { description: 'Freezes the figures anew, as they stand now.' })
  async refreshCaseFigures(@Viewer() viewer: CurrentMember, @Args('input') input: RefreshCaseInput) {
    return toCaseResult(await this.service.refreshFigures(viewer, input));
  }
}

const toCaseResult = (result: Result<Id, FactsError>) => toResult('CaseChanged', result, (caseId) => ({ caseId }));

@Resolver(() => CaseChanged)
export class CaseChangedResolver {
  constructor(private readonly query: CasesQuery) {}

  @ResolveField(() => CasePageObject)
  casePage(@Viewer() viewer: CurrentMember, @Parent() { caseId }: CaseChanged, @Info() info: GraphQLResolveInfo) {
    return this.query.casePage(viewer, caseId, info);
  }
}
