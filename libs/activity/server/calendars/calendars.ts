import { Inject, Injectable } from '@nestjs/common';
import {
  calendarSpan,
  calendarWords,
  entryOfPublication,
  entryOfTask,
  type CalendarEntry,
  type CalendarLook,
} from '@planerka/activity/domain';
import type { MemberViewer } from '@planerka/agency/domain';
import { parsePlainYearMonth, type Id } from '@planerka/platform/domain';
import { Clock, CONFIG, publicUrl, Reader, type Config } from '@planerka/platform/server';
import type { FastifyRequest } from 'fastify';
import { sql } from 'kysely';
import type { OpenCalendar } from './calendar-door';
import { writeCalendar } from './calendar-file';
import {
  clientPublications,
  monthPublications,
  ownPublications,
  ownTasks,
  publicationOf,
  taskOf,
  type PublicationRow,
  type TaskRow,
} from './calendar-rows';

/** What stands in a calendar, as whoever holds its address may see it now. */
@Injectable()
export class Calendars {
  constructor(
    private readonly reader: Reader,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async fileOf(request: FastifyRequest, link: OpenCalendar): Promise<string> {
    const { locale, zone, viewer, agencyId, clientId, shows } = link;
    const at = this.clock.now();
    const desk = viewer && publicUrl(this.config, { request }, '/').replace(/\/$/, '');
    const look: CalendarLook = { locale, zone, at, desk };
    if (viewer) {
      const entries = await this.ofMember(viewer, shows, look);
      return writeCalendar({ name: calendarWords[locale].mine, locale, zone, entries });
    }
    if (clientId === null) throw new Error(`The calendar ${link.id} is of no client`);
    return writeCalendar({ ...(await this.ofClient(agencyId, clientId, link.month, look)), locale, zone });
  }

  private async ofMember(
    viewer: MemberViewer,
    shows: OpenCalendar['shows'],
    look: CalendarLook,
  ): Promise<readonly CalendarEntry[]> {
    const [publications, tasks] = await this.reader.askAll<[PublicationRow, TaskRow]>(viewer, [
      ownPublications(viewer, calendarSpan(look.at)),
      ownTasks(viewer),
    ]);
    return [
      ...(shows.includes('tasks') ? tasks.map((row) => entryOfTask(taskOf(row), look)) : []),
      ...(shows.includes('publications')
        ? publications.map((row) => entryOfPublication(publicationOf(row), look))
        : []),
    ];
  }

  private async ofClient(agencyId: Id, clientId: Id, firstDay: string | null, look: CalendarLook) {
    const [names, rows] = await this.reader.askAll<[{ readonly name: string }, PublicationRow]>({ agencyId }, [
      sql`SELECT name FROM client WHERE agency_id = ${agencyId}::uuid AND id = ${clientId}::uuid`,
      firstDay === null
        ? clientPublications(agencyId, clientId, calendarSpan(look.at))
        : monthPublications(agencyId, clientId, firstDay),
    ]);
    const words = calendarWords[look.locale];
    const client = names[0]?.name ?? '';
    const month = firstDay === null ? null : parsePlainYearMonth(firstDay.slice(0, 7));
    return {
      name: month?.ok ? words.plan(client, month.value) : words.client(client),
      entries: rows.map((row) => entryOfPublication(publicationOf(row), look)),
    };
  }
}
