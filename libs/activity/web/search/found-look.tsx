import {
  Avatar,
  IconCalendar,
  IconFlag,
  IconMessage,
  IconTasks,
  IconText,
  StateIcon,
  workState,
} from '@planerka/platform/web';
import type { ReactNode } from 'react';
import type { Found } from './search-documents';

/** Where a thing is opened. */
export function hrefOf({ kind, id, clientId, taskId }: Found): string {
  switch (kind) {
    case 'CLIENT':
      return `/clients/${id}`;
    case 'CAMPAIGN':
      return `/campaigns/${id}`;
    case 'ITEM':
      return `/plan?client=${clientId}&item=${id}`;
    case 'TASK':
    case 'TEXT':
    case 'COMMENT':
      return `/tasks/${taskId ?? id}`;
  }
}

export function iconOf({ kind, id, state, title }: Found): ReactNode {
  switch (kind) {
    case 'CLIENT':
      return <Avatar id={id} name={title.text} kind="client" size={20} />;
    case 'CAMPAIGN':
      return <IconFlag />;
    case 'ITEM':
      return state ? <StateIcon state={workState(state)} /> : <IconCalendar />;
    case 'TASK':
      return state ? <StateIcon state={workState(state)} /> : <IconTasks />;
    case 'TEXT':
      return <IconText />;
    case 'COMMENT':
      return <IconMessage />;
  }
}

/** Whose it is and who said it; a client's own name says it already. */
export const noteOf = ({ kind, clientName, author }: Found): string | undefined =>
  kind === 'CLIENT' ? undefined : [author, clientName].filter(Boolean).join(' · ');
