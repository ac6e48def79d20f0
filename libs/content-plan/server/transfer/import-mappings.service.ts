import { Injectable } from '@nestjs/common';
import { can } from '@planerka/agency/domain';
import { actorOf, type CurrentMember } from '@planerka/agency/server';
import { mappingIssues, mappingOf } from '@planerka/content-plan/domain';
import { changesBetween, err, ok, type Changes, type Id, type Result } from '@planerka/platform/domain';
import {
  fromDbInstant,
  invalidInput,
  notFound,
  staleVersion,
  UnitOfWork,
  type CommandError,
  type Tx,
} from '@planerka/platform/server';
import { clientOf } from '../item/loaded-item';
import type {
  ChangePlanImportMappingInput,
  ForgetPlanImportMappingInput,
  PlanImportMappingObject,
} from './import-mapping.object';

type Mappings = readonly PlanImportMappingObject[];
type MappingError = Exclude<CommandError, { kind: 'IllegalTransition' }>;

interface Kept {
  readonly squadId: Id;
  readonly columns: string[];
  readonly headers: string[];
  readonly version: number;
}

/** What is remembered of a client's tables: seen, set right and forgotten without one at hand. */
@Injectable()
export class ImportMappingsService {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async list(viewer: CurrentMember, clientId: Id): Promise<Mappings> {
    const found = await this.unitOfWork.run<Result<Mappings, null>>(viewer, async (tx) => {
      const client = await clientOf(tx, clientId);
      return client && can(viewer, 'plan.import', client) ? ok(await mappingsOf(tx, clientId)) : err(null);
    });
    return found.ok ? found.value : [];
  }

  change(viewer: CurrentMember, input: ChangePlanImportMappingInput): Promise<Result<Mappings, MappingError>> {
    return this.unitOfWork.run(viewer, async (tx): Promise<Result<Mappings, MappingError>> => {
      const { clientId, key: signature, expectedVersion } = input;
      const kept = await keptOf(tx, viewer, clientId, signature);
      if (!kept) return err(notFound('PlanImportMapping'));
      const issues = mappingIssues(input.columns, kept.columns.length);
      if (issues.length > 0) return err(invalidInput(issues));
      const columns = input.columns.map((column) => column ?? '');
      const { count } = await tx.db.planImportMapping.updateMany({
        where: { agencyId: tx.agencyId, clientId, signature, version: expectedVersion },
        data: { columns, version: { increment: 1 } },
      });
      if (count === 0) return err(staleVersion(kept.version));
      tell(tx, viewer, 'plan.importMappingChanged', clientId, kept, changesBetween(kept, { columns }));
      return ok(await mappingsOf(tx, clientId));
    });
  }

  forget(viewer: CurrentMember, input: ForgetPlanImportMappingInput): Promise<Result<Mappings, MappingError>> {
    return this.unitOfWork.run(viewer, async (tx): Promise<Result<Mappings, MappingError>> => {
      const { clientId, key: signature } = input;
      const kept = await keptOf(tx, viewer, clientId, signature);
      if (!kept) return err(notFound('PlanImportMapping'));
      await tx.db.planImportMapping.deleteMany({ where: { agencyId: tx.agencyId, clientId, signature } });
      const gone = changesBetween({ columns: kept.columns }, { columns: [] });
      tell(tx, viewer, 'plan.importMappingForgotten', clientId, kept, gone);
      return ok(await mappingsOf(tx, clientId));
    });
  }
}

async function keptOf(tx: Tx, viewer: CurrentMember, clientId: Id, signature: string): Promise<Kept | null> {
  const client = await clientOf(tx, clientId);
  if (!client || !can(viewer, 'plan.import', client)) return null;
  const { db, agencyId } = tx;
  const row = await db.planImportMapping.findUnique({
    where: { agencyId_clientId_signature: { agencyId, clientId, signature }, kind: 'plan' },
    select: { columns: true, headers: true, version: true },
  });
  return row && { ...client, ...row };
}

async function mappingsOf({ db, agencyId }: Tx, clientId: Id): Promise<Mappings> {
  const rows = await db.planImportMapping.findMany({
    where: { agencyId, clientId, kind: 'plan' },
    orderBy: [{ usedAt: 'desc' }, { signature: 'asc' }],
  });
  return rows.map(({ signature, columns, headers, usedAt, version }) => ({
    clientId,
    key: signature,
    columns: mappingOf(columns).map((column, index) => ({ column, header: headers[index] ?? '' })),
    usedAt: fromDbInstant(usedAt),
    version,
  }));
}

const tell = (
  tx: Tx,
  viewer: CurrentMember,
  type: string,
  clientId: Id,
  { squadId, headers }: Kept,
  changes: Changes,
): void =>
  tx.emit({
    type,
    entity: { type: 'Client', id: clientId },
    actor: actorOf(viewer),
    audience: { clientId, squadId },
    related: { clientId },
    details: { headers: headers.join(', ').slice(0, 200) },
    changes,
  });
