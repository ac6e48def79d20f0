import type { TodayRow } from './today-documents';

export type GroupKey =
  'accept' | 'returned' | 'work' | 'review' | 'client' | 'to_send' | 'refusals' | 'decide' | 'asked' | 'money';

export interface TodayGroup {
  readonly key: GroupKey;
  readonly rows: readonly TodayRow[];
}

const groupOf = (kind: TodayRow['kind'], isOwner: boolean): GroupKey => {
  switch (kind) {
    case 'ACCEPT':
      return 'accept';
    case 'RETURNED':
      return 'returned';
    case 'WORK':
      return 'work';
    case 'REVIEW':
      return 'review';
    case 'TO_SEND':
      return 'to_send';
    case 'CLIENT_CHANGES':
    case 'PAID_ROUND':
      return 'client';
    case 'QUESTION':
    case 'DECLINED':
      return 'refusals';
    case 'REVISION':
      return isOwner ? 'decide' : 'asked';
    case 'PAYOUT':
      return 'decide';
    case 'MONEY':
      return 'money';
  }
};

/** Rows under their headings; the order of the server's rows, urgent ones first within a group. */
export function todayGroups(rows: readonly TodayRow[], isOwner: boolean): readonly TodayGroup[] {
  const groups = Map.groupBy(rows, ({ kind }) => groupOf(kind, isOwner));
  return [...groups].map(([key, own]) => ({
    key,
    rows: own.toSorted((one, other) => Number(other.isUrgent) - Number(one.isUrgent)),
  }));
}

/** What waits on somebody else is told, but is no work of the viewer's. */
export const isOwnWork = ({ kind }: TodayRow, isOwner: boolean): boolean =>
  kind !== 'MONEY' && (kind !== 'REVISION' || isOwner);
