import { ActionIcon, Button, Menu } from '@mantine/core';
import {
  AppLink,
  Fact,
  Facts,
  graphql,
  IconCopy,
  IconDots,
  IconPen,
  IconRefresh,
  IconTrash,
  NetworkName,
  networkOf,
  QueryView,
  SidePanel,
  SkeletonRows,
  StateChip,
  toast,
  useCommand,
  useFormat,
} from '@planerka/platform/web';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { useQuery } from 'urql';
import { useT } from '../locales';
import { PlanItem_item, shownState } from '../plan/plan-item';
import { RubricSwatch } from '../plan/RubricSwatch';
import type { ItemCommands } from '../plan/use-item-commands';
import { LinkList } from '../publication/LinkList';
import { PublicationLinks_item } from '../publication/links.documents';
import classes from './ItemPanel.module.css';
import { MoveButton } from './MoveButton';
import { PreflightLine } from './PreflightLine';
import { SeriesDialog, SeriesLine } from '../series/lazy';
import { SeriesLine_item } from '../series/series-line.documents';
import { RiskNotice, RiskNotice_risk } from './RiskNotice';
import { TaskChain, TaskChain_task } from './TaskChain';

const PublishDialog = lazy(() =>
  import('../publication/PublishDialog').then((file) => ({ default: file.PublishDialog })),
);
const SaveItemTemplate = lazy(() =>
  import('../templates/SaveItemTemplate').then((file) => ({ default: file.SaveItemTemplate })),
);

const ItemPanelQuery = graphql(
  `
    query ItemPanel($id: ID!) {
      contentItem(id: $id) {
        id
        ...PlanItem_item
        ...SeriesLine_item
        series {
          isEnded
        }
        idea
        wantsClientApproval
        publishedAt
        ...PublicationLinks_item
        viewerCanEdit
        campaign {
          id
          name
        }
        risk {
          ...RiskNotice_risk
        }
        preflight {
          findings {
            severity
          }
        }
        tasks {
          id
          title
          ...TaskChain_task
        }
      }
    }
  `,
  [PlanItem_item, PublicationLinks_item, SeriesLine_item, RiskNotice_risk, TaskChain_task],
);

const UndoPublicationMutation = graphql(
  `
    mutation UndoPublication($input: ContentItemVersionInput!) {
      undoContentItemPublication(input: $input) {
        __typename
        ... on UndoContentItemPublicationSuccess {
          item {
            id
            ...PublicationLinks_item
            ...PlanItem_item
          }
        }
        ... on StaleVersion {
          currentVersion
        }
      }
    }
  `,
  [PlanItem_item, PublicationLinks_item],
);

/** What the app's own buttons need to know of the publication. */
export interface PanelItem {
  readonly id: string;
  readonly clientId: string;
  readonly campaignId: string | null;
  readonly title: string;
  readonly taskIds: readonly string[];
  /** The viewer leads this client. */
  readonly canEdit: boolean;
}

export interface ItemPanelSlots {
  /** Under the chain of briefs: «Новая задача». */
  chainAction?: (item: PanelItem) => ReactNode;
  /** Under the chain: how it stands with the client. */
  panelDetails?: (item: PanelItem) => ReactNode;
  /** At the foot, beside «Перенести»: «Отправить на согласование», «Открыть проверку». */
  panelActions?: (item: PanelItem) => ReactNode;
}

export interface ItemPanelProps extends ItemPanelSlots {
  id: string;
  commands: ItemCommands;
  onClose: () => void;
  onEdit: (id: string) => void;
  onPrevious?: (() => void) | undefined;
  onNext?: (() => void) | undefined;
}

