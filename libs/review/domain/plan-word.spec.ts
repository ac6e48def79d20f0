import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { decidePlan, planHash, type PlanEntry } from './plan-approval';
import {
  isOpinion,
  isWordWanted,
  planWord,
  settledBy,
  standingWithout,
  type PlanAsked,
  type PlanQuestion,
  type PlanVoice,
} from './plan-word';

const entry = (id: string, title = `Публикация ${id}`): PlanEntry => ({
  ...{ id, title, publishAt: '2026-12-04T09:00:00Z', channelIds: ['vk'], rubricId: null, format: 'post', idea: '' },
});
const plan = [entry('a'), entry('b'), entry('c')];
const edited = [entry('a', 'Иначе'), entry('b'), entry('c')];

/** What somebody says of a plan: yes, or yes but for what they name. */
function says(
  name: string,
  of: readonly PlanEntry[] = plan,
  wants: readonly string[] = [],
  isFinal = false,
): PlanVoice {
  const changes = wants.map((itemId) => ({ itemId, comment: 'Иначе' }));
  const decided = decidePlan(of, { contentHash: planHash(of), comment: '', changes });
  if (!decided.ok) throw new Error(decided.error.kind);
  return { name, isFinal, isOpinion: false, verdicts: decided.value.verdicts };
}
/** While others decided. */
const thinks = (...said: Parameters<typeof says>): PlanVoice => ({ ...says(...said), isOpinion: true });
const asked = (name: string, more: Partial<PlanAsked> = {}): PlanAsked => ({
  ...{ name, isFinal: false, mustAgree: false },
  ...more,
});
const must = (...names: readonly string[]) => names.map((name) => asked(name, { mustAgree: true }));
const marina = asked('Марина', { isFinal: true });

