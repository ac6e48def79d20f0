import { defineCacheUpdates, defineLiveUpdates, forget } from '@planerka/platform/web';
import type { UpdateResolver } from '@urql/exchange-graphcache';

const planChanges: UpdateResolver = (_result, _args, cache) => forget(cache, 'contentPlan');
const viewChanges: UpdateResolver = (_result, _args, cache) => forget(cache, 'planViews');
const ideaChanges: UpdateResolver = (_result, _args, cache) => forget(cache, 'ideas', 'ideaBank');
/** With a publication an idea goes into the plan and comes back. */
const comesOrGoes: UpdateResolver = (_result, _args, cache) => forget(cache, 'contentPlan', 'ideas', 'ideaBank');

const templateChanges: UpdateResolver = (_result, _args, cache) => forget(cache, 'planTemplates');

const memoryChanges: UpdateResolver = (_result, _args, cache) => forget(cache, 'planImportMappings');

/** Turns come, follow and go with their series. */
const seriesChanges: UpdateResolver = (_result, _args, cache) =>
  forget(cache, 'contentPlan', 'contentItem', 'planSeries', 'taskBoard', 'tasks');

/** Counts, shares, empty days and repeats of a month follow from all its items: the month is asked for again. */
defineCacheUpdates({
  Mutation: {
    createContentItem: comesOrGoes,
    updateContentItem: planChanges,
    // The thing itself is told live; what its panel shows is asked for again at once.
    changeContentItems: (_result, _args, cache) => forget(cache, 'contentPlan', 'contentItem', 'ideas', 'ideaBank'),
    moveContentItem: planChanges,
    copyContentItem: planChanges,
    deleteContentItem: comesOrGoes,
    restoreContentItem: comesOrGoes,
    markContentItemPublished: planChanges,
    setContentItemLinks: planChanges,
    undoContentItemPublication: planChanges,
    rollOverPlan: (_result, _args, cache) =>
      forget(cache, 'contentPlan', 'planRollOver', 'taskBoard', 'tasks', 'budget'),
    undoRollOver: (_result, _args, cache) =>
      forget(cache, 'contentPlan', 'planRollOver', 'taskBoard', 'tasks', 'budget'),
    createPlanTemplate: templateChanges,
    archivePlanTemplate: templateChanges,
    applyPlanTemplate: (_result, _args, cache) => forget(cache, 'contentPlan', 'taskBoard', 'tasks'),
    createPlanSeries: seriesChanges,
    changePlanSeries: seriesChanges,
    pausePlanSeries: seriesChanges,
    endPlanSeries: seriesChanges,
    changePlanImportMapping: memoryChanges,
    forgetPlanImportMapping: memoryChanges,
    createRubric: planChanges,
    updateRubric: planChanges,
    archiveRubric: planChanges,
    captureIdea: ideaChanges,
    updateIdea: ideaChanges,
    archiveIdea: ideaChanges,
    restoreIdea: ideaChanges,
    createPlanView: viewChanges,
    updatePlanView: viewChanges,
    deletePlanView: viewChanges,
    restorePlanView: viewChanges,
  },
});

defineLiveUpdates({
  item: ['contentPlan', 'ideas', 'ideaBank'],
  plan: ['contentPlan'],
  rubric: ['contentPlan'],
  task: ['contentPlan'],
  approval: ['contentPlan'],
  idea: ['ideas', 'ideaBank'],
  planView: ['planViews'],
  plan_template: ['planTemplates'],
  plan_series: ['planSeries'],
  client_date: ['contentPlan'],
});
