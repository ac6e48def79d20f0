import { ActionIcon, Button } from '@mantine/core';
import { lengthOf, publishableTextOf } from '@planerka/platform/domain';
import {
  Card,
  EmptyState,
  type FragmentOf,
  graphql,
  IconCompare,
  IconCopy,
  IconDownload,
  readFragment,
  Segmented,
  SkeletonRows,
  toast,
  useFormat,
} from '@planerka/platform/web';
import { lazy, Suspense, useState } from 'react';
import { TaskDiscussion_task } from '../comments/comment-commands';
import { useT } from '../locales';
import classes from './DeliverableReview.module.css';
import { readVersions, ReviewVersion_deliverable, type Version } from './version';
import { VersionDesk } from './VersionDesk';

const SubmissionForm = lazy(() => import('./SubmissionForm').then((file) => ({ default: file.SubmissionForm })));
const ComparePanel = lazy(() => import('../compare/ComparePanel').then((file) => ({ default: file.ComparePanel })));

export const DeliverableReview_task = graphql(
  `
    fragment DeliverableReview_task on Task {
      id
      state
      version
      deliverableNumber
      availableActions {
        action
      }
      client {
        id
        name
      }
      campaign {
        id
        name
      }
      item {
        id
        channels {
          id
          network
        }
      }
      details {
        briefs {
          id
          number
          data
          brand
        }
        deliverables {
          ...ReviewVersion_deliverable
        }
      }
      ...TaskDiscussion_task
    }
  `,
  [ReviewVersion_deliverable, TaskDiscussion_task],
);

/** What has been submitted and what is said about it; and for whoever does the work, where the next version is made. */
export function DeliverableReview({
  task: shown,
  onReload,
}: {
  task: FragmentOf<typeof DeliverableReview_task>;
  /** Asks the server for the page again. */
  onReload: () => void;
}) {
  const t = useT();
  const task = readFragment(DeliverableReview_task, shown);
  const versions = readVersions(task.details.deliverables);
  const last = versions.at(-1);
  const brief = task.details.briefs.at(-1);
  const maySubmit = task.availableActions.some(({ action }) => action === 'SUBMIT');
  return (
    <>
      {maySubmit && brief && (
        <Suspense
          fallback={
            <Card>
              <SkeletonRows rows={4} />
            </Card>
          }
        >
          <SubmissionForm
            key={`${task.id}-${task.deliverableNumber}`}
            taskId={task.id}
            taskVersion={task.version}
            number={task.deliverableNumber + 1}
            brief={brief}
            previous={last}
            names={{ client: task.client.name, campaign: task.campaign?.name ?? '' }}
            networks={[...new Set(task.item?.channels.map(({ network }) => network) ?? [])]}
            itemId={task.item?.id ?? null}
            onReload={onReload}
          />
        </Suspense>
      )}
      {last ? (
        <VersionsCard taskId={task.id} versions={versions} last={last} discussion={task.discussion} />
      ) : (
        !maySubmit && (
          <Card>
            <EmptyState title={t('work.emptyTitle')}>{t('work.emptyText')}</EmptyState>
          </Card>
        )
      )}
    </>
  );
}

function VersionsCard({
  taskId,
  versions,
  last,
  discussion,
}: {
  taskId: string;
  versions: readonly Version[];
  last: Version;
  discussion: Parameters<typeof VersionDesk>[0]['discussion'];
}) {
  const t = useT();
  const format = useFormat();
  // Until somebody chooses one, the newest: also the one that has just come.
  const [chosenNumber, setChosenNumber] = useState<number | null>(null);
  const [isComparing, setComparing] = useState(false);
  const version = versions.find(({ number }) => number === chosenNumber) ?? last;
  const sent = t('work.sent', { when: format.relative(version.submittedAt), who: version.submittedBy });
  return (
    <Card label={t('work.title')} clip>
      <header className={classes.header}>
        <h2 className={classes.title}>{t('work.title')}</h2>
        <Segmented
          label={t('work.versions')}
          value={String(version.number)}
          onChange={(number) => setChosenNumber(Number(number))}
          segments={versions.map(({ number }) => ({ value: String(number), label: t('work.version', { number }) }))}
        />
        <span className={classes.facts}>
          {sent} · <Amount version={version} />
        </span>
        <span className={classes.tools}>
          {versions.length > 1 && (
            <Button
              size="xs"
              leftSection={<IconCompare />}
              aria-pressed={isComparing}
              onClick={() => setComparing(!isComparing)}
            >
              {t(isComparing ? 'work.closeCompare' : 'work.compare')}
            </Button>
          )}
          <Take version={version} />
        </span>
      </header>
      {isComparing ? (
        <Suspense fallback={<SkeletonRows rows={3} />}>
          <ComparePanel
            versions={versions}
            after={version}
            before={versions.findLast(({ number }) => number < version.number) ?? versions[1] ?? last}
          />
        </Suspense>
      ) : (
        <VersionDesk key={version.id} taskId={taskId} version={version} discussion={discussion} />
      )}
    </Card>
  );
}

function Amount({ version: { content, files } }: { version: Version }) {
  const t = useT();
  const format = useFormat();
  if (content.kind === 'copy') return <>{t('work.characters', { count: lengthOf(publishableTextOf(content.text)) })}</>;
  const bytes = files.reduce((sum, { size }) => sum + size, 0);
  return <>{t('work.files', { count: files.length, size: format.fileSize(bytes) })}</>;
}

/** The text to the clipboard, the files to the disk. */
function Take({ version: { content, files } }: { version: Version }) {
  const t = useT();
  if (content.kind === 'copy') {
    return (
      <ActionIcon
        variant="default"
        aria-label={t('work.copyText')}
        title={t('work.copyText')}
        onClick={() =>
          void navigator.clipboard.writeText(publishableTextOf(content.text)).then(() => toast(t('work.copied')))
        }
      >
        <IconCopy />
      </ActionIcon>
    );
  }
  if (files.length === 0) return null;
  return (
    <ActionIcon
      variant="default"
      aria-label={t('work.downloadAll')}
      title={t('work.downloadAll')}
      onClick={() => files.forEach(({ url, name }) => download(url, name))}
    >
      <IconDownload />
    </ActionIcon>
  );
}

function download(url: string, name: string): void {
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
}
