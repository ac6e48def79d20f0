import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AUTH, openIdProviderId, type Auth } from '../auth/auth';

/** Where the provider sends people back to; the one page of better-auth that browsers open themselves. */
@Controller('api/auth')
export class ProviderCallback {
  constructor(@Inject(AUTH) private readonly auth: Auth) {}

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
    await (location ? reply.redirect(location, 302) : reply.redirect('/sign-in?error=provider', 302));
  }
}
