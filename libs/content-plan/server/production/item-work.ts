import { Injectable } from '@nestjs/common';
import type { CurrentMember } from '@planerka/agency/server';
import type { TaskPattern, WorkMove } from '@planerka/content-plan/domain';
import type { BusinessCalendar, Id, PlainDate, TimeZone } from '@planerka/platform/domain';
import type { Tx } from '@planerka/platform/server';

/** Work on a publication as it can be begun anew, with who did it and for how much. */
export interface Work extends TaskPattern {
  readonly assigneeId?: Id | null;
  readonly feeMinor?: bigint;
}

/** A publication that was made after another one, or after a pattern, and the work it is to get. */
export interface BegunItem {
  readonly id: Id;
  readonly wasOn: PlainDate;
  readonly publishOn: PlainDate;
  readonly work: readonly Work[];
}

/** Whose they are, and the time that they live in. */
export interface WorkFacts {
  readonly clientId: Id;
  readonly squadId: Id;
  readonly zone: TimeZone;
  readonly calendar: BusinessCalendar;
  readonly today: PlainDate;
}

/** What stands above the plan and knows the work on a publication. */
export interface ItemWorker {
  /** What is done for each, cancelled work apart, without what belongs to the one occasion. */
  describe(tx: Tx, itemIds: readonly Id[]): Promise<ReadonlyMap<Id, readonly Work[]>>;
  /** Drafts of it, each with days that moved along; how many. */
  begin(tx: Tx, viewer: CurrentMember, items: readonly BegunItem[], facts: WorkFacts): Promise<number>;
  /** Those with which nobody has begun to work since `begin` made it, or that have none. */
  asMade(tx: Tx, itemIds: readonly Id[]): Promise<ReadonlySet<Id>>;
  /** Gives work that nobody has begun with to others; the ids of what is not as it was seen. */
  assign(tx: Tx, viewer: CurrentMember, moves: readonly WorkMove[]): Promise<readonly Id[]>;
  /** Takes back what `begin` made; false, and nothing is done, where somebody has begun with any of it. */
  discard(tx: Tx, viewer: CurrentMember, itemIds: readonly Id[]): Promise<boolean>;
}

/** The door through which a repeated publication gets its work, in the same transaction. */
@Injectable()
export class ItemWork implements ItemWorker {
  private worker: ItemWorker | null = null;

  join(worker: ItemWorker): void {
    this.worker = worker;
  }

  async describe(...[tx, itemIds]: Parameters<ItemWorker['describe']>): Promise<ReadonlyMap<Id, readonly Work[]>> {
    return (await this.worker?.describe(tx, itemIds)) ?? new Map<Id, readonly Work[]>();
  }

  async begin(...[tx, viewer, items, facts]: Parameters<ItemWorker['begin']>): Promise<number> {
    return (await this.worker?.begin(tx, viewer, items, facts)) ?? 0;
  }

  async asMade(...[tx, itemIds]: Parameters<ItemWorker['asMade']>): Promise<ReadonlySet<Id>> {
    return (await this.worker?.asMade(tx, itemIds)) ?? new Set(itemIds);
  }

  async assign(...[tx, viewer, moves]: Parameters<ItemWorker['assign']>): Promise<readonly Id[]> {
    return (await this.worker?.assign(tx, viewer, moves)) ?? moves.map(({ taskId }) => taskId);
  }

  async discard(...[tx, viewer, itemIds]: Parameters<ItemWorker['discard']>): Promise<boolean> {
    return (await this.worker?.discard(tx, viewer, itemIds)) ?? true;
  }
}
