import type { TodayRow } from './today-documents';

export type GroupKey =
  'accept' | 'returned' | 'work' | 'review' | 'client' | 'to_send' | 'refusals' | 'decide' | 'asked' | 'money';

export interface TodayGroup {
  readonly key: GroupKey;
  /** Waits for the viewer, not for somebody they only hear of. */
  readonly isViewersTurn: boolean;
  readonly rows: readonly TodayRow[];
}

const groupOf = ({ kind, isViewersTurn }: TodayRow): GroupKey => {
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
    case 'PLAN_CHANGES':
    case 'PLAN_SILENT':
    case 'PAID_ROUND':
      return 'client';
    case 'QUESTION':
    case 'DECLINED':
      return 'refusals';
    case 'REVISION':
      return isViewersTurn ? 'decide' : 'asked';
    case 'PAYOUT':
    case 'LEFT_BEHIND':
      return 'decide';
    case 'MONEY':
      return 'money';
  }
};

/** Rows under their headings; the order of the server's rows, urgent ones first within a group. */
export function todayGroups(rows: readonly TodayRow[]): readonly TodayGroup[] {
  const groups = Map.groupBy(rows, (row) => `${groupOf(row)} ${row.isViewersTurn}`);
  return [...groups.values()].flatMap((own) => {
    const [first] = own;
    if (!first) return [];
    return [
      {
        key: groupOf(first),
        isViewersTurn: first.isViewersTurn,
        rows: own.toSorted((one, other) => Number(other.isUrgent) - Number(one.isUrgent)),
      },
    ];
  });
}
