import { Injectable } from '@nestjs/common';
import { fromDbInstant, Mailer, type Tx } from '@planerka/platform/server';
import { deletionLetter, type DeletionNews } from './deletion-letter';

/** Letters to all owners of an agency that is about to go, by the transaction that decides it. */
@Injectable()
export class DeletionLetters {
  constructor(private readonly mailer: Mailer) {}

  async send(tx: Tx, news: DeletionNews, by: string | null): Promise<void> {
    if (!this.mailer.isConfigured) return;
    const { db, agencyId } = tx;
    const agency = await db.agency.findUniqueOrThrow({
      where: { id: agencyId },
      select: { name: true, timeZone: true, deletionDueAt: true },
    });
    const owners = await db.member.findMany({
      where: { agencyId, role: 'owner', deactivatedAt: null },
      select: { user: { select: { email: true, locale: true } } },
    });
    const facts = {
      agencyName: agency.name,
      timeZone: agency.timeZone,
      dueAt: agency.deletionDueAt && fromDbInstant(agency.deletionDueAt),
      by,
    };
    for (const { user } of owners)
      await this.mailer.send(tx, deletionLetter(news, { email: user.email, locale: user.locale ?? 'ru' }, facts));
  }
}
