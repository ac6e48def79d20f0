import { describe, expect, it } from '@jest/globals';
import type { PlanItem } from '../plan/plan-item';
import type { Plan } from '../plan/plan-page.documents';
import { type Draft, drafted, type Drafts, emptied, isUnchanged, unheard, withDraft } from './table-edit';
import { choicesIn, type TablePerson } from './table-people';

const plan = { rubrics: [], campaigns: [], channels: [] } as unknown as Plan;
const task = { id: 'task', discipline: 'COPY', state: 'DRAFT', assigneeId: null, assigneeName: null };
const itemOf = (work: object = {}, fields: object = {}) =>
  ({
    id: 'item',
    title: 'Доска',
    version: 3,
    channels: [],
    tasks: [{ ...task, ...work }],
    ...fields,
  }) as unknown as PlanItem;
const maria = { assigneeId: 'maria', assigneeName: 'Мария Орлова' };
const place = { id: 'item', field: 'copywriterId' } as const;
const wish: Draft = { set: { copywriterId: 'maria' }, person: { name: 'Мария Орлова', before: null } };
const drafts: Drafts = withDraft(new Map(), place, wish);
const executors = (item: PlanItem) => item.tasks.map(({ assigneeName }) => assigneeName);

describe('Whoever is written into a cell', () => {
  it('stands there before the server has answered', () => {
    expect(executors(drafted(itemOf(), drafts, plan))).toEqual(['Мария Орлова']);
  });

  it('gives way to whom the page hears of, and does not come again when that is taken back', () => {
    const heard = itemOf({ assigneeId: 'timur', assigneeName: 'Тимур' });
    expect(executors(drafted(heard, drafts, plan))).toEqual(['Тимур']);
    const left = unheard(drafts, [heard]);
    expect(executors(drafted(itemOf(), left, plan))).toEqual([null]);
  });

  it('stays while nothing is heard, and where it was refused', () => {
    expect(unheard(drafts, [itemOf()])).toEqual(drafts);
    const refused = withDraft(drafts, place, { ...wish, problem: 'Задача уже выдана' });
    expect(executors(drafted(itemOf(), refused, plan))).toEqual(['Мария Орлова']);
  });

  it('is no change where they do it anyway', () => {
    expect(isUnchanged(itemOf(maria), { copywriterId: 'maria' })).toBe(true);
    expect(isUnchanged(itemOf(maria), { copywriterId: null })).toBe(false);
  });
});

describe('Delete', () => {
  it.each([
    ['copywriterId', { copywriterId: null }],
    ['rubric', { rubricId: null }],
    ['channels', { channelIds: [] }],
    ['title', null],
    ['format', null],
  ] as const)('in %s', (field, set) => {
    expect(emptied(field)).toEqual(set);
  });
});

describe('Who can be chosen', () => {
  const person = (name: string, isOfSquad: boolean, disciplines = ['COPY']) =>
    ({ id: name, name, isOfSquad, disciplines }) as unknown as TablePerson;
  const people = [person('Анна', false), person('Семён', true), person('Тимур', true, ['DESIGN'])];

  it('is who does such work, the squad first', () => {
    const { squad, others } = choicesIn(people, 'copywriterId', '');
    expect([...squad, ...others].map(({ name }) => name)).toEqual(['Семён', 'Анна']);
  });

  it('is found by a part of the name, with «е» for «ё»', () => {
    expect(choicesIn(people, 'copywriterId', 'семен')).toMatchObject({ squad: [{ name: 'Семён' }], others: [] });
  });
});
