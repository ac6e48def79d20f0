import { createHash } from 'node:crypto';
import { Controller, Get, HttpException, NotFoundException, Param, Req, Res } from '@nestjs/common';
import { isKnown, PerMinute } from '@planerka/platform/server';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CalendarDoor } from './calendar-door';
import { textIn } from './calendar-address';
import { Calendars } from './calendars';

/** A program comes every hour; one that comes twice a second is broken. */
const readsAMinute = 60;
/** Of one address of the net, whatever it asks for: an office has many programs. */
const triesAMinute = 600;

/** Calendars for programs, which bring nothing but the address. */
@Controller('api/calendar')
export class CalendarController {
  private readonly reads = new PerMinute(readsAMinute);
  private readonly tries = new PerMinute(triesAMinute);

  constructor(
    private readonly door: CalendarDoor,
    private readonly calendars: Calendars,
  ) {}

  /** Wrong, revoked, of somebody who has left: the same answer. */
  @Get(':name')
  async read(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Param('name') name: string,
  ): Promise<string | undefined> {
    // The address is the key: no search engine keeps it, and no cache on the way.
    reply.header('x-robots-tag', 'noindex, nofollow').header('cache-control', 'private, no-cache');
    this.hold(this.tries, request.ip, reply);
    const link = await this.door.open(textIn(name));
    if (!link) throw new NotFoundException({ code: 'not_found' });
    this.hold(this.reads, link.id, reply);
    const file = await this.calendars.fileOf(request, link);
    const etag = `"${createHash('sha256').update(file).digest('base64url').slice(0, 22)}"`;
    reply.header('etag', etag);
    if (isKnown(request.headers['if-none-match'], etag)) {
      reply.status(304);
      return undefined;
    }
    reply
      .header('content-type', 'text/calendar; charset=utf-8')
      .header('content-disposition', 'inline; filename="planerka.ics"');
    return file;
  }

  private hold(counts: PerMinute, key: string, reply: FastifyReply): void {
    const { isAllowed, wait } = counts.count(key);
    if (isAllowed) return;
    reply.header('retry-after', wait);
    throw new HttpException({ code: 'too_many_requests' }, 429);
  }
}
