const zone = 'Europe/Moscow';

/** The agency's day that many days from now: "2026-12-08". */
export const dayFromNow = (days: number): string =>
  new Date(Date.now() + days * 86_400_000).toLocaleDateString('sv-SE', { timeZone: zone });

export const monthOf = (day: string): string => day.slice(0, 7);

/** "2026-12-08", "18:00" in Moscow, as the wire wants it. */
export const instantOf = (day: string, time: string): string => new Date(`${day}T${time}:00+03:00`).toISOString();
