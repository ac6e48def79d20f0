import type { Action } from './access';

/** What a token may be let into: an area of the product, and reading it or changing it, too. */
const rightsOfAreas = {
  agency: ['read', 'write'],
  clients: ['read', 'write'],
  campaigns: ['read', 'write'],
  money: ['read', 'write'],
  plan: ['read', 'write'],
  tasks: ['read', 'write'],
  approvals: ['read', 'write'],
  results: ['read', 'write'],
  // Bringing files; they are seen where they are attached.
  files: ['write'],
  // Whole tables at once, of what the area's own scope shows.
  exports: ['read'],
} as const;

export type TokenArea = keyof typeof rightsOfAreas;

export type TokenScope = { [Area in TokenArea]: `${Area}:${(typeof rightsOfAreas)[Area][number]}` }[TokenArea];

export const tokenAreas = Object.keys(rightsOfAreas) as readonly TokenArea[];

/** What a token can be given of an area. */
export const tokenRightsOf = (area: TokenArea): readonly ('read' | 'write')[] => rightsOfAreas[area];

export const tokenScopes: readonly TokenScope[] = tokenAreas.flatMap((area) =>
  tokenRightsOf(area).map((right) => `${area}:${right}` as TokenScope),
);

export const isTokenScope = (text: string): text is TokenScope => (tokenScopes as readonly string[]).includes(text);

/** Who may change a thing may see it. */
export const scopesInclude = (scopes: readonly TokenScope[], wanted: TokenScope): boolean =>
  scopes.includes(wanted) ||
  (wanted.endsWith(':read') && scopes.includes(wanted.replace(/:read$/, ':write') as TokenScope));

/**
 * Things that are seen beside others: a task shows its fee, a client its retainer. They are another area's, and a token without it
 * finds them empty, as a member without the right does.
 */
const seenBeside: Partial<Record<Action, TokenScope>> = {
  'rate.view': 'money:read',
  'fee.view': 'money:read',
  'retainer.view': 'money:read',
  'service.view': 'money:read',
  'budget.view': 'money:read',
  'budget.line.view': 'money:read',
  'payout.view': 'money:read',
  'margin.view': 'money:read',
  'overview.view': 'money:read',
  'client.contacts.view': 'clients:read',
  'comment.internal.view': 'tasks:read',
  'comment.client.view': 'tasks:read',
  'approval.view': 'approvals:read',
  'plan.export': 'plan:read',
  'audit.view': 'agency:read',
};

/** Whether these scopes let a token's bearer do what the member may do. No scopes: the member is there in person. */
export function withinScopes(scopes: readonly TokenScope[] | undefined, action: Action): boolean {
  const wanted = seenBeside[action];
  return scopes === undefined || wanted === undefined || scopesInclude(scopes, wanted);
}

/**
 * Root fields of the API by the area that a token needs: reading on the left, changing on the right. One that stands nowhere here
 * no token reaches: signing in, accounts, tokens themselves, and what a client does by link.
 */
const rootFields: Readonly<Record<Exclude<TokenArea, 'files' | 'exports'>, readonly [read: string, write: string]>> = {
  agency: [
    'viewer team today waiting agencySteps auditLog search handOver',
    `updateAgency setAgencyDays inviteMember renewInvitation revokeInvitation updateMember setMemberActive createSquad updateSquad handOverTasks addAbsence removeAbsence`,
  ],
  clients: [
    'client clients servingSquads',
    `createClient updateClient setClientLogo saveBrandProfile createChannel updateChannel archiveChannel createContact updateContact
     archiveContact createResearch updateResearch deleteResearch markOnboardingStep
     setChannelFrequencies createClientDate updateClientDate deleteClientDate`,
  ],
  campaigns: ['campaign campaigns', 'createCampaign updateCampaign startCampaign closeCampaign reopenCampaign'],
  money: [
    'adSpend budget budgets ledgerEntries overview payables payouts services',
    `requestBudgetRevision approveBudgetRevision refuseBudgetRevision withdrawBudgetRevision remindBudgetRevision updateBudgetLine
     enterAdSpend reverseAdSpend preparePayouts approvePayouts returnPayout markPayoutPaid discardPayout setRate removeRate
     saveRetainer removeRetainer createService updateService archiveService`,
  ],
  plan: [
    'contentItem contentPlan planRollOver rollOverFees planTemplates planTemplateFit planSeries planSeriesPreview planImportMappings ideas ideaBank preflightRules planViews',
    `createContentItem updateContentItem changeContentItems moveContentItem copyContentItem deleteContentItem restoreContentItem
     markContentItemPublished setContentItemLinks undoContentItemPublication rollOverPlan undoRollOver
     createPlanTemplate renamePlanTemplate archivePlanTemplate applyPlanTemplate createPlanSeries changePlanSeries pausePlanSeries endPlanSeries
     changePlanImportMapping forgetPlanImportMapping
     createRubric updateRubric archiveRubric captureIdea updateIdea archiveIdea restoreIdea
     decidePreflightRule resetPreflightRule createPlanView updatePlanView deletePlanView restorePlanView`,
  ],
  tasks: [
    'task tasks taskBoard taskOptions taskChain briefTemplates file workload workloadTasks taskTimeline taskReschedule clientSimulation taskTime runningTimer myQueue markingRegister taskViews',
    `createTask createTaskChain saveBriefDraft applyBriefTemplate createBriefTemplate issueTask acceptTask declineTask reviseTask submitTask
     handOverTask rescheduleTask startTimer stopTimer resumeTimer enterTime changeTime removeTime
     requestTaskChanges approveTask withdrawTask cancelTask reopenTask askTaskQuestion answerTaskQuestion tickCriterion addComment
     replyToComment editComment resolveComment reopenComment makeCommentCriterion markAd
     createTaskView updateTaskView deleteTaskView restoreTaskView`,
  ],
  approvals: [
    'approval approvals approvalDraft approvalCertificate changeRequests planSharing planApprovals',
    `sendForApproval withdrawApproval renewApprovalLink revokeApprovalLink confirmChangeRequest waiveChangeRequest
     sharePlan revokePlanLink addPlanRemark`,
  ],
  results: [
    'casePage ownMetrics',
    'saveFacts saveItemMeasurement removeItemMeasurement createCase updateCase refreshCaseFigures',
  ],
};

const scopeOf: ReadonlyMap<string, TokenScope> = new Map(
  Object.entries(rootFields).flatMap(([area, fields]) =>
    (['read', 'write'] as const).flatMap((right, place) =>
      (fields[place] ?? '')
        .split(/\s+/)
        .filter(Boolean)
        .map((field) => [field, `${area}:${right}` as TokenScope] as const),
    ),
  ),
);

/** The scope that a root field wants of a token; null where no token reaches it. */
export const scopeOfRootField = (field: string): TokenScope | null => scopeOf.get(field) ?? null;
