import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { accountBalances, plannedOf, replay, type Balances, type Transfer } from '@planerka/budgets/domain';
import { Money, newId, ok, type Id, type Result } from '@planerka/platform/domain';
import {
  Clock,
  createConnectionPool,
  UnitOfWork,
  type PrismaClient,
  type Tx,
  createPrisma,
} from '@planerka/platform/server';
import { OutboxSignal } from '@planerka/platform/server/events/outbox-signal';
import { agency, testDatabase, within, type TestAgency } from '@planerka/testing/server';
import fc from 'fast-check';
import pg from 'pg';
import { Ledger } from './ledger/ledger';
import { Lines } from './ledger/lines';
import type { BudgetExceeded, TaskPosting } from './ledger/posting';

const rubles = (minor: number | bigint): Money => Money.of(BigInt(minor), 'RUB');
const actor = { memberId: null, name: 'Проверка' };

let prisma: PrismaClient;
let unitOfWork: UnitOfWork;
let ledger: Ledger;
let mayak: TestAgency;

beforeAll(async () => {
  const { url } = await testDatabase();
  const pool = createConnectionPool({ databaseUrl: url, databasePool: 8 });
  prisma = createPrisma(pool);
  unitOfWork = new UnitOfWork(pool, prisma, new Clock(), new OutboxSignal());
  ledger = new Ledger(new Lines(), unitOfWork);
  mayak = await agency();
});

afterAll(() => prisma.$disconnect());

/** Real unless said otherwise: PostgreSQL, its locks and row-level security, one connection per worker. */
describe('the ledger under concurrency', () => {
  const operation = fc.record({
    kind: fc.constantFrom('commit', 'release', 'killFee', 'makePayable', 'undoPayable', 'pay', 'spend', 'approve'),
    line: fc.nat(2),
    minor: fc.integer({ min: 1, max: 9_000 }),
  });
  const workers = fc.array(fc.array(operation, { minLength: 1, maxLength: 12 }), { minLength: 2, maxLength: 6 });

  it('comes, by any concurrent history, to the balances of the pure model', async () => {
    await fc.assert(
      fc.asyncProperty(fc.tuple(fc.boolean(), fc.boolean(), fc.boolean()), workers, async (hardness, histories) => {
        const lineIds = await aBudget(hardness, 20_000);
        const refusals = await Promise.all(histories.map((history) => work(lineIds, history)));
        const book = await transfersOf(lineIds);
        const model = replay(book, 'RUB');
        for (const [lineId, balances] of await balancesOf(lineIds)) {
          expect(inMinor(balances)).toEqual(inMinor(model.get(lineId)));
        }
        const total = Object.values(accountBalances(book, 'RUB')).reduce((sum, balance) => sum.plus(balance));
        expect(total.isZero).toBe(true);
        const stored = await storedPlans(lineIds);
        for (const [lineId, balances] of model) expect(plannedOf(balances).minor).toBe(stored.get(lineId));
        for (const [index, isHard] of hardness.entries()) {
          const line = model.get(lineIds[index] ?? '');
          if (isHard) expect(line?.available.isNegative).toBe(false);
        }
        // Only a hard line refuses.
        for (const { lineId } of refusals.flat()) expect(hardness[lineIds.indexOf(lineId)]).toBe(true);
      }),
      { numRuns: 15 },
    );
  }, 120_000);

  it('gives the last money of a hard line to exactly one of two who race for it', async () => {
    for (let round = 0; round < 10; round += 1) {
      const [lineId = ''] = await aBudget([true], 7_500);
      const results = await Promise.all(
        ['Баннеры', 'Афиша'].map((memo) =>
          unitOfWork.run(mayak, (tx) =>
            ledger.commit(tx, { lineId, amount: rubles(7_500), memo, actor, taskId: newId() }),
          ),
        ),
      );
      const refused = results.flatMap((result) => (result.ok ? [] : [result.error]));
      expect(refused).toHaveLength(1);
      expect(refused[0]).toMatchObject({ kind: 'BudgetExceeded', category: 'copy' });
      expect(refused[0]?.missing.minor).toBe(7_500n);
      expect(await transfersOf([lineId])).toHaveLength(2);
    }
  });

  it('does not deadlock commands that need the same lines in opposite order', async () => {
    const lineIds = await aBudget([false, false], 1_000_000);
    const lines = new Lines();
    const both = (order: readonly Id[]) =>
      unitOfWork.run(mayak, async (tx) => {
        await lines.lock(tx, order);
        for (const lineId of order) {
          const posted = await ledger.spend(tx, { lineId, amount: rubles(1), memo: '', actor }, 'expense');
          if (!posted.ok) return posted;
        }
        return ok(undefined);
      });
    const runs = Array.from({ length: 12 }, (_, index) => both(index % 2 ? lineIds : lineIds.toReversed()));
    expect((await Promise.all(runs)).every(({ ok: done }) => done)).toBe(true);
  });
});

