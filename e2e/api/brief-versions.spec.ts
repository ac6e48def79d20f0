import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  aBudgetLine,
  agency,
  aTask,
  readyBrief,
  within,
  type TestAgency,
  type TestMember,
} from '@planerka/testing/server';
import { startApi, stopApi, type Api } from './harness';
import { actions, saveDraft } from './tasks.documents';

/** A revision after acceptance: what was agreed stands until the assignee agrees to the new. */

let api: Api;
let mayak: TestAgency;
beforeAll(async () => {
  api = await startApi();
});
beforeEach(async () => {
  mayak = await agency();
});
afterAll(stopApi);

const asked = /* GraphQL */ `
  query ($id: ID!) {
    task(id: $id) {
      version
      state
      dueAt
      acceptedAt
      fee {
        amount
      }
      details {
        briefs {
          number
          acceptedAt
          dueAt
          issuedBy
          fee {
            amount
          }
          data
        }
        draft {
          version
        }
      }
    }
  }
`;

const taskAs = async (as: TestMember, id: string) => (await api.as(as).run(asked, { id })).task;

async function act(as: TestMember, action: keyof typeof actions, taskId: string, more: object = {}) {
  const { version } = await taskAs(as, taskId);
  return (await api.as(as).run(actions[action], { input: { taskId, expectedVersion: version, ...more } }))[action];
}

const inDays = (days: number) => new Date(Math.floor(Date.now() / 1_000) * 1_000 + days * 86_400_000);
const shown = (day: Date) => day.toISOString();

async function write(taskId: string, change: object) {
  const { details } = await taskAs(mayak.manager, taskId);
  const input = { taskId, expectedVersion: details.draft.version, ...change };
  const { saveBriefDraft } = await api.as(mayak.manager).run(saveDraft, { input });
  expect(saveBriefDraft.__typename).toBe('TaskSuccess');
}

const lineNow = (id: string) =>
  within(mayak.agencyId, (db) => db.budgetLine.findFirstOrThrow({ where: { agencyId: mayak.agencyId, id } }));

const dear = { amount: '3200.50', currency: 'RUB' };

/** Another day to the book, and the same month. */
const aSecondLater = (due: Date) => new Date(due.getTime() + 1_000);

/** Accepted for 2 000 ₽, and then asked anew for 3 200.50 ₽ and another day. */
async function revised(toDue: (due: Date) => Date = aSecondLater) {
  const task = await aTask(mayak, { fee: 2_000 });
  await act(mayak.manager, 'issueTask', task.id);
  await act(mayak.copywriter, 'acceptTask', task.id);
  const accepted = await taskAs(mayak.manager, task.id);
  const dueAt = toDue(new Date(accepted.dueAt));
  await write(task.id, { fee: dear, dueAt, data: { ...readyBrief(), goal: 'Другая цель' } });
  await act(mayak.manager, 'reviseTask', task.id, { reason: 'Клиент передумал' });
  return { task, accepted, dueAt };
}

