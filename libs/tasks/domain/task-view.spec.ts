import { describe, expect, it } from '@jest/globals';
import { parseInput } from '@planerka/platform/domain';
import { tasksShownSchema, taskViewSchema } from './task-view';

describe('A saved view of tasks', () => {
  it('shows the board of everything that is open where it says nothing', () => {
    expect(tasksShownSchema.parse({})).toMatchObject({
      layout: 'board',
      orderedBy: null,
      search: '',
      assigneeId: null,
      states: [],
      zoom: 'month',
      groupedBy: 'person',
    });
  });

  it.each<[string, object, readonly string[]]>([
    ['a name is wanted', { name: ' ', shown: {} }, ['required']],
    ['a layout is one of four', { name: 'Вид', shown: { layout: 'calendar' } }, ['not_an_option']],
    ['an id is an id', { name: 'Вид', shown: { assigneeId: 'мария' } }, ['not_an_id']],
    ['words are not a book', { name: 'Вид', shown: { search: 'а'.repeat(101) } }, ['too_long']],
    ['nothing else is kept', { name: 'Вид', shown: { task: 'x' } }, ['unknown_field']],
  ])('%s', (_, input, codes) => {
    const parsed = parseInput(taskViewSchema, input);
    expect(parsed.ok ? [] : parsed.error.map(({ code }) => code)).toEqual(codes);
  });
});
