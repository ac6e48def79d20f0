import { Chip, useFormat } from '@planerka/platform/web';
import { useT } from './locales';
import type { Delivery } from './webhook-documents';
import { deliveryTone, eventText, outcomeText } from './webhook-words';
import classes from './Webhooks.module.css';

interface DeliveryRowProps {
  delivery: Delivery;
  isPaused: boolean;
  onOpen: (id: string) => void;
}

export function DeliveryRow({ delivery, isPaused, onOpen }: DeliveryRowProps) {
  const t = useT();
  const format = useFormat();
  const { id, type, state, createdAt, dueAt, attemptCount, milliseconds } = delivery;
  const event = eventText(type, t);
  const facts = [
    outcomeText(delivery, t),
    milliseconds === null ? null : t('milliseconds', { count: milliseconds }),
    attemptCount > 1 ? t('attempts', { count: attemptCount }) : null,
    state === 'WAITING' && isPaused ? t('heldBack') : null,
    state === 'WAITING' && !isPaused && attemptCount > 0 && dueAt ? t('next', { when: format.relative(dueAt) }) : null,
  ];
  return (
    <li>
      <button type="button" className={classes.delivery} onClick={() => onOpen(id)}>
        <time className={classes.time} dateTime={createdAt}>
          {format.dateTime(createdAt)}
        </time>
        <span className={classes.told}>
          <span className={classes.name}>{event}</span>
          <span className={classes.beside}>{facts.filter(Boolean).join(' · ')}</span>
        </span>
        <Chip tone={deliveryTone[state]}>{t(`deliveryState.${state}`)}</Chip>
      </button>
    </li>
  );
}
