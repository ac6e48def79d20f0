import { Args, Field, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { InvalidInput, NotFound, resultUnion, toResult } from '@planerka/platform/server';
import { AgencyObject } from '../agency/agency.object';
import { ViewerQuery } from '../agency/viewer.query';
import type { CurrentMember } from '../auth/current-member';
import { Viewer } from '../auth/current-viewer';
import { AgencyDeletionService } from './agency-deletion.service';

@InputType()
export class AskAgencyDeletionInput {
  @Field({ description: 'The agency’s name, typed as it is written.' })
  agencyName!: string;
}

@ObjectType()
export class AgencyDeletionSuccess {
  @Field(() => AgencyObject)
  agency!: AgencyObject;
}

export const AgencyDeletionResult = resultUnion('AgencyDeletionResult', [
  AgencyDeletionSuccess,
  InvalidInput,
  NotFound,
]);

@Resolver()
export class AgencyDeletionResolver {
  constructor(
    private readonly deletion: AgencyDeletionService,
    private readonly viewers: ViewerQuery,
  ) {}

  @Mutation(() => AgencyDeletionResult, { description: 'In two weeks everything of the agency is erased.' })
  async askAgencyDeletion(@Viewer() viewer: CurrentMember, @Args('input') input: AskAgencyDeletionInput) {
    const result = await this.deletion.ask(viewer, input.agencyName);
    const agency = await this.viewers.agency(viewer);
    return toResult('AgencyDeletionSuccess', result, () => ({ agency }));
  }

  @Mutation(() => AgencyDeletionResult, { description: 'The agency stays.' })
  async cancelAgencyDeletion(@Viewer() viewer: CurrentMember) {
    const result = await this.deletion.cancel(viewer);
    const agency = await this.viewers.agency(viewer);
    return toResult('AgencyDeletionSuccess', result, () => ({ agency }));
  }
}
