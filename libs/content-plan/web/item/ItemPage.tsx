import { Button } from '@mantine/core';
import {
  AppLink,
  Card,
  CardBody,
  Columns,
  Fact,
  Facts,
  NetworkName,
  networkOf,
  Page,
  PageHeader,
  QueryView,
  SkeletonRows,
  Stack,
  StateChip,
  useFormat,
  useGo,
  usePathParam,
} from '@planerka/platform/web';
import { lazy, type ReactNode, Suspense, useRef, useState } from 'react';
import { useQuery } from 'urql';
import { TaskChain } from '../panel/TaskChain';
import { shownState } from '../plan/plan-item';
import { RubricSwatch } from '../plan/RubricSwatch';
import { LinkList } from '../publication/LinkList';
import { SeriesDialog, SeriesLine } from '../series/lazy';
import '../plan/cache';
import { FindingsCard } from './FindingsCard';
import { ItemPageQuery, type PageFinding, type PageItem } from './item-page.documents';
import classes from './ItemPage.module.css';
import { useT } from './locales';
import { MediaCard } from './MediaCard';
import { mainText, TextCard } from './TextCard';

/** Its code comes when somebody says that it is out. */
const PublishDialog = lazy(async () => ({ default: (await import('../publication/PublishDialog')).PublishDialog }));

/** Drawn of nothing that the rest of the page waits for. */
const PreviewCard = lazy(async () => ({ default: (await import('../preview')).PreviewCard }));

export interface ItemPageSlots {
  /** Under the texts: what a published one has brought. */
  results?: (item: { readonly id: string; readonly isPublished: boolean; readonly canEdit: boolean }) => ReactNode;
}

/** One publication as a whole: what it says in each network, what is wrong with it, and once it is out what came of it. */
export function ItemPage({ results }: ItemPageSlots) {
  const id = usePathParam('itemId');
  const [result, refetch] = useQuery({ query: ItemPageQuery, variables: { id }, requestPolicy: 'cache-and-network' });
  return (
    <Page>
      <QueryView
        result={result}
        onRetry={() => refetch({ requestPolicy: 'network-only' })}
        select={({ contentItem }) => contentItem}
      >
        {(item) => <OneItem key={item.id} item={item} results={results} />}
      </QueryView>
    </Page>
  );
}

function OneItem({ item, results }: { item: PageItem } & ItemPageSlots) {
  const t = useT();
  const go = useGo();
  const texts = useRef<HTMLDivElement>(null);
  const media = useRef<HTMLDivElement>(null);
  const [chosen, choose] = useState<string>(mainText);
  const [file, setFile] = useState<string | null>(null);
  const [isPublishing, setPublishing] = useState(false);
  const [isRepeating, setRepeating] = useState(false);
  const plan = `/plan?client=${item.client.id}&month=${item.publishOn.slice(0, 7)}&item=${item.id}`;

  const jump = ({ field, network }: PageFinding) => {
    const [part, of] = field.split('.');
    if (part === 'text') {
      choose(of ?? network?.toLowerCase() ?? mainText);
      show(texts.current);
    } else if (part === 'media') {
      setFile(of ?? null);
      show(media.current);
    } else go(part === 'marking' ? `/marking?client=${item.client.id}` : plan);
  };

  return (
    <>
      <PageHeader
        crumbs={[{ label: t('plan'), href: plan }, { label: item.client.name }]}
        title={item.title}
        badge={<StateChip state={shownState(item)} />}
        actions={
          <>
            {item.viewerCanEdit && item.series?.isEnded !== false && (
              <Button variant="default" onClick={() => setRepeating(true)}>
                {t('repeat')}
              </Button>
            )}
            <Button component={AppLink} href={plan} variant="default">
              {t('open')}
            </Button>
            {item.availableActions.includes('mark_published') && (
              <Button
                variant={item.availableActions[0] === 'mark_published' ? 'filled' : 'default'}
                onClick={() => setPublishing(true)}
              >
                {t('markPublished')}
              </Button>
            )}
          </>
        }
      />
      <Columns
        side={
          <Stack>
            <Suspense fallback={<SkeletonRows rows={5} />}>
              <PreviewCard item={item} chosen={chosen} onChoose={choose} />
            </Suspense>
            <Card label={t('facts')}>
              <CardBody>
                <ItemFacts item={item} />
              </CardBody>
            </Card>
            <Card label={t('chain')}>
              <CardBody>
                <TaskChain tasks={item.tasks} canEdit={item.viewerCanEdit} />
              </CardBody>
            </Card>
          </Stack>
        }
      >
        <Stack>
          {item.idea && <p className={classes.idea}>{item.idea}</p>}
          <FindingsCard item={item} onJump={jump} />
          {results?.({ id: item.id, isPublished: item.publishedAt !== null, canEdit: item.viewerCanEdit })}
          <div ref={texts} tabIndex={-1} className={classes.part}>
            <TextCard item={item} chosen={chosen} onChoose={choose} />
          </div>
          <div ref={media} tabIndex={-1} className={classes.part}>
            <MediaCard item={item} chosen={file} />
          </div>
        </Stack>
      </Columns>
      {isRepeating && (
        <Suspense fallback={null}>
          <SeriesDialog
            clientId={item.client.id}
            start={{ itemId: item.id, day: item.publishOn }}
            onClose={() => setRepeating(false)}
          />
        </Suspense>
      )}
      <Suspense fallback={null}>
        {isPublishing && <PublishDialog item={item} onClose={() => setPublishing(false)} />}
      </Suspense>
    </>
  );
}

function show(part: HTMLElement | null): void {
  part?.scrollIntoView({ block: 'start' });
  part?.focus({ preventScroll: true });
}

function ItemFacts({ item: shown }: { item: PageItem }) {
  const t = useT();
  const format = useFormat();
  return (
    <Facts>
      <Fact label={t('publishAt')}>
        {format.weekdayShort(shown.publishOn)}, {format.dayLong(shown.publishOn)}, {shown.publishTime}
      </Fact>
      {shown.series?.isEnded === false && (
        <Fact label={t('repeats')}>
          <Suspense fallback="…">
            <SeriesLine item={shown} canEdit={shown.viewerCanEdit} />
          </Suspense>
        </Fact>
      )}
      {shown.publishedAt && <Fact label={t('wasAt')}>{format.dateTime(shown.publishedAt)}</Fact>}
      <Fact label={t('channels')}>
        <span className={classes.channels}>
          {shown.channels.length === 0 && t('none')}
          {shown.channels.map((channel) => (
            <NetworkName key={channel.id} network={networkOf(channel.network)} name={channel.title} />
          ))}
        </span>
      </Fact>
      {shown.rubric && (
        <Fact label={t('rubric')}>
          <span className={classes.rubric}>
            <RubricSwatch colour={shown.rubric.colour} />
            {shown.rubric.name}
          </span>
        </Fact>
      )}
      {shown.campaign && <Fact label={t('campaign')}>{shown.campaign.name}</Fact>}
      {shown.publishedAt && (
        <Fact label={t('links')}>
          <LinkList item={shown} />
        </Fact>
      )}
    </Facts>
  );
}
