import { Checkbox, Input } from '@mantine/core';
import { webhookEventGroups, type WebhookEventGroup } from '@planerka/activity/domain/webhooks';
import { useId, type ReactNode } from 'react';
import { useT } from './locales';
import { eventText } from './webhook-words';
import classes from './Webhooks.module.css';

const groups = Object.entries(webhookEventGroups) as [WebhookEventGroup, readonly string[]][];

interface EventChoiceProps {
  value?: string[];
  onChange?: (events: string[]) => void;
  error?: ReactNode;
}

/** Which events, by area; a whole area at once by its first box. */
export function EventChoice({ value = [], onChange, error }: EventChoiceProps) {
  const t = useT();
  const errorId = useId();
  const set = (events: readonly string[], isOn: boolean) =>
    onChange?.([...value.filter((each) => !events.includes(each)), ...(isOn ? events : [])]);
  return (
    <div
      data-path="events"
      tabIndex={-1}
      role="group"
      aria-label={t('events')}
      aria-describedby={error ? errorId : undefined}
      className={classes.choice}
    >
      <p className={classes.legend}>{t('events')}</p>
      {error ? <Input.Error id={errorId}>{error}</Input.Error> : null}
      {groups.map(([group, events]) => {
        const chosen = events.filter((event) => value.includes(event)).length;
        return (
          <details key={group} className={classes.group} open={chosen > 0 && chosen < events.length}>
            <summary>
              {t(`group.${group}`)} <span className={classes.beside}>{`${chosen}/${events.length}`}</span>
            </summary>
            <div className={classes.events}>
              <Checkbox
                label={t('allOf', { group: t(`group.${group}`) })}
                checked={chosen === events.length}
                indeterminate={chosen > 0 && chosen < events.length}
                onChange={({ currentTarget }) => set(events, currentTarget.checked)}
              />
              {events.map((event) => (
                <Checkbox
                  key={event}
                  label={eventText(event, t)}
                  checked={value.includes(event)}
                  onChange={({ currentTarget }) => set([event], currentTarget.checked)}
                />
              ))}
            </div>
          </details>
        );
      })}
    </div>
  );
}
