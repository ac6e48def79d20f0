import { Logger } from '@nestjs/common';
import { newId } from '@planerka/platform/domain';
import type { Config, OpenIdProvider, PrismaClient } from '@planerka/platform/server';
import { betterAuth } from 'better-auth';
import { prismaAdapter } from 'better-auth/adapters/prisma';
import { genericOAuth, twoFactor } from 'better-auth/plugins';
import { z } from 'zod';
import type { AccountEvents } from '../account/account-events';
import type { AccountLetters } from './account-letters';
import type { RateLimits } from './rate-limits';

/** Seconds after which the use of a session makes it last longer: so exactly is its last use known. */
export const sessionRenewal = 60 * 60;

/** Seconds a link to a new password works. */
export const resetLinkSeconds = 60 * 60;

/** The one provider of sign-in, as the environment names it. */
export const openIdProviderId = 'oidc';

/** In our own log, by its rules: the library would write beside it. */
const log = new Logger('BetterAuth');

/** Sessions and passwords are better-auth's trade; people and agencies are ours. */
export const createAuth = (
  config: Config,
  prisma: PrismaClient,
  limits: RateLimits,
  letters: AccountLetters,
  events: AccountEvents,
) =>
  betterAuth({
    appName: 'Planerka',
    secret: config.secret,
    basePath: '/api/auth',
    ...(config.publicUrl && { baseURL: config.publicUrl }),
    // Same-origin only: the request's own host is checked against Origin before better-auth sees it.
    trustedOrigins: (request) => [originOf(request)],
    database: prismaAdapter(prisma, { provider: 'postgresql' }),
    emailAndPassword: {
      enabled: true,
      minPasswordLength: 10,
      maxPasswordLength: 200,
      autoSignIn: true,
      // Where letters go out, a registration answers the same whether there is such an account or not; the letter says which.
      requireEmailVerification: letters.isConfigured,
      onExistingUserSignUp: async ({ user }, request) => letters.alreadyHere(user, await placeAfter(request), request),
      sendResetPassword: ({ user, token }, request) => letters.passwordReset(user, token, request),
      resetPasswordTokenExpiresIn: resetLinkSeconds,
      revokeSessionsOnPasswordReset: true,
    },
    emailVerification: {
      sendOnSignUp: letters.isConfigured,
      expiresIn: 60 * 60 * 24,
      // Whoever did not find the first one gets another by the right password.
      sendOnSignIn: letters.isConfigured,
      afterEmailVerification: ({ id }) => events.tell(id, 'account.email_verified'),
      sendVerificationEmail: ({ user, url, token }, request) =>
        letters.verification(user, token, new URL(url).searchParams.get('callbackURL') ?? '/', request),
    },
    onAPIError: { errorURL: '/sign-in' },
    // A copy of the database lets nobody set a password by it.
    verification: { storeIdentifier: 'hashed' },
    session: { expiresIn: 60 * 60 * 24 * 30, updateAge: sessionRenewal },
    user: { additionalFields: { locale: { type: 'string', required: false, defaultValue: 'ru', input: true } } },
    rateLimit: {
      enabled: config.rateLimits,
      customStorage: { consume: (key, rule) => limits.consume(key, rule) },
      window: 60,
      max: 300,
      customRules: {
        '/sign-in/email': { window: 60, max: 20 },
        '/sign-up/email': { window: 60, max: 20 },
        '/change-password': { window: 60, max: 20 },
        '/two-factor/*': { window: 60, max: 20 },
      },
    },
    advanced: {
      // `__Host-`: no subdomain and no plain HTTP can set or read it. better-auth itself knows only the weaker `__Secure-`.
      cookiePrefix: isTls(config) ? '__Host-planerka' : 'planerka',
      useSecureCookies: false,
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', path: '/', secure: isTls(config) },
      database: { generateId: () => newId() },
      ipAddress: { ipAddressHeaders: ['x-planerka-ip'] },
    },
    logger: {
      disabled: config.environment === 'test',
      level: 'error',
      log: (_, message, problem: unknown) => log.error(problem instanceof Error ? problem : message, message),
    },
    // Both sides must have verified the address: nobody takes an account over by naming its e-mail elsewhere, or beforehand here.
    account: { accountLinking: { enabled: true, trustedProviders: [], requireLocalEmailVerified: true } },
    plugins: [
      secondFactor(config.openId?.trustsSecondFactor ?? false),
      genericOAuth({ config: config.openId ? [providerOf(config.openId)] : [] }),
    ],
    telemetry: { enabled: false },
  });

export type Auth = ReturnType<typeof createAuth>;

const isTls = ({ publicUrl }: Config): boolean => publicUrl?.startsWith('https:') ?? false;

/** Injection token of {@link Auth}. */
export const AUTH = Symbol('better-auth');

const originOf = (request: Request | undefined): string => (request ? new URL(request.url).origin : '');

const bodyOfSignUp = z.object({ callbackURL: z.string().default('/') });

/** Where whoever registers was going; better-auth has checked that it is a page of ours. */
async function placeAfter(request: Request | undefined): Promise<string> {
  const body = bodyOfSignUp.safeParse(await request?.json());
  return body.success ? body.data.callbackURL : '/';
}

/** The plugin asks for a code after a password alone. Whoever a provider vouches for is asked as well, in the same way. */
function secondFactor(isProviderEnough: boolean) {
  const plugin = twoFactor({ issuer: 'Planerka', allowPasswordless: true });
  if (isProviderEnough) return plugin;
  const after = plugin.hooks.after.map(({ matcher, handler }) => ({
    handler,
    matcher: (context: Parameters<typeof matcher>[0]) => matcher(context) || context.path === '/callback/:id',
  }));
  return { ...plugin, hooks: { after } };
}

const providerOf = ({ issuer, clientId, clientSecret }: OpenIdProvider) => ({
  providerId: openIdProviderId,
  clientId,
  clientSecret,
  discoveryUrl: `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
  scopes: ['openid', 'email', 'profile'],
  pkce: true,
  requireIdTokenVerification: true,
  // People come by invitation: an account for a newcomer is asked for by name, from an invitation's page.
  disableImplicitSignUp: true,
});
