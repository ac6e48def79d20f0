import { describe, expect, it } from '@jest/globals';
import { Temporal } from '@planerka/platform/domain';
import { itemStatusAt, itemStatusOf, type ItemStatus, type ItemTaskFacts } from './item-status';

const noon = Temporal.Instant.from('2026-12-08T09:00:00Z');
const tasks = (...states: ItemTaskFacts['state'][]): ItemTaskFacts[] => states.map((state) => ({ state }));

describe('The status of a publication', () => {
  it.each<[string, ItemTaskFacts[], ItemStatus]>([
    ['has no tasks', [], 'planned'],
    ['has only drafts of briefs', tasks('draft', 'draft'), 'planned'],
    ['has a brief at a specialist', tasks('draft', 'issued'), 'in_production'],
    ['has done and open work', tasks('done', 'in_progress'), 'in_production'],
    ['has one part done and the other not begun', tasks('done', 'draft'), 'in_production'],
    ['waits for the client with one of its parts', tasks('done', 'client_review', 'in_progress'), 'awaiting_client'],
    ['has all its work done', tasks('done', 'done'), 'ready'],
    ['does not count cancelled work', tasks('done', 'cancelled'), 'ready'],
    ['had all its work cancelled', tasks('cancelled'), 'planned'],
  ])('%s', (_, facts, status) => {
    expect(itemStatusOf({ publishedAt: null }, facts)).toBe(status);
  });

  it('stays published whatever happens to its tasks', () => {
    expect(itemStatusOf({ publishedAt: noon }, tasks('in_progress'))).toBe('published');
  });

  it('is missed once its moment has passed unpublished, and not a minute before', () => {
    const item = { status: 'ready', publishAt: noon } as const;
    expect(itemStatusAt(item, noon)).toBe('ready');
    expect(itemStatusAt(item, noon.add({ seconds: 1 }))).toBe('missed');
    expect(itemStatusAt({ ...item, status: 'published' }, noon.add({ hours: 1 }))).toBe('published');
  });
});
