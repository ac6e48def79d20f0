import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Id, Result } from '@planerka/platform/domain';
import { toResult, type GraphQLContext } from '@planerka/platform/server';
import type { SignedInUser } from '../auth/current-member';
import { RequestContext, User } from '../auth/current-viewer';
import { ChangePasswordInput, UpdateProfileInput } from './account.inputs';
import { AccountObject } from './account.object';
import { AccountQuery } from './account.query';
import {
  AccountResult,
  EmailConfirmationResult,
  EndSessionResult,
  RecoveryCodesResult,
  SecondFactorResult,
} from './account.results';
import { AccountService, type AccountError } from './account.service';
import { SecondFactorService } from './second-factor.service';

@Resolver()
export class AccountResolver {
  constructor(
    private readonly accounts: AccountService,
    private readonly accountOf: AccountQuery,
    private readonly secondFactors: SecondFactorService,
  ) {}

  @Query(() => AccountObject, { description: 'Whoever is signed in, a member of an agency or not.' })
  account(@RequestContext() context: GraphQLContext, @User() user: SignedInUser): Promise<AccountObject> {
    return this.accountOf.account(context, user.id);
  }

  @Mutation(() => AccountResult)
  async updateProfile(
    @RequestContext() context: GraphQLContext,
    @User() user: SignedInUser,
    @Args('input') input: UpdateProfileInput,
  ) {
    return this.changed(context, await this.accounts.updateProfile(context, user, input));
  }

  @Mutation(() => AccountResult, { description: 'Ends every other session.' })
  async changePassword(
    @RequestContext() context: GraphQLContext,
    @User() user: SignedInUser,
    @Args('input') input: ChangePasswordInput,
  ) {
    return this.changed(context, await this.accounts.changePassword(context, user, input));
  }

  @Mutation(() => EmailConfirmationResult, {
    description: 'The letter once more, to whoever did not find the first one.',
  })
  async sendEmailConfirmation(@RequestContext() context: GraphQLContext, @User() user: SignedInUser) {
    return toResult('LetterSent', await this.accounts.sendConfirmation(context, user), (email) => ({ email }));
  }

  @Mutation(() => EndSessionResult, { description: 'Signs a device out; its open connections close at once.' })
  async endSession(
    @RequestContext() context: GraphQLContext,
    @User() user: SignedInUser,
    @Args('sessionId', { type: () => ID }) sessionId: string,
  ) {
    return this.changed(context, await this.accounts.endSession(context, user, sessionId));
  }

  @Mutation(() => EndSessionResult)
  async endOtherSessions(@RequestContext() context: GraphQLContext, @User() user: SignedInUser) {
    return this.changed(context, await this.accounts.endOtherSessions(context, user));
  }

  @Mutation(() => SecondFactorResult, {
    description: 'The secret for an authenticator app; `confirmSecondFactor` turns it on.',
  })
  async beginSecondFactor(
    @RequestContext() context: GraphQLContext,
    @User() _user: SignedInUser,
    @Args('password') password: string,
  ) {
    return toResult('SecondFactorBegun', await this.secondFactors.begin(context, password), (begun) => begun);
  }

  @Mutation(() => AccountResult)
  async confirmSecondFactor(
    @RequestContext() context: GraphQLContext,
    @User() user: SignedInUser,
    @Args('code') code: string,
  ) {
    return this.changed(context, await this.secondFactors.confirm(context, user, code));
  }

  @Mutation(() => AccountResult)
  async endSecondFactor(
    @RequestContext() context: GraphQLContext,
    @User() user: SignedInUser,
    @Args('password') password: string,
  ) {
    return this.changed(context, await this.secondFactors.end(context, user, password));
  }

  @Mutation(() => RecoveryCodesResult)
  async renewRecoveryCodes(
    @RequestContext() context: GraphQLContext,
    @User() user: SignedInUser,
    @Args('password') password: string,
  ) {
    return toResult('RecoveryCodesMade', await this.secondFactors.renewCodes(context, user, password), (made) => made);
  }

  private async changed(context: GraphQLContext, result: Result<Id, AccountError>) {
    const account = result.ok ? await this.accountOf.account(context, result.value) : null;
    return toResult('AccountChanged', result, () => ({ account }));
  }
}
