import { brandProfileSchema } from '@planerka/clients/domain';
import type { AdSurroundings } from '@planerka/tasks/domain';
import { createContext, useContext } from 'react';

const AdSurroundingsContext = createContext<AdSurroundings>({
  client: '',
  campaign: '',
  schemes: { naming: '', utm: '' },
});

/** Whose advertisements these are: it goes into their names. */
export const AdSurroundingsProvider = AdSurroundingsContext;
export const useAdSurroundings = (): AdSurroundings => useContext(AdSurroundingsContext);

/** The client's own schemes, as the brand profile of that day has them. */
export function schemesOf(brand: unknown): AdSurroundings['schemes'] {
  const read = brandProfileSchema.safeParse(brand ?? {});
  return read.success ? read.data.tracking : { naming: '', utm: '' };
}
