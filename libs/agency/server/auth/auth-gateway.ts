import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, newSecretToken, type Config, type GraphQLContext } from '@planerka/platform/server';
import { AUTH, resetLinkSeconds, type Auth } from './auth';
import { signedToken } from './session-cookie';

export interface AuthReply {
  readonly status: number;
  readonly body: Record<string, unknown>;
  /** Of a refusal: `INVALID_PASSWORD`. */
  readonly code: string | undefined;
  /** Seconds until trying again makes sense, where too much was tried. */
  readonly retryAfter: number;
}

/** What a link to a new password begins with that went from hand to hand, and not to a post box. */
const handedOver = 'by-hand.';
export const wasHandedOver = (token: string): boolean => token.startsWith(handedOver);

/**
 * Calls better-auth's own endpoints, so that its rate limits, hashing and cookie rules hold for our mutations, too.
 * The cookies it sets go out with the GraphQL response.
 */
@Injectable()
export class AuthGateway {
  /** Cookies that go out with a response: from then on this request's session is theirs. */
  private readonly renewed = new WeakMap<GraphQLContext, string>();

  constructor(
    @Inject(AUTH) private readonly auth: Auth,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  post(context: GraphQLContext, path: string, body: Record<string, unknown>): Promise<AuthReply> {
    return this.send(context, path, { method: 'POST', body: JSON.stringify(body) });
  }

  get(context: GraphQLContext, path: string): Promise<AuthReply> {
    return this.send(context, path, { method: 'GET' });
  }

  /** A link to a new password that is handed over in person, where no letters go out. */
  async resetToken(userId: string): Promise<{ token: string; expiresAt: Date }> {
    const { internalAdapter } = await this.auth.$context;
    const token = `${handedOver}${newSecretToken().token}`;
    const expiresAt = new Date(Date.now() + resetLinkSeconds * 1000);
    await internalAdapter.createVerificationValue({ value: userId, identifier: `reset-password:${token}`, expiresAt });
    return { token, expiresAt };
  }

  /** An account whose e-mail is known to be theirs; false where there is one already. */
  async createVerified(person: { name: string; email: string; password: string; locale: string }): Promise<boolean> {
    const { internalAdapter, password } = await this.auth.$context;
    const { name, email, locale } = person;
    if (await internalAdapter.findUserByEmail(email)) return false;
    const hash = await password.hash(person.password);
    const user = await internalAdapter
      .createUser({ name, email, locale, emailVerified: true }, { method: 'email-password' })
      .catch(async (problem: unknown) => {
        // The same link in two tabs: the other was faster.
        if (await internalAdapter.findUserByEmail(email)) return null;
        throw problem;
      });
    if (!user) return false;
    await internalAdapter.linkAccount({
      userId: user.id,
      providerId: 'credential',
      accountId: user.id,
      password: hash,
    });
    return true;
  }

  /** Whose password a link sets; null when it works no more. */
  async userOfResetToken(token: string): Promise<string | null> {
    const { internalAdapter } = await this.auth.$context;
    const found = await internalAdapter.findVerificationValue(`reset-password:${token}`);
    return found && found.expiresAt > new Date() ? found.value : null;
  }

  private async send(context: GraphQLContext, path: string, init: RequestInit): Promise<AuthReply> {
    const host = context.request?.headers.host ?? 'localhost';
    const origin = `${context.request?.protocol ?? 'http'}://${host}`;
    const response = await this.auth.handler(
      new Request(`${origin}/api/auth${path}`, {
        ...init,
        headers: {
          'content-type': 'application/json',
          origin,
          'x-planerka-ip': context.credentials.ipAddress,
          'user-agent': context.credentials.userAgent,
          ...(context.credentials.cookie && { cookie: context.credentials.cookie }),
        },
      }),
    );
    const cookies = response.headers.getSetCookie();
    if (cookies.length > 0) {
      context.reply?.header('set-cookie', cookies);
      this.renewed.set(context, cookies.map((cookie) => cookie.split(';')[0]).join('; '));
    }
    const text = await response.text();
    const answer = text ? (JSON.parse(text) as Record<string, unknown> | null) : null;
    return {
      status: response.status,
      body: answer ?? {},
      code: typeof answer?.['code'] === 'string' ? answer['code'] : undefined,
      retryAfter: Number(response.headers.get('x-retry-after') ?? 60),
    };
  }

  /** The token of the session in these cookies, if we have signed it; whether it lasts still is the database's to say. */
  async tokenIn(cookies: string): Promise<string | undefined> {
    const { authCookies } = await this.auth.$context;
    return signedToken(cookies, authCookies.sessionToken.name, this.config.secret);
  }

  /** The token of this request's session, which the request itself may have renewed. */
  async tokenOf(context: GraphQLContext): Promise<string | undefined> {
    return this.tokenIn(this.renewed.get(context) ?? context.credentials.cookie ?? '');
  }

  /** Whose session these cookies hold; null when it has ended or never was. */
  async userOf(cookie: string): Promise<{ id: string; name: string; email: string; locale: string } | null> {
    const session = await this.auth.api.getSession({ headers: new Headers({ cookie }) });
    if (!session) return null;
    const { id, name, email } = session.user;
    return { id, name, email, locale: session.user.locale ?? 'ru' };
  }
}
