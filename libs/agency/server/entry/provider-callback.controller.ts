import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { AccountEvents } from '../account/account-events';
import { AUTH, openIdProviderId, type Auth } from '../auth/auth';

/** Where the provider sends people back to; the one page of better-auth that browsers open themselves. */
@Controller('api/auth')
export class ProviderCallback {
  constructor(
    @Inject(AUTH) private readonly auth: Auth,
    private readonly events: AccountEvents,
  ) {}

  @Get(`callback/${openIdProviderId}`)
  async come(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { host = 'localhost', cookie, 'user-agent': userAgent } = request.headers;
    const answer = await this.auth.handler(
      new Request(`${request.protocol}://${host}${request.url}`, {
        headers: {
          'x-planerka-ip': request.ip,
          ...(cookie && { cookie }),
          ...(userAgent && { 'user-agent': userAgent }),
        },
      }),
    );
    const cookies = answer.headers.getSetCookie();
    if (cookies.length > 0) reply.header('set-cookie', cookies);
    const location = answer.headers.get('location');
    if (await asksForCode(answer)) {
      const next = location ? new URL(location, 'http://here').pathname : '/';
      await reply.redirect(`/sign-in?step=code${next === '/' ? '' : `&next=${encodeURIComponent(next)}`}`, 302);
      return;
    }
    await this.tell(cookies);
    await (location ? reply.redirect(location, 302) : reply.redirect('/sign-in?error=provider', 302));
  }

  /** Whoever has a session by these cookies has come in. */
  private async tell(cookies: readonly string[]): Promise<void> {
    const cookie = cookies.map((text) => text.split(';', 1)[0]).join('; ');
    const session = cookie === '' ? null : await this.auth.api.getSession({ headers: new Headers({ cookie }) });
    if (session) await this.events.signedIn(session.user.id);
  }
}

const halfway = z.object({ twoFactorRedirect: z.literal(true) });

/** Vouched for, and the account has a second factor of its own. */
async function asksForCode(answer: Response): Promise<boolean> {
  if (!answer.headers.get('content-type')?.includes('json')) return false;
  return halfway.safeParse(await answer.json().catch(() => null)).success;
}
