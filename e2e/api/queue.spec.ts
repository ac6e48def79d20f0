import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { agency, aTask, within } from '@planerka/testing/server';
import { startApi, stopApi, type Api } from './harness';

let api: Api;
beforeAll(async () => {
  api = await startApi();
});
afterAll(stopApi);

const days = (count: number) => new Date(Date.now() + count * 86_400_000);

describe('My queue', () => {
  it('is one’s own open work in the order that is suggested, with the reason, by one statement', async () => {
    const mayak = await agency();
    const { copywriter, designer } = mayak;
    const before = await aTask(mayak, { title: 'Съёмка', discipline: 'design', state: 'in_progress', dueAt: days(9) });
    const waits = await aTask(mayak, { state: 'issued', dueAt: days(1), after: [before.id] });
    const asked = await aTask(mayak, { state: 'in_progress', dueAt: days(2) });
    const late = await aTask(mayak, { state: 'in_progress', dueAt: days(-1) });
    const next = await aTask(mayak, { state: 'issued', dueAt: days(8) });
    const others = await aTask(mayak, { state: 'issued', dueAt: days(6) });
    await aTask(mayak, { discipline: 'design', state: 'issued', after: [others.id] });
    await aTask(mayak, { state: 'draft' });
    await aTask(mayak, { state: 'in_review' });
    await within(mayak.agencyId, (db) => db.task.updateMany({ where: { id: asked.id }, data: { openQuestions: 1 } }));
    const ask = '{ myQueue { id reason waitsFor unlocks } }';
    let answer: { myQueue: { id: string; reason: string; waitsFor: string | null; unlocks: number }[] } | undefined;
    const statements = await api.statementsOf(async () => {
      answer = await api.as(copywriter).run(ask);
    });
    const queue = answer?.myQueue ?? [];
    expect(queue.map(({ id, reason }) => [id, reason])).toEqual([
      [late.id, 'OVERDUE'],
      [others.id, 'OTHERS_WAIT'],
      [next.id, 'NEXT'],
      [waits.id, 'WAITS'],
      [asked.id, 'ASKED'],
    ]);
    expect(queue.find(({ id }) => id === waits.id)?.waitsFor).toBe('Съёмка');
    expect(statements.filter((text) => /FROM task /.test(text)).length).toBeLessThanOrEqual(1);
    const { myQueue } = await api.as(designer).run(ask);
    expect(myQueue.map(({ id }: { id: string }) => id)).not.toContain(late.id);
  });
});
