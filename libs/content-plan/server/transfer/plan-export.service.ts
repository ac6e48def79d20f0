import { Injectable } from '@nestjs/common';
import { can } from '@planerka/agency/domain';
import { actorOf, type CurrentMember } from '@planerka/agency/server';
import { chosenColumns, exportPlan, monthName, type PlanColumn, type PlanLocale } from '@planerka/content-plan/domain';
import { err, isId, ok, type Id, type PlainYearMonth, type Result } from '@planerka/platform/domain';
import { notFound, UnitOfWork, type CommandError } from '@planerka/platform/server';
import { writeTableFile, type TableKind } from '../table/table-writer';
import { clientPlanOf } from './plan-book';
import { PlanPictures } from './plan-pictures';
import { sheetHeading, writePlanSheet } from './plan-sheet';

export interface ExportRequest {
  readonly clientId: Id;
  /** The whole plan when it is left out. */
  readonly month: PlainYearMonth | null;
  readonly kind: TableKind;
  readonly locale: PlanLocale;
  /** All where none is chosen. */
  readonly columns: readonly PlanColumn[];
  /** Weeks, colours and pictures, for people to read; else a bare table. */
  readonly isForReading: boolean;
  readonly hasPictures: boolean;
}

export interface ExportedPlan {
  readonly name: string;
  readonly bytes: Buffer;
}

@Injectable()
export class PlanExportService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly pictures: PlanPictures,
  ) {}

  /** The plan as a table that, imported again, changes nothing. */
  async export(
    viewer: CurrentMember,
    { clientId, month, kind, locale, columns: wanted, isForReading, hasPictures }: ExportRequest,
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
    const { name, agencyName, book, items: all, rubricColours } = plan.value;
    const items = all.filter(({ date }) => month === null || date.toPlainYearMonth().equals(month));
    const title = locale === 'ru' ? 'Контент-план' : 'Content plan';
    const columns = chosenColumns(wanted);
    const bytes =
      isForReading && kind === 'xlsx'
        ? await writePlanSheet({
            heading: sheetHeading(name, month && monthName(month, locale), locale),
            agencyName,
            items,
            book,
            rubricColours,
            columns,
            pictures: hasPictures
              ? await this.pictures.of(
                  viewer.agencyId,
                  items.map(({ id }) => id),
                )
              : null,
            locale,
          })
        : await writeTableFile(exportPlan(items, book, locale, columns), kind, title);
    return ok({ name: [name, title, month?.toString()].filter(Boolean).join(' '), bytes });
  }
}
