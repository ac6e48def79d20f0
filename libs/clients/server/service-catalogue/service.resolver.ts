import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Viewer, type CurrentMember } from '@planerka/agency/server';
import { toResult } from '@planerka/platform/server';
import { ServiceCatalogueService } from './service-catalogue.service';
import { ArchiveServiceInput, CreateServiceInput, UpdateServiceInput } from './service.inputs';
import { ServiceObject } from './service.object';
import { ChangeServiceResult } from './service.results';

@Resolver()
export class ServiceResolver {
  constructor(private readonly catalogue: ServiceCatalogueService) {}

  @Query(() => [ServiceObject], {
    description: 'The price list; empty for everybody but the owner. Archived ones last.',
  })
  services(@Viewer() viewer: CurrentMember) {
    return this.catalogue.list(viewer);
  }

  @Mutation(() => ChangeServiceResult)
  async createService(@Viewer() viewer: CurrentMember, @Args('input') input: CreateServiceInput) {
    return toResult('ServiceChanged', await this.catalogue.create(viewer, input), (service) => ({ service }));
  }

  @Mutation(() => ChangeServiceResult)
  async updateService(@Viewer() viewer: CurrentMember, @Args('input') input: UpdateServiceInput) {
    return toResult('ServiceChanged', await this.catalogue.update(viewer, input), (service) => ({ service }));
  }

  @Mutation(() => ChangeServiceResult)
  async archiveService(@Viewer() viewer: CurrentMember, @Args('input') input: ArchiveServiceInput) {
    return toResult('ServiceChanged', await this.catalogue.archive(viewer, input), (service) => ({ service }));
  }
}
