import { Injectable } from '@nestjs/common';
import { can } from '@planerka/agency/domain';
import { actorOf, type CurrentMember } from '@planerka/agency/server';
import { exportPlan, type PlanLocale } from '@planerka/content-plan/domain';
import { err, isId, ok, type Id, type PlainYearMonth, type Result } from '@planerka/platform/domain';
import { notFound, UnitOfWork, type CommandError } from '@planerka/platform/server';
import { writeTableFile, type TableKind } from '../table/table-writer';
import { clientPlanOf } from './plan-book';

export interface ExportRequest {
  readonly clientId: Id;
  /** The whole plan when it is left out. */
  readonly month: PlainYearMonth | null;
  readonly kind: TableKind;
  readonly locale: PlanLocale;
}

export interface ExportedPlan {
  readonly name: string;
  readonly bytes: Buffer;
}

@Injectable()
export class PlanExportService {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** The plan as a table that, imported again, changes nothing. */
  async export(
    viewer: CurrentMember,
    { clientId, month, kind, locale }: ExportRequest,
  ): Promise<Result<ExportedPlan, Extract<CommandError, { kind: 'NotFound' }>>> {
    const plan = await this.unitOfWork.run(viewer, async (tx) => {
      const found = isId(clientId) ? await clientPlanOf(tx, clientId) : null;
      if (!found || !can(viewer, 'plan.export', found)) return err(notFound('Client'));
      tx.emit({
        type: 'plan.exported',
        entity: { type: 'Client', id: clientId },
        actor: actorOf(viewer),
        audience: { clientId },
        related: { clientId },
        details: { title: found.name, month: month?.toString() ?? null, kind },
      });
      return ok(found);
    });
    if (!plan.ok) return plan;
    const { name, book, items } = plan.value;
    const chosen = items.filter(({ date }) => month === null || date.toPlainYearMonth().equals(month));
    const title = locale === 'ru' ? 'Контент-план' : 'Content plan';
    const bytes = await writeTableFile(exportPlan(chosen, book, locale), kind, title);
    return ok({ name: [name, title, month?.toString()].filter(Boolean).join(' '), bytes });
  }
}
