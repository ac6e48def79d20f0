import { Inject, Injectable } from '@nestjs/common';
import { agencyRegistration, checkPassword, type AgencyRegistration } from '@planerka/agency/domain';
import { err, issue, newId, ok, parseInput, type Id, type InputIssue, type Result } from '@planerka/platform/domain';
import { CONFIG, invalidInput, UnitOfWork, type Config, type GraphQLContext, type Tx } from '@planerka/platform/server';
import { z } from 'zod';
import { AuthGateway, type AuthReply } from '../auth/auth-gateway';
import type { SignedInUser } from '../auth/current-member';
import { leakedPasswords } from '../auth/leaked-passwords';
import { accountKey, accountRule, RateLimits } from '../auth/rate-limits';

export type SignInError =
  | { readonly kind: 'InvalidInput'; readonly issues: readonly InputIssue[] }
  | { readonly kind: 'InvalidCredentials' }
  | { readonly kind: 'TooManyAttempts'; readonly retryAfter: number };

export type RegisterError = Exclude<SignInError, { kind: 'InvalidCredentials' }>;

/** The password was right; the code of the authenticator app is asked for next. */
export interface SecondFactorNeeded {
  readonly kind: 'SecondFactorNeeded';
  readonly needed: true;
}

/** What a command of this service did: whose cookies now go out with the response. */
export interface SignedInAs {
  readonly user: SignedInUser;
}

/** Accounts of people: in, out, and the first agency of a new owner. */
@Injectable()
export class AccountsService {
  constructor(
    private readonly auth: AuthGateway,
    private readonly limits: RateLimits,
    @Inject(CONFIG) private readonly config: Config,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  async signIn(
    context: GraphQLContext,
    email: string,
    password: string,
  ): Promise<Result<SignedInAs, SignInError | SecondFactorNeeded>> {
    const key = accountKey('sign-in', email);
    // Whether there is such an account or not: who guesses learns nothing from being stopped.
    const tries = this.config.rateLimits ? await this.limits.consume(key, accountRule) : null;
    if (tries && !tries.allowed) return err(tooManyAttempts(tries.retryAfter));
    const reply = await this.auth.post(context, '/sign-in/email', { email: email.trim().toLowerCase(), password });
    if (reply.status === 429) return err(tooManyAttempts(reply.retryAfter));
    if (reply.status !== 200) return err({ kind: 'InvalidCredentials' });
    if (tries) await this.limits.forget(key);
    if (reply.body['twoFactorRedirect'] === true) return err({ kind: 'SecondFactorNeeded', needed: true });
    return ok({ user: userIn(reply) });
  }

  /** The second step: a code of the app, or one of the recovery codes, each of which works once. */
  async verifySecondFactor(
    context: GraphQLContext,
    { code, isRecoveryCode }: { readonly code: string; readonly isRecoveryCode: boolean },
  ): Promise<Result<SignedInAs, RegisterError>> {
    const path = isRecoveryCode ? '/two-factor/verify-backup-code' : '/two-factor/verify-totp';
    const reply = await this.auth.post(context, path, { code: isRecoveryCode ? code.trim() : code.replace(/\s/g, '') });
    return reply.status === 200 ? ok({ user: userIn(reply) }) : err(refusedCode(reply));
  }

  async signOut(context: GraphQLContext): Promise<void> {
    await this.auth.post(context, '/sign-out', {});
  }

  /** A new person with a password; the caller makes them a member of something. */
  async signUp(
    context: GraphQLContext,
    person: { name: string; email: string; password: string; locale: string },
  ): Promise<Result<SignedInAs, RegisterError>> {
    const password = checkPassword(person.password, person.email, await leakedPasswords());
    if (!password.ok) return err(invalidInput([password.error]));
    const reply = await this.auth.post(context, '/sign-up/email', { ...person, email: person.email.toLowerCase() });
    if (reply.status === 429) return err(tooManyAttempts(reply.retryAfter));
    if (reply.status !== 200) return err(invalidInput([issue(['email'], 'email_taken')]));
    return ok({ user: userIn(reply) });
  }

  async registerAgency(context: GraphQLContext, input: unknown): Promise<Result<SignedInAs, RegisterError>> {
    const parsed = parseInput(agencyRegistration, input);
    if (!parsed.ok) return err(invalidInput(parsed.error));
    const person = await this.signUp(context, parsed.value);
    if (!person.ok) return person;
    const agencyId = newId();
    return this.unitOfWork.run({ agencyId }, async (tx) => {
      await this.createAgency(tx, person.value.user.id, parsed.value);
      return person;
    });
  }

  private async createAgency({ db, agencyId }: Tx, userId: Id, registration: AgencyRegistration): Promise<void> {
    const { agencyName, name, email, timeZone, locale } = registration;
    await db.agency.create({ data: { id: agencyId, name: agencyName, timeZone, locale } });
    await db.member.create({
      data: { agencyId, id: newId(), userId, name, email: email.toLowerCase(), role: 'owner', employment: 'staff' },
    });
  }
}

/** A wrong code may be tried again; a challenge that is over means the password once more. */
export function refusedCode(reply: AuthReply): RegisterError {
  if (reply.status === 429) return tooManyAttempts(reply.retryAfter);
  const isWrong = reply.code === 'INVALID_CODE' || reply.code === 'INVALID_BACKUP_CODE';
  return invalidInput([issue(['code'], isWrong ? 'wrong_code' : 'second_factor_over')]);
}

export const tooManyAttempts = (retryAfter: number) => ({ kind: 'TooManyAttempts', retryAfter }) as const;

const userBody = z.object({
  user: z.object({ id: z.string(), name: z.string(), email: z.string(), locale: z.string().default('ru') }),
});

const userIn = (reply: AuthReply): SignedInUser => userBody.parse(reply.body).user;
