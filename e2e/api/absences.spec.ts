import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { agency, anItem, aTask, within, type TestAgency, type TestMember } from '@planerka/testing/server';
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

const add = /* GraphQL */ `
  mutation ($input: AddAbsenceInput!) {
    addAbsence(input: $input) {
      __typename
      ... on AbsenceChanged {
        absenceId
      }
      ... on InvalidInput {
        issues {
          path
          code
        }
      }
    }
  }
`;
const remove = /* GraphQL */ `
  mutation ($id: ID!) {
    removeAbsence(absenceId: $id) {
      __typename
    }
  }
`;
const shown = /* GraphQL */ `
  {
    workload {
      people {
        id
        canEditAbsences
        absences {
          id
          kind
          startsOn
          endsOn
          note
        }
        cells {
          capacityMinutes
          daysAway
        }
      }
    }
  }
`;

/** Days of the third week from now on: no holiday of a working week can be all of it. */
const monday = new Date(Date.now() + (21 - ((new Date().getUTCDay() + 6) % 7)) * 86_400_000);
const day = (shift: number) => new Date(monday.getTime() + shift * 86_400_000).toISOString().slice(0, 10);
const week = { startsOn: day(0), endsOn: day(6) };

const away = (asker: TestMember, of: TestMember, more: object = {}) =>
  api.as(asker).run(add, { input: { memberId: of.memberId, kind: 'VACATION', ...week, note: 'Байкал', ...more } });

async function seenBy(asker: TestMember, of: TestMember) {
  const { workload } = await api.as(asker).run(shown);
  return workload.people.find(({ id }: { id: string }) => id === of.memberId);
}

describe('Days away', () => {
  it('are written down by whoever is away, and take their hours from the week', async () => {
    const { copywriter } = mayak;
    const before = await seenBy(copywriter, copywriter);
    expect((await away(copywriter, copywriter)).addAbsence.__typename).toBe('AbsenceChanged');
    const after = await seenBy(copywriter, copywriter);
    expect(after.absences).toMatchObject([{ kind: 'VACATION', ...week, note: 'Байкал' }]);
    expect(after.cells[3].capacityMinutes).toBe(0);
    expect(after.cells[3].daysAway).toBeGreaterThan(0);
    expect(after.cells[2]).toEqual(before.cells[2]);
  });

  it('show their note to the owner and to whoever is away, and to nobody else', async () => {
    const { owner, manager, copywriter } = mayak;
    await away(owner, copywriter);
    expect((await seenBy(owner, copywriter)).absences[0].note).toBe('Байкал');
    expect(await seenBy(manager, copywriter)).toMatchObject({
      canEditAbsences: false,
      absences: [{ kind: 'VACATION', note: null }],
    });
  });

  it('are nobody else’s to write or to take out', async () => {
    const { manager, designer, copywriter } = mayak;
    const { addAbsence } = await away(copywriter, copywriter);
    for (const asker of [manager, designer]) {
      expect((await away(asker, copywriter, { startsOn: day(9), endsOn: day(9) })).addAbsence.__typename).toBe(
        'NotFound',
      );
      const { removeAbsence } = await api.as(asker).run(remove, { id: addAbsence.absenceId });
      expect(removeAbsence.__typename).toBe('NotFound');
    }
    const { removeAbsence } = await api.as(copywriter).run(remove, { id: addAbsence.absenceId });
    expect(removeAbsence.__typename).toBe('AbsenceChanged');
    expect((await seenBy(copywriter, copywriter)).absences).toEqual([]);
  });

  it('never overlap, not even when they come at once', async () => {
    const { copywriter } = mayak;
    const both = await Promise.all([
      away(copywriter, copywriter),
      away(copywriter, copywriter, { startsOn: day(6), endsOn: day(8) }),
    ]);
    expect(both.map(({ addAbsence }) => addAbsence.__typename).toSorted()).toEqual(['AbsenceChanged', 'InvalidInput']);
    const { addAbsence } = await away(copywriter, copywriter, { startsOn: day(6), endsOn: day(6) });
    expect(addAbsence.issues).toEqual([{ path: ['startsOn'], code: 'days_overlap' }]);
    const { addAbsence: inverted } = await away(copywriter, copywriter, { startsOn: day(20), endsOn: day(19) });
    expect(inverted.issues).toEqual([{ path: ['endsOn'], code: 'not_after_start' }]);
    const { addAbsence: none } = await away(copywriter, copywriter, { startsOn: '', endsOn: '' });
    expect(none.issues.map(({ path }: { path: string[] }) => path)).toEqual([['startsOn'], ['endsOn']]);
  });

  it('put whoever is away on the due day last among those who could do the work', async () => {
    const { owner, manager, copywriter } = mayak;
    const vera = await mayak.join('Вера Лис', 'specialist', ['copy'], []);
    const item = await anItem(mayak, { publishAt: new Date(Date.now() + 30 * 86_400_000) });
    await aTask(mayak, { assignee: vera });
    const ask = () =>
      api
        .as(manager)
        .run('query ($id: ID!) { taskChain(itemId: $id) { steps { candidates { id awayUntil awayKind } } } }', {
          id: item.id,
        });
    const { taskChain: before } = await ask();
    expect(before.steps[0].candidates[0]).toEqual({ id: copywriter.memberId, awayUntil: null, awayKind: null });
    await away(owner, copywriter, { startsOn: day(-21), endsOn: day(60) });
    const { taskChain: after } = await ask();
    expect(after.steps[0].candidates.at(-1)).toEqual({
      id: copywriter.memberId,
      awayUntil: day(60),
      awayKind: 'VACATION',
    });
  });

  it('stand beside whoever is chosen for a task, while they last', async () => {
    const { owner, manager, copywriter, designer } = mayak;
    const today = Date.now();
    const iso = (shift: number) => new Date(today + shift * 86_400_000).toISOString().slice(0, 10);
    await away(owner, copywriter, { kind: 'SICK', startsOn: iso(-2), endsOn: iso(3) });
    await away(owner, designer, { startsOn: iso(5), endsOn: iso(6) });
    const { taskOptions } = await api.as(manager).run('{ taskOptions { people { id awayUntil awayKind } } }');
    expect(taskOptions.people).toContainEqual({ id: copywriter.memberId, awayUntil: iso(3), awayKind: 'SICK' });
    expect(taskOptions.people).toContainEqual({ id: designer.memberId, awayUntil: null, awayKind: null });
    const { handOver } = await api
      .as(owner)
      .run('query ($id: ID!) { handOver(memberId: $id) { candidates { id awayUntil awayKind } } }', {
        id: designer.memberId,
      });
    expect(handOver.candidates).toContainEqual({ id: copywriter.memberId, awayUntil: iso(3), awayKind: 'SICK' });
  });

  it('leave no day without the database saying so', async () => {
    const { copywriter, agencyId } = mayak;
    const inverted = { id: crypto.randomUUID(), agencyId, memberId: copywriter.memberId, kind: 'sick' as const };
    await expect(
      within(agencyId, (db) =>
        db.absence.create({ data: { ...inverted, startsOn: new Date('2026-12-05'), endsOn: new Date('2026-12-01') } }),
      ),
    ).rejects.toThrow(/absence_ends_after_it_begins/);
  });
});
