import { Injectable } from '@nestjs/common';
import { can } from '@planerka/agency/domain';
import type { CurrentMember } from '@planerka/agency/server';
import { retainerSchema, type RetainerInput } from '@planerka/clients/domain';
import {
  changesBetween,
  changesOfGone,
  err,
  isId,
  issue,
  newId,
  ok,
  parseInput,
  type Changes,
  type Currency,
  type InputIssue,
  type Result,
} from '@planerka/platform/domain';
import {
  invalidInput,
  notFound,
  toDbInstant,
  toDbMonth,
  UnitOfWork,
  type DomainEvent,
  type Tx,
} from '@planerka/platform/server';
import type { ClientCommand } from '../client/clients.service';
import { clientEvent, ledClient, type LedClient } from '../client/led-client';
import type { RemoveRetainerInput, SaveRetainerInput } from './retainer.inputs';

@Injectable()
export class RetainersService {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Agrees terms from a month on; saying it again for the same month replaces them. */
  save(viewer: CurrentMember, { clientId, ...input }: SaveRetainerInput): ClientCommand {
    return this.unitOfWork.run(viewer, async (tx) => {
      const client = await ledClient(tx, viewer, clientId);
      if (!client || !can(viewer, 'retainer.edit', client)) return err(notFound('Client'));
      const parsed = parseInput(retainerSchema(client.currency), input);
      if (!parsed.ok) return err(invalidInput(parsed.error));
      const services = await chosenServices(tx, client.currency, parsed.value.services);
      if (!services.ok) return err(invalidInput(services.error));
      const { db, agencyId, at, emit } = tx;
      const validFrom = toDbMonth(parsed.value.validFrom);
      const terms = {
        feeMinor: parsed.value.fee.minor,
        extraRoundMinor: parsed.value.extraRound.minor,
        currency: client.currency,
        includedItems: parsed.value.includedItems,
        includedRounds: parsed.value.includedRounds,
        services: services.value,
      };
      const where = { agencyId_clientId_validFrom: { agencyId, clientId: client.id, validFrom } };
      const before = await db.retainer.findUnique({ where });
      await db.retainer.upsert({
        where,
        create: { agencyId, id: newId(), clientId: client.id, validFrom, createdAt: toDbInstant(at), ...terms },
        update: terms,
      });
      const changes = changesBetween(before ?? {}, terms);
      emit(ownersEvent(viewer, 'retainer.saved', client, parsed.value.validFrom.toString(), changes));
      return ok(client.id);
    });
  }

  remove(viewer: CurrentMember, { retainerId }: RemoveRetainerInput): ClientCommand {
    return this.unitOfWork.run(viewer, async (tx) => {
      const { db, agencyId, emit } = tx;
      const retainer = isId(retainerId) ? await db.retainer.findFirst({ where: { agencyId, id: retainerId } }) : null;
      const client = retainer && (await ledClient(tx, viewer, retainer.clientId));
      if (!client || !can(viewer, 'retainer.edit', client)) return err(notFound('Retainer'));
      await db.retainer.deleteMany({ where: { agencyId, id: retainer.id } });
      const { clientId: _, ...gone } = retainer;
      emit(ownersEvent(viewer, 'retainer.removed', client, monthOf(retainer), changesOfGone(gone)));
      return ok(client.id);
    });
  }
}

/** Chosen positions with their names and prices of today: a later price list changes no agreement. */
async function chosenServices(
  { db, agencyId }: Tx,
  currency: Currency,
  choice: RetainerInput['services'],
): Promise<Result<{ serviceId: string; name: string; quantity: number; priceMinor: string }[], readonly InputIssue[]>> {
  const services = await db.service.findMany({
    where: { agencyId, id: { in: choice.map(({ serviceId }) => serviceId) } },
  });
  const issues: InputIssue[] = [];
  const chosen = choice.flatMap(({ serviceId, quantity }, index) => {
    const service = services.find(({ id }) => id === serviceId);
    const code = service ? (service.currency === currency ? null : 'other_currency') : 'not_found';
    if (code) issues.push(issue(['services', index, 'serviceId'], code));
    return service ? [{ serviceId, name: service.name, quantity, priceMinor: service.priceMinor.toString() }] : [];
  });
  return issues.length > 0 ? err(issues) : ok(chosen);
}

const monthOf = ({ validFrom }: { readonly validFrom: Date }): string => validFrom.toISOString().slice(0, 7);

const ownersEvent = (
  viewer: CurrentMember,
  type: string,
  client: LedClient,
  month: string,
  changes: Changes,
): DomainEvent => ({
  ...clientEvent(viewer, type, client, { month }, changes),
  audience: { ownersOnly: true },
});
