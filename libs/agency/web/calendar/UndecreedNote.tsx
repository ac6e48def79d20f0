import { AppLink, graphql, useFormat } from '@planerka/platform/web';
import { useQuery } from 'urql';
import classes from './CalendarCard.module.css';
import { useT } from './locales';

const WhoEntersQuery = graphql(`
  query WhoEntersDaysOff {
    viewer {
      id
      role
    }
  }
`);

export interface UndecreedNoteProps {
  /** Whose moved days off neither we nor the agency know. */
  years: readonly number[];
}

/** That days were counted without a decree that is still to come; to the owner also where to enter it. */
export function UndecreedNote({ years }: UndecreedNoteProps) {
  const t = useT();
  const format = useFormat();
  const [{ data }] = useQuery({ query: WhoEntersQuery, pause: years.length === 0 });
  if (years.length === 0) return null;
  return (
    <span className={classes.quiet}>
      {t('note', { years: format.list(years.map(String)) })}{' '}
      {data?.viewer?.role === 'OWNER' && <AppLink href="/settings">{t('open')}</AppLink>}
    </span>
  );
}
