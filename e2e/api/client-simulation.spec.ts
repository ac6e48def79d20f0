import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { aClient, agency, aTask, within, type TestAgency, type TestMember } from '@planerka/testing/server';
import { newId } from '@planerka/platform/domain';
import { startApi, stopApi, type Api } from './harness';

let api: Api;
let mayak: TestAgency;
beforeAll(async () => {
  api = await startApi();
});
beforeEach(async () => {
  mayak = await agency();
});
afterAll(stopApi);

const simulate = /* GraphQL */ `
  query ($input: ClientSimulationInput!) {
    clientSimulation(input: $input) {
      __typename
      ... on InvalidInput {
        issues {
          path
          code
        }
      }
      ... on ClientSimulation {
        answer
        squadId
        weeks
        reasons {
          code
          discipline
          minutes
          helpHours
          isMissing
          clients
          limit
          feeForGoal {
            amount
          }
        }
        squads {
          id
        }
        manager {
          name
          clients
          limit
        }
        disciplines {
          discipline
          monthlyMinutes
          demand
          help
          short
        }
        people {
          id
          weeks {
            capacityMinutes
            expectedMinutes
            addedMinutes
          }
        }
        work {
          type
          count
          minutes
          basis
          tasks
        }
        money {
          marginPercent
          uncounted
          cost {
            amount
          }
          profit {
            amount
          }
          feeForGoal {
            amount
          }
        }
      }
    }
  }
`;

const ask = async (asker: TestMember, input: object) =>
  (await api.as(asker).run(simulate, { input: { publications: [], ...input } })).clientSimulation;
const posts = (count: number) => ({ publications: [{ format: 'POST', count }] });
const lead = () =>
  within(mayak.agencyId, (db) =>
    db.squadMember.updateMany({ where: { memberId: mayak.manager.memberId }, data: { isLead: true } }),
  );
const set = (data: object) =>
  within(mayak.agencyId, (db) => db.agency.updateMany({ where: { id: mayak.agencyId }, data }));
const sum = (minutes: readonly number[]) => minutes.reduce((all, each) => all + each, 0);

interface Person {
  readonly id: string;
  readonly weeks: readonly { readonly addedMinutes: number }[];
}

