import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Result } from '@planerka/platform/domain';
import { toResult, type GraphQLContext } from '@planerka/platform/server';
import { MembersBySession } from '../auth/members-by-session';
import type { CurrentMember } from '../auth/current-member';
import { memberOf, RequestContext, userOf, Viewer } from '../auth/current-viewer';
import { AccountsService, type SignedInAs } from './accounts.service';
import {
  RegisterAgencyInput,
  SetAgencyDaysInput,
  SignInInput,
  UpdateAgencyInput,
  VerifySecondFactorInput,
} from './agency.inputs';
import { ViewerObject } from './agency.object';
import {
  RegisterAgencyResult,
  SetAgencyDaysResult,
  SignedOut,
  SignInResult,
  UpdateAgencyResult,
} from './agency.results';
import { AgencyService } from './agency.service';
import { ViewerQuery } from './viewer.query';

@Resolver()
export class AgencyResolver {
  constructor(
    private readonly accounts: AccountsService,
    private readonly agencies: AgencyService,
    private readonly viewers: ViewerQuery,
    private readonly members: MembersBySession,
  ) {}

  @Query(() => ViewerObject, { nullable: true, description: 'Null when nobody is signed in.' })
  async viewer(@RequestContext() context: GraphQLContext): Promise<ViewerObject | null> {
    const user = userOf(context);
    return user && this.viewers.viewer(user, memberOf(context));
  }

  @Mutation(() => SignInResult)
  async signIn(@RequestContext() context: GraphQLContext, @Args('input') input: SignInInput) {
    return this.signedIn(await this.accounts.signIn(context, input.email, input.password));
  }

  @Mutation(() => SignInResult, { description: 'The second step of signing in.' })
  async verifySecondFactor(@RequestContext() context: GraphQLContext, @Args('input') input: VerifySecondFactorInput) {
    return this.signedIn(await this.accounts.verifySecondFactor(context, input));
  }

  @Mutation(() => RegisterAgencyResult)
  async registerAgency(@RequestContext() context: GraphQLContext, @Args('input') input: RegisterAgencyInput) {
    return this.signedIn(await this.accounts.registerAgency(context, input));
  }

  @Mutation(() => SignedOut)
  async signOut(@RequestContext() context: GraphQLContext): Promise<SignedOut> {
    await this.accounts.signOut(context, userOf(context));
    return { signedOut: true };
  }

  @Mutation(() => UpdateAgencyResult)
  async updateAgency(@Viewer() viewer: CurrentMember, @Args('input') input: UpdateAgencyInput) {
    const result = await this.agencies.update(viewer, input);
    const agency = result.ok ? await this.viewers.agency(viewer) : null;
    return toResult('UpdateAgencySuccess', result, () => ({ agency }));
  }

  @Mutation(() => SetAgencyDaysResult)
  async setAgencyDays(@Viewer() viewer: CurrentMember, @Args('input') input: SetAgencyDaysInput) {
    const result = await this.agencies.setDays(viewer, input);
    const agency = result.ok ? await this.viewers.agency(viewer) : null;
    return toResult('SetAgencyDaysSuccess', result, () => ({ agency }));
  }

  private async signedIn<E extends { readonly kind: string }>(result: Result<SignedInAs, E>) {
    const viewer = result.ok ? await this.signedInViewer(result.value) : null;
    return toResult('SignedIn', result, () => ({ viewer }));
  }

  /** The new session's cookie is on its way out, so the viewer is found by the person, not by the request. */
  private async signedInViewer({ user }: SignedInAs): Promise<ViewerObject> {
    return this.viewers.viewer(user, await this.members.memberOf(user.id));
  }
}
