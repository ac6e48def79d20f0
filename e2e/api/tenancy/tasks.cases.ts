import type { Ids } from '@planerka/testing/server';
import { actions, ask, create, createChain, page, saveDraft } from '../tasks.documents';
import type { Operation, TenancyCases } from './cases';

const first = { expectedVersion: 1 };
const yesterday = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);

const onTask =
  (document: string, more: (ids: Ids) => object = () => ({})) =>
  (ids: Ids): Operation => ({ document, variables: { input: { taskId: ids.task, ...more(ids) } } });

const withReason = { ...first, reason: 'Так надо' };
const list = /* GraphQL */ `
  query ($filter: TaskFilter!) {
    tasks(filter: $filter) {
      nodes {
        id
      }
    }
  }
`;
const board = /* GraphQL */ `
  query ($filter: TaskFilter!) {
    taskBoard(filter: $filter) {
      state
      count
      nodes {
        id
      }
    }
  }
`;
const content = {
  kind: 'copy',
  text: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Чужое' }] }] },
};

const onView =
  (name: 'deleteTaskView' | 'restoreTaskView') =>
  ({ taskView }: Ids): Operation => ({
    document: `mutation ($id: ID!) { ${name}(taskViewId: $id) { __typename ... on NotFound { entity } } }`,
    variables: { id: taskView },
  });

