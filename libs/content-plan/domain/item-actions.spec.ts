import { describe, expect, it } from '@jest/globals';
import { itemActionsFor } from './item-actions';

describe('What may be done with a publication', () => {
  it('offers first what its status asks for', () => {
    expect(itemActionsFor({ status: 'ready', hasWork: true })[0]).toBe('mark_published');
    expect(itemActionsFor({ status: 'missed', hasWork: false })[0]).toBe('move');
  });

  it('is neither moved nor deleted once it is out', () => {
    const actions = itemActionsFor({ status: 'published', hasWork: false });
    expect(actions).not.toContain('move');
    expect(actions).not.toContain('delete');
    expect(actions).toContain('undo_publication');
  });

  it('is not deleted from under somebody’s work', () => {
    expect(itemActionsFor({ status: 'in_production', hasWork: true })).not.toContain('delete');
    expect(itemActionsFor({ status: 'in_production', hasWork: false })).toContain('delete');
  });
});
