import { defineCacheUpdates, defineLiveUpdates, forget } from '@planerka/platform/web';
import type { UpdateResolver } from '@urql/exchange-graphcache';

const planChanges: UpdateResolver = (_result, _args, cache) => forget(cache, 'contentPlan');
const viewChanges: UpdateResolver = (_result, _args, cache) => forget(cache, 'planViews');
const ideaChanges: UpdateResolver = (_result, _args, cache) => forget(cache, 'ideas');

const templateChanges: UpdateResolver = (_result, _args, cache) => forget(cache, 'planTemplates');

/** Counts, shares, empty days and repeats of a month follow from all its items: the month is asked for again. */
defineCacheUpdates({
  Mutation: {
    createContentItem: (_result, _args, cache) => forget(cache, 'contentPlan', 'ideas'),
    updateContentItem: planChanges,
    // The thing itself is told live; what its panel shows is asked for again at once.
    changeContentItems: (_result, _args, cache) => forget(cache, 'contentPlan', 'contentItem'),
    moveContentItem: planChanges,
    copyContentItem: planChanges,
    deleteContentItem: planChanges,
    restoreContentItem: planChanges,
    markContentItemPublished: planChanges,
    undoContentItemPublication: planChanges,
    rollOverPlan: (_result, _args, cache) =>
      forget(cache, 'contentPlan', 'planRollOver', 'taskBoard', 'tasks', 'budget'),
    undoRollOver: (_result, _args, cache) =>
      forget(cache, 'contentPlan', 'planRollOver', 'taskBoard', 'tasks', 'budget'),
    createPlanTemplate: templateChanges,
    archivePlanTemplate: templateChanges,
    applyPlanTemplate: (_result, _args, cache) => forget(cache, 'contentPlan', 'taskBoard', 'tasks'),
    createRubric: planChanges,
    updateRubric: planChanges,
    archiveRubric: planChanges,
    captureIdea: ideaChanges,
    archiveIdea: ideaChanges,
    restoreIdea: ideaChanges,
    createPlanView: viewChanges,
    updatePlanView: viewChanges,
    deletePlanView: viewChanges,
    restorePlanView: viewChanges,
  },
});

defineLiveUpdates({
  item: ['contentPlan'],
  plan: ['contentPlan'],
  rubric: ['contentPlan'],
  task: ['contentPlan'],
  approval: ['contentPlan'],
  idea: ['ideas'],
  planView: ['planViews'],
  plan_template: ['planTemplates'],
  client_date: ['contentPlan'],
});
