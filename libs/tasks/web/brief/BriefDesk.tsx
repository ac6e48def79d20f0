import { Button } from '@mantine/core';
import {
  AppLink,
  type FragmentOf,
  graphql,
  Notice,
  PageHeader,
  readFragment,
  StateChip,
  useGo,
  usePersistentDraft,
  workState,
} from '@planerka/platform/web';
import { lazy, Suspense, useCallback, useEffect, useMemo, useState } from 'react';
import { useClient, useQuery } from 'urql';
import { AdSurroundingsProvider, schemesOf } from '../ads/surroundings';
import { useOfferWords } from '../actions/offer-words';
import { useTaskActions, type ActionableTask, type Offer } from '../actions/use-task-actions';
import { TaskOptionsQuery } from '../board/TaskFiltersBar';
import { useT } from '../locales';
import { TaskFacts, TaskFacts_task } from '../page/TaskFacts';
import { RevisionPreview } from '../versions/LateVersions';
import { BrandCard } from './BrandCard';
import { BriefFilesProvider } from './brief-files';
import { BriefForm } from './BriefForm';
import classes from './BriefForm.module.css';
import { draftOf, valuesOf, type BriefFormValues, type DraftedTask } from './brief-values';
import { ConflictDialog } from './ConflictDialog';
import { focusField } from './focus-field';
import { ReadinessCard } from './ReadinessCard';
import { BriefDraft_task } from './save-draft';
import { SaveState } from './SaveState';
import { TaskFieldsCard } from './TaskFieldsCard';
import { useAutosave, type KeptBrief, type SavedText } from './use-autosave';
import { isBrief, useBriefForm } from './use-brief-form';
import { useCoAuthor } from './use-co-author';

// A brief is begun from a template once, if at all.
const TemplateMenu = lazy(() => import('./TemplateMenu').then((file) => ({ default: file.TemplateMenu })));

export const BriefDesk_task = graphql(
  `
    fragment BriefDesk_task on Task {
      id
      campaign {
        id
        name
      }
      item {
        id
      }
      ...BriefDraft_task
      ...TaskFacts_task
    }
  `,
  [BriefDraft_task, TaskFacts_task],
);

