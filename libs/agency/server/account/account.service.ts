import { Inject, Injectable } from '@nestjs/common';
import { checkPassword, profileInput } from '@planerka/agency/domain';
import {
  changesBetween,
  err,
  isId,
  issue,
  ok,
  parseInput,
  under,
  type Id,
  type InputIssue,
  type Result,
} from '@planerka/platform/domain';
import {
  CONFIG,
  invalidInput,
  notFound,
  PRISMA,
  type Config,
  type GraphQLContext,
  type PrismaClient,
} from '@planerka/platform/server';
import { tooManyAttempts } from '../agency/accounts.service';
import { AccountLetters } from '../auth/account-letters';
import { AuthGateway, type AuthReply } from '../auth/auth-gateway';
import type { SignedInUser } from '../auth/current-member';
import { leakedPasswords } from '../auth/leaked-passwords';
import { accountKey, letterRule, RateLimits } from '../auth/rate-limits';
import { AccountEvents } from './account-events';

export type AccountError =
  | { readonly kind: 'InvalidInput'; readonly issues: readonly InputIssue[] }
  | { readonly kind: 'NotFound'; readonly entity: string }
  | { readonly kind: 'TooManyAttempts'; readonly retryAfter: number };

/** What people do with their own account; nobody else has a say in it. */
@Injectable()
export class AccountService {
  constructor(
    private readonly auth: AuthGateway,
    private readonly events: AccountEvents,
    private readonly letters: AccountLetters,
    private readonly limits: RateLimits,
    @Inject(PRISMA) private readonly prisma: PrismaClient,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** The name goes into every agency: work already done keeps the one it was done under. */
  async updateProfile(context: GraphQLContext, user: SignedInUser, input: unknown): Promise<Result<Id, AccountError>> {
    const parsed = parseInput(profileInput, input);
    if (!parsed.ok) return err(invalidInput(parsed.error));
    const { name, locale } = parsed.value;
    const reply = await this.auth.post(context, '/update-user', { name, locale });
    if (reply.status !== 200) return err(refusal(reply, ['name']));
    if (name !== user.name) {
      await this.events.tell(
        user.id,
        'member.updated',
        ({ db, agencyId }, id) =>
          db.member.update({ where: { agencyId_id: { agencyId, id } }, data: { name, version: { increment: 1 } } }),
        changesBetween({ name: user.name }, { name }),
      );
    }
    return ok(user.id);
  }

  /** Whoever else knew the old one is out: every other session ends, and this one goes on under a new token. */
  async changePassword(
    context: GraphQLContext,
    user: SignedInUser,
    { currentPassword, newPassword }: { readonly currentPassword: string; readonly newPassword: string },
  ): Promise<Result<Id, AccountError>> {
    const checked = checkPassword(newPassword, user.email, await leakedPasswords());
    if (!checked.ok) return err(invalidInput([{ ...checked.error, path: ['newPassword'] }]));
    const body = { currentPassword, newPassword, revokeOtherSessions: true };
    const reply = await this.auth.post(context, '/change-password', body);
    if (reply.status !== 200) return err(refusal(reply, ['currentPassword']));
    await this.events.tell(user.id, 'account.password_changed');
    return ok(user.id);
  }

  /** Another letter with the link; nothing to send is no refusal: the address is confirmed. */
  async sendConfirmation(context: GraphQLContext, user: SignedInUser): Promise<Result<string, AccountError>> {
    const { emailVerified } = await this.prisma.user.findUniqueOrThrow({
      where: { id: user.id },
      select: { emailVerified: true },
    });
    if (emailVerified) return ok(user.email);
    if (!this.letters.isConfigured) return err(invalidInput([issue([], 'no_letters')]));
    if (this.config.rateLimits) {
      const { allowed, retryAfter } = await this.limits.consume(accountKey('confirmation', user.email), letterRule);
      if (!allowed) return err(tooManyAttempts(retryAfter));
    }
    const reply = await this.auth.post(context, '/send-verification-email', { email: user.email });
    if (reply.status === 429) return err(tooManyAttempts(reply.retryAfter));
    if (reply.status !== 200) throw new Error(`better-auth sent no letter: ${reply.status} ${reply.code ?? ''}`);
    return ok(user.email);
  }

  async endSession(context: GraphQLContext, user: SignedInUser, sessionId: Id): Promise<Result<Id, AccountError>> {
    const session = isId(sessionId)
      ? await this.prisma.session.findFirst({ where: { id: sessionId, userId: user.id }, select: { token: true } })
      : null;
    if (!session) return err(notFound('AccountSession'));
    await this.auth.post(context, '/revoke-session', { token: session.token });
    await this.events.tell(user.id, 'account.sessions_ended');
    return ok(user.id);
  }

  async endOtherSessions(context: GraphQLContext, user: SignedInUser): Promise<Result<Id, AccountError>> {
    await this.auth.post(context, '/revoke-other-sessions', {});
    await this.events.tell(user.id, 'account.sessions_ended');
    return ok(user.id);
  }
}

/** What better-auth has refused, at the field that asks for the password. */
export function refusal(reply: AuthReply, path: readonly string[]): AccountError {
  if (reply.status === 429) return tooManyAttempts(reply.retryAfter);
  if (reply.code === 'INVALID_PASSWORD') return invalidInput(under(path, [issue([], 'wrong_password')]));
  if (reply.code === 'CREDENTIAL_ACCOUNT_NOT_FOUND') return invalidInput(under(path, [issue([], 'no_password')]));
  if (reply.code === 'TWO_FACTOR_NOT_ENABLED') return invalidInput(under(path, [issue([], 'second_factor_off')]));
  throw new Error(`better-auth refused: ${reply.status} ${reply.code ?? ''}`);
}
