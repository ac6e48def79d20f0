import { Injectable } from '@nestjs/common';
import type { CurrentMember } from '@planerka/agency/server';
import { channelSchema } from '@planerka/clients/domain';
import { changesBetween, changesOfNew, err, isId, newId, ok, parseInput, type Id } from '@planerka/platform/domain';
import { invalidInput, notFound, staleVersion, toDbInstant, UnitOfWork, type Tx } from '@planerka/platform/server';
import type { ClientCommand } from '../client/clients.service';
import { clientEvent, ledClient } from '../client/led-client';
import type { ArchiveChannelInput, CreateChannelInput, UpdateChannelInput } from './channel.inputs';

@Injectable()
export class ChannelsService {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  create(viewer: CurrentMember, { clientId, ...input }: CreateChannelInput): ClientCommand {
    return this.unitOfWork.run(viewer, async (tx) => {
      const { db, agencyId, emit } = tx;
      const client = await ledClient(tx, viewer, clientId);
      if (!client) return err(notFound('Client'));
      const parsed = parseInput(channelSchema, input);
      if (!parsed.ok) return err(invalidInput(parsed.error));
      const position = await db.channel.count({ where: { agencyId, clientId: client.id } });
      await db.channel.create({ data: { agencyId, id: newId(), clientId: client.id, position, ...parsed.value } });
      emit(clientEvent(viewer, 'channel.created', client, { title: parsed.value.title }, changesOfNew(parsed.value)));
      return ok(client.id);
    });
  }

  update(viewer: CurrentMember, { channelId, expectedVersion, ...input }: UpdateChannelInput): ClientCommand {
    return this.unitOfWork.run(viewer, async (tx) => {
      const found = await ledChannel(tx, viewer, channelId);
      if (!found) return err(notFound('Channel'));
      const parsed = parseInput(channelSchema, input);
      if (!parsed.ok) return err(invalidInput(parsed.error));
      const { db, agencyId, emit } = tx;
      const { count } = await db.channel.updateMany({
        where: { agencyId, id: found.channel.id, version: expectedVersion },
        data: { ...parsed.value, version: { increment: 1 } },
      });
      if (count === 0) return err(staleVersion(found.channel.version));
      const changes = changesBetween(found.channel, parsed.value);
      emit(clientEvent(viewer, 'channel.updated', found.client, { title: parsed.value.title }, changes));
      return ok(found.client.id);
    });
  }

  archive(viewer: CurrentMember, { channelId, expectedVersion, isArchived }: ArchiveChannelInput): ClientCommand {
    return this.unitOfWork.run(viewer, async (tx) => {
      const found = await ledChannel(tx, viewer, channelId);
      if (!found) return err(notFound('Channel'));
      const { db, agencyId, at, emit } = tx;
      const data = { archivedAt: isArchived ? toDbInstant(at) : null };
      const { count } = await db.channel.updateMany({
        where: { agencyId, id: found.channel.id, version: expectedVersion },
        data: { ...data, version: { increment: 1 } },
      });
      if (count === 0) return err(staleVersion(found.channel.version));
      const type = isArchived ? 'channel.archived' : 'channel.restored';
      emit(
        clientEvent(viewer, type, found.client, { title: found.channel.title }, changesBetween(found.channel, data)),
      );
      return ok(found.client.id);
    });
  }
}

async function ledChannel(tx: Tx, viewer: CurrentMember, id: Id) {
  if (!isId(id)) return null;
  const channel = await tx.db.channel.findFirst({ where: { agencyId: tx.agencyId, id } });
  const client = channel && (await ledClient(tx, viewer, channel.clientId));
  return channel && client ? { channel, client } : null;
}