const BriefNowQuery = graphql(
  `
    query BriefNow($id: ID!) {
      task(id: $id) {
        id
        ...BriefDraft_task
      }
    }
  `,
  [BriefDraft_task],
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

/** The form of a brief, with everything that stands beside it. */
export function BriefDesk({
  task: shown,
  memberId,
}: {
  task: FragmentOf<typeof BriefDesk_task>;
  /** Of whoever writes here. */
  memberId: string | null;
}) {
  const t = useT();
  const go = useGo();
  const client = useClient();
  const words = useOfferWords();
  const loaded = readFragment(BriefDesk_task, shown);
  const task = readFragment(BriefDraft_task, loaded);
  const draft = draftOf(task);
  const server = useMemo(() => textOf(task), [task]);
  const kept = usePersistentDraft<KeptBrief>(`brief-${task.id}`, server);
  const isKept = kept.isRestored && isBrief(kept.initial.values?.brief);
  const form = useBriefForm(isKept ? kept.initial.values : server.values, isKept);
  const [isLater, setLater] = useState(false);
  const coAuthor = useCoAuthor(task.id, memberId);

  const loadTheirs = useCallback(async (): Promise<SavedText | null> => {
    const { data } = await client.query(BriefNowQuery, { id: task.id }, { requestPolicy: 'network-only' }).toPromise();
    return data?.task ? textOf(readFragment(BriefDraft_task, data.task)) : null;
  }, [client, task.id]);

  const autosave = useAutosave({
    taskId: task.id,
    form,
    draft: kept,
    start: isKept ? { values: kept.initial.base ?? server.values, version: kept.initial.version } : server,
    isOpen: task.viewerCanEdit,
    currency: draft.fee.currency,
    loadTheirs,
  });
  const { adopt, conflict, flush, isBehind } = autosave;
  const isOpen = autosave.status.kind !== 'closed';

  // Others' text comes in by itself while nothing of one's own is on the way.
  useEffect(() => {
    if (isBehind(draft.version)) adopt(server);
  }, [adopt, draft.version, isBehind, server]);

  useEffect(() => {
    const field = window.location.hash.slice(1);
    if (field) focusField(decodeURIComponent(field));
  }, []);

  const { act, dialog, isRunning } = useTaskActions({ onDone: () => go(`/tasks/${task.id}`) });
  const step = task.availableActions.find(({ action }) => action === 'ISSUE' || action === 'REVISE');
  async function take(offer: Offer): Promise<void> {
    if (!(await flush())) return;
    // The save has moved nothing but the draft: the task's own version is the one shown.
    act(actionable(task), offer);
  }

  const [{ data: options }] = useQuery({ query: TaskOptionsQuery });
  const [areTasksAsked, setTasksAsked] = useState(false);
  const [{ data: siblings }] = useQuery({
    query: SiblingsQuery,
    variables: { filter: loaded.item ? { itemId: loaded.item.id } : { campaignId: loaded.campaign?.id ?? null } },
    pause: !areTasksAsked || (!loaded.item && !loaded.campaign),
  });
  const onTasksWanted = useCallback(() => setTasksAsked(true), []);
  const choices = useMemo(
    () => ({
      people: options?.taskOptions.people ?? (task.assignee ? [{ ...task.assignee, disciplines: [] }] : []),
      tasks: [
        ...task.predecessors,
        ...(siblings?.tasks.nodes ?? []).filter(
          ({ id }) => id !== task.id && task.predecessors.every((one) => one.id !== id),
        ),
      ],
      onTasksWanted,
      suggestedFee: draft.suggestedFee,
      isAssigneeFixed: task.state !== 'DRAFT',
      budgetHref: lacksMoney(draft.findings) && loaded.campaign ? `/budgets/${loaded.campaign.id}` : null,
    }),
    [options, task, siblings, onTasksWanted, draft, loaded.campaign],
  );
  const fields = useTaskFields(form.values);
  const campaign = loaded.campaign?.name ?? '';
  const around = useMemo(
    () => ({ client: task.client.name, campaign, schemes: schemesOf(draft.brand) }),
    [task.client.name, campaign, draft.brand],
  );
  const onTemplateApplied = useCallback(
    () => void loadTheirs().then((fresh) => fresh && adopt(fresh)),
    [adopt, loadTheirs],
  );

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
            {isOpen && (
              <Suspense fallback={null}>
                <TemplateMenu
                  taskId={task.id}
                  clientId={task.client.id}
                  discipline={task.discipline}
                  version={autosave.savedVersion}
                  beforeApply={flush}
                  onApplied={onTemplateApplied}
                />
              </Suspense>
            )}
            {isOpen && step && (
              <Button variant="filled" loading={isRunning} onClick={() => void take(step)}>
                {words(step)}
              </Button>
            )}
          </>
        }
      />
      <div className={classes.columns}>
        <div className={classes.main}>
          {!isOpen && (
            <Notice
              title={t('brief.closedTitle')}
              action={
                <Button size="xs" component={AppLink} href={`/tasks/${task.id}`}>
                  {t('brief.toTask')}
                </Button>
              }
            >
              {t('brief.closedText')}
            </Notice>
          )}
          {isKept && autosave.status.kind !== 'saved' && <Notice title={t('brief.restored')} />}
          {conflict && isLater ? (
            <Notice
              tone="warn"
              title={t('brief.conflict.title')}
              action={
                <Button
                  size="xs"
                  onClick={() => {
                    setLater(false);
                    void autosave.compare();
                  }}
                >
                  {t('brief.conflict.compare')}
                </Button>
              }
            />
          ) : (
            coAuthor && <Notice title={t('brief.together', { name: coAuthor })}>{t('brief.togetherText')}</Notice>
          )}
          <fieldset className={classes.form} disabled={!isOpen}>
            <TaskFieldsCard
              values={fields}
              discipline={form.values.brief.discipline}
              setTask={form.setTask}
              errors={autosave.errors}
              choices={choices}
            />
            <BriefFilesProvider taskId={task.id} known={task.details.briefFiles}>
              <AdSurroundingsProvider value={around}>
                <BriefForm form={form} errors={autosave.errors} />
              </AdSurroundingsProvider>
            </BriefFilesProvider>
          </fieldset>
        </div>
        <aside className={classes.side}>
          {isOpen && <ReadinessCard findings={draft.findings} onOpen={focusField} />}
          {isOpen && step?.action === 'REVISE' && (
            <RevisionPreview taskId={task.id} values={form.values} onOpen={focusField} />
          )}
          <BrandCard client={task.client} brand={draft.brand} />
          <TaskFacts task={loaded} />
        </aside>
      </div>
      {dialog}
      {conflict && !isLater && (
        <ConflictDialog
          conflict={conflict}
          mine={form.values}
          choices={choices}
          currency={draft.fee.currency}
          onLater={() => setLater(true)}
          onResolve={autosave.resolve}
        />
      )}
    </>
  );
}

/** The form without its brief: the same object while only the brief is written, so that a key there draws nothing here. */
function useTaskFields(values: BriefFormValues): Omit<BriefFormValues, 'brief'> {
  const { title, assigneeId, dueAt, estimatedMinutes, fee, wantsClientApproval, startAfter } = values;
  return useMemo(
    () => ({ title, assigneeId, dueAt, estimatedMinutes, fee, wantsClientApproval, startAfter }),
    [title, assigneeId, dueAt, estimatedMinutes, fee, wantsClientApproval, startAfter],
  );
}

const textOf = (task: DraftedTask): SavedText => ({ values: valuesOf(task), version: draftOf(task).version });

const moneyFindings: ReadonlySet<string> = new Set(['no_budget_line', 'hard_line_too_small', 'soft_line_too_small']);

const lacksMoney = (findings: readonly { readonly code: string }[]): boolean =>
  findings.some(({ code }) => moneyFindings.has(code));

const actionable = ({ id, title, version, predecessors }: DraftedTask): ActionableTask => ({
  id,
  title,
  version,
  predecessors,
});
