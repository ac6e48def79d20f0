import { Inject, Injectable } from '@nestjs/common';
import { err, ok, type Result } from '@planerka/platform/domain';
import { CONFIG, notFound, type Config, type GraphQLContext } from '@planerka/platform/server';
import { invitationState } from '@planerka/agency/domain';
import { Clock, fromDbInstant } from '@planerka/platform/server';
import { openIdProviderId } from '../auth/auth';
import { AuthGateway } from '../auth/auth-gateway';
import { InvitationsService } from '../invitations/invitations.service';

/** Signing in by the OpenID Connect provider of the environment. Protocol, state and proofs are better-auth's. */
@Injectable()
export class ProviderSignIn {
  constructor(
    private readonly auth: AuthGateway,
    private readonly invitations: InvitationsService,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  get name(): string | null {
    return this.config.openId?.name ?? null;
  }

  /** Where the browser goes now. A newcomer gets an account by an open invitation alone. */
  async begin(
    context: GraphQLContext,
    invitationToken: string | null,
  ): Promise<Result<string, { readonly kind: 'NotFound'; readonly entity: string }>> {
    if (!this.config.openId) return err(notFound('Provider'));
    const isInvited = invitationToken !== null && (await this.isOpen(invitationToken));
    const back = isInvited ? `/invite/${invitationToken}` : '/';
    const reply = await this.auth.post(context, '/sign-in/social', {
      provider: openIdProviderId,
      callbackURL: back,
      errorCallbackURL: '/sign-in',
      requestSignUp: isInvited,
      disableRedirect: true,
    });
    const url = reply.body['url'];
    return reply.status === 200 && typeof url === 'string' ? ok(url) : err(notFound('Provider'));
  }

  private async isOpen(token: string): Promise<boolean> {
    const found = await this.invitations.preview(token, null);
    if (!found) return false;
    const { expires_at, accepted_at, revoked_at } = found;
    const dates = {
      expiresAt: fromDbInstant(expires_at),
      acceptedAt: accepted_at && fromDbInstant(accepted_at),
      revokedAt: revoked_at && fromDbInstant(revoked_at),
    };
    return invitationState(dates, this.clock.now()) === 'pending';
  }
}
