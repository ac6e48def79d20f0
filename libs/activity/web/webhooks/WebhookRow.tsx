import { AppLink, Chip, useFormat } from '@planerka/platform/web';
import { useT } from './locales';
import type { Hook } from './webhook-documents';
import { eventText, outcomeText, stateOf, stateTone } from './webhook-words';
import classes from './Webhooks.module.css';

export function WebhookRow({ hook }: { hook: Hook }) {
  const t = useT();
  const format = useFormat();
  const state = stateOf(hook);
  const last = hook.lastDelivery;
  const told = last
    ? [t('last', { event: eventText(last.type, t), when: format.relative(last.createdAt) }), outcomeText(last, t)]
    : [t('never')];
  return (
    <li className={classes.hook}>
      <div className={classes.told}>
        <p className={classes.name}>
          <AppLink href={`/settings/webhooks?hook=${hook.id}`}>{hook.name}</AppLink>{' '}
          <Chip tone={stateTone[state]}>{t(`state.${state}`)}</Chip>
        </p>
        <p className={classes.url}>{hook.url}</p>
        <p className={classes.beside}>
          {[
            t('eventCount', { count: hook.events.length }),
            ...told,
            hook.waitingCount > 0 ? t('waiting', { count: hook.waitingCount }) : null,
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
      </div>
    </li>
  );
}
