import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Viewer, type CurrentMember } from '@planerka/agency/server';
import { toResult } from '@planerka/platform/server';
import {
  ChangePlanImportMappingInput,
  ForgetPlanImportMappingInput,
  PlanImportMappingObject,
  PlanImportMappingResult,
} from './import-mapping.object';
import { ImportMappingsService } from './import-mappings.service';

@Resolver(() => PlanImportMappingObject)
export class ImportMappingsResolver {
  constructor(private readonly mappings: ImportMappingsService) {}

  @Query(() => [PlanImportMappingObject], {
    description:
      'What is remembered of a client’s tables, the last used first; none for whoever may not bring in its plan.',
  })
  planImportMappings(@Viewer() viewer: CurrentMember, @Args('clientId', { type: () => ID }) clientId: string) {
    return this.mappings.list(viewer, clientId);
  }

  @Mutation(() => PlanImportMappingResult, { description: 'The next such table is read so.' })
  async changePlanImportMapping(@Viewer() viewer: CurrentMember, @Args('input') input: ChangePlanImportMappingInput) {
    return toResult('PlanImportMappingsChanged', await this.mappings.change(viewer, input), (remembered) => ({
      remembered,
    }));
  }

  @Mutation(() => PlanImportMappingResult, { description: 'The next such table is read by its headers.' })
  async forgetPlanImportMapping(@Viewer() viewer: CurrentMember, @Args('input') input: ForgetPlanImportMappingInput) {
    return toResult('PlanImportMappingsChanged', await this.mappings.forget(viewer, input), (remembered) => ({
      remembered,
    }));
  }
}