describe('the book', () => {
  it('says what was left after each entry and keeps a reversal beside what it reverses', async () => {
    const [lineId = ''] = await aBudget([true], 10_000);
    const taken = await unitOfWork.run(mayak, (tx) =>
      ledger.spend(tx, { lineId, amount: rubles(4_000), memo: 'VK Реклама', actor }, 'ad_spend'),
    );
    const transactionId = (taken.ok && taken.value.transactionId) || '';
    const back = await unitOfWork.run(mayak, (tx) => ledger.reverse(tx, transactionId, { memo: 'Не тот день', actor }));
    expect(back.ok && inMinor(back.value.line.balances)).toEqual({
      available: 10_000n,
      committed: 0n,
      payable: 0n,
      spent: 0n,
    });
    await expect(
      unitOfWork.run(mayak, (tx) => ledger.reverse(tx, transactionId, { memo: 'Ещё раз', actor })),
    ).rejects.toThrow('reversed before');
    const left = await within(mayak.agencyId, (db) =>
      db.ledgerTransfer.findMany({ where: { agencyId: mayak.agencyId, lineId }, orderBy: { id: 'asc' } }),
    );
    expect(left.map(({ availableAfterMinor }) => availableAfterMinor)).toEqual([10_000n, 6_000n, 10_000n]);
  });

  it('writes nothing when the command around it fails', async () => {
    const [lineId = ''] = await aBudget([true], 10_000);
    await unitOfWork.run(mayak, async (tx) => {
      await ledger.commit(tx, { lineId, amount: rubles(100), memo: '', actor, taskId: newId() });
      return { ok: false, error: 'changed my mind' };
    });
    expect(await transfersOf([lineId])).toHaveLength(1);
  });

  it('tells once when a soft line passes 80 and 100 percent, and never of a hard one', async () => {
    const [soft = '', hard = ''] = await aBudget([false, true], 10_000);
    for (const lineId of [soft, hard]) {
      for (const minor of [7_900, 100, 1_900, 100]) {
        await unitOfWork.run(mayak, (tx) =>
          ledger.spend(tx, { lineId, amount: rubles(minor), memo: '', actor }, 'expense'),
        );
      }
    }
    const told = await within(mayak.agencyId, (db) =>
      db.outboxEvent.findMany({ where: { agencyId: mayak.agencyId, type: 'budget.thresholdCrossed' } }),
    );
    const payloads = told.map(
      ({ payload }) => payload as { entity: { id: Id }; details: { threshold: number; title: string } },
    );
    const thresholdsOf = (lineId: Id) =>
      payloads.filter(({ entity }) => entity.id === lineId).map(({ details }) => details.threshold);
    expect(thresholdsOf(soft).toSorted()).toEqual([100, 80]);
    expect(thresholdsOf(hard)).toEqual([]);
    // the campaign's name: what the news of the owner and the managers call it by
    expect(new Set(payloads.map(({ details }) => details.title))).toEqual(new Set(['Проба']));
  });

  it('cannot be changed by the application, and shows nothing to a connection without the tenant', async () => {
    const [lineId = ''] = await aBudget([true], 10_000);
    const { url } = await testDatabase();
    const app = new pg.Client({ connectionString: url });
    await app.connect();
    try {
      const seen = await app.query(
        'SELECT 1 FROM ledger_transfer UNION ALL SELECT 1 FROM ledger_transaction UNION ALL SELECT 1 FROM budget_line',
      );
      expect(seen.rowCount).toBe(0);
      for (const statement of [
        'UPDATE ledger_transfer SET amount_minor = 1',
        'DELETE FROM ledger_transfer',
        'UPDATE ledger_transaction SET memo = memo',
        'DELETE FROM ledger_transaction',
        'DELETE FROM budget_line',
      ]) {
        await expect(app.query(statement)).rejects.toMatchObject({ code: '42501' });
      }
      await app.query('BEGIN');
      await app.query(`SET LOCAL app.agency_id = '${mayak.agencyId}'`);
      const overdrawn = app.query(
        'UPDATE budget_line SET available_minor = available_minor - 20000, spent_minor = spent_minor + 20000 WHERE id = $1',
        [lineId],
      );
      await expect(overdrawn).rejects.toMatchObject({ constraint: 'budget_line_hard_never_negative' });
    } finally {
      await app.end();
    }
  });
});

