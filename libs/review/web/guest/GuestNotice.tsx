import {
  GuestHeading,
  GuestPage,
  IconApprove,
  IconCheck,
  IconClock,
  IconHistory,
  IconLock,
  type Icon,
} from '@planerka/platform/web/guest';
import type { ReactNode } from 'react';
import { useT } from './locales';
import classes from './GuestNotice.module.css';

const ICONS = {
  done: IconCheck,
  changes: IconHistory,
  closed: IconClock,
  locked: IconLock,
  waits: IconApprove,
} satisfies Record<string, Icon>;

export interface GuestNoticeProps {
  icon: keyof typeof ICONS;
  agencyName: string;
  clientName?: string;
  title: string;
  text: string;
  children?: ReactNode;
}

/** A page that only says how things stand, kindly and with a way on. */
export function GuestNotice({ icon, agencyName, clientName, title, text, children }: GuestNoticeProps) {
  const t = useT();
  const Icon = ICONS[icon];
  const from = clientName
    ? t('from', { agency: agencyName, client: clientName })
    : agencyName
      ? `«${agencyName}»`
      : 'Планёрка';
  return (
    <GuestPage from={from}>
      <div className={classes.notice} role="status">
        <span className={icon === 'done' ? classes.done : classes.icon}>
          <Icon size={28} />
        </span>
        <GuestHeading title={title} lead={text} />
      </div>
      {children}
    </GuestPage>
  );
}
