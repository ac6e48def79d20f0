import { Button } from '@mantine/core';
import {
  AppLink,
  Card,
  Columns,
  EmptyState,
  Page,
  PageHeader,
  QueryView,
  SkeletonPage,
  Stack,
  useFormat,
} from '@planerka/platform/web';
import { useViewerRole } from '@planerka/agency/web/viewer';
import { lazy, Suspense } from 'react';
import { useQuery } from 'urql';
import { useT } from '../locales';
import { FirstSteps } from './FirstSteps';
import { LoadCard } from './LoadCard';
import { NewsCard } from './NewsCard';
import { TodayPageQuery, type Today } from './today-documents';
import { todayGroups } from './today-groups';
import { TodayGroupRows } from './TodayGroupRows';
import { WeekStrip } from './WeekStrip';

const TimerLine = lazy(() => import('@planerka/tasks/web/time').then((time) => ({ default: time.TimerLine })));
const QueueCard = lazy(() => import('@planerka/tasks/web/queue').then((queue) => ({ default: queue.QueueCard })));

type Role = NonNullable<ReturnType<typeof useViewerRole>>;

/** What waits for me, what is late, what is at risk; one verb to deal with each. */
export function TodayPage() {
  const role = useViewerRole();
  const [result, refetch] = useQuery({ query: TodayPageQuery });
  return (
    <Page>
      <QueryView result={result} onRetry={() => refetch({ requestPolicy: 'network-only' })} select={(data) => data}>
        {({ today, agencySteps }) => {
          if (!role) return <SkeletonPage />;
          // A specialist cannot take these steps; a lead sees them until the first brief is out.
          const isNew = role !== 'SPECIALIST' && agencySteps.some(({ key, isDone }) => key === 'brief' && !isDone);
          return isNew && today.rows.length === 0 ? (
            <FirstSteps steps={agencySteps} role={role === 'MANAGER' ? 'MANAGER' : 'OWNER'} />
          ) : (
            <TodayDesk today={today} role={role} />
          );
        }}
      </QueryView>
    </Page>
  );
}

function TodayDesk({ today, role }: { today: Today; role: Role }) {
  const t = useT();
  const format = useFormat();
  const own = today.rows.filter(({ isViewersTurn }) => isViewersTurn);
  const others = role === 'OWNER' ? today.rows.filter(({ kind }) => kind !== 'MONEY').length - own.length : 0;
  const urgent = own.filter(({ isUrgent }) => isUrgent).length;
  const title = t('title', { count: own.length }) + (urgent > 0 ? t('urgent', { count: urgent }) : '');
  const groups = todayGroups(today.rows);
  return (
    <>
      <PageHeader
        overline={format.weekday(today.day)}
        title={title}
        {...(others > 0 && { sub: [t('othersWait', { count: others })] })}
        actions={
          <Button component={AppLink} href="/tasks">
            {t('newTask')}
          </Button>
        }
      />
      <Stack>
        <WeekStrip week={today.week} today={today.day} />
        <Columns
          side={
            <Stack>
              <LoadCard load={today.load} week={today.week} isOwn={role === 'SPECIALIST'} />
              {role === 'SPECIALIST' ? null : <NewsCard news={today.news} />}
            </Stack>
          }
        >
          {role === 'SPECIALIST' && (
            <Suspense fallback={null}>
              <TimerLine />
              <QueueCard />
            </Suspense>
          )}
          <Card clip>
            {groups.length === 0 ? (
              <EmptyState
                title={t('calmTitle')}
                action={
                  <Button component={AppLink} href={role === 'SPECIALIST' ? '/tasks' : '/plan'} variant="filled">
                    {t(role === 'SPECIALIST' ? 'openTasks' : 'openPlan')}
                  </Button>
                }
              >
                {t(role === 'SPECIALIST' ? 'calmSpecialist' : 'calmManager')}
              </EmptyState>
            ) : (
              groups.map((group, index) => (
                <TodayGroupRows
                  key={`${group.key}-${group.isViewersTurn}`}
                  group={group}
                  isFirst={index === 0 && group.isViewersTurn}
                />
              ))
            )}
          </Card>
        </Columns>
      </Stack>
    </>
  );
}
