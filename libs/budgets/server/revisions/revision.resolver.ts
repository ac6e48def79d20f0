import { Args, ID, Mutation, Resolver } from '@nestjs/graphql';
import { Viewer, type CurrentMember } from '@planerka/agency/server';
import type { Id, Result } from '@planerka/platform/domain';
import { toResult } from '@planerka/platform/server';
import { BudgetQuery } from '../budget/budget.query';
import {
  ApproveBudgetRevisionInput,
  RefuseBudgetRevisionInput,
  RequestBudgetRevisionInput,
  UpdateBudgetLineInput,
  WithdrawBudgetRevisionInput,
} from './revision.inputs';
import {
  ApproveBudgetRevisionResult,
  RefuseBudgetRevisionResult,
  RemindBudgetRevisionResult,
  RequestBudgetRevisionResult,
  UpdateBudgetLineResult,
  WithdrawBudgetRevisionResult,
} from './revision.results';
import { LineStrictnessService } from './line-strictness.service';
import { RevisionsService } from './revisions.service';

@Resolver()
export class RevisionResolver {
  constructor(
    private readonly revisions: RevisionsService,
    private readonly strictness: LineStrictnessService,
    private readonly budgets: BudgetQuery,
  ) {}

  @Mutation(() => RequestBudgetRevisionResult, {
    description: 'Asks for new totals. An owner’s own request is decided at once.',
  })
  async requestBudgetRevision(@Viewer() viewer: CurrentMember, @Args('input') input: RequestBudgetRevisionInput) {
    return this.changed(viewer, await this.revisions.request(viewer, input));
  }

  @Mutation(() => ApproveBudgetRevisionResult)
  async approveBudgetRevision(@Viewer() viewer: CurrentMember, @Args('input') input: ApproveBudgetRevisionInput) {
    return this.changed(viewer, await this.revisions.approve(viewer, input));
  }

  @Mutation(() => RefuseBudgetRevisionResult)
  async refuseBudgetRevision(@Viewer() viewer: CurrentMember, @Args('input') input: RefuseBudgetRevisionInput) {
    return this.changed(viewer, await this.revisions.refuse(viewer, input));
  }

  @Mutation(() => WithdrawBudgetRevisionResult)
  async withdrawBudgetRevision(@Viewer() viewer: CurrentMember, @Args('input') input: WithdrawBudgetRevisionInput) {
    return this.changed(viewer, await this.revisions.withdraw(viewer, input));
  }

  @Mutation(() => RemindBudgetRevisionResult, { description: 'Puts an open request before the owners once more.' })
  async remindBudgetRevision(@Viewer() viewer: CurrentMember, @Args('revisionId', { type: () => ID }) revisionId: Id) {
    return this.changed(viewer, await this.revisions.remind(viewer, revisionId));
  }

  @Mutation(() => UpdateBudgetLineResult)
  async updateBudgetLine(@Viewer() viewer: CurrentMember, @Args('input') input: UpdateBudgetLineInput) {
    return this.changed(viewer, await this.strictness.update(viewer, input));
  }

  private async changed<E extends { readonly kind: string }>(viewer: CurrentMember, result: Result<Id, E>) {
    const budget = result.ok ? await this.budgets.budget(viewer, result.value) : null;
    return toResult('ChangeBudgetSuccess', result, () => ({ budget }));
  }
}
