import type { Day } from './days';

export interface Place {
  readonly publishOn: Day;
  readonly publishTime: string;
}

const placeOf = ({ publishOn, publishTime }: Place): Place => ({ publishOn, publishTime });

/** The least of a publication that moving it needs. */
export interface MovableItem extends Place {
  readonly id: string;
  readonly title: string;
  readonly version: number;
}

/** A place that the page has not heard of from the server. */
export interface PendingPlace extends Place {
  /** The version that the server has given to the move; absent while it has not answered. */
  readonly version?: number;
}

export type Pending = ReadonlyMap<string, PendingPlace>;

/** Where the publication stands: until the page has heard of our own move, it stands where that led. */
export function placeIn(pending: Pending, item: MovableItem): Place {
  const place = pending.get(item.id);
  if (!place || (place.version !== undefined && item.version >= place.version)) return placeOf(item);
  return placeOf(place);
}

/** Its new version, or null where the server said no. */
export type SendMove = (item: MovableItem, to: Place, version: number) => Promise<number | null>;

export interface Move {
  readonly from: Place;
  readonly to: Place;
}

/**
 * The way of a publication while one offer to take it back stands: moves that follow one another are one way, back to
 * where the first began. A move from where the way did not lead (somebody else has moved it) begins another.
 */
export const onTheWay = (way: Move | undefined, next: Move): Move =>
  way && isSamePlace(way.to, next.from) ? { from: way.from, to: next.to } : next;

const isSamePlace = (one: Place, other: Place): boolean =>
  one.publishOn === other.publishOn && one.publishTime === other.publishTime;

/**
 * Moves of one publication go one after another: whoever presses the arrow three times quickly must not be told that
 * somebody else has changed it. While a move is on its way, only the last wish counts.
 */
export class ItemMoves {
  private readonly running = new Map<string, { wish: Place }>();
  private readonly versions = new Map<string, number>();
  private pending: Pending = new Map();

  /** @param tell where publications stand while the server has not answered */
  constructor(private readonly tell: (pending: Pending) => void) {}

  /** The move as a whole once it is done; null where it joined one on its way, led nowhere, or was refused. */
  async move(item: MovableItem, changes: Partial<Place>, send: SendMove): Promise<Move | null> {
    const present = placeIn(this.pending, item);
    const wish = { ...present, ...changes };
    const running = this.running.get(item.id);
    if (running) {
      running.wish = wish;
      this.show(item.id, wish);
      return null;
    }
    const from = present;
    if (isSamePlace(from, wish)) return null;
    const to = await this.run(item, wish, send);
    return to === null || isSamePlace(from, to) ? null : { from, to };
  }

  private async run(item: MovableItem, first: Place, send: SendMove): Promise<Place | null> {
    const line = { wish: first };
    this.running.set(item.id, line);
    this.show(item.id, first);
    let settled: PendingPlace | null = null;
    try {
      for (;;) {
        const sent = line.wish;
        // the page may not have heard of our own last move yet
        const known = Math.max(item.version, this.versions.get(item.id) ?? 0);
        const version = await send(item, sent, known);
        if (version === null) return null;
        this.versions.set(item.id, version);
        if (isSamePlace(line.wish, sent)) {
          settled = { ...sent, version };
          return sent;
        }
      }
    } finally {
      this.running.delete(item.id);
      this.show(item.id, settled);
    }
  }

  private show(id: string, place: PendingPlace | null): void {
    const next = new Map(this.pending);
    if (place) next.set(id, place);
    else next.delete(id);
    this.pending = next;
    this.tell(next);
  }
}
