import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { changesBetween, ok, type Id, type Instant } from '@planerka/platform/domain';
import { Clock, fromDbMonth, Jobs, Mailer, Reader, toDbInstant, UnitOfWork, type Tx } from '@planerka/platform/server';
import { isWordWanted } from '@planerka/review/domain';
import { reminderLetter } from '../approvals/reminder-letter';
import { planDocument } from './plan-document';
import { planTitle } from './plan-title';

/** More than an agency has overdue at once; what is left waits for the next round. */
const most = 200;

/**
 * Comes round for months whose answer is overdue: whoever was asked and is still wanted is reminded once, where the client was told
 * that silence is reminded of. A plan is never approved by silence, whatever is agreed for finished work.
 */
@Injectable()
export class PlanReminders implements OnModuleInit {
  private readonly log = new Logger(PlanReminders.name);

  constructor(
    private readonly jobs: Jobs,
    private readonly clock: Clock,
    private readonly reader: Reader,
    private readonly unitOfWork: UnitOfWork,
    private readonly mailer: Mailer,
  ) {}

  onModuleInit(): void {
    this.jobs.every(5, 'plan_reminders', () => this.round(this.clock.now()));
  }

  async round(at: Instant): Promise<void> {
    const agencies = await this.reader.read({ system: true }, (db) => db.selectFrom('agency').select('id').execute());
    for (const { id: agencyId } of agencies) {
      for (const linkId of await this.overdue(agencyId, at)) {
        try {
          await this.unitOfWork.run({ agencyId }, async (tx) => ok(await this.remind(tx, linkId, at)));
        } catch (problem) {
          // One that cannot be reminded keeps no other waiting.
          this.log.error(problem, `Nobody was reminded of plan link ${linkId}; the next round tries again`);
        }
      }
    }
  }

  private async overdue(agencyId: Id, at: Instant): Promise<readonly Id[]> {
    const rows = await this.reader.read({ agencyId }, (db) =>
      db
        .selectFrom('plan_link as k')
        .innerJoin('client as c', (join) =>
          join.onRef('c.agency_id', '=', 'k.agency_id').onRef('c.id', '=', 'k.client_id'),
        )
        .select('k.id')
        .where('k.agency_id', '=', agencyId)
        .where('k.asks_approval', '=', true)
        .where('k.due_at', '<=', toDbInstant(at))
        .where('k.expires_at', '>', toDbInstant(at))
        .where('k.revoked_at', 'is', null)
        .where('k.reminded_at', 'is', null)
        .where('c.silence_policy', '<>', 'nothing')
        .orderBy('k.due_at')
        .limit(most)
        .execute(),
    );
    return rows.map(({ id }) => id);
  }

  /** Under the link's lock, so that a round that runs twice, or meets the client's own word, does nothing twice. */
  private async remind(tx: Tx, linkId: Id, at: Instant): Promise<void> {
    const { db, agencyId } = tx;
    await db.$queryRaw`SELECT 1 FROM plan_link WHERE agency_id = ${agencyId}::uuid AND id = ${linkId}::uuid FOR UPDATE`;
    const link = await db.planLink.findUniqueOrThrow({ where: { agencyId_id: { agencyId, id: linkId } } });
    if (link.remindedAt || link.revokedAt) return;
    const month = link.month.toISOString().slice(0, 10);
    const document = await this.reader.read({ agencyId }, (reading) =>
      planDocument(reading, agencyId, { clientId: link.clientId, month }),
    );
    if (!document) return;
    const { items: entries, voices, asked } = document;
    // Looked at once, whether or not there is anything left to ask.
    await db.planLink.update({
      where: { agencyId_id: { agencyId, id: linkId } },
      data: { remindedAt: toDbInstant(at) },
    });
    if (!isWordWanted({ entries, voices, asked }, link)) return;
    const { name: agencyName, locale } = await db.agency.findUniqueOrThrow({ where: { id: agencyId } });
    const title = planTitle(fromDbMonth(link.month), locale);
    const contact = link.contactId
      ? await db.contact.findFirst({
          where: { agencyId, id: link.contactId, archivedAt: null },
          select: { email: true },
        })
      : null;
    if (contact?.email) await this.mailer.send(tx, reminderLetter({ to: contact.email, agencyName, title, locale }));
    tx.emit({
      type: 'plan.reminded',
      entity: { type: 'PlanLink', id: linkId },
      // What nobody in particular has done.
      actor: { memberId: null, name: 'Планёрка' },
      audience: { clientId: link.clientId, squadId: document.squadId, memberIds: [link.createdById] },
      related: { taskId: null, itemId: null },
      details: { title: `${document.clientName}, ${month.slice(0, 7)}: ${link.name}` },
      changes: changesBetween(link, { remindedAt: toDbInstant(at) }),
    });
  }
}
