import { Module } from '@nestjs/common';
import { Ledger } from './ledger/ledger';
import { Lines } from './ledger/lines';

@Module({
  providers: [Lines, Ledger],
  exports: [Lines, Ledger],
})
export class BudgetsModule {}