describe('«Can we take this client?»', () => {
  it('is yes where the squad has the hours, and says whose they would be', async () => {
    await lead();
    const told = await ask(mayak.manager, posts(8));
    expect(told).toMatchObject({
      answer: 'YES',
      reasons: [],
      squadId: mayak.squadId,
      squads: [{ id: mayak.squadId }],
      manager: { name: mayak.manager.name, clients: 1, limit: 10 },
      money: null,
    });
    expect(told.weeks).toHaveLength(8);
    const [copy] = told.disciplines;
    expect(copy).toMatchObject({ discipline: 'COPY', monthlyMinutes: 8 * 120 });
    const added = (id: string) =>
      sum(
        told.people
          .find((person: Person) => person.id === id)
          .weeks.map((week: Person['weeks'][number]) => week.addedMinutes),
      );
    expect(added(mayak.copywriter.memberId)).toBe(sum(copy.demand));
    expect(added(mayak.targetologist.memberId)).toBe(0);
  });

  it('takes hours from what such tasks were estimated at here, once there are some', async () => {
    for (let count = 0; count < 3; count += 1) {
      const { id } = await aTask(mayak, { state: 'done' });
      await within(mayak.agencyId, (db) =>
        db.task.updateMany({
          where: { id },
          data: { estimatedMinutes: 45, doneAt: new Date(), submittedAt: new Date() },
        }),
      );
    }
    const { work, people } = await ask(mayak.manager, posts(2));
    expect(work).toContainEqual({ type: 'post', count: 2, minutes: 45, basis: 'ESTIMATE', tasks: 3 });
    // A week of the last ones had as much: the person is taken to have it in weeks to come.
    const own = people.find((person: Person) => person.id === mayak.copywriter.memberId);
    expect(sum(own.weeks.map((week: { expectedMinutes: number }) => week.expectedMinutes))).toBeGreaterThan(0);
  });

  it('is «if» or «no» with the hours that are missing, and yes with a freelancer for as many', async () => {
    await lead();
    const told = await ask(mayak.owner, { ...posts(400), fee: null });
    expect(told.answer).toBe('NO');
    const help = { copy: 0, design: 0, targeting: 0 };
    for (const { code, discipline, helpHours } of told.reasons) {
      expect(code).toBe('HOURS');
      Object.assign(help, { [discipline.toLowerCase()]: helpHours });
    }
    expect(await ask(mayak.owner, { ...posts(400), help })).toMatchObject({ answer: 'YES', reasons: [] });
  });

  it('is «if» where nobody leads the squad, and where the manager has enough clients', async () => {
    expect(await ask(mayak.owner, posts(4))).toMatchObject({ answer: 'YES_IF', reasons: [{ code: 'NO_MANAGER' }] });
    await lead();
    await set({ fullTimeClients: 1 });
    expect(await ask(mayak.owner, posts(4))).toMatchObject({
      answer: 'YES_IF',
      reasons: [{ code: 'CLIENT_LIMIT', clients: 1, limit: 1 }],
    });
  });

  it('counts money by the rate card for the owner, and shows none to the manager', async () => {
    await lead();
    await set({ marginGoal: 50 });
    const rate = {
      agencyId: mayak.agencyId,
      unit: 'deliverable' as const,
      currency: 'RUB',
      validFrom: new Date('2026-01-01'),
    };
    await within(mayak.agencyId, (db) =>
      db.rate.createMany({
        data: [
          { ...rate, id: newId(), discipline: 'copy', amountMinor: 100_000n },
          { ...rate, id: newId(), discipline: 'design', amountMinor: 150_000n, memberId: mayak.designer.memberId },
        ],
      }),
    );
    const fee = { fee: { amount: '40000', currency: 'RUB' } };
    expect(await ask(mayak.owner, { ...posts(10), ...fee })).toMatchObject({
      answer: 'YES_IF',
      reasons: [{ code: 'MARGIN', feeForGoal: { amount: '50000.00' } }],
      money: {
        cost: { amount: '25000.00' },
        profit: { amount: '15000.00' },
        marginPercent: 37.5,
        uncounted: [],
        feeForGoal: { amount: '50000.00' },
      },
    });
    expect(await ask(mayak.manager, { ...posts(10), ...fee })).toMatchObject({ answer: 'YES', money: null });
  });

  it('is for whoever leads the squad, and refuses what is no question', async () => {
    const otherManager = await mayak.join('Рита Ива', 'manager', [], []);
    for (const asker of [mayak.copywriter, otherManager])
      expect((await ask(asker, posts(4))).__typename).toBe('NotFound');
    expect((await ask(mayak.owner, { ...posts(4), squadId: newId() })).__typename).toBe('NotFound');
    const wrong = { ...posts(-1), startMonth: 'декабрь', hours: { copy: 5000 } };
    expect((await ask(mayak.owner, wrong)).issues.map(({ path }: { path: string[] }) => path.join('.'))).toEqual(
      expect.arrayContaining(['startMonth', 'publications.0.count', 'hours.copy']),
    );
    expect((await ask(mayak.owner, { ...posts(1), startMonth: '2020-01' })).issues).toEqual([
      { path: ['startMonth'], code: 'not_an_option' },
    ]);
    expect((await ask(mayak.owner, { ...posts(1), fee: { amount: '1', currency: 'USD' } })).issues).toMatchObject([
      { path: ['fee'] },
    ]);
  });
});

