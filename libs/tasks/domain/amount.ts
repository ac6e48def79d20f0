/** Compares decimal strings that `amount()` has let through: at most two digits after the point, no sign. */
export function compareAmounts(one: string, other: string): number {
  const difference = (minorOf(one) ?? 0n) - (minorOf(other) ?? 0n);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** `7500.5` → 750050n; null for what is no sum of whole kopecks. */
export function minorOf(decimal: string | null): bigint | null {
  const match = /^(\d{1,19})(?:\.(\d{1,2})0*)?$/.exec(decimal ?? '');
  if (!match) return null;
  return BigInt((match[1] ?? '') + (match[2] ?? '').padEnd(2, '0'));
}

/** 750050n → `7500.50`, 70000n → `700`. */
export function decimalOfMinor(minor: bigint): string {
  const kopecks = minor % 100n;
  return kopecks === 0n ? String(minor / 100n) : `${minor / 100n}.${String(kopecks).padStart(2, '0')}`;
}
