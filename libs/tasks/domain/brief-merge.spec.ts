import { describe, expect, it } from '@jest/globals';
import { mergeBriefs } from './brief-merge';
import { copyBrief } from './testing/briefs';

const base = copyBrief;

/** What came of it, and whose fields have to be chosen. */
const merged = (mine: Partial<typeof base>, theirs: Partial<typeof base>) => {
  const { brief, collisions } = mergeBriefs({ base, mine: { ...base, ...mine }, theirs: { ...base, ...theirs } });
  return { brief, collisions: collisions.map(({ path }) => path) };
};

describe('two who write one brief', () => {
  it('of different fields keep both', () => {
    const { brief, collisions } = merged({ goal: 'Моя цель' }, { structure: 'Их структура' });
    expect(collisions).toEqual([]);
    expect(brief).toEqual({ ...base, goal: 'Моя цель', structure: 'Их структура' });
  });

  it('of different parts of one group keep both', () => {
    const mine = { audience: { ...base.audience, who: 'Мои читатели' } };
    const theirs = { audience: { ...base.audience, pains: 'Их боли' } };
    expect(merged(mine, theirs).brief).toMatchObject({ audience: { who: 'Мои читатели', pains: 'Их боли' } });
  });

  it('of one field are asked, and mine stands until then', () => {
    const { brief, collisions } = merged({ keyMessages: ['Моя мысль'] }, { keyMessages: ['Их мысль'], goal: 'Их' });
    expect(collisions).toEqual(['keyMessages']);
    expect(brief).toMatchObject({ keyMessages: ['Моя мысль'], goal: 'Их' });
  });

  it('of the same words in one field agree', () => {
    expect(merged({ goal: 'Одно и то же' }, { goal: 'Одно и то же' }).collisions).toEqual([]);
  });

  it('may take a field back to nothing', () => {
    expect(merged({ keywords: [] }, { goal: 'Их' }).brief.criteria).toEqual(base.criteria);
    expect(merged({ criteria: [] }, {}).brief.criteria).toEqual([]);
    expect(merged({}, { criteria: [] }).brief.criteria).toEqual([]);
  });
});
