import { Button } from '@mantine/core';
import { briefSchema, type Brief } from '@planerka/tasks/domain';
import {
  type FragmentOf,
  graphql,
  Notice,
  Page,
  PageHeader,
  QueryView,
  readFragment,
  type ResultOf,
  StateChip,
  useGo,
  usePersistentDraft,
  workState,
} from '@planerka/platform/web';
import { useCallback, useEffect, useState } from 'react';
import { useClient, useQuery } from 'urql';
import { useOfferWords } from '../actions/offer-words';
import { useTaskActions, type ActionableTask, type Offer } from '../actions/use-task-actions';
import { TaskOptionsQuery } from '../board/TaskFiltersBar';
import { useT } from '../locales';
import { TaskFacts, TaskFacts_task } from '../page/TaskFacts';
import { BrandCard } from './BrandCard';
import { BriefFilesProvider } from './brief-files';
import { BriefForm } from './BriefForm';
import classes from './BriefForm.module.css';
import { ConflictDialog } from './ConflictDialog';
import { focusField } from './focus-field';
import { ReadinessCard } from './ReadinessCard';
import { BriefDraft_task } from './save-draft';
import { SaveState } from './SaveState';
import { TaskFieldsCard } from './TaskFieldsCard';
import { TemplateMenu } from './TemplateMenu';
import { useAutosave, type KeptBrief } from './use-autosave';
import { isBrief, useBriefForm, type BriefFormValues } from './use-brief-form';

const BriefPageQuery = graphql(
  `
    query BriefPage($id: ID!) {
      task(id: $id) {
        id
        ...BriefDraft_task
        ...TaskFacts_task
        campaign {
          id
        }
        item {
          id
        }
      }
    }
  `,
  [BriefDraft_task, TaskFacts_task],
);

const SiblingsQuery = graphql(`
  query TaskSiblings($filter: TaskFilter!) {
    tasks(filter: $filter, first: 50) {
      nodes {
        id
        title
      }
    }
  }
`);

type Drafted = ResultOf<typeof BriefDraft_task>;
type Loaded = NonNullable<ResultOf<typeof BriefPageQuery>['task']>;

/** Writing a brief: saved as it is typed, with what it lacks at the side. */
export function BriefPage({ taskId }: { taskId: string }) {
  const go = useGo();
  const [result, refetch] = useQuery({
    query: BriefPageQuery,
    variables: { id: taskId },
    requestPolicy: 'cache-and-network',
  });
  const task = result.data?.task;
  const isReader = task ? readFragment(BriefDraft_task, task).details.draft === null : false;
  // Who may not write it reads it where it belongs.
  useEffect(() => {
    if (isReader) go(`/tasks/${taskId}`, { replace: true });
  }, [go, isReader, taskId]);
  return (
    <Page margins="flush">
      <QueryView
        result={result}
        onRetry={() => refetch({ requestPolicy: 'network-only' })}
        select={(data) => data.task}
      >
        {(loaded) => {
          const draft = readFragment(BriefDraft_task, loaded).details.draft;
          return draft && <BriefDesk key={loaded.id} loaded={loaded} />;
        }}
      </QueryView>
    </Page>
  );
}

