import type { Id } from '@planerka/platform/domain';

/** Does this holder still let whoever has its addresses in? */
export type HolderRule = (agencyId: Id, holderId: Id) => Promise<boolean>;

/** Where domains say what may hold addresses of files apart from a session: a client's link, for as long as it is open. */
export class FileHolders {
  private readonly rules: HolderRule[] = [];

  add(rule: HolderRule): void {
    this.rules.push(rule);
  }

  async letsIn(agencyId: Id, holderId: Id): Promise<boolean> {
    for (const rule of this.rules) if (await rule(agencyId, holderId)) return true;
    return false;
  }
}
