import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { Viewer, type CurrentMember } from '@planerka/agency/server';
import { ClientAnswer } from '../client/client-answer';
import { ChangeClientResult } from '../client/client.results';
import { MarkOnboardingStepInput } from './onboarding.inputs';
import { OnboardingService } from './onboarding.service';

@Resolver()
export class OnboardingResolver {
  constructor(
    private readonly onboarding: OnboardingService,
    private readonly answer: ClientAnswer,
  ) {}

  @Mutation(() => ChangeClientResult)
  async markOnboardingStep(@Viewer() viewer: CurrentMember, @Args('input') input: MarkOnboardingStepInput) {
    return this.answer.to(await this.onboarding.mark(viewer, input));
  }
}
