import { Injectable } from '@nestjs/common';
import type { CurrentMember } from '@planerka/agency/server';
import { clientDateSchema, type ClientDateInput } from '@planerka/clients/domain';
import {
  changesBetween,
  changesOfGone,
  changesOfNew,
  err,
  isId,
  issue,
  newId,
  ok,
  parseInput,
  type Id,
} from '@planerka/platform/domain';
import {
  invalidInput,
  notFound,
  staleVersion,
  toDbDate,
  toDbInstant,
  UnitOfWork,
  type Tx,
} from '@planerka/platform/server';
import type { ClientCommand } from '../client/clients.service';
import { clientEvent, ledClient } from '../client/led-client';
import type { CreateClientDateInput, DeleteClientDateInput, UpdateClientDateInput } from './client-date.inputs';

/** Far more than a year has of them; every month of the plan reads all of a client's. */
const mostDates = 200;

/** The client's own calendar: what is worth a publication, and when nobody there answers. */
@Injectable()
export class ClientDatesService {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  create(viewer: CurrentMember, { clientId, ...input }: CreateClientDateInput): ClientCommand {
    return this.unitOfWork.run(viewer, async (tx) => {
      const client = await ledClient(tx, viewer, clientId);
      if (!client) return err(notFound('Client'));
      const parsed = parseInput(clientDateSchema, input);
      if (!parsed.ok) return err(invalidInput(parsed.error));
      const { db, agencyId, at, emit } = tx;
      if ((await db.clientDate.count({ where: { agencyId, clientId: client.id } })) >= mostDates)
        return err(invalidInput([issue(['title'], 'too_many', { max: mostDates })]));
      const data = rowOf(parsed.value);
      await db.clientDate.create({
        data: { agencyId, id: newId(), clientId: client.id, ...data, createdAt: toDbInstant(at) },
      });
      emit(clientEvent(viewer, 'client_date.created', client, { title: data.title }, changesOfNew(data)));
      return ok(client.id);
    });
  }

  update(viewer: CurrentMember, { clientDateId, expectedVersion, ...input }: UpdateClientDateInput): ClientCommand {
    return this.unitOfWork.run(viewer, async (tx) => {
      const found = await ledDate(tx, viewer, clientDateId);
      if (!found) return err(notFound('ClientDate'));
      const parsed = parseInput(clientDateSchema, input);
      if (!parsed.ok) return err(invalidInput(parsed.error));
      const { db, agencyId, emit } = tx;
      const data = rowOf(parsed.value);
      const { count } = await db.clientDate.updateMany({
        where: { agencyId, id: found.date.id, version: expectedVersion },
        data: { ...data, version: { increment: 1 } },
      });
      if (count === 0) return err(staleVersion(found.date.version));
      const changes = changesBetween(found.date, data);
      emit(clientEvent(viewer, 'client_date.updated', found.client, { title: data.title }, changes));
      return ok(found.client.id);
    });
  }

  delete(viewer: CurrentMember, { clientDateId }: DeleteClientDateInput): ClientCommand {
    return this.unitOfWork.run(viewer, async (tx) => {
      const found = await ledDate(tx, viewer, clientDateId);
      if (!found) return err(notFound('ClientDate'));
      const { db, agencyId, emit } = tx;
      await db.clientDate.deleteMany({ where: { agencyId, id: found.date.id } });
      const { clientId: _, ...gone } = found.date;
      emit(clientEvent(viewer, 'client_date.deleted', found.client, { title: gone.title }, changesOfGone(gone)));
      return ok(found.client.id);
    });
  }
}

const rowOf = ({ startsOn, endsOn, ...rest }: ClientDateInput) => ({
  ...rest,
  startsOn: toDbDate(startsOn),
  endsOn: toDbDate(endsOn),
});

async function ledDate(tx: Tx, viewer: CurrentMember, id: Id) {
  if (!isId(id)) return null;
  const date = await tx.db.clientDate.findFirst({ where: { agencyId: tx.agencyId, id } });
  const client = date && (await ledClient(tx, viewer, date.clientId));
  return date && client ? { date, client } : null;
}
