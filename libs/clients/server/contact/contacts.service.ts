import { Injectable } from '@nestjs/common';
import type { CurrentMember } from '@planerka/agency/server';
import { contactSchema, losingLastWord, normaliseContact } from '@planerka/clients/domain';
import { changesBetween, changesOfNew, err, isId, newId, ok, parseInput, type Id } from '@planerka/platform/domain';
import { invalidInput, notFound, staleVersion, toDbInstant, UnitOfWork, type Tx } from '@planerka/platform/server';
import type { ClientCommand } from '../client/clients.service';
import { clientEvent, ledClient, type LedClient } from '../client/led-client';
import { ContactHooks } from './contact-hooks';
import type { ArchiveContactInput, CreateContactInput, UpdateContactInput } from './contact.inputs';

@Injectable()
export class ContactsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly hooks: ContactHooks,
  ) {}

  create(viewer: CurrentMember, { clientId, ...input }: CreateContactInput): ClientCommand {
    return this.unitOfWork.run(viewer, async (tx) => {
      const client = await ledClient(tx, viewer, clientId);
      if (!client) return err(notFound('Client'));
      const parsed = parseInput(contactSchema, input);
      if (!parsed.ok) return err(invalidInput(parsed.error));
      const { db, agencyId, emit } = tx;
      const id = newId();
      const contact = normaliseContact(parsed.value);
      if (contact.isFinalApprover) await giveLastWord(tx, client, id);
      await db.contact.create({ data: { agencyId, id, clientId: client.id, ...contact } });
      emit(clientEvent(viewer, 'contact.created', client, { name: contact.name }, changesOfNew(contact)));
      return ok(client.id);
    });
  }

  update(viewer: CurrentMember, { contactId, expectedVersion, ...input }: UpdateContactInput): ClientCommand {
    return this.unitOfWork.run(viewer, async (tx) => {
      const found = await ledContact(tx, viewer, contactId);
      if (!found) return err(notFound('Contact'));
      const parsed = parseInput(contactSchema, input);
      if (!parsed.ok) return err(invalidInput(parsed.error));
      const { db, agencyId, emit } = tx;
      const contact = normaliseContact(parsed.value);
      if (contact.isFinalApprover) await giveLastWord(tx, found.client, found.contact.id);
      const { count } = await db.contact.updateMany({
        where: { agencyId, id: found.contact.id, version: expectedVersion },
        data: { ...contact, version: { increment: 1 } },
      });
      if (count === 0) return err(staleVersion(found.contact.version));
      const changes = changesBetween(found.contact, contact);
      emit(clientEvent(viewer, 'contact.updated', found.client, { name: contact.name }, changes));
      return ok(found.client.id);
    });
  }

  archive(viewer: CurrentMember, { contactId, expectedVersion, isArchived }: ArchiveContactInput): ClientCommand {
    return this.unitOfWork.run(viewer, async (tx) => {
      const found = await ledContact(tx, viewer, contactId);
      if (!found) return err(notFound('Contact'));
      const { db, agencyId, at, emit } = tx;
      // Somebody else may have got the final word meanwhile.
      const data = { archivedAt: isArchived ? toDbInstant(at) : null, isFinalApprover: false };
      const { count } = await db.contact.updateMany({
        where: { agencyId, id: found.contact.id, version: expectedVersion },
        data: { ...data, version: { increment: 1 } },
      });
      if (count === 0) return err(staleVersion(found.contact.version));
      const type = isArchived ? 'contact.archived' : 'contact.restored';
      emit(clientEvent(viewer, type, found.client, { name: found.contact.name }, changesBetween(found.contact, data)));
      if (isArchived) await this.hooks.archived(tx, { contactId: found.contact.id, viewer });
      return ok(found.client.id);
    });
  }
}

/** Takes the final word from whoever has it, before it is given: the database lets one contact of a client have it. */
async function giveLastWord({ db, agencyId }: Tx, client: LedClient, winnerId: Id): Promise<void> {
  // Two managers naming two people at once must wait for each other, or the index would refuse one of them.
  await db.$queryRaw`SELECT 1 FROM client WHERE agency_id = ${agencyId}::uuid AND id = ${client.id}::uuid FOR UPDATE`;
  const contacts = await db.contact.findMany({
    where: { agencyId, clientId: client.id, isFinalApprover: true },
    select: { id: true, isFinalApprover: true },
  });
  await db.contact.updateMany({
    where: { agencyId, id: { in: [...losingLastWord(contacts, winnerId)] } },
    data: { isFinalApprover: false, version: { increment: 1 } },
  });
}

async function ledContact(tx: Tx, viewer: CurrentMember, id: Id) {
  if (!isId(id)) return null;
  const contact = await tx.db.contact.findFirst({ where: { agencyId: tx.agencyId, id } });
  const client = contact && (await ledClient(tx, viewer, contact.clientId));
  return contact && client ? { contact, client } : null;
}
