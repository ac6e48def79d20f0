import { Inject, Injectable, Logger } from '@nestjs/common';
import { agencyRegistration, checkPassword, type AgencyRegistration } from '@planerka/agency/domain';
import {
  changesOfNew,
  err,
  issue,
  newId,
  ok,
  parseInput,
  type Id,
  type InputIssue,
  type Result,
} from '@planerka/platform/domain';
import {
  CONFIG,
  invalidInput,
  PRISMA,
  UnitOfWork,
  type Config,
  type GraphQLContext,
  type PrismaClient,
  type Tx,
} from '@planerka/platform/server';
import { z } from 'zod';
import { AccountLetters } from '../auth/account-letters';
import { AccountEvents } from '../account/account-events';
import { AuthGateway, type AuthReply } from '../auth/auth-gateway';
import type { SignedInUser } from '../auth/current-member';
import { leakedPasswords } from '../auth/leaked-passwords';
import { accountKey, accountRule, RateLimits } from '../auth/rate-limits';
import { Registration } from './registration';

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

/** Where letters go out: what comes next stands in one, and nobody else learns whether there was an account. */
export interface LetterSent {
  readonly kind: 'LetterSent';
  readonly email: string;
}

interface Person {
  readonly name: string;
  readonly email: string;
  readonly password: string;
  readonly locale: string;
}

/** What a command of this service did: whose cookies now go out with the response. */
export interface SignedInAs {
  readonly user: SignedInUser;
}

/** Accounts of people: in, out, and the first agency of a new owner. */
@Injectable()
export class AccountsService {
  private readonly log = new Logger(AccountsService.name);

  constructor(
    private readonly auth: AuthGateway,
    private readonly limits: RateLimits,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(PRISMA) private readonly prisma: PrismaClient,
    private readonly letters: AccountLetters,
    private readonly registration: Registration,
    private readonly unitOfWork: UnitOfWork,
    private readonly events: AccountEvents,
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
    const address = email.trim().toLowerCase();
    const reply = await this.auth.post(context, '/sign-in/email', { email: address, password });
    if (reply.status === 429) return err(tooManyAttempts(reply.retryAfter));
    if (reply.status !== 200) {
      this.tellFailure(address);
      return err({ kind: 'InvalidCredentials' });
    }
    if (tries) await this.limits.forget(key);
    if (reply.body['twoFactorRedirect'] === true) return err({ kind: 'SecondFactorNeeded', needed: true });
    return this.cameIn(reply);
  }

  /** The answer does not wait for it: with an account or without one, it is the same after the same time. */
  private tellFailure(email: string): void {
    const tell = async () => {
      const user = await this.prisma.user.findUnique({ where: { email }, select: { id: true } });
      if (user) await this.events.signInFailed(user.id);
    };
    void tell().catch((problem: unknown) => this.log.error(problem));
  }

  private async cameIn(reply: AuthReply): Promise<Result<SignedInAs, never>> {
    const user = userIn(reply);
    await this.events.signedIn(user.id);
    return ok({ user });
  }

  /** The second step: a code of the app, or one of the recovery codes, each of which works once. */
  async verifySecondFactor(
    context: GraphQLContext,
    { code, isRecoveryCode }: { readonly code: string; readonly isRecoveryCode: boolean },
  ): Promise<Result<SignedInAs, RegisterError>> {
    const path = isRecoveryCode ? '/two-factor/verify-backup-code' : '/two-factor/verify-totp';
    const reply = await this.auth.post(context, path, { code: isRecoveryCode ? code.trim() : code.replace(/\s/g, '') });
    return reply.status === 200 ? this.cameIn(reply) : err(refusedCode(reply));
  }

  async signOut(context: GraphQLContext, user: SignedInUser | null): Promise<void> {
    await this.auth.post(context, '/sign-out', {});
    if (user) await this.events.tell(user.id, 'account.signed_out');
  }

  /**
   * A new person with a password; the caller makes them a member of something, if they are new.
   *
   * @param next where the letter leads afterwards, where one goes out
   */
  async signUp(
    context: GraphQLContext,
    person: Person,
    next = '/',
  ): Promise<Result<SignedInAs & { readonly isNew: boolean }, RegisterError>> {
    const password = checkPassword(person.password, person.email, await leakedPasswords());
    if (!password.ok) return err(invalidInput([password.error]));
    const reply = await this.auth.post(context, '/sign-up/email', {
      ...person,
      email: person.email.toLowerCase(),
      callbackURL: next,
    });
    if (reply.status === 429) return err(tooManyAttempts(reply.retryAfter));
    if (reply.status !== 200) return err(invalidInput([issue(['email'], 'email_taken')]));
    const user = userIn(reply);
    // Where letters go out, better-auth answers for an account that is there with one that is made up.
    const isNew = (await this.prisma.user.count({ where: { id: user.id } })) > 0;
    return ok({ user, isNew });
  }

  /** A new person who came by a letter to their own address: they may be told whether they have an account. */
  async signUpVerified(context: GraphQLContext, person: Person): Promise<Result<SignedInAs, RegisterError>> {
    const password = checkPassword(person.password, person.email, await leakedPasswords());
    if (!password.ok) return err(invalidInput([password.error]));
    const email = person.email.toLowerCase();
    const isMade = await this.auth.createVerified({ ...person, email });
    if (!isMade) return err(invalidInput([issue(['email'], 'email_taken')]));
    const reply = await this.auth.post(context, '/sign-in/email', { email, password: person.password });
    return reply.status === 200 ? ok({ user: userIn(reply) }) : err(tooManyAttempts(reply.retryAfter));
  }

  async registerAgency(
    context: GraphQLContext,
    input: unknown,
  ): Promise<Result<SignedInAs, RegisterError | LetterSent>> {
    const parsed = parseInput(agencyRegistration, input);
    if (!parsed.ok) return err(invalidInput(parsed.error));
    if (!(await this.registration.isOpen())) return err(invalidInput([issue([], 'registration_closed')]));
    const person = await this.signUp(context, parsed.value);
    if (!person.ok) return person;
    const { user, isNew } = person.value;
    if (isNew)
      await this.unitOfWork.run({ agencyId: newId() }, async (tx) => {
        await this.createAgency(tx, user.id, parsed.value);
        return ok(undefined);
      });
    return this.letters.isConfigured ? err({ kind: 'LetterSent', email: parsed.value.email }) : ok({ user });
  }

  private async createAgency({ db, agencyId, emit }: Tx, userId: Id, registration: AgencyRegistration): Promise<void> {
    const { agencyName, name, email, timeZone, locale } = registration;
    const settings = { name: agencyName, timeZone, locale };
    await db.agency.create({ data: { id: agencyId, ...settings } });
    const memberId = newId();
    await db.member.create({
      data: { agencyId, id: memberId, userId, name, email: email.toLowerCase(), role: 'owner', employment: 'staff' },
    });
    emit({
      type: 'agency.registered',
      entity: { type: 'Agency', id: agencyId },
      actor: { memberId, name },
      audience: { ownersOnly: true },
      details: { title: agencyName },
      changes: changesOfNew(settings),
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
