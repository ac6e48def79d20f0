import { Button } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { AppLink, EmptyState, ErrorState, Page, PageHeader, refusalText, SkeletonRows } from '@planerka/platform/web';
import { useState, type ReactNode } from 'react';
import { useQuery } from 'urql';
import { useT } from './locales';
import { OfferForm } from './OfferForm';
import { ClientSimulationQuery, SimulationViewerQuery, type Simulation } from './simulation-documents';
import { SimulationResult } from './SimulationResult';
import { useOffer } from './use-offer';
import classes from './Simulation.module.css';

/** Two posts a week, stories, and somebody who looks after the ads. */
const example = { post: 8, carousel: 2, story: 8, reel: 2, 'targeting-hours': 20 } as const;

/** «Can we take this client?»: what they want on one side, what it does to the squad's weeks on the other. */
export function SimulationPage() {
  const t = useT();
  const [{ data: viewerData }] = useQuery({ query: SimulationViewerQuery });
  const agency = viewerData?.viewer?.agency;
  const offer = useOffer(agency?.currency ?? 'RUB');
  const [input] = useDebouncedValue(offer.input, 250);
  const [{ data, error, fetching }, refetch] = useQuery({
    query: ClientSimulationQuery,
    variables: { input },
    requestPolicy: 'cache-and-network',
  });
  const answer = data?.clientSimulation;
  const found = answer?.__typename === 'ClientSimulation' ? answer : null;
  const last = useLast(found);
  if (answer?.__typename === 'NotFound')
    return (
      <Frame>
        <EmptyState
          title={t('none')}
          action={
            <Button component={AppLink} href="/team">
              {t('toTeam')}
            </Button>
          }
        >
          {t('noneText')}
        </EmptyState>
      </Frame>
    );
  return (
    <Frame>
      <p className={classes.lead}>{t('lead')}</p>
      <div className={classes.layout}>
        <OfferForm
          offer={offer}
          simulation={last}
          timeZone={agency?.timeZone ?? 'UTC'}
          seesMoney={viewerData?.viewer?.abilities.includes('margin.view') ?? false}
        />
        <div className={classes.result} aria-busy={fetching}>
          {error && !found ? (
            <ErrorState error={error} onRetry={() => refetch({ requestPolicy: 'network-only' })} />
          ) : answer?.__typename === 'InvalidInput' ? (
            <EmptyState title={refusalText(answer)}>{t('emptyText')}</EmptyState>
          ) : offer.isEmpty ? (
            <EmptyState
              title={t('empty')}
              action={
                <Button variant="filled" onClick={() => offer.set(example)}>
                  {t('example')}
                </Button>
              }
            >
              {t('emptyText')}
            </EmptyState>
          ) : last && last.disciplines.length > 0 ? (
            <SimulationResult simulation={last} offer={offer} />
          ) : (
            <SkeletonRows rows={6} />
          )}
        </div>
      </div>
    </Frame>
  );
}

function Frame({ children }: { children: ReactNode }) {
  const t = useT();
  return (
    <Page>
      <PageHeader crumbs={[{ label: t('workload'), href: '/workload' }, { label: t('title') }]} title={t('title')} />
      {children}
    </Page>
  );
}

/** The answer before stands until the next is there: figures that are being typed must not make the page jump. */
function useLast(found: Simulation | null): Simulation | null {
  const [last, setLast] = useState(found);
  if (found && found !== last) setLast(found);
  return found ?? last;
}
