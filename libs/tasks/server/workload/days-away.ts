import type { Period } from '@planerka/agency/domain';
import { Temporal } from '@planerka/platform/domain';

/** Days as PostgreSQL writes them. */
export const toPeriod = <Row extends { readonly startsOn: string; readonly endsOn: string }>({
  startsOn,
  endsOn,
  ...rest
}: Row): Omit<Row, 'startsOn' | 'endsOn'> & Period => ({
  ...rest,
  startsOn: Temporal.PlainDate.from(startsOn),
  endsOn: Temporal.PlainDate.from(endsOn),
});
