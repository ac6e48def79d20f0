import { useViewerRole } from '@planerka/agency/web/viewer';
import {
  Card,
  CardHeader,
  Columns,
  EmptyState,
  IconCalendar,
  Page,
  PageHeader,
  QueryView,
  useSearchParam,
} from '@planerka/platform/web';
import { useQuery } from 'urql';
import { CalendarRow } from './CalendarRow';
import { CalendarsPageQuery } from './calendar-documents';
import classes from './Calendars.module.css';
import { useT } from './locales';
import { NewCalendar } from './NewCalendar';

/** Addresses for calendar programs: one's own and one's clients'. `?client=…&month=…` begins with theirs. */
export function CalendarsPage() {
  const t = useT();
  const [client] = useSearchParam('client');
  const [month] = useSearchParam('month');
  const role = useViewerRole();
  const [result, refetch] = useQuery({ query: CalendarsPageQuery, requestPolicy: 'cache-and-network' });
  const reload = () => refetch({ requestPolicy: 'network-only' });
  return (
    <Page>
      <PageHeader crumbs={[{ label: t('account'), href: '/account' }, { label: t('title') }]} title={t('title')} />
      <p className={classes.lead}>{t('lead')}</p>
      <Columns
        side={
          role === null ? null : (
            <NewCalendar
              key={`${client}${month}`}
              clientId={client}
              month={month}
              canGive={role !== 'SPECIALIST'}
              onMade={reload}
            />
          )
        }
      >
        <QueryView result={result} onRetry={reload} select={(data) => data.calendarLinks}>
          {(links) =>
            links.length === 0 ? (
              <EmptyState title={t('emptyTitle')} icon={<IconCalendar size={20} />}>
                {t('emptyText')}
              </EmptyState>
            ) : (
              <Card label={t('list')}>
                <CardHeader title={t('list')} ruled />
                <ul className={classes.list}>
                  {links.map((link) => (
                    <CalendarRow key={link.id} link={link} onRevoked={reload} />
                  ))}
                </ul>
              </Card>
            )
          }
        </QueryView>
      </Columns>
    </Page>
  );
}
