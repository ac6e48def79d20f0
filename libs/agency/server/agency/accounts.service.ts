import { Injectable } from '@nestjs/common';
import { agencyRegistration, checkPassword, type AgencyRegistration } from '@planerka/agency/domain';
import { err, issue, newId, ok, parseInput, type Id, type InputIssue, type Result } from '@planerka/platform/domain';
import { invalidInput, UnitOfWork, type GraphQLContext, type Tx } from '@planerka/platform/server';
import { z } from 'zod';
import { AuthGateway, type AuthReply } from '../auth/auth-gateway';
import type { SignedInUser } from '../auth/current-member';

export type SignInError =
  | { readonly kind: 'InvalidInput'; readonly issues: readonly InputIssue[] }
  | { readonly kind: 'InvalidCredentials' }
  | { readonly kind: 'TooManyAttempts'; readonly retryAfter: number };

export type RegisterError = Exclude<SignInError, { kind: 'InvalidCredentials' }>;

/** What a command of this service did: whose cookies now go out with the response. */
export interface SignedInAs {
  readonly user: SignedInUser;
}

/** Accounts of people: in, out, and the first agency of a new owner. */
@Injectable()
export class AccountsService {
  constructor(
    private readonly auth: AuthGateway,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  async signIn(context: GraphQLContext, email: string, password: string): Promise<Result<SignedInAs, SignInError>> {
    const reply = await this.auth.post(context, '/sign-in/email', { email: email.trim().toLowerCase(), password });
    if (reply.status === 429) return err(tooManyAttempts);
    if (reply.status !== 200) return err({ kind: 'InvalidCredentials' });
    return ok({ user: userIn(reply) });
  }

  async signOut(context: GraphQLContext): Promise<void> {
    await this.auth.post(context, '/sign-out', {});
  }

  /** A new person with a password; the caller makes them a member of something. */
  async signUp(
    context: GraphQLContext,
    person: { name: string; email: string; password: string; locale: string },
  ): Promise<Result<SignedInAs, RegisterError>> {
    const password = checkPassword(person.password, person.email);
    if (!password.ok) return err(invalidInput([password.error]));
    const reply = await this.auth.post(context, '/sign-up/email', { ...person, email: person.email.toLowerCase() });
    if (reply.status === 429) return err(tooManyAttempts);
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

const tooManyAttempts = { kind: 'TooManyAttempts', retryAfter: 60 } as const;

const userBody = z.object({
  user: z.object({ id: z.string(), name: z.string(), email: z.string(), locale: z.string().default('ru') }),
});

const userIn = (reply: AuthReply): SignedInUser => userBody.parse(reply.body).user;
