import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { agency, includedRetainer, within, type TestAgency, type TestMember } from '@planerka/testing/server';
import { approvalActors } from './approvals.actors';
import { confirmRequest, listRequests, waiveRequest } from './change-requests.documents';
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

const draftsOf = async (member: TestMember) =>
  (await api.as(member).run(listRequests, { filter: { states: ['DRAFT'] } })).changeRequests.nodes;
const confirm = async (member: TestMember, input: object) =>
  (await api.as(member).run(confirmRequest, { input })).confirmChangeRequest;
const waive = async (member: TestMember, input: object) =>
  (await api.as(member).run(waiveRequest, { input })).waiveChangeRequest;

/** Marina has asked for one round more than the retainer includes. */
async function pastTheRetainer(extraRound = 2_500) {
  await includedRetainer(mayak, { includedRounds: 0, extraRound });
  const { asked, see, say } = approvalActors(api, mayak);
  const { task, marina } = await asked();
  const { contentHash } = await see(marina);
  await say(marina, { decision: 'REQUEST_CHANGES', contentHash, comment: 'Цену уберите' });
  const [request] = await draftsOf(mayak.manager);
  return { task, marina, see, request, step: { changeRequestId: request.id, expectedVersion: request.version } };
}

const rub = (amount: string) => ({ amount, currency: 'RUB' });

describe('A round past the included ones', () => {
  it('is charged at the retainer’s price, or at another, by whoever leads the client', async () => {
    const { request, step } = await pastTheRetainer();
    expect(request).toMatchObject({
      clientName: 'Сосна',
      round: 1,
      price: rub('2500.00'),
      reason: 'Цену уберите',
      availableActions: ['CONFIRM', 'WAIVE'],
    });
    const done = await confirm(mayak.manager, { ...step, price: rub('1999.50'), note: 'Договорились по телефону' });
    expect(done.changeRequest).toMatchObject({
      state: 'APPROVED',
      price: rub('1999.50'),
      decidedBy: mayak.manager.name,
      decisionNote: 'Договорились по телефону',
      availableActions: [],
      version: 2,
    });
    expect(done.changeRequest.decidedAt).not.toBeNull();
    expect(await draftsOf(mayak.owner)).toEqual([]);
    const told = await within(mayak.agencyId, (db) =>
      db.outboxEvent.findFirst({ where: { agencyId: mayak.agencyId, type: 'change_request.confirmed' } }),
    );
    expect(told?.payload).toMatchObject({ details: { round: 1, amount: '1999.50' } });
  });

  it('is given away with a reason, and not without', async () => {
    const { step } = await pastTheRetainer();
    expect((await waive(mayak.owner, { ...step, reason: ' ' })).issues).toEqual([
      { path: ['reason'], code: 'required' },
    ]);
    expect((await waive(mayak.owner, { ...step, reason: 'Ошибка была наша' })).changeRequest).toMatchObject({
      state: 'DECLINED',
      price: rub('2500.00'),
      decidedBy: mayak.owner.name,
      decisionNote: 'Ошибка была наша',
    });
  });

  it('has a price of the client’s currency, above nothing, in whole kopecks', async () => {
    const { step } = await pastTheRetainer(0);
    const codesOf = async (price?: object) =>
      (await confirm(mayak.manager, { ...step, ...(price && { price }) })).issues.map(
        ({ path, code }: { path: string[]; code: string }) => [path.join('.'), code],
      );
    expect(await codesOf()).toEqual([['price', 'not_positive']]);
    expect(await codesOf(rub('0'))).toEqual([['price', 'not_positive']]);
    expect(await codesOf(rub('10.001'))).toEqual([['price', 'too_precise']]);
    expect(await codesOf({ amount: '10', currency: 'USD' })).toEqual([['price', 'other_currency']]);
  });

  it('is decided once: of two at a time one wins, and the other is told', async () => {
    const { step } = await pastTheRetainer();
    const answers = await Promise.all([
      confirm(mayak.manager, step),
      waive(mayak.owner, { ...step, reason: 'Подарок' }),
    ]);
    expect(answers.map(({ __typename }) => __typename).toSorted()).toEqual(['ChangeRequestSuccess', 'StaleVersion']);
    expect(await confirm(mayak.manager, { ...step, expectedVersion: 2 })).toMatchObject({
      __typename: 'IllegalTransition',
      action: 'confirm',
    });
  });

  it('does not exist for specialists, for another squad’s manager, or for the client', async () => {
    const { marina, see, request, step } = await pastTheRetainer();
    const absent = { __typename: 'NotFound', entity: 'ChangeRequest' };
    for (const member of [mayak.copywriter, mayak.designer]) {
      expect(await draftsOf(member)).toEqual([]);
      expect(await confirm(member, step)).toEqual(absent);
      expect(await waive(member, { ...step, reason: 'Хочу' })).toEqual(absent);
    }
    expect(JSON.stringify(await see(marina))).not.toContain(request.id);
  });
});
