import { disciplines, type Discipline } from '@planerka/agency/domain';
import { itemFormats, type ItemFormat } from '@planerka/content-plan/domain';
import { parseMoneyText, type Currency } from '@planerka/platform/domain';
import { useAppRouter, type VariablesOf } from '@planerka/platform/web';
import { useLocation } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import type { ClientSimulationQuery } from './simulation-documents';

export type OfferField = 'squad' | 'start' | 'fee' | ItemFormat | `${Discipline}-hours` | `${Discipline}-help`;

export interface Offer {
  readonly value: (field: OfferField) => string;
  readonly count: (field: OfferField) => number;
  /** Nothing is asked for yet. */
  readonly isEmpty: boolean;
  readonly input: VariablesOf<typeof ClientSimulationQuery>['input'];
  /** What was typed as the fee is no sum. */
  readonly isFeeWrong: boolean;
  /** Empty values leave the address. */
  readonly set: (change: Partial<Record<OfferField, string | number>>) => void;
  readonly reset: () => void;
}

const amounts: readonly OfferField[] = [
  ...itemFormats,
  ...disciplines.flatMap((each) => [`${each}-hours`, `${each}-help`] as const),
];
/** As the server takes them. */
const mostOf = (field: OfferField): number => (field.includes('-') ? 1000 : 500);
const wire = (format: ItemFormat) => format.toUpperCase() as Uppercase<ItemFormat>;

/** The question lives in the address: a link to an answer is a link to just that, and nothing is written anywhere. */
export function useOffer(currency: string): Offer {
  const router = useAppRouter();
  const search = useLocation({ select: (location) => location.searchStr });
  const set = useCallback<Offer['set']>(
    (change) => {
      const { pathname, searchStr } = router.state.location;
      const params = new URLSearchParams(searchStr);
      for (const [field, value] of Object.entries(change)) {
        if (value === '' || value === 0) params.delete(field);
        else params.set(field, String(value));
      }
      const query = params.toString();
      router.history.replace(query ? `${pathname}?${query}` : pathname);
    },
    [router],
  );
  const reset = useCallback(() => router.history.replace(router.state.location.pathname), [router]);
  return useMemo(() => {
    const params = new URLSearchParams(search);
    const value = (field: OfferField) => params.get(field) ?? '';
    const count = (field: OfferField) => {
      const given = Number(value(field));
      const whole = field.includes('-') ? given : Math.floor(given);
      return Number.isFinite(whole) ? Math.min(mostOf(field), Math.max(0, whole)) : 0;
    };
    const of = (kind: 'hours' | 'help') => ({
      copy: count(`copy-${kind}`),
      design: count(`design-${kind}`),
      targeting: count(`targeting-${kind}`),
    });
    const fee = value('fee') ? parseMoneyText(value('fee'), currency as Currency) : null;
    return {
      value,
      count,
      set,
      reset,
      isEmpty: amounts.every((field) => field.endsWith('-help') || count(field) === 0),
      isFeeWrong: fee !== null && !fee.ok,
      input: {
        squadId: value('squad') || null,
        startMonth: /^\d{4}-\d{2}$/.test(value('start')) ? value('start') : null,
        publications: itemFormats
          .filter((format) => count(format) > 0)
          .map((format) => ({ format: wire(format), count: count(format) })),
        hours: of('hours'),
        help: of('help'),
        fee: fee?.ok ? fee.value.toJSON() : null,
      },
    };
  }, [search, currency, set, reset]);
}
