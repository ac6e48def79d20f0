import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { CurrentMember } from '@planerka/agency/server';
import { Clock, Reader, Reads } from '@planerka/platform/server';
import type { GraphQLResolveInfo } from 'graphql';
import { sql } from 'kysely';
import { agencyStepsRead } from './agency-steps.read';
import { countOf } from './today-part';
import { todayRead } from './today-read';
import { todayParts } from './today-rows';
import { askerOf, clock, openTasks, todayInput } from './today-scope';
import type { AgencyStepObject, TodayObject } from './today.object';

@Injectable()
export class TodayQuery implements OnModuleInit {
  constructor(
    private readonly reads: Reads,
    private readonly reader: Reader,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.reads.add(todayRead);
    this.reads.add(agencyStepsRead);
  }

  today(viewer: CurrentMember, info?: GraphQLResolveInfo): Promise<TodayObject> {
    return this.reads.always(todayRead, viewer, {}, info);
  }

  steps(viewer: CurrentMember, info?: GraphQLResolveInfo): Promise<AgencyStepObject[]> {
    return this.reads.always(agencyStepsRead, viewer, {}, info);
  }

  /** How many things wait for the viewer, in one statement. */
  async waiting(viewer: CurrentMember): Promise<number> {
    const input = todayInput(viewer, this.clock.now());
    const value = (name: string) => sql`${input[name]}`;
    const asker = askerOf(value, (name) => input[name] !== undefined);
    const rows = await this.reader.ask(
      viewer,
      sql<{ count: number }>`WITH ${clock(value)}, ${openTasks(asker)} ${countOf(todayParts(asker))}`,
    );
    return rows[0]?.count ?? 0;
  }
}
