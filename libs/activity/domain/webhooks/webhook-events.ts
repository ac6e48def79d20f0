/** What a webhook may be told of, by area; happenings of the agency's inner life (sign-ins, comments, rates) are not among it. */
export const webhookEventGroups = {
  task: [
    'task.created',
    'task.issued',
    'task.accepted',
    'task.declined',
    'task.revised',
    'task.submitted',
    'task.changes_requested',
    'task.approved',
    'task.client_approved',
    'task.client_requested_changes',
    'task.withdrawn',
    'task.done',
    'task.reopened',
    'task.cancelled',
  ],
  approval: [
    'approval.sent',
    'approval.opened',
    'approval.answered',
    'approval.approved',
    'approval.changes_requested',
    'approval.withdrawn',
    'approval.voided',
    'approval.expired',
  ],
  item: [
    'item.created',
    'item.updated',
    'item.moved',
    'item.deleted',
    'item.restored',
    'item.published',
    'item.linked',
    'item.publication_undone',
  ],
  campaign: ['campaign.created', 'campaign.updated', 'campaign.started', 'campaign.closed', 'campaign.reopened'],
  client: ['client.created', 'client.updated', 'client.assigned'],
  budget: [
    'budget.revisionRequested',
    'budget.revisionApproved',
    'budget.revisionRefused',
    'budget.thresholdCrossed',
    'payout.prepared',
    'payout.approved',
    'payout.paid',
  ],
  results: ['kpi.entered', 'case.created'],
} as const satisfies Record<string, readonly string[]>;

export type WebhookEventGroup = keyof typeof webhookEventGroups;
export type WebhookEvent = (typeof webhookEventGroups)[WebhookEventGroup][number];

export const webhookEvents: readonly WebhookEvent[] = Object.values(webhookEventGroups).flat();

const known: ReadonlySet<string> = new Set(webhookEvents);

export const isWebhookEvent = (type: string): type is WebhookEvent => known.has(type);

/** What a test is called: nobody subscribes to it, everybody may get one. */
export const webhookTest = 'webhook.test';
