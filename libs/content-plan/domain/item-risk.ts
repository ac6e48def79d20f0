import {
  addBusinessDays,
  businessDaysBetween,
  compareDates,
  type BusinessCalendar,
  type PlainDate,
} from '@planerka/platform/domain';
import type { ItemStatus } from './item-status';

/** Working days that a client is given, and that an item nobody has begun takes. */
export const usualDays = { approval: 2, production: 3 } as const;

export interface RiskFacts {
  readonly status: ItemStatus;
  readonly publishOn: PlainDate;
  readonly wantsClientApproval: boolean;
  /** Due days of its tasks that are still at work. */
  readonly openDueDays: readonly PlainDate[];
  /** Day on which the pending request was sent to the client. */
  readonly sentOn: PlainDate | null;
}

export interface Risk {
  /** `tight`: no working day to spare. `late`: it will not make it without a decision. */
  readonly level: 'tight' | 'late';
  readonly expectedOn: PlainDate;
}

/**
 * Whether approval will make it before the publication: the last due day of open work (never before today), then the
 * client's working days. Null where there is time, and where nothing can be at risk any more.
 */
export function itemRisk(
  facts: RiskFacts,
  today: PlainDate,
  calendar: BusinessCalendar,
  approvalDays: number = usualDays.approval,
): Risk | null {
  const expectedOn = expectedReady(facts, today, calendar, approvalDays);
  if (expectedOn === null) return null;
  if (compareDates(expectedOn, facts.publishOn) > 0) return { level: 'late', expectedOn };
  return businessDaysBetween(calendar, expectedOn, facts.publishOn) < 1 ? { level: 'tight', expectedOn } : null;
}

function expectedReady(
  facts: RiskFacts,
  today: PlainDate,
  calendar: BusinessCalendar,
  approvalDays: number,
): PlainDate | null {
  const approval = facts.wantsClientApproval ? approvalDays : 0;
  const afterApproval = (done: PlainDate): PlainDate =>
    approval === 0 ? done : addBusinessDays(calendar, done, approval);
  switch (facts.status) {
    case 'planned':
      return afterApproval(addBusinessDays(calendar, today, usualDays.production));
    case 'in_production':
      return afterApproval(latest([today, ...facts.openDueDays]));
    case 'awaiting_client':
      return latest([today, afterApproval(facts.sentOn ?? today)]);
    case 'ready':
    case 'published':
    case 'missed':
      return null;
  }
}

const latest = (days: readonly [PlainDate, ...PlainDate[]]): PlainDate =>
  days.reduce((last, day) => (compareDates(day, last) > 0 ? day : last));
