import { Inject, Injectable, Logger } from '@nestjs/common';
import { can, checkPassword } from '@planerka/agency/domain';
import { err, issue, ok, type Id, type InputIssue, type Result } from '@planerka/platform/domain';
import {
  CONFIG,
  invalidInput,
  knownId,
  notFound,
  PRISMA,
  publicUrl,
  Reader,
  UnitOfWork,
  type Config,
  type GraphQLContext,
  type PrismaClient,
} from '@planerka/platform/server';
import { AccountEvents } from '../account/account-events';
import { tooManyAttempts } from '../agency/accounts.service';
import { AuthGateway, wasHandedOver } from '../auth/auth-gateway';
import { actorOf, type CurrentMember } from '../auth/current-member';
import { leakedPasswords } from '../auth/leaked-passwords';
import { accountKey, letterRule, RateLimits } from '../auth/rate-limits';

export type ResetRefusal =
  | { readonly kind: 'InvalidInput'; readonly issues: readonly InputIssue[] }
  | { readonly kind: 'NotFound'; readonly entity: string }
  | { readonly kind: 'TooManyAttempts'; readonly retryAfter: number };

export interface ResetLink {
  readonly url: string;
  readonly expiresAt: Date;
}

/** A new password for one who has forgotten theirs: by letter, or by a link that the owner hands over. */
@Injectable()
export class PasswordResetService {
  private readonly log = new Logger(PasswordResetService.name);

  constructor(
    private readonly auth: AuthGateway,
    private readonly limits: RateLimits,
    private readonly events: AccountEvents,
    private readonly unitOfWork: UnitOfWork,
    private readonly reader: Reader,
    @Inject(PRISMA) private readonly prisma: PrismaClient,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** The answer does not wait for what it is about: with an account or without one, it is the same after the same time. */
  request(context: GraphQLContext, email: string): void {
    void this.send(context, email.trim().toLowerCase()).catch((problem: unknown) => this.log.error(problem));
  }

  async reset(
    context: GraphQLContext,
    { token, newPassword }: { readonly token: string; readonly newPassword: string },
  ): Promise<Result<true, ResetRefusal>> {
    const userId = await this.auth.userOfResetToken(token);
    const user = userId && (await this.prisma.user.findUnique({ where: { id: userId }, select: { email: true } }));
    if (!userId || !user) return err(linkIsOver);
    const checked = checkPassword(newPassword, user.email, await leakedPasswords());
    if (!checked.ok) return err(invalidInput([{ ...checked.error, path: ['newPassword'] }]));
    const reply = await this.auth.post(context, '/reset-password', { token, newPassword });
    if (reply.status === 429) return err(tooManyAttempts(reply.retryAfter));
    if (reply.status !== 200) return err(linkIsOver);
    await this.limits.forget(accountKey('sign-in', user.email));
    // Whoever read the letter has the post box; of a link that was handed over nobody knows.
    if (!wasHandedOver(token)) await this.prisma.user.update({ where: { id: userId }, data: { emailVerified: true } });
    await this.events.tell(userId, 'account.password_reset');
    return ok(true);
  }

  /** Only of who works here and nowhere else: an owner must not come into another agency by somebody's account. */
  createLink(context: GraphQLContext, viewer: CurrentMember, memberId: Id): Promise<Result<ResetLink, ResetRefusal>> {
    return this.unitOfWork.run<Result<ResetLink, ResetRefusal>>(viewer, async ({ db, agencyId, emit }) => {
      const member = await db.member.findUnique({ where: { agencyId_id: { agencyId, id: knownId(memberId) } } });
      if (!member || member.deactivatedAt || !can(viewer, 'member.manage', { memberId }))
        return err(notFound('Member'));
      if (await this.worksElsewhere(member.userId)) return err(invalidInput([issue(['memberId'], 'works_elsewhere')]));
      const { token, expiresAt } = await this.auth.resetToken(member.userId);
      emit({
        type: 'member.reset_link_made',
        entity: { type: 'Member', id: memberId },
        actor: actorOf(viewer),
        audience: { memberIds: [memberId] },
        details: { title: member.name },
      });
      return ok({ url: publicUrl(this.config, context, `/reset-password/${token}`), expiresAt });
    });
  }

  private async worksElsewhere(userId: Id): Promise<boolean> {
    const memberships = await this.reader.read({ userId }, (db) =>
      db.selectFrom('member').select('id').where('user_id', '=', userId).limit(2).execute(),
    );
    return memberships.length > 1;
  }

  private async send(context: GraphQLContext, email: string): Promise<void> {
    if (this.config.rateLimits) {
      const { allowed } = await this.limits.consume(accountKey('reset', email), letterRule);
      if (!allowed) return;
    }
    await this.auth.post(context, '/request-password-reset', { email });
  }
}

const linkIsOver = invalidInput([issue(['token'], 'reset_link_over')]);