describe('A revision of accepted work', () => {
  it('leaves fee and day as they were agreed, and shows what is offered', async () => {
    await aBudgetLine(mayak, { planned: 5_000 });
    const { task, accepted, dueAt } = await revised();
    const seen = await taskAs(mayak.copywriter, task.id);
    expect(seen).toMatchObject({ state: 'ISSUED', dueAt: accepted.dueAt, fee: { amount: '2000.00' } });
    expect(seen.acceptedAt).not.toBeNull();
    expect(seen.details.briefs).toMatchObject([
      { number: 1, fee: { amount: '2000.00' }, issuedBy: 'Анна Белова', acceptedAt: expect.any(String) },
      { number: 2, fee: { amount: '3200.50' }, dueAt: shown(dueAt), acceptedAt: null, data: { goal: 'Другая цель' } },
    ]);
  });

  it('takes effect when it is accepted', async () => {
    const line = await aBudgetLine(mayak, { planned: 5_000 });
    const { task, dueAt } = await revised();
    expect(await lineNow(line.id)).toMatchObject({ committedMinor: 200_000n });
    await act(mayak.copywriter, 'acceptTask', task.id);
    expect(await taskAs(mayak.copywriter, task.id)).toMatchObject({
      state: 'IN_PROGRESS',
      dueAt: shown(dueAt),
      fee: { amount: '3200.50' },
    });
    expect(await lineNow(line.id)).toMatchObject({ committedMinor: 320_050n, availableMinor: 179_950n });
  });

  it('moves the whole promise where another month pays, and not before', async () => {
    const line = await aBudgetLine(mayak, { planned: 5_000 });
    const far = inDays(45);
    const next = await aBudgetLine(mayak, { planned: 4_000, on: far });
    await within(mayak.agencyId, (db) =>
      db.campaign.updateMany({ where: { agencyId: mayak.agencyId }, data: { endsOn: inDays(90) } }),
    );
    const { task } = await revised(() => far);
    expect(await lineNow(line.id)).toMatchObject({ committedMinor: 200_000n });
    expect(await lineNow(next.id)).toMatchObject({ committedMinor: 0n });
    await act(mayak.copywriter, 'acceptTask', task.id);
    expect(await lineNow(line.id)).toMatchObject({ committedMinor: 0n, availableMinor: 500_000n });
    expect(await lineNow(next.id)).toMatchObject({ committedMinor: 320_050n, availableMinor: 79_950n });
  });

  it('that the line cannot pay is refused, and the old agreement stands', async () => {
    const line = await aBudgetLine(mayak, { planned: 3_000 });
    const { task } = await revised();
    expect(await act(mayak.copywriter, 'acceptTask', task.id)).toMatchObject({
      __typename: 'BudgetExceeded',
      missing: { amount: '200.50' },
    });
    expect(await lineNow(line.id)).toMatchObject({ committedMinor: 200_000n });
    expect(await taskAs(mayak.copywriter, task.id)).toMatchObject({ state: 'ISSUED', fee: { amount: '2000.00' } });
  });

  it('goes back to the manager when it is declined, with nothing promised', async () => {
    const line = await aBudgetLine(mayak, { planned: 5_000 });
    const { task } = await revised();
    await act(mayak.copywriter, 'declineTask', task.id, { reason: 'Не успею' });
    expect(await taskAs(mayak.manager, task.id)).toMatchObject({
      state: 'DRAFT',
      acceptedAt: null,
      fee: { amount: '3200.50' },
    });
    expect(await lineNow(line.id)).toMatchObject({ committedMinor: 0n });
  });

  it('before the first acceptance is the only agreement there is', async () => {
    const due = inDays(4);
    const task = await aTask(mayak, { fee: 2_000 });
    await aBudgetLine(mayak, { planned: 5_000, on: due });
    await act(mayak.manager, 'issueTask', task.id);
    await write(task.id, { fee: dear, dueAt: due });
    await act(mayak.manager, 'reviseTask', task.id);
    expect(await taskAs(mayak.copywriter, task.id)).toMatchObject({ fee: { amount: '3200.50' }, dueAt: shown(due) });
  });

  it('tells nobody what somebody else was offered', async () => {
    await aBudgetLine(mayak, { planned: 9_000 });
    const task = await aTask(mayak, { fee: 2_000 });
    await act(mayak.manager, 'issueTask', task.id);
    await act(mayak.copywriter, 'declineTask', task.id, { reason: 'Занят' });
    const other = await mayak.join('Вера Новая', 'specialist', ['copy']);
    await write(task.id, { assigneeId: other.memberId, fee: { amount: '1800', currency: 'RUB' } });
    await act(mayak.manager, 'issueTask', task.id);
    const fees = async (as: TestMember) =>
      (await taskAs(as, task.id)).details.briefs.map(
        ({ fee }: { fee: { amount: string } | null }) => fee?.amount ?? null,
      );
    expect(await fees(other)).toEqual([null, '1800.00']);
    expect(await fees(mayak.manager)).toEqual(['2000.00', '1800.00']);
  });
});

describe('how advertisements of a campaign are named', () => {
  const brands = /* GraphQL */ `
    query ($id: ID!) {
      task(id: $id) {
        details {
          briefs {
            brand
          }
          draft {
            brand
          }
        }
      }
    }
  `;
  const tracking = async (id: string) => {
    const { task } = await api.as(mayak.manager).run(brands, { id });
    return { draft: task.details.draft.brand.tracking, issued: task.details.briefs.at(-1)?.brand.tracking };
  };
  const ofClient = { naming: '{client}_{creative}', utm: 'utm_source={network}' };
  const named = (adNaming: string) =>
    within(mayak.agencyId, (db) => db.campaign.updateMany({ where: { agencyId: mayak.agencyId }, data: { adNaming } }));

  beforeEach(() =>
    within(mayak.agencyId, async (db) => {
      const { data } = await db.brandProfile.findFirstOrThrow({ where: { agencyId: mayak.agencyId } });
      const profile = { ...(data as object), tracking: ofClient };
      await db.brandProfile.updateMany({ where: { agencyId: mayak.agencyId }, data: { data: profile } });
    }),
  );

  it('is the client’s way where the campaign has none', async () => {
    const task = await aTask(mayak, { fee: 0 });
    expect((await tracking(task.id)).draft).toEqual(ofClient);
  });

  it('is the campaign’s own, and the client’s where it says nothing', async () => {
    const task = await aTask(mayak, { fee: 0 });
    await named('onega_{creative}');
    expect((await tracking(task.id)).draft).toEqual({ naming: 'onega_{creative}', utm: 'utm_source={network}' });
  });

  it('stays in an issued brief what it was when it was issued', async () => {
    const task = await aTask(mayak, { fee: 0 });
    await named('onega_{creative}');
    await act(mayak.manager, 'issueTask', task.id);
    await named('other_{creative}');
    const { draft, issued } = await tracking(task.id);
    expect([draft.naming, issued.naming]).toEqual(['other_{creative}', 'onega_{creative}']);
  });
});
