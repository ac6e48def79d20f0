import { describe, expect, it } from '@jest/globals';
import { newId } from '@planerka/platform/domain';
import { peopleOf, personIssues, workMoves, type WorkOfItem } from './item-people';

const [maria, oleg, timur] = [newId(), newId(), newId()];
const people = new Map([
  [maria, { disciplines: ['copy'] }],
  [oleg, { disciplines: ['copy', 'design'] }],
  [timur, { disciplines: ['design'] }],
] as const);
const work = (more: Partial<WorkOfItem> = {}): WorkOfItem => ({
  ...{ id: newId(), discipline: 'copy', state: 'draft', assigneeId: maria, isAccepted: false },
  ...more,
});

describe('Who does the work on a publication', () => {
  it.each<[string, readonly WorkOfItem[], string | null, string | undefined]>([
    ['a draft goes to somebody else', [work()], oleg, undefined],
    ['a draft is left to nobody', [work()], null, undefined],
    ['an issued one goes to somebody else', [work({ state: 'issued' })], oleg, undefined],
    ['an issued one is not left to nobody', [work({ state: 'issued' })], null, 'issued_needs_person'],
    ['one that was accepted stays', [work({ state: 'issued', isAccepted: true })], oleg, 'work_begun'],
    ['one in progress stays', [work({ state: 'in_progress' })], oleg, 'work_begun'],
    ['one that is done stays', [work({ state: 'done' })], oleg, 'work_begun'],
    ['there is none', [], oleg, 'no_task'],
    ['a cancelled one is none', [work({ state: 'cancelled' })], oleg, 'no_task'],
    ['another kind of work is none', [work({ discipline: 'design' })], oleg, 'no_task'],
    ['of two nobody knows which', [work(), work()], oleg, 'several_tasks'],
    ['a cancelled one does not count', [work(), work({ state: 'cancelled' })], oleg, undefined],
    ['somebody who does not write', [work()], timur, 'cannot_take'],
    ['somebody of elsewhere', [work()], newId(), 'unknown_person'],
  ])('%s', (_, tasks, memberId, code) => {
    expect(personIssues('copywriterId', memberId, tasks, people)[0]?.code).toBe(code);
  });

  it('is said by its one task in each column', () => {
    const tasks = [work(), work({ discipline: 'design', assigneeId: timur }), work({ discipline: 'targeting' })];
    expect(peopleOf([...tasks, work({ discipline: 'targeting' })])).toEqual({
      copywriterId: maria,
      designerId: timur,
      targetologistId: null,
    });
  });

  it('changes by tasks, from whoever had them', () => {
    const [copy, design] = [work(), work({ discipline: 'design', assigneeId: timur })];
    expect(workMoves({ work: [copy, design] }, { copywriterId: oleg, designerId: null })).toEqual([
      { taskId: copy.id, fromMemberId: maria, toMemberId: oleg },
      { taskId: design.id, fromMemberId: timur, toMemberId: null },
    ]);
  });
});
