import { describe, expect, it } from '@jest/globals';
import { parseInput, Temporal } from '@planerka/platform/domain';
import { campaignSchema, campaignStates, isInPeriod, monthsOf } from './campaign';
import { campaignActions, campaignActionsIn, moveCampaign } from './campaign-actions';
import '@planerka/platform/domain/testing/temporal-equality';

const good = { name: 'Новогодняя коллекция', goal: 'sales', startsOn: '2026-11-16', endsOn: '2027-01-10' };
const day = (text: string) => Temporal.PlainDate.from(text);

describe('a campaign', () => {
  it('is taken with its period', () => {
    const parsed = parseInput(campaignSchema, good);
    if (!parsed.ok) throw new Error(parsed.error[0]?.code);
    expect(monthsOf(parsed.value).map(String)).toEqual(['2026-11', '2026-12', '2027-01']);
    expect(isInPeriod(day('2026-11-16'), parsed.value)).toBe(true);
    expect(isInPeriod(day('2027-01-10'), parsed.value)).toBe(true);
    expect(isInPeriod(day('2027-01-11'), parsed.value)).toBe(false);
  });

  const target = (metric: string, value = '100', baseline: string | null = null) => ({
    metric,
    target: value,
    baseline,
  });

  it.each<[string, object, string]>([
    ['no name', { name: ' ' }, 'name required'],
    ['a goal we do not know', { goal: 'fame' }, 'goal not_an_option'],
    ['no day yet', { startsOn: '' }, 'startsOn required'],
    ['a day that is not', { startsOn: '2026-11-31' }, 'startsOn not_a_date'],
    ['its end before its start', { endsOn: '2026-11-15' }, 'endsOn period_inverted'],
    ['a slip of the year', { endsOn: '2062-01-10' }, 'endsOn period_too_long'],
    ['a metric twice', { targets: [target('leads'), target('leads')] }, 'targets.1.metric metric_twice'],
    ['too precise a target', { targets: [target('leads', '1.00001')] }, 'targets.0.target not_a_measurement'],
    ['no target', { targets: [target('leads', '')] }, 'targets.0.target required'],
    ['words for a baseline', { targets: [target('leads', '1', 'много')] }, 'targets.0.baseline not_a_number'],
    ['SQL for a metric', { targets: [target("leads'; --")] }, 'targets.0.metric invalid_format'],
  ])('with %s is refused at the field', (_name, patch, expected) => {
    const parsed = parseInput(campaignSchema, { ...good, ...patch });
    expect(parsed.ok ? [] : parsed.error.map(({ path, code }) => `${path.join('.')} ${code}`)).toEqual([expected]);
  });

  const allowed: Record<string, string> = {
    'draft start': 'active',
    'active close': 'closed',
    'closed reopen': 'active',
  };

  it.each(campaignStates.flatMap((state) => campaignActions.map((action) => [state, action] as const)))(
    '%s: %s',
    (state, action) => {
      const expected = allowed[`${state} ${action}`];
      const moved = moveCampaign(state, action, 0);
      expect(moved.ok ? moved.value : undefined).toBe(expected);
      expect(campaignActionsIn(state).includes(action)).toBe(expected !== undefined);
    },
  );

  it('does not close over open work', () => {
    expect(moveCampaign('active', 'close', 3)).toMatchObject({ ok: false, error: { openTasks: 3 } });
  });
});
