import { AppLink, MoneyText } from '@planerka/platform/web';
import type { Payout } from '../documents';
import { useT } from '../locales';
import classes from './payouts.module.css';

/** What a sum is for, opened from it. */
export function Works({ works }: { works: Payout['works'] }) {
  const t = useT();
  return (
    <details>
      <summary>{t('payouts.works', { count: works.length })}</summary>
      <ul className={classes.works}>
        {works.map(({ taskId, title, clientName, amount }) => (
          <li key={taskId}>
            <span>
              <AppLink href={`/tasks/${taskId}`}>{title}</AppLink> · {clientName}
            </span>
            <MoneyText value={amount} />
          </li>
        ))}
      </ul>
    </details>
  );
}
