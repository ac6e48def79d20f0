import { describe, expect, it } from '@jest/globals';
import { newId } from '@planerka/platform/domain';
import { isWebhookEvent, webhookEvents, webhookTest } from './webhook-events';
import { webhookBody } from './webhook-payload';

describe('What a webhook is told', () => {
  it('is ids, names and who, and nothing that somebody has written or earns', () => {
    const [agencyId, taskId, clientId, memberId] = [newId(), newId(), newId(), newId()];
    const body = webhookBody({
      type: 'task.declined',
      at: '2026-11-26T12:00:00.000Z',
      agencyId,
      entity: { type: 'Task', id: taskId },
      actor: { memberId, name: 'Мария' },
      clientId,
      related: { taskId, campaignId: null },
      details: {
        title: 'Текст про стол',
        from: 'issued',
        to: 'draft',
        reason: 'Мало денег',
        comment: 'Не нравится',
        amount: '7500.00',
        fee: 7500,
        decision: 'не слово, а фраза',
      },
    });
    expect(JSON.parse(body)).toEqual({
      type: 'task.declined',
      timestamp: '2026-11-26T12:00:00.000Z',
      data: {
        agencyId,
        entity: { type: 'Task', id: taskId },
        title: 'Текст про стол',
        actor: { memberId, name: 'Мария' },
        related: { clientId, taskId },
        from: 'issued',
        to: 'draft',
      },
    });
  });

  it('is none of the inner life', () => {
    for (const type of [
      'comment.added',
      'account.signed_in',
      'rate.set',
      'token.created',
      'webhook.paused',
      webhookTest,
    ]) {
      expect([type, isWebhookEvent(type)]).toEqual([type, false]);
    }
    expect(new Set(webhookEvents).size).toBe(webhookEvents.length);
  });
});
