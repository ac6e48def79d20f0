import { Module } from '@nestjs/common';
import { ItemProduction } from './item/item-production';

@Module({
  providers: [ItemProduction],
  exports: [ItemProduction],
})
export class ContentPlanModule {}
