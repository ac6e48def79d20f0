import { Injectable } from '@nestjs/common';
import { can } from '@planerka/agency/domain';
import { actorOf, type CurrentMember } from '@planerka/agency/server';
import { serviceSchema } from '@planerka/clients/domain';
import {
  changesBetween,
  changesOfNew,
  err,
  isId,
  newId,
  ok,
  parseInput,
  type Changes,
  type Currency,
  type Id,
  type Result,
} from '@planerka/platform/domain';
import {
  invalidInput,
  notFound,
  Reader,
  staleVersion,
  toDbInstant,
  toMoneyObject,
  UnitOfWork,
  type Tx,
} from '@planerka/platform/server';
import type { ClientCommandError } from '../client/clients.service';
import type { ArchiveServiceInput, CreateServiceInput, UpdateServiceInput } from './service.inputs';
import type { ServiceObject } from './service.object';

type ServiceCommand = Promise<Result<ServiceObject, ClientCommandError>>;

/** The agency's price list, from which retainers are built. Owners' business alone. */
@Injectable()
export class ServiceCatalogueService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reader: Reader,
  ) {}

  async list(viewer: CurrentMember): Promise<readonly ServiceObject[]> {
    if (!can(viewer, 'service.view')) return [];
    const rows = await this.reader.read(viewer, (db) =>
      db
        .selectFrom('service')
        .selectAll()
        .where('agency_id', '=', viewer.agencyId)
        .orderBy('archived_at', (order) => order.asc().nullsFirst())
        .orderBy('name')
        .execute(),
    );
    return rows.map((row) => toService({ ...row, priceMinor: BigInt(row.price_minor), archivedAt: row.archived_at }));
  }

  create(viewer: CurrentMember, input: CreateServiceInput): ServiceCommand {
    return this.unitOfWork.run(viewer, async (tx) => {
      if (!can(viewer, 'service.edit')) return err(notFound('Service'));
      const currency = await agencyCurrency(tx);
      const parsed = parseInput(serviceSchema(currency), input);
      if (!parsed.ok) return err(invalidInput(parsed.error));
      const { price, ...fields } = parsed.value;
      const { db, agencyId, emit } = tx;
      const service = await db.service.create({
        data: { agencyId, id: newId(), ...fields, priceMinor: price.minor, currency },
      });
      emit(serviceEvent(viewer, 'service.created', service, changesOfNew(service)));
      return ok(toService(service));
    });
  }

  update(viewer: CurrentMember, { serviceId, expectedVersion, ...input }: UpdateServiceInput): ServiceCommand {
    return this.unitOfWork.run(viewer, async (tx) => {
      const found = await editable(tx, viewer, serviceId);
      if (!found) return err(notFound('Service'));
      const parsed = parseInput(serviceSchema(found.currency as Currency), input);
      if (!parsed.ok) return err(invalidInput(parsed.error));
      const { price, ...fields } = parsed.value;
      return change(tx, viewer, 'service.updated', found, expectedVersion, { ...fields, priceMinor: price.minor });
    });
  }

  archive(viewer: CurrentMember, { serviceId, expectedVersion, isArchived }: ArchiveServiceInput): ServiceCommand {
    return this.unitOfWork.run(viewer, async (tx) => {
      const found = await editable(tx, viewer, serviceId);
      if (!found) return err(notFound('Service'));
      const type = isArchived ? 'service.archived' : 'service.restored';
      return change(tx, viewer, type, found, expectedVersion, { archivedAt: isArchived ? toDbInstant(tx.at) : null });
    });
  }
}

interface ServiceRow {
  readonly id: Id;
  readonly name: string;
  readonly unit: string;
  readonly priceMinor: bigint;
  readonly currency: string;
  readonly archivedAt: Date | null;
  readonly version: number;
}

type ServiceChange = Partial<Pick<ServiceRow, 'name' | 'unit' | 'priceMinor' | 'archivedAt'>>;

async function change(
  { db, agencyId, emit }: Tx,
  viewer: CurrentMember,
  type: string,
  found: ServiceRow,
  expectedVersion: number,
  data: ServiceChange,
): ServiceCommand {
  const { count } = await db.service.updateMany({
    where: { agencyId, id: found.id, version: expectedVersion },
    data: { ...data, version: { increment: 1 } },
  });
  if (count === 0) return err(staleVersion(found.version));
  const changed = { ...found, ...data, version: expectedVersion + 1 };
  emit(serviceEvent(viewer, type, changed, changesBetween(found, data)));
  return ok(toService(changed));
}

async function editable({ db, agencyId }: Tx, viewer: CurrentMember, id: Id): Promise<ServiceRow | null> {
  if (!isId(id) || !can(viewer, 'service.edit')) return null;
  return db.service.findFirst({ where: { agencyId, id } });
}

async function agencyCurrency({ db, agencyId }: Tx): Promise<Currency> {
  const { currency } = await db.agency.findUniqueOrThrow({ where: { id: agencyId }, select: { currency: true } });
  return currency as Currency;
}

const serviceEvent = (
  viewer: CurrentMember,
  type: string,
  { id, name }: Pick<ServiceRow, 'id' | 'name'>,
  changes: Changes,
) => ({
  type,
  entity: { type: 'Service', id },
  actor: actorOf(viewer),
  audience: { ownersOnly: true },
  details: { name },
  changes,
});

const toService = ({ id, name, unit, priceMinor, currency, archivedAt, version }: ServiceRow): ServiceObject => ({
  id,
  name,
  unit,
  price: toMoneyObject(priceMinor, currency),
  isArchived: archivedAt !== null,
  version,
});
