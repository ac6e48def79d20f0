import { Inject, Injectable } from '@nestjs/common';
import { calendarLinkInput, maxCalendarLinks, maxClientCalendars } from '@planerka/activity/domain';
import { can } from '@planerka/agency/domain';
import { actorOf, type CurrentMember } from '@planerka/agency/server';
import {
  changesBetween,
  changesOfNew,
  err,
  isId,
  issue,
  newId,
  ok,
  parseInput,
  type Changes,
  type Id,
  type Result,
} from '@planerka/platform/domain';
import {
  CONFIG,
  invalidInput,
  notFound,
  publicUrl,
  toDbInstant,
  toDbMonth,
  UnitOfWork,
  type CommandError,
  type Config,
  type GraphQLContext,
  type Tx,
} from '@planerka/platform/server';
import { calendarPath, calendarTexts } from './calendar-address';

type Refusal = Exclude<CommandError, { kind: 'StaleVersion' }>;

interface Client {
  readonly id: Id;
  readonly name: string;
  readonly squadId: Id;
}

/** Secret addresses for calendar programs: one's own, and those that are given to clients. */
@Injectable()
export class CalendarLinksService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  create(
    context: GraphQLContext,
    viewer: CurrentMember,
    input: { readonly clientId?: Id | null },
  ): Promise<Result<{ readonly id: Id; readonly url: string }, Refusal>> {
    return this.unitOfWork.run(viewer, async (tx): Promise<Result<{ id: Id; url: string }, Refusal>> => {
      const { db, agencyId, at } = tx;
      const parsed = parseInput(calendarLinkInput, input);
      if (!parsed.ok) return err(invalidInput(parsed.error));
      const { kind, name, clientId, month, shows } = parsed.value;
      const client = clientId === null ? null : await clientOf(tx, clientId);
      // Whoever may show a plan to a client may give it as a calendar.
      if (clientId !== null && (!client || !can(viewer, 'calendar.give', client))) return err(notFound('Client'));
      const max = client ? maxClientCalendars : maxCalendarLinks;
      const whose = client ? { clientId: client.id } : { memberId: viewer.memberId, clientId: null };
      const alive = await db.calendarLink.count({ where: { agencyId, revokedAt: null, ...whose } });
      if (alive >= max) return err(invalidInput([issue(['name'], 'too_many', { max })]));
      const id = newId();
      const { text, hash, hint } = calendarTexts.make(agencyId);
      await db.calendarLink.create({
        data: {
          agencyId,
          id,
          kind,
          memberId: viewer.memberId,
          clientId,
          month: month && toDbMonth(month),
          name,
          shows,
          tokenHash: new Uint8Array(hash),
          hint,
          createdAt: toDbInstant(at),
        },
      });
      tell(tx, viewer, 'calendar.created', { id, name }, client, changesOfNew({ name, shows }));
      return ok({ id, url: publicUrl(this.config, context, calendarPath(text)) });
    });
  }

  revoke(viewer: CurrentMember, id: Id): Promise<Result<Id, ReturnType<typeof notFound>>> {
    return this.unitOfWork.run(viewer, async (tx) => {
      const { db, agencyId, at } = tx;
      const link = isId(id) ? await db.calendarLink.findUnique({ where: { agencyId_id: { agencyId, id } } }) : null;
      if (!link) return err(notFound('CalendarLink'));
      const client = link.clientId === null ? null : await clientOf(tx, link.clientId);
      const isTheirs = client ? can(viewer, 'calendar.give', client) : can(viewer, 'calendar.revoke', link);
      if (!isTheirs) return err(notFound('CalendarLink'));
      if (link.revokedAt) return ok(id);
      const data = { revokedAt: toDbInstant(at) };
      await db.calendarLink.updateMany({ where: { agencyId, id }, data });
      tell(tx, viewer, 'calendar.revoked', link, client, changesBetween(link, data));
      return ok(id);
    });
  }
}

const clientOf = async ({ db, agencyId }: Tx, id: Id): Promise<Client | null> =>
  isId(id) ? db.client.findFirst({ where: { agencyId, id }, select: { id: true, name: true, squadId: true } }) : null;

/** A client's are the business of whoever leads them; one's own are the owner's. */
function tell(
  tx: Tx,
  viewer: CurrentMember,
  type: 'calendar.created' | 'calendar.revoked',
  { id, name }: { readonly id: Id; readonly name: string },
  client: Client | null,
  changes: Changes,
): void {
  tx.emit({
    type,
    entity: { type: 'CalendarLink', id },
    actor: actorOf(viewer),
    audience: client ? { clientId: client.id, squadId: client.squadId } : { ownersOnly: true },
    ...(client && { related: { clientId: client.id } }),
    details: { title: [client?.name ?? viewer.name, name].filter(Boolean).join(', ') },
    changes,
  });
}
