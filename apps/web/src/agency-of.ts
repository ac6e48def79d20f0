interface Belonging {
  readonly agency: { readonly id: string } | null;
  readonly memberships: readonly { readonly id: string }[];
}

/**
 * The agency to name in every request: the chosen one while it is the person's own, whatever is still on the screen; else what
 * the server picked, or the first of theirs.
 */
export function agencyOf({ agency, memberships }: Belonging, chosen: string | null): string | undefined {
  const isOwn = memberships.some(({ id }) => id === chosen);
  return (isOwn && chosen) || (agency?.id ?? memberships[0]?.id);
}
