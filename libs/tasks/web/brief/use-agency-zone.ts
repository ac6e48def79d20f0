import { useFormat } from '@planerka/platform/web';

/** Due times are the agency's, wherever the person sits. */
export const useAgencyZone = (): string => useFormat().timeZone;
