import { Injectable } from '@nestjs/common';
import { tellTakenOut, type CurrentMember } from '@planerka/agency/server';
import type { PlainYearMonth, Id } from '@planerka/platform/domain';
import { UnitOfWork } from '@planerka/platform/server';
import type { Row } from 'write-excel-file/node';
import { LedgerBookQuery } from '../book/ledger-book.query';
import type { LedgerEntryObject } from '../book/ledger-entry.object';
import type { BudgetFiguresObject, BudgetObject } from '../budget/budget.object';
import { BudgetQuery } from '../budget/budget.query';
import type { MarginFiguresObject, OverviewObject } from '../overview/overview.object';
import { OverviewQuery } from '../overview/overview.query';
import { exportWords, type ExportLocale } from './export-words';
import { percent, sum, text, writeWorkbook, type MoneySheet } from './money-sheet';

export interface ExportedFile {
  /** Without the extension. */
  readonly name: string;
  readonly bytes: Buffer;
}

/** What the budget and the overview show, as workbooks: the same queries, so the same rights. Null where there is nothing to see. */
@Injectable()
export class MoneyExportService {
  constructor(
    private readonly budgets: BudgetQuery,
    private readonly book: LedgerBookQuery,
    private readonly overviews: OverviewQuery,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  async budget(viewer: CurrentMember, campaignId: Id, locale: ExportLocale): Promise<ExportedFile | null> {
    const budget = await this.budgets.budget(viewer, campaignId);
    if (!budget) return null;
    await tellTakenOut(this.unitOfWork, viewer, {
      type: 'budget.exported',
      entity: { type: 'Campaign', id: campaignId },
      audience: { clientId: budget.clientId },
      related: { campaignId },
      details: { title: budget.campaignName },
    });
    const { entries, timeZone } = await this.book.whole(viewer, campaignId);
    const words = exportWords[locale];
    return {
      name: `${words.budget}, ${budget.clientName}, ${budget.campaignName}`,
      bytes: await writeWorkbook([linesSheet(budget, locale), bookSheet(entries, budget.currency, timeZone, locale)]),
    };
  }

  async overview(
    viewer: CurrentMember,
    month: PlainYearMonth | null,
    isQuarter: boolean,
    locale: ExportLocale,
  ): Promise<ExportedFile | null> {
    const overview = await this.overviews.overview(viewer, { month, quarter: isQuarter });
    if (!overview) return null;
    await tellTakenOut(this.unitOfWork, viewer, {
      type: 'agency.overviewExported',
      entity: { type: 'Agency', id: viewer.agencyId },
      audience: { ownersOnly: true },
      details: { title: overview.month.toString() },
    });
    return {
      name: `${exportWords[locale].overview}, ${overview.month}`,
      bytes: await writeWorkbook([clientsSheet(overview, locale), monthsSheet(overview, locale)]),
    };
  }
}

const figures = ({ planned, spent, payable, committed, available }: BudgetFiguresObject): Row =>
  [planned, spent, payable, committed, available].map(sum);

function linesSheet({ lines, figures: all, currency }: BudgetObject, locale: ExportLocale): MoneySheet {
  const words = exportWords[locale];
  return {
    name: words.lines,
    header: words.lineHeader(currency),
    rows: lines.map(({ month, category, isHard, figures: own }) => [
      text(month),
      text(words.category[category]),
      text(isHard ? words.hard : words.soft),
      ...figures(own),
      percent(own.usedPercent),
    ]),
    totals: [text(words.total), null, null, ...figures(all), percent(all.usedPercent)],
    widths: [10, 14, 10, 16, 16, 16, 18, 16, 10],
  };
}

function bookSheet(
  entries: readonly LedgerEntryObject[],
  currency: string,
  timeZone: string,
  locale: ExportLocale,
): MoneySheet {
  const words = exportWords[locale];
  return {
    name: words.book,
    header: words.bookHeader(currency),
    rows: entries.map(({ postedAt, month, category, kind, memo, from, to, amount, availableAfter, actorName }) => [
      text(
        postedAt.toZonedDateTimeISO(timeZone).toPlainDateTime().toString({ smallestUnit: 'minute' }).replace('T', ' '),
      ),
      text(month.toString()),
      text(words.category[category]),
      text(words.kind[kind]),
      text(memo),
      text(words.account[from]),
      text(words.account[to]),
      sum(amount),
      sum(availableAfter),
      text(actorName),
    ]),
    widths: [17, 14, 12, 20, 44, 14, 14, 16, 20, 20],
  };
}

const margins = ({ revenue, cost, profit, percent: share }: MarginFiguresObject): Row => [
  ...[revenue, cost, profit].map(sum),
  percent(share),
];

function clientsSheet({ clients, margin }: OverviewObject, locale: ExportLocale): MoneySheet {
  const words = exportWords[locale];
  return {
    name: words.clients,
    header: words.clientHeader(margin.revenue.currency),
    rows: clients.map(({ name, managerName, margin: own, figures: left }) => [
      text(name),
      text(managerName),
      ...margins(own),
      ...figures(left),
    ]),
    totals: [text(words.total), null, ...margins(margin)],
    widths: [24, 22, 16, 16, 16, 10, 16, 16, 16, 18, 16],
  };
}

function monthsSheet({ months, margin }: OverviewObject, locale: ExportLocale): MoneySheet {
  const words = exportWords[locale];
  return {
    name: words.months,
    header: words.monthHeader(margin.revenue.currency),
    rows: months.map(({ month, margin: own }) => [text(month), ...margins(own)]),
    widths: [10, 16, 16, 16, 10],
  };
}
