/** Closes a `switch` over a union: adding a member fails to compile at every place that has to know about it. */
export function assertNever(value: never): never {
  throw new Error(`Unexpected value: ${JSON.stringify(value)}`);
}
