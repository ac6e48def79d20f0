import { IconApprove, IconRefuse, IconSend, IconWallet, StateIcon, WorkGroup } from '@planerka/platform/web';
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

export function TodayGroupRows({
  group: { key, rows },
  isOwner,
  isFirst,
}: {
  group: TodayGroup;
  isOwner: boolean;
  isFirst: boolean;
}) {
  const t = useT();
  const oldest = rows.toSorted((one, other) => (one.since ?? '').localeCompare(other.since ?? ''))[0];
  const note = key === 'review' && rows.length > 1 && oldest?.clientName;
  return (
    <WorkGroup
      title={t(`group.${key}`)}
      icon={ICONS[key]}
      count={rows.length}
      note={note ? t('longest', { client: note }) : undefined}
    >
      {rows.map((row, index) => (
        <TodayWorkRow key={`${row.kind}-${row.id}`} row={row} isOwner={isOwner} isFirst={isFirst && index === 0} />
      ))}
    </WorkGroup>
  );
}
