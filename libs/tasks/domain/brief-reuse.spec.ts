import { describe, expect, it } from '@jest/globals';
import { reusable } from './brief-reuse';
import { copyBrief, designBrief, targetingBrief } from './testing/briefs';

const file = '01890a5d-ac96-774b-bcce-b302099a8057';

describe('a brief to begin another with', () => {
  it('keeps the way of asking', () => {
    expect(reusable(copyBrief)).toEqual(copyBrief);
  });

  it('leaves behind what was of one occasion', () => {
    const withFile = { ...copyBrief, references: [{ url: '', fileId: file, note: '', verdict: null }] };
    expect(reusable(withFile)).toMatchObject({ references: [], keyMessages: copyBrief.keyMessages });
    expect(reusable(designBrief)).toMatchObject({
      identityFileIds: [],
      isProofread: false,
      slides: designBrief.slides,
    });
    expect(
      reusable({ ...targetingBrief, startsOn: '2026-12-01', marking: { ...targetingBrief.marking, erid: 'X' } }),
    ).toMatchObject({
      startsOn: null,
      marking: { erid: '' },
      segments: targetingBrief.segments,
    });
  });
});
