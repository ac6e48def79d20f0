/** A request's transaction, begun within its agency. */
export interface Transaction {
  readonly agencyId: string;
  readonly member: {
    readonly id: string;
    readonly name: string;
    readonly role: string;
    readonly squads: readonly string[];
  };
  /** A prepared statement under its name. */
  ask<Row extends object>(name: string, text: string, values: unknown[]): Promise<readonly Row[]>;
}