describe('A manager’s limit of clients', () => {
  const issues = '... on ClientLimitReached { managerName clients limit mayGoOver }';
  const create = async (asker: TestMember, more: object = {}) =>
    (
      await api
        .as(asker)
        .run(`mutation ($input: CreateClientInput!) { createClient(input: $input) { __typename ${issues} } }`, {
          input: { name: 'Ладога', squadId: mayak.squadId, ...more },
        })
    ).createClient;

  it('stops a client too many; an owner may go over it', async () => {
    await lead();
    await set({ fullTimeClients: 2 });
    expect((await create(mayak.manager)).__typename).toBe('ClientChanged');
    const full = { __typename: 'ClientLimitReached', managerName: mayak.manager.name, clients: 2, limit: 2 };
    expect(await create(mayak.manager)).toEqual({ ...full, mayGoOver: false });
    expect(await create(mayak.manager, { goOverLimit: true })).toEqual({ ...full, mayGoOver: false });
    expect(await create(mayak.owner)).toEqual({ ...full, mayGoOver: true });
    expect((await create(mayak.owner, { goOverLimit: true })).__typename).toBe('ClientChanged');
  });

  it('is their own where one is set, counts nothing archived, and holds for a client handed over or brought back', async () => {
    await lead();
    await within(mayak.agencyId, (db) =>
      db.member.updateMany({ where: { id: mayak.manager.memberId }, data: { clientLimit: 1 } }),
    );
    const far = newId();
    await within(mayak.agencyId, (db) =>
      db.squad.create({ data: { agencyId: mayak.agencyId, id: far, name: 'Вторая' } }),
    );
    const { client } = await aClient({ agencyId: mayak.agencyId, squadId: far }, 'Опора');
    const update = async (expectedVersion: number, more: object) =>
      (
        await api
          .as(mayak.owner)
          .run(`mutation ($input: UpdateClientInput!) { updateClient(input: $input) { __typename ${issues} } }`, {
            input: {
              clientId: client.id,
              expectedVersion,
              name: 'Опора',
              about: '',
              squadId: far,
              silencePolicy: 'REMIND',
              state: 'ACTIVE',
              ...more,
            },
          })
      ).updateClient;
    expect(await update(1, { squadId: mayak.squadId })).toMatchObject({ __typename: 'ClientLimitReached', clients: 1 });
    expect((await update(1, { squadId: mayak.squadId, state: 'ARCHIVED' })).__typename).toBe('ClientChanged');
    expect((await update(2, { squadId: mayak.squadId })).__typename).toBe('ClientLimitReached');
    expect((await update(2, { squadId: mayak.squadId, goOverLimit: true })).__typename).toBe('ClientChanged');
    // What is there already is edited freely.
    expect((await update(3, { squadId: mayak.squadId, name: 'Опора+' })).__typename).toBe('ClientChanged');
  });

  it('stands at the manager, and is the agency’s to set', async () => {
    await lead();
    const led = async () => {
      const { team } = await api.as(mayak.owner).run('{ team { members { id clientsLed { count limit } } } }');
      return Object.fromEntries(
        team.members.map(({ id, clientsLed }: { id: string; clientsLed: object }) => [id, clientsLed]),
      );
    };
    expect(await led()).toMatchObject({
      [mayak.manager.memberId]: { count: 1, limit: 10 },
      [mayak.copywriter.memberId]: null,
    });
    const settings = { expectedVersion: 1, name: 'Маяк', timeZone: 'Europe/Moscow', locale: 'ru', killFeePercent: 0 };
    const save = (more: object) =>
      api.as(mayak.owner).run('mutation ($input: UpdateAgencyInput!) { updateAgency(input: $input) { __typename } }', {
        input: { ...settings, ...more },
      });
    expect((await save({ fullTimeClients: 101 })).updateAgency.__typename).toBe('InvalidInput');
    expect((await save({ fullTimeClients: 8 })).updateAgency.__typename).toBe('UpdateAgencySuccess');
    expect(await led()).toMatchObject({ [mayak.manager.memberId]: { count: 1, limit: 8 } });
  });
});