export function ItemPanel({
  id,
  commands,
  onClose,
  onEdit,
  onPrevious,
  onNext,
  chainAction,
  panelDetails,
  panelActions,
}: ItemPanelProps) {
  const t = useT();
  const format = useFormat();
  const [result, refetch] = useQuery({ query: ItemPanelQuery, variables: { id } });
  const [isPublishing, setPublishing] = useState(false);
  const [isKeeping, setKeeping] = useState(false);
  const [isRepeating, setRepeating] = useState(false);
  const [undoPublication] = useCommand(UndoPublicationMutation);
  const item = result.data?.contentItem?.id === id ? result.data.contentItem : null;
  const can = (action: string) => item?.availableActions.includes(action) ?? false;
  const primary = item?.availableActions[0];
  const inReview = item?.tasks.find(({ state }) => state === 'in_review');
  const facts: PanelItem | null = item && {
    id: item.id,
    clientId: item.client.id,
    campaignId: item.campaign?.id ?? null,
    title: item.title,
    taskIds: item.tasks.map((task) => task.id),
    canEdit: item.viewerCanEdit,
  };

  const takeBack = async () => {
    if (!item) return;
    const outcome = await undoPublication({ input: { itemId: item.id, expectedVersion: item.version } });
    if (outcome.status === 'success') toast(t('item.publicationUndone'));
  };

  return (
    <SidePanel
      label={t('item.panel')}
      header={
        <span className={classes.header}>
          {item && <StateChip state={shownState(item)} />}
          {item?.viewerCanEdit && (
            <Menu position="bottom-end">
              <Menu.Target>
                <ActionIcon aria-label={t('actions.itemMore')} className={classes.more}>
                  <IconDots />
                </ActionIcon>
              </Menu.Target>
              <Menu.Dropdown>
                {can('edit') && (
                  <Menu.Item leftSection={<IconPen />} onClick={() => onEdit(item.id)}>
                    {t('actions.edit')}
                  </Menu.Item>
                )}
                {can('copy') && (
                  <Menu.Item leftSection={<IconCopy />} onClick={() => void commands.copy(item)}>
                    {t('actions.copy')}
                  </Menu.Item>
                )}
                {item.series?.isEnded !== false && (
                  <Menu.Item leftSection={<IconRefresh />} onClick={() => setRepeating(true)}>
                    {t('actions.repeat')}
                  </Menu.Item>
                )}
                <Menu.Item onClick={() => setKeeping(true)}>{t('templates.saveItem')}</Menu.Item>
                {can('mark_published') && (
                  <Menu.Item onClick={() => setPublishing(true)}>{t('actions.markPublished')}</Menu.Item>
                )}
                {can('undo_publication') && (
                  <Menu.Item onClick={() => void takeBack()}>{t('actions.undoPublication')}</Menu.Item>
                )}
                {can('delete') && (
                  <>
                    <Menu.Divider />
                    <Menu.Item
                      color="danger"
                      leftSection={<IconTrash />}
                      onClick={() => {
                        onClose();
                        void commands.remove(item);
                      }}
                    >
                      {t('actions.delete')}
                    </Menu.Item>
                  </>
                )}
              </Menu.Dropdown>
            </Menu>
          )}
        </span>
      }
      onClose={onClose}
      onPrevious={onPrevious}
      onNext={onNext}
      footer={
        item?.viewerCanEdit &&
        facts && (
          <>
            {can('move') && <MoveButton item={item} onMove={(to) => void commands.move(item, to)} />}
            {primary === 'mark_published' && (
              <Button onClick={() => setPublishing(true)}>{t('actions.markPublished')}</Button>
            )}
            {inReview && (
              <Button component={AppLink} href={`/tasks/${inReview.id}`}>
                {t('actions.openReview')}
              </Button>
            )}
            {panelActions?.(facts)}
          </>
        )
      }
    >
      <QueryView
        result={{
          ...result,
          data: result.data?.contentItem && result.data.contentItem.id !== id ? undefined : result.data,
        }}
        onRetry={() => refetch({ requestPolicy: 'network-only' })}
        select={(data) => data?.contentItem}
        skeleton={<SkeletonRows rows={5} />}
      >
        {(shown) => (
          <>
            <div>
              <h2 className={classes.title}>{shown.title}</h2>
              <p className={classes.sub}>{t(`format.${formatOf(shown.format)}`)}</p>
            </div>
            {shown.risk && <RiskNotice risk={shown.risk} />}
            <PreflightLine id={shown.id} severities={shown.preflight.findings.map(({ severity }) => severity)} />
            <Facts>
              <Fact label={t('item.publishAt')}>
                {format.weekdayShort(shown.publishOn)}, {format.dayLong(shown.publishOn)}, {shown.publishTime}
              </Fact>
              {shown.series?.isEnded === false && (
                <Fact label={t('repeats')}>
                  <Suspense fallback="…">
                    <SeriesLine
                      item={shown}
                      canEdit={shown.viewerCanEdit}
                      onSkip={
                        can('delete')
                          ? () => {
                              onClose();
                              void commands.remove(shown);
                            }
                          : undefined
                      }
                    />
                  </Suspense>
                </Fact>
              )}
              <Fact label={t('item.channels')}>
                {shown.channels.length === 0 ? (
                  <span className={classes.none}>{t('item.none')}</span>
                ) : (
                  <span className={classes.channels}>
                    {shown.channels.map((channel) => (
                      <NetworkName key={channel.id} network={networkOf(channel.network)} />
                    ))}
                  </span>
                )}
              </Fact>
              <Fact label={t('item.rubric')}>
                {shown.rubric ? (
                  <span className={classes.rubric}>
                    <RubricSwatch colour={shown.rubric.colour} />
                    {shown.rubric.name}
                  </span>
                ) : (
                  <span className={classes.none}>{t('item.none')}</span>
                )}
              </Fact>
              {shown.campaign && <Fact label={t('item.campaign')}>{shown.campaign.name}</Fact>}
              <Fact label={t('item.approval')}>
                {t(shown.wantsClientApproval ? 'item.approvalYes' : 'item.approvalNo')}
              </Fact>
              {shown.publishedAt && (
                <Fact label={t('links.label')}>
                  <LinkList item={shown} />
                </Fact>
              )}
            </Facts>
            {shown.idea && <p className={classes.idea}>{shown.idea}</p>}
            <TaskChain tasks={shown.tasks} canEdit={shown.viewerCanEdit} action={facts && chainAction?.(facts)} />
            {facts && panelDetails?.(facts)}
          </>
        )}
      </QueryView>
      {isRepeating && item && (
        <Suspense fallback={null}>
          <SeriesDialog
            clientId={item.client.id}
            start={{ itemId: item.id, day: item.publishOn }}
            onClose={() => setRepeating(false)}
          />
        </Suspense>
      )}
      {isKeeping && facts && (
        <Suspense fallback={null}>
          <SaveItemTemplate item={facts} onClose={() => setKeeping(false)} />
        </Suspense>
      )}
      <Suspense fallback={null}>
        {isPublishing && item && <PublishDialog item={item} onClose={() => setPublishing(false)} />}
      </Suspense>
    </SidePanel>
  );
}

const formatOf = <F extends string>(format: F) => format.toLowerCase() as Lowercase<F>;
