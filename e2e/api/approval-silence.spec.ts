import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Temporal, type Instant } from '@planerka/platform/domain';
import { ApprovalSilence } from '@planerka/review/server';
import { aContact, agency, aSubmittedTask, within, type TestAgency } from '@planerka/testing/server';
import { approvalActors, type ApprovalActors } from './approvals.actors';
import { draft } from './approvals.documents';
import { startApi, stopApi, type Api } from './harness';

let api: Api;
let mayak: TestAgency;
let { asked, see, say, approvalOf, taskOf, sendAs, guest } = {} as ApprovalActors;
beforeAll(async () => {
  api = await startApi();
});
beforeEach(async () => {
  mayak = await agency();
  ({ asked, see, say, approvalOf, taskOf, sendAs, guest } = approvalActors(api, mayak));
});
afterAll(stopApi);

const due = Temporal.Now.instant().add({ hours: 24 });
const before = due.subtract({ minutes: 1 });
const later = due.add({ minutes: 1 });

const round = (at: Instant) => api.app.get(ApprovalSilence).round(at);

const agreed = (silencePolicy: 'nothing' | 'remind' | 'expire' | 'approve') =>
  within(mayak.agencyId, (db) =>
    db.client.update({
      where: { agencyId_id: { agencyId: mayak.agencyId, id: mayak.client.id } },
      data: { silencePolicy },
    }),
  );

const toldOf = (id: string) =>
  within(mayak.agencyId, async (db) => {
    const events = await db.outboxEvent.findMany({
      where: { agencyId: mayak.agencyId },
      orderBy: { createdAt: 'asc' },
    });
    return events.filter(({ payload }) => JSON.stringify(payload).includes(id)).map(({ type }) => type);
  });

describe('Silence', () => {
  it('is what was agreed when the request was sent, and the client is told', async () => {
    await agreed('expire');
    const { id, marina } = await asked({ dueAt: due.toString() });
    await agreed('approve');
    expect(await see(marina)).toMatchObject({ silence: 'EXPIRE', isBySilence: false });
    await round(later);
    expect(await approvalOf(id)).toMatchObject({ state: 'EXPIRED', stateReason: 'silence' });
  });

  it('that ends a request brings the work back to the manager, and the link says so', async () => {
    await agreed('expire');
    const { id, task, marina } = await asked({ dueAt: due.toString() });
    const { contentHash } = await see(marina);
    await round(before);
    expect((await approvalOf(id)).state).toBe('PENDING');
    await round(later);
    expect((await taskOf(task.id)).state).toBe('in_review');
    expect(await see(marina)).toMatchObject({ state: 'EXPIRED', isBySilence: true, viewerCanDecide: false });
    expect(await say(marina, { decision: 'APPROVE', contentHash })).toMatchObject({
      __typename: 'IllegalTransition',
      state: 'expired',
    });
    expect(await toldOf(id)).toContain('approval.expired');
    const again = await sendAs(mayak.manager, { taskIds: [task.id] });
    expect(again.approval).toMatchObject({ state: 'PENDING', round: 1 });
  });

  it('that counts as approval finishes the work, once it has been looked at', async () => {
    await agreed('approve');
    const { id, task, marina } = await asked({ dueAt: due.toString() });
    await round(later);
    expect(await approvalOf(id)).toMatchObject({ state: 'PENDING' });
    expect(await toldOf(id)).toContain('approval.reminded');
    await see(marina);
    await Promise.all([round(later), round(later)]);
    expect(await approvalOf(id)).toMatchObject({ state: 'APPROVED', stateReason: 'silence', decisions: [] });
    expect((await taskOf(task.id)).state).toBe('done');
    expect(await see(marina)).toMatchObject({ state: 'APPROVED', isBySilence: true });
    expect((await toldOf(id)).filter((type) => type === 'approval.approved')).toHaveLength(1);
  });

  it('of whoever has the last word approves nothing that another wants changed', async () => {
    await agreed('approve');
    const pyotr = await aContact(mayak, 'Пётр Дубов');
    const task = await aSubmittedTask(mayak);
    const sent = await sendAs(mayak.manager, {
      taskIds: [task.id],
      contactIds: [mayak.contact.id, pyotr.id],
      finalContactId: mayak.contact.id,
      dueAt: due.toString(),
    });
    const his = guest(sent.links.find(({ contactName }: { contactName: string }) => contactName === 'Пётр Дубов').url);
    const { contentHash } = await see(his);
    await say(his, { decision: 'REQUEST_CHANGES', contentHash, comment: 'Не то' });
    await round(later);
    expect((await approvalOf(sent.approval.id)).state).toBe('PENDING');
    expect((await taskOf(task.id)).state).toBe('client_review');
  });

  it('that wants a reminder is reminded of once', async () => {
    await agreed('remind');
    const { id } = await asked({ dueAt: due.toString() });
    await round(later);
    await round(later.add({ hours: 5 }));
    expect((await toldOf(id)).filter((type) => type === 'approval.reminded')).toHaveLength(1);
    const { state, remindedAt } = await approvalOf(id);
    expect(state).toBe('PENDING');
    expect(Temporal.Instant.from(remindedAt).epochMilliseconds).toBe(later.epochMilliseconds);
  });

  it('means nothing where nothing or no day was agreed', async () => {
    await agreed('nothing');
    const first = await asked({ dueAt: due.toString() });
    await agreed('approve');
    const second = await asked();
    await Promise.all([see(first.marina), see(second.marina)]);
    await round(later);
    expect([(await approvalOf(first.id)).state, (await approvalOf(second.id)).state]).toEqual(['PENDING', 'PENDING']);
  });
});

it('offers the ends of the next working days to answer by', async () => {
  const task = await aSubmittedTask(mayak);
  const { dueChoices, silencePolicy } = (await api.as(mayak.manager).run(draft, { taskIds: [task.id], itemIds: [] }))
    .approvalDraft;
  expect(silencePolicy).toBe('REMIND');
  const local = dueChoices.map((at: string) => Temporal.Instant.from(at).toZonedDateTimeISO('Europe/Moscow'));
  expect(local).toHaveLength(4);
  for (const { hour, dayOfWeek } of local)
    expect({ hour, isWeekend: dayOfWeek > 5 }).toEqual({ hour: 18, isWeekend: false });
});
