/** Compares decimal strings that `amount()` has let through: at most two digits after the point, no sign. */
export function compareAmounts(one: string, other: string): number {
  const difference = minorOf(one) - minorOf(other);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

function minorOf(text: string): bigint {
  const [whole = '0', fraction = ''] = text.split('.');
  return BigInt(whole + fraction.padEnd(2, '0'));
}
