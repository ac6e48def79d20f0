import { useParams } from '@tanstack/react-router';

/** A part of the address: `usePathParam('clientId')` on `/clients/$clientId`. Empty where the route has none of that name. */
export function usePathParam(name: string): string {
  const params: unknown = useParams({ strict: false });
  if (typeof params !== 'object' || params === null) return '';
  const value: unknown = Object.entries(params).find(([key]) => key === name)?.[1];
  return typeof value === 'string' ? value : '';
}