/** One campaign with a line per entry of `hardness`, each with `minor` approved through the book. */
async function aBudget(hardness: readonly boolean[], minor: number): Promise<readonly Id[]> {
  const { agencyId, client } = mayak;
  const campaignId = newId();
  const lineIds = hardness.map(() => newId());
  const month = new Date('2026-12-01');
  await within(agencyId, async (db) => {
    const dates = { startsOn: month, endsOn: new Date('2026-12-31') };
    await db.campaign.create({
      data: { agencyId, id: campaignId, clientId: client.id, name: 'Проба', goal: 'reach', ...dates },
    });
    await db.budgetLine.createMany({
      data: hardness.map((isHard, index) => ({
        agencyId,
        id: lineIds[index] ?? newId(),
        campaignId,
        category: (['copy', 'design', 'ad_spend'] as const)[index] ?? 'other',
        month,
        isHard,
        currency: 'RUB',
      })),
    });
  });
  await unitOfWork.run(mayak, async (tx) => {
    for (const lineId of lineIds) {
      await ledger.approve(tx, { lineId, newTotal: rubles(minor), memo: 'Первый бюджет', actor });
    }
    return ok(undefined);
  });
  return lineIds;
}

interface Operation {
  readonly kind: 'commit' | 'release' | 'killFee' | 'makePayable' | 'undoPayable' | 'pay' | 'spend' | 'approve';
  readonly line: number;
  readonly minor: number;
}

/** One person's day: a task per line, moved only as far as its own money reaches. Returns the refusals. */
async function work(lineIds: readonly Id[], history: readonly Operation[]): Promise<readonly BudgetExceeded[]> {
  const refusals: BudgetExceeded[] = [];
  const own = lineIds.map((lineId) => ({ lineId, taskId: newId(), committed: 0, payable: 0 }));
  for (const { kind, line, minor } of history) {
    const task = own[line];
    if (!task) continue;
    const reach = { committed: Math.min(minor, task.committed), payable: Math.min(minor, task.payable) };
    const post = async (
      amount: number,
      write: (tx: Tx, entry: TaskPosting) => Promise<Result<unknown, BudgetExceeded>>,
    ) => {
      const result = await unitOfWork.run(mayak, (tx) => write(tx, posting(task, amount)));
      if (!result.ok) refusals.push(result.error);
      return result.ok ? amount : 0;
    };
    switch (kind) {
      case 'commit':
        task.committed += await post(minor, (tx, entry) => ledger.commit(tx, entry));
        break;
      case 'release':
        task.committed -= await post(reach.committed, (tx, entry) => ledger.release(tx, entry));
        break;
      case 'killFee':
      case 'makePayable': {
        const moved = await post(reach.committed, (tx, entry) => ledger[kind](tx, entry));
        task.committed -= moved;
        task.payable += moved;
        break;
      }
      case 'undoPayable': {
        const moved = await post(reach.payable, (tx, entry) => ledger.undoPayable(tx, entry));
        task.payable -= moved;
        task.committed += moved;
        break;
      }
      case 'pay':
        task.payable -= await post(reach.payable, (tx, entry) => ledger.payAll(tx, [entry]).then(ok));
        break;
      case 'spend':
        await post(minor, (tx, entry) => ledger.spend(tx, entry, 'expense'));
        break;
      case 'approve':
        await post(minor, (tx, { amount, ...entry }) => ledger.approve(tx, { ...entry, newTotal: amount.times(5n) }));
        break;
    }
  }
  return refusals;
}

const posting = ({ lineId, taskId }: { lineId: Id; taskId: Id }, minor: number): TaskPosting => ({
  lineId,
  taskId,
  amount: rubles(minor),
  memo: 'Задача',
  actor,
});

/** In the order in which each worker wrote them: ids of one process ascend. */
async function transfersOf(lineIds: readonly Id[]): Promise<readonly Transfer[]> {
  const rows = await within(mayak.agencyId, (db) =>
    db.ledgerTransfer.findMany({
      where: { agencyId: mayak.agencyId, lineId: { in: [...lineIds] } },
      orderBy: { id: 'asc' },
    }),
  );
  return rows.map((row) => ({
    lineId: row.lineId,
    from: row.fromAccount,
    to: row.toAccount,
    amount: rubles(row.amountMinor),
  }));
}

async function balancesOf(lineIds: readonly Id[]): Promise<ReadonlyMap<Id, Balances>> {
  const lines = await unitOfWork.run(mayak, async (tx) => ok(await new Lines().lock(tx, lineIds)));
  return new Map(lines.ok ? [...lines.value.values()].map(({ id, balances }) => [id, balances]) : []);
}

async function storedPlans(lineIds: readonly Id[]): Promise<ReadonlyMap<Id, bigint>> {
  const rows = await within(mayak.agencyId, (db) =>
    db.budgetLine.findMany({ where: { agencyId: mayak.agencyId, id: { in: [...lineIds] } } }),
  );
  return new Map(rows.map(({ id, plannedMinor }) => [id, plannedMinor]));
}

const inMinor = (balances: Balances | undefined) => ({
  available: balances?.available.minor,
  committed: balances?.committed.minor,
  payable: balances?.payable.minor,
  spent: balances?.spent.minor,
});
