import { describe, expect, it } from '@jest/globals';
import { agencyOf } from './agency-of';

const [mayak, studio] = [{ id: 'mayak' }, { id: 'studio' }];

describe('The agency of a tab', () => {
  it('stays the one just chosen, though the page still shows the one before', () => {
    expect(agencyOf({ agency: mayak, memberships: [mayak, studio] }, 'studio')).toBe('studio');
  });

  it('is what the server picked where this browser’s last choice was somebody else’s, or none', () => {
    expect(agencyOf({ agency: mayak, memberships: [mayak, studio] }, 'foreign')).toBe('mayak');
    expect(agencyOf({ agency: null, memberships: [mayak, studio] }, null)).toBe('mayak');
    expect(agencyOf({ agency: null, memberships: [] }, null)).toBeUndefined();
  });
});
