import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { CurrentMember } from '@planerka/agency/server';
import { Reads } from '@planerka/platform/server';
import type { GraphQLResolveInfo } from 'graphql';
import { overviewRead, type OverviewArgs } from './overview-read';
import type { OverviewObject } from './overview.object';

@Injectable()
export class OverviewQuery implements OnModuleInit {
  constructor(private readonly reads: Reads) {}

  onModuleInit(): void {
    this.reads.add(overviewRead);
  }

  /** Null for everyone but owners. */
  overview(viewer: CurrentMember, args: OverviewArgs, info?: GraphQLResolveInfo): Promise<OverviewObject | null> {
    return this.reads.find(overviewRead, viewer, args, info);
  }
}
