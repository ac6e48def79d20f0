import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { err, issue, ok } from '@planerka/platform/domain';
import { invalidInput, toResult, type GraphQLContext } from '@planerka/platform/server';
import { Registration } from '../agency/registration';
import { AccountLetters } from '../auth/account-letters';
import { AuthGateway } from '../auth/auth-gateway';
import type { CurrentMember } from '../auth/current-member';
import { RequestContext, Viewer } from '../auth/current-viewer';
import {
  CreateResetLinkInput,
  PasswordResetRequested,
  ProviderSignInResult,
  ResetLinkResult,
  ResetPasswordInput,
  ResetPasswordResult,
  SignInOptions,
  VerifyEmailResult,
} from './entry.object';
import { PasswordResetService } from './password-reset.service';
import { ProviderSignIn } from './provider-sign-in.service';

/** Other ways in than by a password that one remembers. */
@Resolver()
export class EntryResolver {
  constructor(
    private readonly resets: PasswordResetService,
    private readonly providers: ProviderSignIn,
    private readonly letters: AccountLetters,
    private readonly auth: AuthGateway,
    private readonly registration: Registration,
  ) {}

  @Query(() => SignInOptions)
  async signInOptions(): Promise<SignInOptions> {
    return {
      isMailConfigured: this.letters.isConfigured,
      providerName: this.providers.name,
      isRegistrationOpen: await this.registration.isOpen(),
    };
  }

  @Mutation(() => PasswordResetRequested)
  requestPasswordReset(
    @RequestContext() context: GraphQLContext,
    @Args('email') email: string,
  ): PasswordResetRequested {
    if (this.letters.isConfigured) this.resets.request(context, email);
    return { isMailConfigured: this.letters.isConfigured };
  }

  @Mutation(() => ResetPasswordResult, { description: 'Ends every session.' })
  async resetPassword(@RequestContext() context: GraphQLContext, @Args('input') input: ResetPasswordInput) {
    return toResult('PasswordReset', await this.resets.reset(context, input), (done) => ({ done }));
  }

  @Mutation(() => ResetLinkResult, { description: 'For a member who has forgotten theirs, handed over in person.' })
  async createResetLink(
    @RequestContext() context: GraphQLContext,
    @Viewer() viewer: CurrentMember,
    @Args('input') { memberId }: CreateResetLinkInput,
  ) {
    return toResult('ResetLinkMade', await this.resets.createLink(context, viewer, memberId), (link) => link);
  }

  @Mutation(() => ProviderSignInResult)
  async signInWithProvider(
    @RequestContext() context: GraphQLContext,
    @Args('invitationToken', { type: () => String, nullable: true }) invitationToken: string | null,
  ) {
    return toResult('ProviderAddress', await this.providers.begin(context, invitationToken ?? null), (url) => ({
      url,
    }));
  }

  @Mutation(() => VerifyEmailResult)
  async verifyEmail(@RequestContext() context: GraphQLContext, @Args('token') token: string) {
    const reply = await this.auth.get(context, `/verify-email?token=${encodeURIComponent(token)}`);
    const result = reply.status === 200 ? ok(true) : err(invalidInput([issue(['token'], 'link_over')]));
    return toResult('EmailVerified', result, (done) => ({ done }));
  }
}
