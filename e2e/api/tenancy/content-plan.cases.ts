import { planDay, planMonth } from '@planerka/testing/server';
import type { TenancyCases } from './cases';

const fields = { title: 'Чужая', format: 'POST', publishOn: planDay(), publishTime: '12:00' };
const failures = `... on NotFound { entity } ... on InvalidInput { issues { path code } }`;

const repeats = {
  rhythm: { kind: 'WEEKLY', weekdays: [2] },
  startsOn: planDay(),
  publishTime: '12:00',
};
const repeated = { ...repeats, title: 'Чужая', format: 'POST' };

const command = (name: string, inputType: string, input: object, success = '') => ({
  document: `mutation ($input: ${inputType}!) { ${name}(input: $input) { __typename ${failures} ${success} } }`,
  variables: { input },
});

/** The month of the publication, and another one that the campaign runs in. */
const months = () => {
  const monthOf = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 7);
  const from = monthOf(3);
  return { from, to: from === planMonth() ? monthOf(0) : planMonth() };
};

const thisMonth = () => new Date().toISOString().slice(0, 7);

export const contentPlanCases: TenancyCases = {
  contentPlan: ({ client }) => ({
    document: `query ($clientId: ID, $month: Month!) { contentPlan(clientId: $clientId, month: $month) { itemCount client { name } } }`,
    variables: { clientId: client, month: planMonth() },
  }),
  contentItem: ({ item }) => ({
    document: `query ($id: ID!) { contentItem(id: $id) { title } }`,
    variables: { id: item },
  }),
  preflightRules: ({ client }) => ({
    document: `query ($clientId: ID) { preflightRules(clientId: $clientId) { key limit decision { reason } } }`,
    variables: { clientId: client },
  }),
  decidePreflightRule: ({ client }) =>
    command('decidePreflightRule', 'DecidePreflightRuleInput', {
      ...{ rule: 'utm', clientId: client, isOff: true, reason: 'Чужая', expectedVersion: 0 },
    }),
  resetPreflightRule: ({ client }) =>
    command('resetPreflightRule', 'ResetPreflightRuleInput', { rule: 'emoji', clientId: client, expectedVersion: 1 }),
  ideas: ({ client }) => ({
    document: `query ($clientId: ID) { ideas(clientId: $clientId) { nodes { text } } }`,
    variables: { clientId: client },
  }),
  ideaBank: ({ client }) => ({
    document: `query ($clientId: ID) { ideaBank(clientId: $clientId) { authors { name } openCount } }`,
    variables: { clientId: client },
  }),
  createContentItem: ({ client }) =>
    command('createContentItem', 'CreateContentItemInput', { clientId: client, ...fields }),
  updateContentItem: ({ item }) =>
    command('updateContentItem', 'UpdateContentItemInput', { itemId: item, expectedVersion: 1, ...fields }),
  changeContentItems: ({ item }) =>
    command('changeContentItems', 'ChangeContentItemsInput', {
      changes: [{ itemId: item, expectedVersion: 1, set: { title: 'Чужая' } }],
    }),
  moveContentItem: ({ item }) =>
    command('moveContentItem', 'MoveContentItemInput', { itemId: item, expectedVersion: 1, publishOn: planDay(20) }),
  copyContentItem: ({ item }) => command('copyContentItem', 'CopyContentItemInput', { itemId: item }),
  deleteContentItem: ({ item }) =>
    command('deleteContentItem', 'ContentItemVersionInput', { itemId: item, expectedVersion: 1 }),
  restoreContentItem: ({ item }) =>
    command('restoreContentItem', 'ContentItemVersionInput', { itemId: item, expectedVersion: 1 }),
  markContentItemPublished: ({ item, channel }) =>
    command('markContentItemPublished', 'MarkContentItemPublishedInput', {
      itemId: item,
      expectedVersion: 1,
      links: [{ channelId: channel, url: 'https://vk.com/wall-1_2' }],
    }),
  setContentItemLinks: ({ item, channel }) =>
    command('setContentItemLinks', 'SetContentItemLinksInput', {
      itemId: item,
      expectedVersion: 1,
      links: [{ channelId: channel, url: 'https://vk.com/wall-1_2' }],
    }),
  undoContentItemPublication: ({ item }) =>
    command('undoContentItemPublication', 'ContentItemVersionInput', { itemId: item, expectedVersion: 1 }),
  planRollOver: ({ client, campaign }) => ({
    document: `query ($clientId: ID!, $from: Month!, $to: Month!, $campaignId: ID) {
      planRollOver(clientId: $clientId, from: $from, to: $to, campaignId: $campaignId) { items { title } lines { category } } }`,
    // The campaign runs in both, and the first has sums that the second lacks.
    variables: { clientId: client, from: new Date().toISOString().slice(0, 7), to: planMonth(), campaignId: campaign },
  }),
  rollOverFees: ({ client, item }) => ({
    document: `query ($input: RollOverFeesInput!) { rollOverFees(input: $input) { total { amount } people { name } } }`,
    variables: {
      // This month has a line of the budget.
      input: { clientId: client, to: thisMonth(), items: [{ itemId: item, publishOn: `${thisMonth()}-15` }] },
    },
  }),
  rollOverPlan: ({ client, item }) =>
    command('rollOverPlan', 'RollOverPlanInput', {
      clientId: client,
      ...months(),
      items: [{ itemId: item, publishOn: `${months().to}-15` }],
    }),
  undoRollOver: ({ item }) => command('undoRollOver', 'UndoRollOverInput', { itemIds: [item] }),
  planTemplates: ({ client }) => ({
    document: 'query ($clientId: ID!) { planTemplates(clientId: $clientId) { name } }',
    variables: { clientId: client },
  }),
  planTemplateFit: ({ client, planTemplate }) => ({
    document: `query ($templateId: ID!, $clientId: ID!, $month: Month!) {
      planTemplateFit(templateId: $templateId, clientId: $clientId, month: $month) { items { title } lacks } }`,
    variables: { templateId: planTemplate, clientId: client, month: months().to },
  }),
  createPlanTemplate: ({ client, item }) =>
    command('createPlanTemplate', 'CreatePlanTemplateInput', { clientId: client, itemId: item, name: 'Чужой шаблон' }),
  renamePlanTemplate: ({ planTemplate }) =>
    command('renamePlanTemplate', 'RenamePlanTemplateInput', {
      templateId: planTemplate,
      name: 'Чужой шаблон',
      expectedVersion: 1,
    }),
  archivePlanTemplate: ({ planTemplate }) =>
    command('archivePlanTemplate', 'ArchivePlanTemplateInput', { templateId: planTemplate }),
  applyPlanTemplate: ({ client, planTemplate, item }) =>
    command('applyPlanTemplate', 'ApplyPlanTemplateInput', {
      clientId: client,
      templateId: planTemplate,
      items: [{ key: item, publishOn: `${months().to}-15` }],
    }),
  planSeries: ({ client }) => ({
    document: 'query ($clientId: ID!) { planSeries(clientId: $clientId) { title rule } }',
    variables: { clientId: client },
  }),
  planSeriesPreview: ({ client, planSeries }) => ({
    document: `query ($input: PlanSeriesPreviewInput!) { planSeriesPreview(input: $input) { days { on } } }`,
    variables: { input: { clientId: client, seriesId: planSeries, ...repeats } },
  }),
  planImportMappings: ({ client }) => ({
    document: 'query ($clientId: ID!) { planImportMappings(clientId: $clientId) { clientId key columns { header } } }',
    variables: { clientId: client },
  }),
  changePlanImportMapping: ({ client }) =>
    command('changePlanImportMapping', 'ChangePlanImportMappingInput', {
      ...{ clientId: client, key: 'f'.repeat(64), expectedVersion: 1, columns: ['TITLE', null, 'DATE'] },
    }),
  forgetPlanImportMapping: ({ client }) =>
    command('forgetPlanImportMapping', 'ForgetPlanImportMappingInput', { clientId: client, key: 'f'.repeat(64) }),
  createPlanSeries: ({ client, item }) =>
    command('createPlanSeries', 'CreatePlanSeriesInput', { clientId: client, itemId: item, ...repeated }),
  changePlanSeries: ({ planSeries }) =>
    command('changePlanSeries', 'ChangePlanSeriesInput', { seriesId: planSeries, expectedVersion: 1, ...repeated }),
  pausePlanSeries: ({ planSeries }) => command('pausePlanSeries', 'PausePlanSeriesInput', { seriesId: planSeries }),
  endPlanSeries: ({ planSeries }) => command('endPlanSeries', 'EndPlanSeriesInput', { seriesId: planSeries }),
  createRubric: ({ client }) =>
    command('createRubric', 'CreateRubricInput', { clientId: client, name: 'Чужая', colour: 1 }),
  updateRubric: ({ rubric }) =>
    command('updateRubric', 'UpdateRubricInput', { rubricId: rubric, expectedVersion: 1, name: 'Чужая', colour: 1 }),
  archiveRubric: ({ rubric }) =>
    command('archiveRubric', 'ArchiveRubricInput', { rubricId: rubric, expectedVersion: 1 }),
  captureIdea: ({ client }) => command('captureIdea', 'CaptureIdeaInput', { clientId: client, text: 'Чужая' }),
  updateIdea: ({ idea, client }) =>
    command('updateIdea', 'UpdateIdeaInput', { ideaId: idea, expectedVersion: 1, clientId: client, text: 'Чужая' }),
  archiveIdea: ({ idea }) => ({
    document: `mutation ($id: ID!) { archiveIdea(ideaId: $id) { __typename ... on NotFound { entity } } }`,
    variables: { id: idea },
  }),
  createPlanView: ({ client, channel }) =>
    command('createPlanView', 'CreatePlanViewInput', {
      name: 'Чужой',
      clientId: client,
      shown: { channelIds: [channel] },
    }),
  updatePlanView: ({ planView }) =>
    command('updatePlanView', 'UpdatePlanViewInput', { planViewId: planView, expectedVersion: 1, name: 'Чужой' }),
  deletePlanView: ({ planView }) => ({
    document: `mutation ($id: ID!) { deletePlanView(planViewId: $id) { __typename ... on NotFound { entity } } }`,
    variables: { id: planView },
  }),
  restorePlanView: ({ planView }) => ({
    document: `mutation ($id: ID!) { restorePlanView(planViewId: $id) { __typename ... on NotFound { entity } } }`,
    variables: { id: planView },
  }),
  restoreIdea: ({ idea }) => ({
    document: `mutation ($id: ID!) { restoreIdea(ideaId: $id) { __typename ... on NotFound { entity } } }`,
    variables: { id: idea },
  }),
};
