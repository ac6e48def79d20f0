import { Injectable } from '@nestjs/common';
import type { CurrentMember } from '@planerka/agency/server';
import { channelFrequenciesSchema } from '@planerka/clients/domain';
import { changesBetween, err, issue, ok, parseInput } from '@planerka/platform/domain';
import { invalidInput, notFound, toDbMonth, UnitOfWork } from '@planerka/platform/server';
import type { ClientCommand } from '../client/clients.service';
import { clientEvent, ledClient } from '../client/led-client';
import type { SetChannelFrequenciesInput } from './channel-frequency.object';

/** How often the client's channels are to be published on. */
@Injectable()
export class ChannelFrequenciesService {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** From that month on; what earlier months were agreed for stays as it was. */
  set(viewer: CurrentMember, { clientId, ...input }: SetChannelFrequenciesInput): ClientCommand {
    return this.unitOfWork.run(viewer, async (tx) => {
      const client = await ledClient(tx, viewer, clientId);
      if (!client) return err(notFound('Client'));
      const parsed = parseInput(channelFrequenciesSchema, input);
      if (!parsed.ok) return err(invalidInput(parsed.error));
      const { channels, validFrom } = parsed.value;
      const { db, agencyId, emit } = tx;
      const known = await db.channel.findMany({
        where: { agencyId, clientId: client.id, archivedAt: null },
        select: { id: true, title: true },
      });
      const titleOf = new Map(known.map(({ id, title }) => [id, title]));
      const issues = channels.flatMap(({ channelId }, index) =>
        titleOf.has(channelId) ? [] : issue(['channels', index, 'channelId'], 'not_found'),
      );
      if (issues.length > 0) return err(invalidInput(issues));
      const month = { agencyId, validFrom: toDbMonth(validFrom) };
      const before = await db.channelFrequency.findMany({
        where: { ...month, channelId: { in: channels.map(({ channelId }) => channelId) } },
      });
      for (const { channelId, items } of channels)
        await db.channelFrequency.upsert({
          where: { agencyId_channelId_validFrom: { ...month, channelId } },
          create: { ...month, channelId, items },
          update: { items },
        });
      const named = (rows: readonly { readonly channelId: string; readonly items: number }[]) =>
        Object.fromEntries(rows.map(({ channelId, items }) => [titleOf.get(channelId) ?? channelId, items]));
      const changes = changesBetween({ items: named(before) }, { items: named(channels) });
      emit(clientEvent(viewer, 'client.frequency_set', client, { month: validFrom.toString() }, changes));
      return ok(client.id);
    });
  }
}