function BriefDesk({ loaded }: { loaded: Loaded }) {
  const t = useT();
  const go = useGo();
  const client = useClient();
  const words = useOfferWords();
  const task = readFragment(BriefDraft_task, loaded);
  const draft = draftOf(task);
  const server = valuesOf(task);
  const kept = usePersistentDraft<KeptBrief>(`brief-${task.id}`, { values: server, version: draft.version });
  const isKept = kept.isRestored && isBrief(kept.initial.values?.brief);
  const form = useBriefForm(isKept ? kept.initial.values : server, isKept);
  const [theirs, setTheirs] = useState<FragmentOf<typeof BriefDraft_task> | null>(null);

  const showTheirs = useCallback(() => {
    void client
      .query(BriefPageQuery, { id: task.id }, { requestPolicy: 'network-only' })
      .toPromise()
      .then(({ data }) => data?.task && setTheirs(data.task));
  }, [client, task.id]);

  const autosave = useAutosave({
    taskId: task.id,
    form,
    draft: kept,
    version: isKept ? kept.initial.version : draft.version,
    currency: draft.fee.currency,
    onConflict: showTheirs,
  });
  const { continueOn, flush, isBehind } = autosave;

  // Others' text comes in by itself while nothing of one's own is on the way.
  const { replace } = form;
  useEffect(() => {
    if (!isBehind(draft.version)) return;
    replace(valuesOf(task));
    continueOn(draft.version);
  }, [continueOn, draft.version, isBehind, replace, task]);

  useEffect(() => {
    const field = window.location.hash.slice(1);
    if (field) focusField(decodeURIComponent(field));
  }, []);

  const { act, dialog, isRunning } = useTaskActions({ onDone: () => go(`/tasks/${task.id}`) });
  const step = task.availableActions.find(({ action }) => action === 'ISSUE' || action === 'REVISE');
  async function take(offer: Offer): Promise<void> {
    if (!(await flush())) return;
    act(current(task), offer);
  }

  const [{ data: options }] = useQuery({ query: TaskOptionsQuery });
  const [{ data: siblings }] = useQuery({
    query: SiblingsQuery,
    variables: { filter: loaded.item ? { itemId: loaded.item.id } : { campaignId: loaded.campaign?.id ?? null } },
    pause: !loaded.item && !loaded.campaign,
  });
  const other = theirs && readFragment(BriefDraft_task, theirs);

  return (
    <>
      <PageHeader
        look="bar"
        crumbs={[
          { label: task.client.name, href: `/clients/${task.client.id}` },
          { label: t('tasks'), href: '/tasks' },
          { label: task.title || t('brief.untitled'), href: `/tasks/${task.id}` },
        ]}
        title={t('brief.title', { title: form.values.title || t('brief.untitled') })}
        badge={<StateChip state={workState(task.state)} />}
        sub={[<SaveState key="state" status={autosave.status} updatedAt={draft.updatedAt} />]}
        actions={
          <>
            <TemplateMenu
              taskId={task.id}
              discipline={task.discipline}
              version={() => draftOf(task).version}
              beforeApply={flush}
              onApplied={showTheirsQuietly}
            />
            {step && (
              <Button variant="filled" loading={isRunning} onClick={() => void take(step)}>
                {words(step)}
              </Button>
            )}
          </>
        }
      />
      <div className={classes.columns}>
        <div className={classes.main}>
          {isKept && autosave.status.kind !== 'saved' && <Notice title={t('brief.restored')} />}
          {autosave.status.kind === 'conflict' && !other && (
            <Notice
              tone="warn"
              title={t('brief.conflict.title')}
              action={
                <Button size="xs" onClick={showTheirs}>
                  {t('page.changes')}
                </Button>
              }
            />
          )}
          <TaskFieldsCard
            form={form}
            errors={autosave.errors}
            choices={{
              people: options?.taskOptions.people ?? (task.assignee ? [{ ...task.assignee, disciplines: [] }] : []),
              tasks: siblings?.tasks.nodes.filter(({ id }) => id !== task.id) ?? [],
              suggestedFee: draft.suggestedFee,
              isAssigneeFixed: task.state !== 'DRAFT',
            }}
          />
          <BriefFilesProvider taskId={task.id} known={task.details.briefFiles}>
            <BriefForm form={form} errors={autosave.errors} />
          </BriefFilesProvider>
        </div>
        <aside className={classes.side}>
          <ReadinessCard findings={draft.findings} onOpen={focusField} />
          <BrandCard client={task.client} brand={draft.brand} />
          <TaskFacts task={loaded} />
        </aside>
      </div>
      {dialog}
      {other && (
        <ConflictDialog
          theirs={briefOf(other)}
          mine={form.values.brief}
          onLater={() => setTheirs(null)}
          onTakeTheirs={() => {
            form.replace(valuesOf(other));
            kept.clear();
            autosave.settle(draftOf(other).version);
            setTheirs(null);
          }}
          onKeepMine={() => {
            continueOn(draftOf(other).version);
            setTheirs(null);
            void flush();
          }}
        />
      )}
    </>
  );

  /** After a template the server's text is the form's. */
  function showTheirsQuietly(): void {
    void client
      .query(BriefPageQuery, { id: task.id }, { requestPolicy: 'network-only' })
      .toPromise()
      .then(({ data }) => {
        if (!data?.task) return;
        const fresh = readFragment(BriefDraft_task, data.task);
        form.replace(valuesOf(fresh));
        autosave.settle(draftOf(fresh).version);
      });
  }
}

function draftOf(task: Drafted): NonNullable<Drafted['details']['draft']> {
  const { draft } = task.details;
  if (!draft) throw new Error('Only whoever may write a brief gets here');
  return draft;
}

const briefOf = (task: Drafted): Brief => briefSchema.parse(draftOf(task).data);

function valuesOf(task: Drafted): BriefFormValues {
  const draft = draftOf(task);
  return {
    brief: briefOf(task),
    title: task.title,
    assigneeId: task.assignee?.id ?? null,
    dueAt: draft.dueAt,
    estimatedMinutes: task.estimatedMinutes,
    fee: draft.fee.amount.replace(/\.00$/, ''),
    wantsClientApproval: task.wantsClientApproval,
    startAfter: task.predecessors.map(({ id }) => id),
  };
}

const current = ({ id, title, version, predecessors }: Drafted): ActionableTask => ({
  id,
  title,
  version,
  predecessors,
});
