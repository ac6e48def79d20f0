import type { Id } from '@planerka/platform/domain';

/** A person of the agency. */
export interface Holder {
  readonly memberId: Id;
  readonly name: string;
}

/** Does this holder still let whoever has its addresses in? A person is told by name: the journal says who. */
export type HolderRule = (agencyId: Id, holderId: Id) => Promise<boolean | Holder>;

/**
 * Where domains say what may hold addresses of files apart from a session: a client's link, for as long as it is open; whoever was
 * shown the address of an archive, for as long as they may have it.
 */
export class FileHolders {
  private readonly rules: HolderRule[] = [];

  add(rule: HolderRule): void {
    this.rules.push(rule);
  }

  /** False where nobody holds it any more; true where it is nobody's by name. */
  async find(agencyId: Id, holderId: Id): Promise<boolean | Holder> {
    for (const rule of this.rules) {
      const found = await rule(agencyId, holderId);
      if (found) return found;
    }
    return false;
  }
}
