import type { Id } from '@planerka/platform/domain';
import { chainStart, entryHash, type ChainEnd, type SealedEntry } from './audit-chain';

/** What is wrong with a chain, and where. */
export type ChainFinding =
  /** The entry says something else than what was sealed. */
  | { readonly kind: 'changed'; readonly sequence: number; readonly id: Id }
  /** It does not follow the entry before it: one was put between, or the one before was sealed anew. */
  | { readonly kind: 'broken_link'; readonly sequence: number; readonly id: Id }
  /** Entries between these places are gone. */
  | { readonly kind: 'missing'; readonly from: number; readonly to: number }
  /** The place is taken by two, or the order runs back. */
  | { readonly kind: 'out_of_order'; readonly sequence: number; readonly id: Id }
  /** The chain's remembered end is not where its entries end. */
  | { readonly kind: 'wrong_end'; readonly entries: number; readonly remembered: number | null };

export interface ChainReport {
  readonly entries: number;
  readonly end: ChainEnd;
  readonly findings: readonly ChainFinding[];
}

/** Beyond this nobody reads a list; the rest is as wrong as these. */
const maxFindings = 100;

/**
 * Goes along one agency's chain, entry by entry in the order of their places, however many there are. Tells what was changed,
 * taken out or put between. Whoever can rewrite a whole chain to its end can be told only by an end that is kept elsewhere.
 */
export class ChainVerification {
  private last: ChainEnd = chainStart;
  private entries = 0;
  private readonly findings: ChainFinding[] = [];

  next(entry: SealedEntry): void {
    this.entries += 1;
    const { sequence, id, previousHash, hash } = entry;
    if (sequence <= this.last.sequence) {
      this.found({ kind: 'out_of_order', sequence, id });
      return;
    }
    if (sequence > this.last.sequence + 1) {
      this.found({ kind: 'missing', from: this.last.sequence + 1, to: sequence - 1 });
    } else if (previousHash !== this.last.hash) {
      this.found({ kind: 'broken_link', sequence, id });
    }
    if (hashOf(entry) !== hash) this.found({ kind: 'changed', sequence, id });
    this.last = { sequence, hash };
  }

  /** @param remembered the end as the writer left it; null where it left none. */
  end(remembered: ChainEnd | null): ChainReport {
    const { sequence, hash } = remembered ?? chainStart;
    if (sequence !== this.last.sequence || hash !== this.last.hash) {
      this.found({ kind: 'wrong_end', entries: this.last.sequence, remembered: remembered && sequence });
    }
    return { entries: this.entries, end: this.last, findings: this.findings };
  }

  private found(finding: ChainFinding): void {
    if (this.findings.length < maxFindings) this.findings.push(finding);
  }
}

/** What cannot even be hashed is not what was sealed. */
function hashOf({ previousHash, sequence, ...content }: SealedEntry): string | null {
  try {
    return entryHash(previousHash, sequence, content);
  } catch {
    return null;
  }
}