describe('Whose word counts', () => {
  it('is whoever was given the last one, else whoever spoke last', () => {
    const voices = [says('Ольга'), says('Марина', plan, [], true)];
    expect(planWord(voices, plan, [marina, asked('Ольга')]).counting?.name).toBe('Марина');
    expect(planWord(voices, plan, [asked('Марина'), asked('Ольга')]).counting?.name).toBe('Ольга');
    expect(planWord([says('Ольга')], plan, [marina, asked('Ольга')]).counting).toBeNull();
  });

  const two = must('Ольга', 'Павел');
  it.each<[string, readonly PlanVoice[], readonly PlanEntry[], readonly PlanAsked[], object]>([
    ['nobody has spoken', [], plan, two, { state: 'undecided', agreed: [], waiting: ['Ольга', 'Павел'] }],
    ['one agrees', [says('Ольга')], plan, two, { state: 'undecided', agreed: ['Ольга'], waiting: ['Павел'] }],
    [
      'both agree',
      [says('Павел'), says('Ольга')],
      plan,
      two,
      { state: 'approved', agreed: ['Ольга', 'Павел'], waiting: [] },
    ],
    [
      'one wants changes',
      [says('Павел', plan, ['b']), says('Ольга')],
      plan,
      two,
      { state: 'changes_requested', agreed: ['Ольга'], waiting: [] },
    ],
    [
      'an edit takes both words back',
      [says('Павел'), says('Ольга')],
      edited,
      two,
      { state: 'changed', agreed: [], waiting: ['Ольга', 'Павел'] },
    ],
    [
      'one has agreed to the edit',
      [says('Павел', edited), says('Ольга')],
      edited,
      two,
      { state: 'changed', agreed: ['Павел'], waiting: ['Ольга'] },
    ],
    [
      'the other is asked no more',
      [says('Ольга')],
      plan,
      must('Ольга'),
      { state: 'approved', agreed: ['Ольга'], waiting: [] },
    ],
    [
      'somebody who was not named agrees',
      [says('Ира')],
      plan,
      [...two, asked('Ира')],
      { state: 'undecided', agreed: [], waiting: ['Ольга', 'Павел'] },
    ],
    [
      'somebody has the last word all the same',
      [says('Марина', plan, [], true)],
      plan,
      [...two, marina],
      { state: 'approved', agreed: [], waiting: [] },
    ],
    [
      'one who wanted changes is asked no more',
      [says('Павел', plan, ['b']), says('Ольга')],
      plan,
      must('Ольга'),
      { state: 'changes_requested', agreed: ['Ольга'], waiting: [] },
    ],
    [
      'and what they wanted was changed',
      [says('Ольга', edited), says('Павел', plan, ['a'])],
      edited,
      must('Ольга'),
      { state: 'approved', agreed: ['Ольга'], waiting: [] },
    ],
    [
      'whoever decided alone has left, and one was only heard',
      [thinks('Ольга'), says('Павел')],
      plan,
      two,
      { state: 'undecided', agreed: ['Павел'], waiting: ['Ольга'] },
    ],
  ])('of all who must agree together: %s', (_, voices, entries, people, expected) => {
    expect(planWord(voices, entries, people)).toMatchObject(expected);
  });

  it.each<[string, readonly PlanVoice[], readonly PlanAsked[], string]>([
    ['who agreed is enough once nobody else is asked', [says('Ольга')], [], 'approved'],
    ['an opinion is none, though nobody else is asked', [thinks('Ольга')], [], 'undecided'],
    ['nor where the first answer decides now', [thinks('Ольга')], [asked('Ольга')], 'undecided'],
    [
      'the last word stays said when its link is closed',
      [says('Марина', plan, [], true)],
      [asked('Ольга')],
      'approved',
    ],
    ['a wish of whoever had the last word stays, too', [says('Марина', plan, ['a'], true)], [], 'changes_requested'],
  ])('after somebody has left: %s', (_, voices, people, state) => {
    expect(planWord(voices, plan, people).state).toBe(state);
  });

  it('calls a publication good where all do, and bad where one does', () => {
    const voices = [says('Павел', plan, ['b']), says('Ольга', plan, ['c'])];
    const { entries, counting } = planWord(voices, plan, two);
    expect([...entries.values()]).toEqual(['approved', 'changes_requested', 'changes_requested']);
    expect(counting?.name).toBe('Павел');
  });

  it('approves by everybody’s yes to what stands there, whoever is first, and by nothing less', () => {
    const people = ['Ольга', 'Павел', 'Ира'];
    const said = fc.record({ of: fc.constantFrom(plan, edited), wants: fc.subarray(['a', 'b', 'c']) });
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom(...people), said), { maxLength: 6 }), (history) => {
        // The newest first, the last of each person.
        const last = new Map(history.map(([name, { of, wants }]) => [name, says(name, of, wants)]));
        const voices = [...new Set(history.toReversed().map(([name]) => name))].map((name) => last.get(name)!);
        const { state, agreed } = planWord(voices, edited, must(...people));
        const good = people.filter((name) => {
          const voice = last.get(name);
          const isOfThis = voice?.verdicts.every(({ hash }, at) => hash === says('', edited).verdicts[at]?.hash);
          return isOfThis && voice?.verdicts.every(({ comment }) => comment === null);
        });
        expect(state === 'approved').toBe(good.length === people.length);
        expect(agreed).toEqual(good);
      }),
    );
  });
});

describe('A month whose approver leaves', () => {
  const question = { entries: plan, voices: [says('Ольга')], asked: must('Ольга', 'Павел') };

  it.each<[string, PlanQuestion, string, string]>([
    ['is approved where all the others agree', question, 'Павел', 'approved'],
    ['waits on where another is waited for', question, 'Ольга', 'undecided'],
    ['waits on where it was edited', { ...question, entries: edited }, 'Павел', 'changed'],
    ['is not approved by opinions', { ...question, voices: [thinks('Ольга')], asked: [marina] }, 'Марина', 'undecided'],
  ])('%s', (_, of, who, state) => {
    expect(standingWithout(of, who)).toBe(state);
  });

  it('never comes to a yes over what somebody wants changed', () => {
    const people = ['Ольга', 'Павел', 'Ира'];
    const said = fc.tuple(fc.constantFrom(...people), fc.constantFrom(plan, edited), fc.subarray(['a', 'b', 'c']));
    fc.assert(
      fc.property(fc.uniqueArray(said, { selector: ([name]) => name }), fc.constantFrom(...people), (all, leaving) => {
        const voices = all.map(([name, of, wants]) => says(name, of, wants));
        const of = { entries: edited, voices, asked: must(...people) };
        const before = planWord(voices, edited, of.asked).state;
        const after = standingWithout(of, leaving);
        if (before === 'changes_requested') expect(after).toBe('changes_requested');
        if (after === 'approved') expect(all.filter(([name]) => name !== leaving)).toHaveLength(2);
      }),
    );
  });

  it.each([
    ['undecided', 'approved', 'approved'],
    ['changed', 'approved', 'approved'],
    ['undecided', 'changes_requested', 'changes_requested'],
    ['approved', 'approved', null],
    ['approved', 'undecided', null],
    ['undecided', 'changed', null],
  ] as const)('from %s to %s tells %s', (before, after, told) => {
    expect(settledBy(before, after)).toBe(told);
  });
});

