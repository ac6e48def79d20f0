import { Button } from '@mantine/core';
import {
  AppLink,
  Card,
  CardHeader,
  EmptyState,
  IconSearch,
  MarkedText,
  Notice,
  QueryView,
  SkeletonPage,
} from '@planerka/platform/web';
import { useState } from 'react';
import { useQuery } from 'urql';
import { hrefOf, iconOf, noteOf } from '../search/found-look';
import { useT } from '../search/locales';
import { DeskSearchQuery, type Found, type FoundGroup, type FoundKind } from '../search/search-documents';
import classes from './SearchPage.module.css';

const ofEach = 5;
const ofOne = 20;

interface Asked {
  query: string;
  kind: FoundKind | null;
  clientId: string | null;
}

export function SearchResults({ onKind, ...asked }: Asked & { onKind: (kind: FoundKind) => void }) {
  const t = useT();
  const { query, kind, clientId } = asked;
  const [result, refetch] = useQuery({
    query: DeskSearchQuery,
    variables: { query, kinds: kind ? [kind] : [], clientId, first: kind ? ofOne : ofEach },
    requestPolicy: 'cache-and-network',
  });
  return (
    <QueryView
      result={result}
      onRetry={() => refetch({ requestPolicy: 'network-only' })}
      skeleton={<SkeletonPage />}
      select={(data) => data.search}
    >
      {({ problem, isGuess, groups }) => {
        const shown = groups.filter(({ found }) => found.nodes.length > 0);
        if (problem) return <Notice tone="info">{t(problem === 'TOO_LONG' ? 'too_long' : 'too_short')}</Notice>;
        if (shown.length === 0)
          return (
            <EmptyState title={t('noneTitle')} icon={<IconSearch size={20} />}>
              {t('noneText')}
            </EmptyState>
          );
        return (
          <>
            {isGuess && <p className={classes.guess}>{t('guess')}</p>}
            {shown.map((group) => (
              <Group key={`${group.kind} ${query} ${clientId}`} group={group} asked={asked} onKind={onKind} />
            ))}
          </>
        );
      }}
    </QueryView>
  );
}

function Group({
  group: { kind, count, found },
  asked,
  onKind,
}: {
  group: FoundGroup;
  asked: Asked;
  onKind: (kind: FoundKind) => void;
}) {
  const t = useT();
  const { hasNextPage, endCursor } = found.pageInfo;
  return (
    <Card label={t(`kind.${kind}`)}>
      <CardHeader
        title={t(`kind.${kind}`)}
        count={count}
        aside={
          hasNextPage && asked.kind === null ? (
            <Button size="compact-sm" variant="subtle" onClick={() => onKind(kind)}>
              {t('allOf', { count })}
            </Button>
          ) : undefined
        }
      />
      <ul className={classes.list}>
        {found.nodes.map((one) => (
          <Row key={one.id} found={one} />
        ))}
        {asked.kind !== null && hasNextPage && <More asked={asked} after={endCursor ?? null} />}
      </ul>
    </Card>
  );
}

/** The next page, when it is asked for, and behind it the one after. */
function More({ asked: { query, kind, clientId }, after }: { asked: Asked; after: string | null }) {
  const t = useT();
  const [isWanted, want] = useState(false);
  const [{ data, fetching, error }, refetch] = useQuery({
    query: DeskSearchQuery,
    variables: { query, kinds: kind ? [kind] : [], clientId, first: ofOne, after },
    pause: !isWanted,
  });
  const page = data?.search.groups.find((group) => group.kind === kind)?.found;
  if (!page)
    return (
      <li className={classes.more}>
        <Button
          loading={fetching && isWanted}
          onClick={() => (error ? refetch({ requestPolicy: 'network-only' }) : want(true))}
        >
          {t('more')}
        </Button>
      </li>
    );
  return (
    <>
      {page.nodes.map((one) => (
        <Row key={one.id} found={one} />
      ))}
      {page.pageInfo.hasNextPage && <More asked={{ query, kind, clientId }} after={page.pageInfo.endCursor ?? null} />}
    </>
  );
}

function Row({ found }: { found: Found }) {
  const t = useT();
  const note = [noteOf(found), found.isForClient ? t('forClient') : ''].filter(Boolean).join(' · ');
  return (
    <li>
      <AppLink href={hrefOf(found)} className={classes.row}>
        <span className={classes.icon}>{iconOf(found)}</span>
        <span className={classes.words}>
          <span className={classes.name}>
            <MarkedText {...found.title} />
          </span>
          {found.passage && (
            <span className={classes.passage}>
              <MarkedText {...found.passage} />
            </span>
          )}
          {note !== '' && <span className={classes.note}>{note}</span>}
        </span>
      </AppLink>
    </li>
  );
}
