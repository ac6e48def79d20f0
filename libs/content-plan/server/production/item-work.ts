import { Injectable } from '@nestjs/common';
import type { CurrentMember } from '@planerka/agency/server';
import type { BusinessCalendar, Id, PlainDate, TimeZone } from '@planerka/platform/domain';
import type { Tx } from '@planerka/platform/server';

/** A publication that was made after another one. */
export interface RepeatedItem {
  readonly fromId: Id;
  readonly id: Id;
  readonly wasOn: PlainDate;
  readonly publishOn: PlainDate;
}

/** Whose they are, and the time that they live in. */
export interface RepeatFacts {
  readonly clientId: Id;
  readonly squadId: Id;
  readonly zone: TimeZone;
  readonly calendar: BusinessCalendar;
  readonly today: PlainDate;
}

/** What stands above the plan and knows the work on a publication. */
export interface ItemWorker {
  /** The same work, begun anew for each; how much of it there is. */
  repeat(tx: Tx, viewer: CurrentMember, items: readonly RepeatedItem[], facts: RepeatFacts): Promise<number>;
  /** Takes back what `repeat` made; false, and nothing is done, where somebody has begun with any of it. */
  discard(tx: Tx, viewer: CurrentMember, itemIds: readonly Id[]): Promise<boolean>;
}

/** The door through which a repeated publication gets its work, in the same transaction. */
@Injectable()
export class ItemWork {
  private readonly workers: ItemWorker[] = [];

  join(worker: ItemWorker): void {
    this.workers.push(worker);
  }

  async repeat(...[tx, viewer, items, facts]: Parameters<ItemWorker['repeat']>): Promise<number> {
    let made = 0;
    for (const worker of this.workers) made += await worker.repeat(tx, viewer, items, facts);
    return made;
  }

  async discard(...[tx, viewer, itemIds]: Parameters<ItemWorker['discard']>): Promise<boolean> {
    for (const worker of this.workers) if (!(await worker.discard(tx, viewer, itemIds))) return false;
    return true;
  }
}
