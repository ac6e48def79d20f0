import { Injectable } from '@nestjs/common';
import { can } from '@planerka/agency/domain';
import { actorOf, type CurrentMember } from '@planerka/agency/server';
import { changesBetween, err, isId, issue, ok, type Id, type Result } from '@planerka/platform/domain';
import {
  invalidInput,
  notFound,
  staleVersion,
  UnitOfWork,
  type CommandError,
  type Tx,
} from '@planerka/platform/server';
import { leadersOf } from '../ledger/leaders';
import { Lines } from '../ledger/lines';
import { campaignFacts } from './revision-rows';
import type { UpdateBudgetLineInput } from './revision.inputs';

type Done = Result<Id, CommandError>;

/** What a line does at its end: refuses, or warns. */
@Injectable()
export class LineStrictnessService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly lines: Lines,
  ) {}

  /** Makes a line hard or soft. An overdrawn line cannot become hard: it would be below zero from its first day. */
  update(viewer: CurrentMember, input: UpdateBudgetLineInput): Promise<Done> {
    return this.unitOfWork.run<Done>(viewer, async (tx) => {
      const line = isId(input.lineId) ? (await this.lines.lock(tx, [input.lineId])).get(input.lineId) : undefined;
      const campaign = line && (await campaignFacts(tx, line.campaignId));
      if (!line || !campaign || !can(viewer, 'budget.decide', campaign)) return err(notFound('BudgetLine'));
      if (input.isHard && line.balances.available.isNegative) {
        return err(invalidInput([issue(['isHard'], 'line_overdrawn')]));
      }
      const { count } = await tx.db.budgetLine.updateMany({
        where: { agencyId: tx.agencyId, id: line.id, version: input.expectedVersion },
        data: { isHard: input.isHard, version: { increment: 1 } },
      });
      if (count === 0) return err(staleVersion(await this.lineVersion(tx, line.id)));
      tx.emit({
        type: 'budget.lineChanged',
        entity: { type: 'BudgetLine', id: line.id },
        actor: actorOf(viewer),
        audience: await leadersOf(tx, campaign.id),
        related: { campaignId: campaign.id },
        details: { title: campaign.name, isHard: input.isHard },
        changes: changesBetween(line, { isHard: input.isHard }),
      });
      return ok(campaign.id);
    });
  }

  private async lineVersion({ db, agencyId }: Tx, id: Id): Promise<number> {
    const { version } = await db.budgetLine.findUniqueOrThrow({
      where: { agencyId_id: { agencyId, id } },
      select: { version: true },
    });
    return version;
  }
}