export const tasksCases: TenancyCases = {
  createTaskView: ({ client, campaign, assignee }) => ({
    document:
      'mutation ($input: CreateTaskViewInput!) { createTaskView(input: $input) { __typename ... on NotFound { entity } } }',
    variables: { input: { name: 'Чужой', clientId: client, shown: { campaignId: campaign, assigneeId: assignee } } },
  }),
  updateTaskView: ({ taskView }) => ({
    document:
      'mutation ($input: UpdateTaskViewInput!) { updateTaskView(input: $input) { __typename ... on NotFound { entity } } }',
    variables: { input: { taskViewId: taskView, ...first, name: 'Чужой' } },
  }),
  deleteTaskView: onView('deleteTaskView'),
  restoreTaskView: onView('restoreTaskView'),
  handOver: (ids) => ({
    document: 'query ($id: ID!) { handOver(memberId: $id) { ledTasks tasks { title } } }',
    variables: { id: ids.member },
  }),
  handOverTasks: (ids) => ({
    document: 'mutation ($input: HandOverTasksInput!) { handOverTasks(input: $input) { __typename } }',
    variables: {
      input: {
        memberId: ids.member,
        ...first,
        moves: [{ taskId: ids.task, toMemberId: ids.member }],
        deactivate: true,
      },
    },
  }),
  addAbsence: (ids) => ({
    document: 'mutation ($input: AddAbsenceInput!) { addAbsence(input: $input) { __typename } }',
    variables: {
      input: { memberId: ids.assignee, kind: 'SICK', startsOn: '2031-03-03', endsOn: '2031-03-05', note: 'Чужая' },
    },
  }),
  removeAbsence: (ids) => ({
    document: 'mutation ($id: ID!) { removeAbsence(absenceId: $id) { __typename } }',
    variables: { id: ids.absence },
  }),
  myQueue: () => ({ document: '{ myQueue { id title clientName waitsFor } }', variables: {} }),
  workload: () => ({ document: '{ workload { people { id name } } }', variables: {} }),
  workloadTasks: (ids) => ({
    document: 'query ($id: ID) { workloadTasks(memberId: $id) { tasks { title clientName } } }',
    variables: { id: ids.assignee },
  }),
  taskTimeline: ({ client, campaign, item, member }) => ({
    document:
      'query ($filter: TaskFilter!) { taskTimeline(filter: $filter) { people { name } tasks { id title before { title } } undated { title } } }',
    variables: { filter: { clientId: client, campaignId: campaign, itemId: item, assigneeId: member } },
  }),
  taskReschedule: (ids) => ({
    document:
      'query ($id: ID!, $on: Date!) { taskReschedule(taskId: $id, dueOn: $on) { taskId way breaks { title } } }',
    variables: { id: ids.task, on: tomorrow },
  }),
  rescheduleTask: (ids) => ({
    document: 'mutation ($input: RescheduleTaskInput!) { rescheduleTask(input: $input) { __typename } }',
    variables: { input: { taskId: ids.task, ...first, dueAt: `${tomorrow}T12:00:00Z` } },
  }),
  taskTime: (ids) => ({
    document: 'query ($id: ID!) { taskTime(taskId: $id) { spentMinutes people { name } entries { note } } }',
    variables: { id: ids.task },
  }),
  runningTimer: () => ({ document: '{ runningTimer { taskTitle } }', variables: {} }),
  startTimer: (ids) => ({
    document: 'mutation ($id: ID!) { startTimer(taskId: $id) { __typename } }',
    variables: { id: ids.task },
  }),
  stopTimer: (ids) => ({
    document: 'mutation ($id: ID!) { stopTimer(entryId: $id, minutes: 5) { __typename } }',
    variables: { id: ids.runningEntry },
  }),
  resumeTimer: (ids) => ({
    document: 'mutation ($id: ID!) { resumeTimer(entryId: $id) { __typename } }',
    variables: { id: ids.timeEntry },
  }),
  enterTime: (ids) => ({
    document: 'mutation ($input: EnterTimeInput!) { enterTime(input: $input) { __typename } }',
    variables: { input: { taskId: ids.task, spentOn: yesterday, minutes: 15, note: 'Чужая' } },
  }),
  changeTime: (ids) => ({
    document: 'mutation ($input: ChangeTimeInput!) { changeTime(input: $input) { __typename } }',
    variables: { input: { entryId: ids.timeEntry, ...first, spentOn: yesterday, minutes: 15 } },
  }),
  removeTime: (ids) => ({
    document: 'mutation ($id: ID!) { removeTime(entryId: $id) { __typename } }',
    variables: { id: ids.timeEntry },
  }),
  clientSimulation: (ids) => ({
    document:
      'query ($input: ClientSimulationInput!) { clientSimulation(input: $input) { __typename ... on ClientSimulation { people { name } manager { name } } } }',
    variables: {
      input: {
        squadId: ids.squad,
        publications: [{ format: 'AD', count: 40 }],
        fee: { amount: '1.00', currency: 'RUB' },
      },
    },
  }),
  handOverTask: (ids) => ({
    document: 'mutation ($input: HandOverTaskInput!) { handOverTask(input: $input) { __typename } }',
    variables: { input: { taskId: ids.task, ...first, toMemberId: ids.member } },
  }),
  task: (ids) => ({ document: page, variables: { id: ids.task } }),
  tasks: ({ client, campaign, item, member }) => ({
    document: list,
    variables: { filter: { clientId: client, campaignId: campaign, itemId: item, assigneeId: member } },
  }),
  taskBoard: ({ client }) => ({ document: board, variables: { filter: { clientId: client } } }),
  briefTemplates: () => ({ document: '{ briefTemplates { id name } }', variables: {} }),
  taskOptions: () => ({
    document: '{ taskOptions { clients { name } campaigns { name } people { name } } }',
    variables: {},
  }),
  createTask: (ids) => ({
    document: create,
    variables: {
      input: { itemId: ids.item, campaignId: ids.campaign, discipline: 'COPY', title: 'Чужая', assigneeId: ids.member },
    },
  }),
  taskChain: (ids) => ({
    document: 'query ($id: ID!) { taskChain(itemId: $id) { steps { candidates { name } similar { title } } } }',
    variables: { id: ids.item },
  }),
  createTaskChain: (ids) => ({
    document: createChain,
    variables: {
      input: {
        itemId: ids.item,
        campaignId: ids.campaign,
        steps: [{ discipline: 'COPY', title: 'Чужая', assigneeId: ids.member, likeTaskId: ids.task }],
      },
    },
  }),
  markingRegister: ({ client }) => ({
    document: 'query ($id: ID!) { markingRegister(clientId: $id) { creatives { id clientId itemId } } }',
    variables: { id: client },
  }),
  markAd: ({ item: itemId }) => ({
    document: 'mutation ($input: MarkAdInput!) { markAd(input: $input) { __typename } }',
    variables: { input: { itemId, key: 'ad', erid: 'LjN8Kaaxi', ...first } },
  }),
  issueTask: onTask(actions.issueTask, () => first),
  acceptTask: onTask(actions.acceptTask, () => first),
  declineTask: onTask(actions.declineTask, () => withReason),
  reviseTask: onTask(actions.reviseTask, () => withReason),
  submitTask: onTask(actions.submitTask, () => ({ ...first, content })),
  requestTaskChanges: onTask(actions.requestTaskChanges, () => withReason),
  approveTask: onTask(actions.approveTask, () => first),
  withdrawTask: onTask(actions.withdrawTask, () => withReason),
  cancelTask: onTask(actions.cancelTask, () => withReason),
  reopenTask: onTask(actions.reopenTask, () => withReason),
  saveBriefDraft: onTask(saveDraft, () => ({ ...first, title: 'Чужой заголовок' })),
  createBriefTemplate: onTask(ask.template, () => ({ name: 'Чужой шаблон' })),
  applyBriefTemplate: onTask(ask.apply, ({ template }) => ({ ...first, templateId: template })),
  askTaskQuestion: onTask(ask.question, () => ({ question: 'Что там?' })),
  answerTaskQuestion: onTask(ask.answer, ({ question }) => ({ questionId: question, answer: 'Ничего' })),
  tickCriterion: onTask(ask.tick, ({ criterion }) => ({ criterionId: criterion, isMet: true })),
};
