import { describe, expect, it } from '@jest/globals';
import { businessCalendar, Temporal } from '@planerka/platform/domain';
import { rescheduleBreaksOf, rescheduleWay, type ChainNeighbour, type RescheduleFacts } from './reschedule';
import { taskStates } from './task-state';

const day = (text: string) => Temporal.PlainDate.from(text);
const calendar = businessCalendar();
const neighbour = (id: string, dueOn: string | null, state: ChainNeighbour['state'] = 'issued'): ChainNeighbour => ({
  id,
  title: id,
  state,
  dueOn: dueOn === null ? null : day(dueOn),
});
const facts = (dueOn: string, more: Partial<RescheduleFacts> = {}): RescheduleFacts => ({
  dueOn: day(dueOn),
  today: day('2026-12-07'),
  calendar,
  before: [],
  after: [],
  publishOn: null,
  wantsClientApproval: false,
  answering: { days: 2, calendar },
  awayUntil: null,
  ...more,
});
const broken = (dueOn: string, more: Partial<RescheduleFacts> = {}) =>
  rescheduleBreaksOf(facts(dueOn, more)).map(({ kind, taskId, on }) => [kind, taskId ?? on?.toString()].join(' '));

describe('another due day', () => {
  it('is at once for a draft, by a revision while the work is the assignee’s, and not at all afterwards', () => {
    expect(taskStates.map((state) => rescheduleWay(state))).toEqual([
      'at_once',
      'by_revision',
      'by_revision',
      null,
      null,
      null,
      null,
    ]);
  });

  it.each<[string, string, Partial<RescheduleFacts>, readonly string[]]>([
    ['stands in nobody’s way', '2026-12-09', {}, []],
    ['is before what it waits for', '2026-12-09', { before: [neighbour('copy', '2026-12-10')] }, ['waits_for copy']],
    ['is the day of what it waits for', '2026-12-10', { before: [neighbour('copy', '2026-12-10')] }, []],
    ['waits for nothing that is done', '2026-12-09', { before: [neighbour('copy', '2026-12-10', 'done')] }, []],
    ['waits for what has no day', '2026-12-09', { before: [neighbour('copy', null)] }, []],
    ['is after what needs it', '2026-12-11', { after: [neighbour('ads', '2026-12-10')] }, ['needed_by ads']],
    ['is after what was given up', '2026-12-11', { after: [neighbour('ads', '2026-12-10', 'cancelled')] }, []],
    ['is past', '2026-12-04', {}, ['in_the_past 2026-12-07']],
    ['is a Saturday', '2026-12-12', {}, ['day_off 2026-12-12']],
    ['finds the assignee away', '2026-12-12', { awayUntil: day('2026-12-14') }, ['away 2026-12-14']],
    ['is after the publication', '2026-12-11', { publishOn: day('2026-12-10') }, ['publication 2026-12-10']],
    [
      'leaves the client too little time',
      '2026-12-09',
      { publishOn: day('2026-12-10'), wantsClientApproval: true },
      ['client_word 2026-12-11'],
    ],
    ['asks no client who is not to be asked', '2026-12-09', { publishOn: day('2026-12-10') }, []],
  ])('%s', (_, dueOn, more, expected) => {
    expect(broken(dueOn, more)).toEqual(expected);
  });
});
