import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@planerka/platform/domain';
import { agency, aTask, everythingOf, within, type TestAgency, type TestMember } from '@planerka/testing/server';
import { startApi, stopApi, type Api } from './harness';

let api: Api;
let own: TestAgency;
beforeAll(async () => {
  api = await startApi();
  own = await agency();
  await everythingOf(own);
});
afterAll(stopApi);

const today = /* GraphQL */ `
  {
    today {
      day
      rows {
        kind
        title
        person
        amount {
          amount
        }
        round
        count
        isViewersTurn
        isUrgent
      }
      week {
        day
        publications
      }
      load {
        name
      }
      news {
        action
      }
    }
    waiting
  }
`;
const rowsOf = async (viewer: TestMember): Promise<{ kind: string; title: string; amount: unknown }[]> =>
  (await api.as(viewer).run(today)).today.rows;
const kindsOf = async (viewer: TestMember): Promise<string[]> => (await rowsOf(viewer)).map(({ kind }) => kind);

describe('Today', () => {
  it('shows a manager what waits for a manager', async () => {
    const { manager } = own;
    const { today: shown, waiting } = await api.as(manager).run(today);
    expect(shown.rows.map(({ kind }: { kind: string }) => kind)).toEqual([
      'REVIEW',
      'PAID_ROUND',
      'QUESTION',
      'REVISION',
    ]);
    expect(shown.rows[0]).toMatchObject({ title: 'Текст к карусели', person: 'Мария Орлова' });
    expect(shown.week).toHaveLength(7);
    expect(shown.load).toHaveLength(3);
    // the request is the owner's to decide: the manager only hears of it
    expect(shown.rows.filter(({ isViewersTurn }: { isViewersTurn: boolean }) => isViewersTurn)).toHaveLength(3);
    expect(waiting).toBe(3);
  });

  it('shows the owner payouts to approve, too', async () => {
    expect(await kindsOf(own.owner)).toContain('PAYOUT');
    expect(await kindsOf(own.manager)).not.toContain('PAYOUT');
  });

  it('tells the owner of work that somebody left behind, and nobody else', async () => {
    const left = await agency();
    const { copywriter } = left;
    await aTask(left, { state: 'issued', assignee: copywriter });
    await aTask(left, { state: 'in_review', assignee: copywriter });
    const rows = async (member: TestMember) =>
      (await api.as(member).run('{ today { rows { id kind title count isViewersTurn } } }')).today.rows.filter(
        ({ kind }: { kind: string }) => kind === 'LEFT_BEHIND',
      );
    expect(await rows(left.owner)).toEqual([]);
    await within(left.agencyId, (db) =>
      db.member.updateMany({ where: { id: copywriter.memberId }, data: { deactivatedAt: new Date() } }),
    );
    expect(await rows(left.owner)).toEqual([
      { id: copywriter.memberId, kind: 'LEFT_BEHIND', title: copywriter.name, count: 1, isViewersTurn: true },
    ]);
    expect(await rows(left.manager)).toEqual([]);
  });

  it('shows a specialist own work only, with own fee, overdue first', async () => {
    const { agencyId, client, copywriter, designer, manager } = own;
    const task = {
      agencyId,
      clientId: client.id,
      discipline: 'copy',
      assigneeId: copywriter.memberId,
      managerId: manager.memberId,
      currency: 'RUB',
      feeMinor: 250_000n,
      stateSince: new Date(),
    } as const;
    await within(agencyId, (db) =>
      db.task.createMany({
        data: [
          { ...task, id: newId(), title: 'Новая', state: 'issued', dueAt: new Date(Date.now() + 86_400_000) },
          { ...task, id: newId(), title: 'Просрочена', state: 'in_progress', dueAt: new Date(Date.now() - 86_400_000) },
          { ...task, id: newId(), title: 'Вернули', state: 'in_progress', deliverableNumber: 1 },
          { ...task, id: newId(), title: 'Готово', state: 'done' },
        ],
      }),
    );
    expect(await rowsOf(copywriter)).toMatchObject([
      { kind: 'ACCEPT', title: 'Новая', amount: { amount: '2500.00' } },
      { kind: 'RETURNED', title: 'Вернули' },
      { kind: 'WORK', title: 'Просрочена', isUrgent: true },
    ]);
    expect(await rowsOf(designer)).toEqual([]);
  });

  it('shows nothing of another squad or another agency', async () => {
    const stranger = await own.join('Павел Ромашин', 'manager', [], []);
    const { today: shown } = await api.as(stranger).run(today);
    expect(shown).toMatchObject({ rows: [], load: [], news: [] });
    expect(await kindsOf((await agency('Чужие')).owner)).toEqual([]);
  });

  it('puts before the owner what only the owner can do, and tells the rest as the managers’', async () => {
    const mayak = await agency();
    await everythingOf(mayak);
    const { agencyId, client, manager, copywriter, owner } = mayak;
    const inReview = (title: string, assigneeId: string, managerId: string) => ({
      agencyId,
      id: newId(),
      clientId: client.id,
      discipline: 'copy' as const,
      currency: 'RUB',
      state: 'in_review' as const,
      stateSince: new Date(),
      title,
      assigneeId,
      managerId,
    });
    await within(agencyId, (db) =>
      db.task.createMany({
        data: [
          inReview('Сделал менеджер сам', manager.memberId, manager.memberId),
          inReview('Ведёт владелец', copywriter.memberId, owner.memberId),
        ],
      }),
    );
    const { today: shown, waiting } = await api.as(owner).run(today);
    const turns = shown.rows.map(
      ({ kind, title, isViewersTurn }: { kind: string; title: string; isViewersTurn: boolean }) =>
        `${isViewersTurn ? '' : 'others: '}${kind === 'REVIEW' ? title : kind}`,
    );
    expect(turns.slice(0, 4).toSorted()).toEqual(['PAYOUT', 'REVISION', 'Ведёт владелец', 'Сделал менеджер сам']);
    expect(turns.slice(4)).toEqual(['others: Текст к карусели', 'others: PAID_ROUND', 'others: QUESTION']);
    expect(waiting).toBe(4);
    expect(shown.rows.find(({ kind }: { kind: string }) => kind === 'PAYOUT')).toMatchObject({ count: 1 });
  });

  it('takes two statements with all that the page asks', async () => {
    const page = '{ today { rows { id } week { day } load { name } news { id } } agencySteps { key isDone } }';
    expect(await api.statementsOf(() => api.as(own.owner).run(page))).toHaveLength(2);
    expect(await api.statementsOf(() => api.as(own.owner).run('{ waiting }'))).toHaveLength(1);
  });

  it('leads a new agency step by step', async () => {
    const steps = async (viewer: TestMember): Promise<string[]> =>
      (await api.as(viewer).run('{ agencySteps { key isDone } }')).agencySteps
        .filter(({ isDone }: { isDone: boolean }) => !isDone)
        .map(({ key }: { key: string }) => key);
    expect(await steps((await agency('Новые')).owner)).toEqual(['rates', 'budget', 'item', 'brief']);
    expect(await steps(own.owner)).toEqual([]);
    const { manager, copywriter } = await agency('Вторые');
    expect(await steps(manager)).toEqual(['budget', 'item', 'brief']);
    expect(await steps(copywriter)).toEqual([]);
  });
});
