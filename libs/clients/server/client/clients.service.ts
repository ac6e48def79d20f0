import { Injectable } from '@nestjs/common';
import { can } from '@planerka/agency/domain';
import type { CurrentMember } from '@planerka/agency/server';
import { clientChangesSchema, clientSchema, emptyBrandProfile } from '@planerka/clients/domain';
import {
  changesBetween,
  changesOfNew,
  err,
  isId,
  issue,
  kindOf,
  newId,
  ok,
  parseInput,
  type Id,
  type Result,
} from '@planerka/platform/domain';
import {
  invalidInput,
  notFound,
  staleVersion,
  toDbInstant,
  UnitOfWork,
  type CommandError,
  type Tx,
} from '@planerka/platform/server';
import { clientEvent, ledClient } from './led-client';
import { whyTooMany, type ClientLimitReached } from './manager-limit';
import type { CreateClientInput, SetClientLogoInput, UpdateClientInput } from './client.inputs';

export type ClientCommandError = Exclude<CommandError, { kind: 'IllegalTransition' }> | ClientLimitReached;
/** Commands about a client and what belongs to it answer with the client's id. */
export type ClientCommand = Promise<Result<Id, ClientCommandError>>;

@Injectable()
export class ClientsService {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  create(viewer: CurrentMember, { goOverLimit, ...input }: CreateClientInput): ClientCommand {
    return this.unitOfWork.run(viewer, async (tx) => {
      if (!can(viewer, 'client.create')) return err(notFound('Client'));
      const parsed = parseInput(clientSchema, input);
      if (!parsed.ok) return err(invalidInput(parsed.error));
      const client = parsed.value;
      if (!(await mayServe(tx, viewer, client.squadId))) return err(invalidInput([noSuchSquad]));
      const tooMany = await whyTooMany(tx, viewer, client.squadId, goOverLimit);
      if (tooMany) return err(tooMany);
      const { db, agencyId, at, emit } = tx;
      const id = newId();
      await db.client.create({ data: { agencyId, id, ...client, createdAt: toDbInstant(at) } });
      await db.brandProfile.create({ data: { agencyId, clientId: id, data: emptyBrandProfile } });
      emit(clientEvent(viewer, 'client.created', { id, ...client }, {}, changesOfNew(client)));
      return ok(id);
    });
  }

  update(
    viewer: CurrentMember,
    { clientId, expectedVersion, goOverLimit, ...input }: UpdateClientInput,
  ): ClientCommand {
    return this.unitOfWork.run(viewer, async (tx) => {
      const { db, agencyId, emit } = tx;
      const client = await ledClient(tx, viewer, clientId);
      if (!client) return err(notFound('Client'));
      const parsed = parseInput(clientChangesSchema, input);
      if (!parsed.ok) return err(invalidInput(parsed.error));
      const { squadId } = parsed.value;
      const isHandedOver = squadId !== client.squadId;
      if (isHandedOver && !(can(viewer, 'client.assign', client) && (await squadExists(tx, squadId)))) {
        return err(invalidInput([noSuchSquad]));
      }
      const before = await rowOf(tx, client.id);
      const changed = { ...parsed.value, approvalMode: parsed.value.approvalMode ?? before.approvalMode };
      const isGiven = parsed.value.state !== 'archived' && (isHandedOver || before.state === 'archived');
      const tooMany = isGiven ? await whyTooMany(tx, viewer, squadId, goOverLimit) : null;
      if (tooMany) return err(tooMany);
      const { count } = await db.client.updateMany({
        where: { agencyId, id: client.id, version: expectedVersion },
        data: { ...changed, version: { increment: 1 } },
      });
      if (count === 0) return err(staleVersion(before.version));
      const type = isHandedOver ? 'client.assigned' : 'client.updated';
      emit(clientEvent(viewer, type, { ...client, ...changed }, {}, changesBetween(before, changed)));
      return ok(client.id);
    });
  }

  setLogo(viewer: CurrentMember, { clientId, expectedVersion, fileId }: SetClientLogoInput): ClientCommand {
    return this.unitOfWork.run(viewer, async (tx) => {
      const { db, agencyId, emit } = tx;
      const client = await ledClient(tx, viewer, clientId);
      if (!client) return err(notFound('Client'));
      const refusal = fileId === null ? null : await whyNoLogo(tx, client.id, fileId);
      if (refusal) return err(invalidInput([issue(['fileId'], refusal)]));
      const before = await rowOf(tx, client.id);
      const { count } = await db.client.updateMany({
        where: { agencyId, id: client.id, version: expectedVersion },
        data: { logoFileId: fileId, version: { increment: 1 } },
      });
      if (count === 0) return err(staleVersion(before.version));
      emit(clientEvent(viewer, 'client.updated', client, {}, changesBetween(before, { logoFileId: fileId })));
      return ok(client.id);
    });
  }
}

/** A logo is a picture that was uploaded for this very client. */
async function whyNoLogo({ db, agencyId }: Tx, clientId: Id, fileId: Id): Promise<string | null> {
  if (!isId(fileId)) return 'not_found';
  const file = await db.file.findFirst({
    where: { agencyId, id: fileId, clientId, taskId: null, state: 'ready' },
    select: { mime: true },
  });
  if (!file) return 'not_found';
  return kindOf(file.mime) === 'image' ? null : 'not_a_picture';
}

const noSuchSquad = issue(['squadId'], 'not_found');

/** Owners give a client to any squad, managers to their own. */
async function mayServe(tx: Tx, viewer: CurrentMember, squadId: Id): Promise<boolean> {
  return can(viewer, 'client.edit', { squadId }) && squadExists(tx, squadId);
}

async function squadExists({ db, agencyId }: Tx, squadId: Id): Promise<boolean> {
  return isId(squadId) && (await db.squad.count({ where: { agencyId, id: squadId } })) === 1;
}

const rowOf = ({ db, agencyId }: Tx, id: Id) =>
  db.client.findUniqueOrThrow({ where: { agencyId_id: { agencyId, id } } });
