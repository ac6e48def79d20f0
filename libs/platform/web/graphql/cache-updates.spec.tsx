import { describe, expect, it } from '@jest/globals';
import type { Cache, FieldInfo, Variables } from '@urql/exchange-graphcache';
import { cacheUpdates, defineLiveUpdates } from './cache-updates';

defineLiveUpdates({ item: ['contentPlan', 'ideas'] });

/** Which of the asked fields are asked again after that. */
function askedAgain(happening: object, asked: readonly (readonly [string, Variables | null])[]): readonly string[] {
  const again: string[] = [];
  const fields = asked.map(([fieldName, variables]) => ({ fieldName, arguments: variables, fieldKey: fieldName }));
  const cache: Partial<Cache> = {
    inspectFields: (): FieldInfo[] => fields,
    invalidate: (_entity, field, variables) =>
      void (field && again.push(`${String(field)} ${JSON.stringify(variables)}`)),
  };
  const event = { type: 'item.moved', entityType: 'ContentItem', entityId: '1', clientId: 'sosna', ...happening };
  cacheUpdates.Subscription['happened']?.({ happened: event }, {}, cache as Cache, {} as never);
  return again;
}

describe('What is asked again when others do something', () => {
  const december = { clientId: 'sosna', month: '2026-12' };
  const january = { clientId: 'sosna', month: '2027-01' };
  const ofAll = { month: '2026-12' };
  const ofAnother = { clientId: 'lada', month: '2026-12' };
  const pages = [december, january, ofAll, ofAnother].map((args) => ['contentPlan', args] as const);

  it('is a month’s page where it may show that, and whatever has no month', () => {
    expect(askedAgain({ months: ['2026-12'] }, [...pages, ['ideas', null]])).toEqual([
      `contentPlan ${JSON.stringify(december)}`,
      `contentPlan ${JSON.stringify(ofAll)}`,
      'ideas null',
    ]);
  });

  it('is every month where nobody says which', () => {
    expect(askedAgain({ months: [] }, pages)).toHaveLength(4);
  });

  it('is nothing of another topic', () => {
    expect(askedAgain({ type: 'task.done', months: [] }, pages)).toEqual([]);
  });
});
