import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { Viewer, type CurrentMember } from '@planerka/agency/server';
import { ClientAnswer } from '../client/client-answer';
import { ChangeClientResult } from '../client/client.results';
import { SaveBrandProfileInput } from './brand-profile.inputs';
import { BrandProfileService } from './brand-profile.service';

@Resolver()
export class BrandProfileResolver {
  constructor(
    private readonly profiles: BrandProfileService,
    private readonly answer: ClientAnswer,
  ) {}

  @Mutation(() => ChangeClientResult)
  async saveBrandProfile(@Viewer() viewer: CurrentMember, @Args('input') input: SaveBrandProfileInput) {
    return this.answer.to(await this.profiles.save(viewer, input));
  }
}
