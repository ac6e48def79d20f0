import { IconApprove, IconRefuse, IconSend, IconWallet, StateIcon, useFolded, WorkGroup } from '@planerka/platform/web';
import type { ReactNode } from 'react';
import { useT } from '../locales';
import type { GroupKey, TodayGroup } from './today-groups';
import { TodayWorkRow } from './TodayWorkRow';

const ICONS: Record<GroupKey, ReactNode> = {
  accept: <StateIcon state="issued" decorative />,
  returned: <StateIcon state="in_progress" decorative />,
  work: <StateIcon state="in_progress" decorative />,
  review: <StateIcon state="in_review" decorative />,
  client: <StateIcon state="client_review" decorative />,
  to_send: <IconSend />,
  refusals: <IconRefuse />,
  decide: <IconApprove />,
  asked: <IconWallet />,
  money: <IconWallet />,
};

/** One's own work is to be seen; of what others have to do, a glimpse is enough. */
const shownOwn = 5;
const shownOthers = 2;

export function TodayGroupRows({ group, isFirst }: { group: TodayGroup; isFirst: boolean }) {
  const t = useT();
  const { key, isViewersTurn, rows } = group;
  const { shown, more } = useFolded(rows, isViewersTurn ? shownOwn : shownOthers);
  return (
    <WorkGroup title={t(`group.${key}`)} icon={ICONS[key]} count={rows.length} note={noteOf(group, t)} footer={more}>
      {shown.map((row, index) => (
        <TodayWorkRow key={`${row.kind}-${row.id}`} row={row} isFirst={isFirst && index === 0} />
      ))}
    </WorkGroup>
  );
}

function noteOf({ key, isViewersTurn, rows }: TodayGroup, t: ReturnType<typeof useT>): string | undefined {
  if (!isViewersTurn) return key === 'money' || key === 'asked' ? undefined : t('atManagers');
  const oldest = rows.toSorted((one, other) => (one.since ?? '').localeCompare(other.since ?? ''))[0];
  return key === 'review' && rows.length > 1 && oldest?.clientName
    ? t('longest', { client: oldest.clientName })
    : undefined;
}
