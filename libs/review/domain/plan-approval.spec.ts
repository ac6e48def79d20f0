import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { decidePlan, planHash, planStanding, type PlanEntry, type PlanVerdict } from './plan-approval';

const entry = (id: string, more: Partial<PlanEntry> = {}): PlanEntry => ({
  id,
  publishAt: '2026-12-04T09:00:00Z',
  channelIds: ['vk', 'tg'],
  rubricId: null,
  format: 'post',
  title: `Публикация ${id}`,
  idea: '',
  ...more,
});

const plan = [entry('a'), entry('b'), entry('c')];

const decide = (entries: readonly PlanEntry[], changes: readonly { itemId: string; comment: string }[] = []) =>
  decidePlan(entries, { contentHash: planHash(entries), comment: '', changes: [...changes] });

function verdictsOf(entries: readonly PlanEntry[], changes: readonly { itemId: string; comment: string }[] = []) {
  const decided = decide(entries, changes);
  if (!decided.ok) throw new Error(decided.error.kind);
  return decided.value.verdicts;
}

const entries = fc.uniqueArray(fc.uuid(), { minLength: 1, maxLength: 12 }).chain((ids) =>
  fc.tuple(
    ...ids.map((id) =>
      fc.record({
        id: fc.constant(id),
        publishAt: fc
          .date({ min: new Date('2026-01-01'), max: new Date('2027-01-01'), noInvalidDate: true })
          .map((at) => at.toISOString()),
        channelIds: fc.uniqueArray(fc.constantFrom('vk', 'tg', 'ok'), { maxLength: 3 }),
        rubricId: fc.option(fc.constantFrom('r1', 'r2')),
        format: fc.constantFrom('post', 'reel'),
        title: fc.string({ unit: 'grapheme' }).filter((text) => text.isWellFormed()),
        idea: fc.constant(''),
      }),
    ),
  ),
);

describe('A client’s word on a whole plan', () => {
  it('says yes to all of it', () => {
    expect(decide(plan)).toMatchObject({ ok: true, value: { kind: 'approve' } });
    expect(planStanding(verdictsOf(plan), plan).state).toBe('approved');
  });

  it('says yes to all but what it names', () => {
    const standing = planStanding(verdictsOf(plan, [{ itemId: 'b', comment: 'Не в пятницу' }]), plan);
    expect(standing.state).toBe('changes_requested');
    expect([...standing.entries.values()]).toEqual(['approved', 'changes_requested', 'approved']);
  });

  it('is about what was on the screen', () => {
    const seen = planHash(plan);
    const moved = [entry('a', { publishAt: '2026-12-05T09:00:00Z' }), ...plan.slice(1)];
    expect(decidePlan(moved, { contentHash: seen, comment: '', changes: [] })).toEqual({
      ok: false,
      error: { kind: 'ContentChanged', contentHash: planHash(moved) },
    });
  });

  it('names publications of this plan alone, and there has to be one', () => {
    expect(decide(plan, [{ itemId: 'x', comment: 'Убрать' }])).toMatchObject({
      error: { issues: [{ path: ['changes', 0, 'itemId'], code: 'not_found' }] },
    });
    expect(decide([])).toMatchObject({ ok: false, error: { kind: 'InvalidInput' } });
  });

  it.each<[string, readonly PlanEntry[], readonly string[], string]>([
    ['nothing', plan, ['approved', 'approved', 'approved'], 'approved'],
    [
      'another day',
      [entry('a', { publishAt: '2026-12-05T09:00:00Z' }), ...plan.slice(1)],
      ['changed', 'approved', 'approved'],
      'changed',
    ],
    [
      'another title',
      [entry('a', { title: 'Иначе' }), ...plan.slice(1)],
      ['changed', 'approved', 'approved'],
      'changed',
    ],
    [
      'another channel',
      [entry('a', { channelIds: ['vk'] }), ...plan.slice(1)],
      ['changed', 'approved', 'approved'],
      'changed',
    ],
    ['one more', [...plan, entry('d')], ['approved', 'approved', 'approved', 'undecided'], 'changed'],
    ['one less', plan.slice(1), ['approved', 'approved'], 'changed'],
  ])('after an edit of %s still counts for the rest', (_, edited, standings, state) => {
    const standing = planStanding(verdictsOf(plan), edited);
    expect([...standing.entries.values()]).toEqual(standings);
    expect(standing.state).toBe(state);
  });

  it('is answered where what should change has left', () => {
    const verdicts = verdictsOf(plan, [{ itemId: 'b', comment: 'Убрать' }]);
    const standing = planStanding(verdicts, [entry('a'), entry('c')]);
    expect(standing.state).toBe('approved');
    expect(standing.gone).toHaveLength(1);
  });

  it('stands as long as nothing is edited, in whatever order and spelling the plan comes', () => {
    fc.assert(
      fc.property(entries, (some) => {
        const again = some.toReversed().map((each) => ({
          ...each,
          publishAt: each.publishAt.replace('Z', '+00:00'),
          channelIds: each.channelIds.toReversed(),
        }));
        expect(planHash(again)).toBe(planHash(some));
        expect(planStanding(verdictsOf(some), again).state).toBe('approved');
      }),
    );
  });

  it('loses by an edit exactly the publication that was edited', () => {
    fc.assert(
      fc.property(entries, fc.nat(), (some, at) => {
        const index = at % some.length;
        const edited = some.map((each, place) => (place === index ? { ...each, title: `${each.title}!` } : each));
        const verdicts: readonly PlanVerdict[] = verdictsOf(some);
        const standing = planStanding(verdicts, edited);
        expect([...standing.entries.values()].map((each) => each === 'approved')).toEqual(
          some.map((_each, place) => place !== index),
        );
        expect(standing.state).toBe('changed');
      }),
    );
  });
});
