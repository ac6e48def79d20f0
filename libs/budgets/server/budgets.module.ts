import { Module } from '@nestjs/common';
import { AdSpendQuery } from './ad-spend/ad-spend.query';
import { AdSpendResolver } from './ad-spend/ad-spend.resolver';
import { AdSpendService } from './ad-spend/ad-spend.service';
import { LedgerBookQuery } from './book/ledger-book.query';
import { LedgerBookResolver } from './book/ledger-book.resolver';
import { BudgetQuery } from './budget/budget.query';
import { BudgetResolver } from './budget/budget.resolver';
import { MoneyExportController } from './export/money-export.controller';
import { MoneyExportService } from './export/money-export.service';
import { Ledger } from './ledger/ledger';
import { Lines } from './ledger/lines';
import { OverviewQuery } from './overview/overview.query';
import { OverviewResolver } from './overview/overview.resolver';
import { PayoutsQuery } from './payouts/payouts.query';
import { PayoutsResolver } from './payouts/payouts.resolver';
import { PayoutsService } from './payouts/payouts.service';
import { LineStrictnessService } from './revisions/line-strictness.service';
import { RevisionResolver } from './revisions/revision.resolver';
import { RevisionsService } from './revisions/revisions.service';

@Module({
  controllers: [MoneyExportController],
  providers: [
    Lines,
    Ledger,
    BudgetQuery,
    BudgetResolver,
    LedgerBookQuery,
    LedgerBookResolver,
    RevisionsService,
    LineStrictnessService,
    RevisionResolver,
    AdSpendService,
    AdSpendQuery,
    AdSpendResolver,
    PayoutsService,
    PayoutsQuery,
    PayoutsResolver,
    OverviewQuery,
    OverviewResolver,
    MoneyExportService,
  ],
  exports: [Lines, Ledger, RevisionsService],
})
export class BudgetsModule {}
