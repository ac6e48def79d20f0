import { Args, ArgsType, Field, ID, Query, Resolver } from '@nestjs/graphql';
import { Viewer, type CurrentMember } from '@planerka/agency/server';
import { PageArgs } from '@planerka/platform/server';
import { LedgerBookQuery } from './ledger-book.query';
import { LedgerEntryConnection } from './ledger-entry.object';

@ArgsType()
class LedgerArgs extends PageArgs {
  @Field(() => ID)
  campaignId!: string;

  @Field(() => ID, { nullable: true, description: 'One line of it; otherwise the campaign’s whole book.' })
  lineId?: string | null;
}

@Resolver()
export class LedgerBookResolver {
  constructor(private readonly book: LedgerBookQuery) {}

  @Query(() => LedgerEntryConnection, {
    description: 'The entries that make up every figure of a budget, the latest first.',
  })
  ledgerEntries(@Viewer() viewer: CurrentMember, @Args() args: LedgerArgs) {
    return this.book.entries(viewer, { campaignId: args.campaignId, lineId: args.lineId ?? null }, args);
  }
}