describe('An opinion', () => {
  const all = must('Ольга', 'Павел');
  it.each<[string, readonly PlanAsked[], PlanAsked, boolean]>([
    ['is what is said beside the last word', [marina, asked('Ольга')], asked('Ольга'), true],
    ['is not the last word', [marina, asked('Ольга')], marina, false],
    ['is not the first answer, where it decides', [asked('Ольга')], asked('Ольга'), false],
    ['is not the word of one who must agree', all, asked('Ольга'), false],
    ['is that of one more beside them', [...all, asked('Ира')], asked('Ира'), true],
  ])('%s', (_, people, who, expected) => {
    expect(isOpinion(people, who)).toBe(expected);
  });
});

describe('A word', () => {
  const link = (name: string, more: object = {}) => ({ ...asked(name), asksApproval: true, ...more });
  const of = (more: Partial<PlanQuestion>): PlanQuestion => ({ entries: plan, voices: [], asked: [], ...more });
  const all = must('Ольга', 'Павел');

  it.each<[string, PlanQuestion, ReturnType<typeof link>, boolean]>([
    ['of anybody who is asked, while nobody has spoken', of({}), link('Ольга'), true],
    ['of nobody who only looks', of({}), link('Ольга', { asksApproval: false }), false],
    ['of nobody where the month is empty', of({ entries: [] }), link('Ольга'), false],
    ['of nobody after one has said yes', of({ voices: [says('Марина')] }), link('Ольга'), false],
    ['again after an edit', of({ voices: [says('Марина')], entries: edited }), link('Ольга'), true],
    ['of the others until the last word is said', of({ asked: [marina] }), link('Ольга'), true],
    ['of nobody twice', of({ asked: [marina], voices: [says('Ольга')] }), link('Ольга'), false],
    [
      'of whoever decides last, whatever the others say',
      of({ asked: [marina], voices: [says('Ольга')] }),
      link('Марина', { isFinal: true }),
      true,
    ],
    [
      'of nobody after the last word',
      of({ asked: [marina], voices: [says('Марина', plan, [], true)] }),
      link('Ольга'),
      false,
    ],
    [
      'of both after an edit',
      of({ asked: [marina], voices: [says('Марина', plan, [], true), says('Ольга')], entries: edited }),
      link('Ольга'),
      true,
    ],
    [
      'again of whoever was only heard, once it decides',
      of({ asked: all, voices: [thinks('Ольга')] }),
      link('Ольга'),
      true,
    ],
    ['of the second of all', of({ asked: all, voices: [says('Ольга')] }), link('Павел'), true],
    ['of none of all twice', of({ asked: all, voices: [says('Ольга')] }), link('Ольга'), false],
    [
      'of nobody while one of all wants changes',
      of({ asked: all, voices: [says('Ольга', plan, ['a'])] }),
      link('Павел'),
      false,
    ],
    [
      'of all again once that was changed',
      of({ asked: all, voices: [says('Ольга', plan, ['a'])], entries: edited }),
      link('Ольга'),
      true,
    ],
  ])('is wanted %s', (_, question, who, wanted) => {
    expect(isWordWanted(question, who)).toBe(wanted);
  });
});
