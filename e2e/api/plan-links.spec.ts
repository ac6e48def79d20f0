import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Clock } from '@planerka/platform/server';
import { PlanReminders } from '@planerka/review/server';
import { agency, anItem, aSubmittedTask, within, type TestAgency } from '@planerka/testing/server';
import { startApi, stopApi, type Answer, type Api, type Caller } from './harness';
import {
  addPlanRemark,
  guestPlan,
  guestPlanDecide,
  guestPlanRemark,
  planApprovals,
  planSharing,
  revokePlanLink,
  sharePlan,
} from './plan-links.documents';

type Data = Answer['data'];

const month = '2026-12';
let api: Api;
let mayak: TestAgency;
let items: readonly string[];
beforeAll(async () => {
  api = await startApi();
});
beforeEach(async () => {
  mayak = await agency();
  const on = (day: string) => anItem(mayak, { publishAt: new Date(`2026-12-${day}T09:00:00Z`), title: `На ${day}` });
  items = [(await on('04')).id, (await on('11')).id, (await on('18')).id];
  await anItem(mayak, { publishAt: new Date('2027-01-10T09:00:00Z'), title: 'Другой месяц' });
});
afterAll(stopApi);

const shared = async (more: object = {}): Promise<Data> =>
  (
    await api.as(mayak.manager).run(sharePlan, {
      input: { clientId: mayak.client.id, month, contactId: mayak.contact.id, asksApproval: true, ...more },
    })
  ).sharePlan;

const guest = (url: string, pin?: string): Caller =>
  api.withHeaders({
    'x-planerka-guest': url.split('/g/plan/')[1] ?? '',
    'user-agent': 'Phone',
    ...(pin && { 'x-planerka-pin': pin }),
  });

const look = async (caller: Caller): Promise<Data> => (await caller.run(guestPlan)).guestPlan;
const decide = async (caller: Caller, input: object): Promise<Data> =>
  (await caller.run(guestPlanDecide, { input })).guestPlanDecide;
const remark = async (caller: Caller, input: object): Promise<Data> =>
  (await caller.run(guestPlanRemark, { input })).guestPlanRemark;
const seenBy = async (member = mayak.manager): Promise<Data> =>
  (await api.as(member).run(planSharing, { clientId: mayak.client.id, month })).planSharing;
const edit = (id: string, data: { title?: string; publishAt?: Date; deletedAt?: Date }) =>
  within(mayak.agencyId, (db) =>
    db.contentItem.update({ where: { agencyId_id: { agencyId: mayak.agencyId, id } }, data }),
  );

describe('A plan that is shown to the client', () => {
  it('is the month and nothing else: no draft, no people, no fee', async () => {
    await aSubmittedTask(mayak, { itemId: items[0], text: 'Ещё не проверено' });
    const done = await aSubmittedTask(mayak, { itemId: items[1], text: 'Готовый текст' });
    await within(mayak.agencyId, (db) =>
      db.task.update({ where: { agencyId_id: { agencyId: mayak.agencyId, id: done.id } }, data: { state: 'done' } }),
    );
    const marina = guest((await shared()).url);
    const plan = await look(marina);
    expect(plan).toMatchObject({ __typename: 'GuestPlan', standing: 'UNDECIDED', viewerCanDecide: true });
    expect(plan.items.map(({ title }: Data) => title)).toEqual(['На 04', 'На 11', 'На 18']);
    expect(plan.items.map(({ texts }: Data) => texts.length)).toEqual([0, 1, 0]);
    expect(JSON.stringify(plan)).not.toMatch(/Ещё не проверено|Внутренняя|copywriter/);
    await look(marina);
    const sharing = await seenBy();
    expect(sharing.links).toMatchObject([{ name: mayak.contact.name, state: 'OPEN', visits: 1 }]);
  });

  it('says where to see what is out, and nothing of links that are kept for later', async () => {
    const [out = '', planned = ''] = items;
    const key = (itemId: string) => ({
      agencyId_itemId_channelId: { agencyId: mayak.agencyId, itemId, channelId: mayak.channel.id },
    });
    await within(mayak.agencyId, async (db) => {
      await db.itemChannel.update({ where: key(out), data: { url: 'https://vk.com/wall-1_1' } });
      await db.itemChannel.update({ where: key(planned), data: { url: 'https://vk.com/wall-1_2' } });
      const id = { agencyId_id: { agencyId: mayak.agencyId, id: out } };
      await db.contentItem.update({ where: id, data: { publishedAt: new Date('2026-12-04T09:00:00Z') } });
    });
    const { items: shown } = await look(guest((await shared()).url));
    expect(shown.map(({ links }: Data) => links)).toEqual([
      [{ network: 'vk', url: 'https://vk.com/wall-1_1' }],
      [],
      [],
    ]);
  });

  it('is approved as a whole, and an edit afterwards takes back the yes to what was edited alone', async () => {
    const marina = guest((await shared()).url);
    const { contentHash } = await look(marina);
    const said = await decide(marina, { contentHash });
    expect(said.plan).toMatchObject({ standing: 'APPROVED', viewerCanDecide: false });
    expect(await decide(marina, { contentHash })).toMatchObject({
      __typename: 'IllegalTransition',
      reason: 'already_decided',
    });

    await edit(items[1] ?? '', { publishAt: new Date('2026-12-12T09:00:00Z') });
    const again = await look(marina);
    expect(again).toMatchObject({ standing: 'CHANGED', viewerCanDecide: true });
    expect(again.items.map(({ standing }: Data) => standing)).toEqual(['APPROVED', 'CHANGED', 'APPROVED']);
    expect((await seenBy()).entries.map(({ standing }: Data) => standing)).toEqual(['APPROVED', 'CHANGED', 'APPROVED']);
    expect(await decide(marina, { contentHash })).toMatchObject({
      __typename: 'StaleContent',
      contentHash: again.contentHash,
    });
    expect((await decide(marina, { contentHash: again.contentHash })).plan.standing).toBe('APPROVED');
  });

  it('is approved but for what is named, with a reason, of this plan only', async () => {
    const marina = guest((await shared()).url);
    const { contentHash } = await look(marina);
    const [first = ''] = items;
    const elsewhere = (await anItem(mayak, { publishAt: new Date('2027-02-01T09:00:00Z') })).id;
    expect(await decide(marina, { contentHash, changes: [{ itemId: first, comment: ' ' }] })).toMatchObject({
      issues: [{ path: ['changes', '0', 'comment'], code: 'required' }],
    });
    expect(await decide(marina, { contentHash, changes: [{ itemId: elsewhere, comment: 'Убрать' }] })).toMatchObject({
      issues: [{ path: ['changes', '0', 'itemId'], code: 'not_found' }],
    });
    const said = await decide(marina, { contentHash, changes: [{ itemId: first, comment: 'Не в пятницу' }] });
    expect(said.plan.items.map(({ standing }: Data) => standing)).toEqual([
      'CHANGES_REQUESTED',
      'APPROVED',
      'APPROVED',
    ]);
    const { decision } = await seenBy();
    expect(decision).toMatchObject({ name: mayak.contact.name, kind: 'REQUEST_CHANGES' });
    expect(decision.verdicts.find(({ itemId }: Data) => itemId === first).comment).toBe('Не в пятницу');
    await edit(first, { deletedAt: new Date() });
    expect((await look(marina)).standing).toBe('APPROVED');
  });

  it('is only looked at where no word was asked for', async () => {
    const { url } = await shared({ asksApproval: false, contactId: null, name: 'Олег, директор' });
    const oleg = guest(url);
    const { contentHash, viewerCanDecide, visitorName } = await look(oleg);
    expect({ viewerCanDecide, visitorName }).toEqual({ viewerCanDecide: false, visitorName: 'Олег, директор' });
    expect((await decide(oleg, { contentHash })).__typename).toBe('IllegalTransition');
  });

  it('is talked about, both ways, about the month or one publication', async () => {
    const marina = guest((await shared()).url);
    const [first] = items;
    expect((await remark(marina, { itemId: first, body: 'А можно раньше?' })).plan.remarks).toMatchObject([
      { itemId: first, isYours: true, isFromAgency: false },
    ]);
    expect(await remark(marina, { body: ' ' })).toMatchObject({ issues: [{ path: ['body'], code: 'required' }] });
    const foreign = await agency('Чужие');
    const theirs = (await anItem(foreign)).id;
    expect(await remark(marina, { itemId: theirs, body: 'Чужое' })).toMatchObject({
      issues: [{ path: ['itemId'], code: 'not_found' }],
    });
    const input = { clientId: mayak.client.id, month, itemId: first, body: 'Перенесли на среду' };
    await api.as(mayak.manager).run(addPlanRemark, { input });
    expect((await look(marina)).remarks).toMatchObject([
      { body: 'А можно раньше?', isYours: true },
      { body: 'Перенесли на среду', isFromAgency: true, author: mayak.manager.name },
    ]);
  });

  it('opens by the last link of a person alone, with its PIN, and no longer once it is revoked', async () => {
    const first = await shared();
    const second = await shared({ pin: '4821' });
    expect(await look(guest(first.url))).toEqual({ __typename: 'GuestLinkClosed', because: 'REVOKED' });
    expect(await look(guest(second.url))).toMatchObject({ __typename: 'GuestPinWanted', attemptsLeft: null });
    expect(await look(guest(second.url, '0000'))).toMatchObject({ attemptsLeft: 4 });
    expect((await look(guest(second.url, '4821'))).__typename).toBe('GuestPlan');
    expect((await remark(guest(second.url), { body: 'Без кода' })).__typename).toBe('NotFound');
    await api.as(mayak.manager).run(revokePlanLink, { input: { planLinkId: second.planLinkId } });
    expect(await look(guest(second.url, '4821'))).toMatchObject({ because: 'REVOKED' });
    expect((await seenBy()).links).toMatchObject([{ state: 'REVOKED', hasPin: true }]);
    const rows = await within(mayak.agencyId, (db) => db.planLink.findMany());
    expect(JSON.stringify(rows)).not.toContain(second.url.split('/g/plan/')[1]);
  });

  it('opens nothing of an approval, nor an approval a plan', async () => {
    const { url } = await shared();
    const { guestApproval } = await guest(url).run('{ guestApproval { __typename } }');
    expect(guestApproval.__typename).toBe('GuestLinkClosed');
  });

  it('is shown by whoever leads the client: to the others it does not exist', async () => {
    await shared();
    expect(await seenBy(mayak.copywriter)).toBeNull();
    const input = { clientId: mayak.client.id, month, name: 'Кто-то' };
    const { sharePlan: refused } = await api.as(mayak.copywriter).run(sharePlan, { input });
    expect(refused).toMatchObject({ __typename: 'NotFound', entity: 'Client' });
  });

  it('wants somebody to show it to, and a PIN worth having', async () => {
    expect((await shared({ contactId: null })).issues).toEqual([{ path: ['name'], code: 'required' }]);
    expect((await shared({ pin: '1111' })).issues).toEqual([{ path: ['pin'], code: 'pin_too_simple' }]);
  });
});

describe('A plan that several people are asked about', () => {
  const asked = async (): Promise<{ readonly marina: Caller; readonly oleg: Caller }> => ({
    marina: guest((await shared({ isFinal: true })).url),
    oleg: guest((await shared({ contactId: null, name: 'Олег' })).url),
  });

  it('is approved by whoever has the last word, and the others are heard', async () => {
    const { marina, oleg } = await asked();
    const [first = ''] = items;
    const { contentHash, decider, viewerDecidesLast } = await look(oleg);
    expect({ decider, viewerDecidesLast }).toEqual({ decider: mayak.contact.name, viewerDecidesLast: false });
    const heard = await decide(oleg, { contentHash, changes: [{ itemId: first, comment: 'Не в пятницу' }] });
    expect(heard.plan).toMatchObject({ standing: 'UNDECIDED', viewerCanDecide: false });
    expect((await seenBy()).voices).toEqual([
      { name: 'Олег', kind: 'REQUEST_CHANGES', wanted: [{ title: 'На 04', comment: 'Не в пятницу' }] },
    ]);
    const seen = await look(marina);
    expect(seen).toMatchObject({ viewerCanDecide: true, viewerDecidesLast: true, voices: [{ name: 'Олег' }] });
    expect((await decide(marina, { contentHash })).plan.standing).toBe('APPROVED');
    expect(await decide(oleg, { contentHash })).toMatchObject({ reason: 'already_decided' });
    // An edit asks both again.
    await edit(first, { title: 'Иначе' });
    expect([(await look(marina)).viewerCanDecide, (await look(oleg)).viewerCanDecide]).toEqual([true, true]);
  });

  it('has one person with the last word, whoever was given it last', async () => {
    await asked();
    const { sharing } = await shared({ contactId: null, name: 'Директор', isFinal: true });
    expect(sharing.decider).toBe('Директор');
    expect(sharing.links.filter(({ isFinal }: Data) => isFinal)).toHaveLength(1);
  });

  it('stands among what clients were asked, for whoever leads them', async () => {
    const { marina } = await asked();
    const listed = async (member = mayak.manager): Promise<Data> =>
      (await api.as(member).run(planApprovals)).planApprovals;
    expect(await listed()).toMatchObject([
      { clientName: mayak.client.name, month, standing: 'UNDECIDED', items: 3, spoken: [], isOverdue: false },
    ]);
    const { contentHash } = await look(marina);
    await decide(marina, { contentHash });
    expect(await listed(mayak.owner)).toMatchObject([{ standing: 'APPROVED', decidedBy: mayak.contact.name }]);
    expect(await listed(mayak.copywriter)).toEqual([]);
  });
});

describe('A plan to which all who are named must agree', () => {
  const both = async (more: object = {}) => {
    const marina = await shared({ mustAgree: true, ...more });
    const oleg = await shared({ mustAgree: true, contactId: null, name: 'Олег', ...more });
    return { marina: guest(marina.url), oleg: guest(oleg.url), olegsLink: oleg.planLinkId as string };
  };
  const events = () =>
    within(mayak.agencyId, async (db) =>
      (
        await db.outboxEvent.findMany({
          where: {
            agencyId: mayak.agencyId,
            type: { in: ['plan.answered', 'plan.approved', 'plan.changes_requested'] },
          },
          orderBy: { createdAt: 'asc' },
        })
      ).map(({ type }) => type),
    );

  it('waits for each, says who has agreed, and is approved by the last yes', async () => {
    const { marina, oleg } = await both();
    const { name } = mayak.contact;
    const { contentHash, agreed, waiting } = await look(oleg);
    expect({ agreed, waiting }).toEqual({ agreed: [], waiting: [name, 'Олег'] });
    expect((await decide(marina, { contentHash })).plan).toMatchObject({
      ...{ standing: 'UNDECIDED', viewerCanDecide: false, agreed: [name], waiting: ['Олег'] },
    });
    expect(await seenBy()).toMatchObject({ standing: 'UNDECIDED', agreed: [name], waiting: ['Олег'] });
    expect((await api.as(mayak.manager).run(planApprovals)).planApprovals).toMatchObject([
      { standing: 'UNDECIDED', agreed: [name], waiting: ['Олег'] },
    ]);
    expect((await decide(oleg, { contentHash })).plan).toMatchObject({ standing: 'APPROVED', waiting: [] });
    expect(await events()).toEqual(['plan.answered', 'plan.approved']);
    // An edit asks all again.
    await edit(items[0] ?? '', { title: 'Иначе' });
    expect(await look(marina)).toMatchObject({ standing: 'CHANGED', viewerCanDecide: true, agreed: [] });
  });

  it('goes back to work where one wants changes, and asks nobody until they are made', async () => {
    const { marina, oleg } = await both();
    const { contentHash } = await look(marina);
    const [first = ''] = items;
    await decide(marina, { contentHash, changes: [{ itemId: first, comment: 'Не в пятницу' }] });
    expect(await look(oleg)).toMatchObject({ standing: 'CHANGES_REQUESTED', viewerCanDecide: false, waiting: [] });
    expect(await decide(oleg, { contentHash })).toMatchObject({ reason: 'already_decided' });
    await edit(first, { publishAt: new Date('2026-12-05T09:00:00Z') });
    const again = await look(oleg);
    expect(again).toMatchObject({ standing: 'CHANGED', viewerCanDecide: true });
    await decide(oleg, { contentHash: again.contentHash });
    expect((await decide(marina, { contentHash: again.contentHash })).plan.standing).toBe('APPROVED');
  });

  it('takes the words of two who speak at once, each for what it is', async () => {
    const { marina, oleg } = await both();
    const { contentHash } = await look(marina);
    await Promise.all([decide(marina, { contentHash }), decide(oleg, { contentHash })]);
    expect((await seenBy()).standing).toBe('APPROVED');
    expect((await events()).toSorted()).toEqual(['plan.answered', 'plan.approved']);
  });

  it('waits no more for whose link was closed or who is no contact any more', async () => {
    const { marina, oleg, olegsLink } = await both();
    const { contentHash } = await look(oleg);
    await decide(oleg, { contentHash });
    expect((await seenBy()).links).toMatchObject([
      { name: mayak.contact.name, standingIfRevoked: 'APPROVED' },
      { name: 'Олег', standingIfRevoked: 'UNDECIDED' },
    ]);
    const archive = 'mutation ($input: ArchiveContactInput!) { archiveContact(input: $input) { __typename } }';
    await api.as(mayak.manager).run(archive, { input: { contactId: mayak.contact.id, expectedVersion: 1 } });
    expect((await look(marina)).because).toBe('REVOKED');
    expect(await seenBy()).toMatchObject({ standing: 'APPROVED', agreed: ['Олег'], waiting: [] });
    await api.as(mayak.manager).run(revokePlanLink, { input: { planLinkId: olegsLink } });
    // Where nobody is asked any more, what was said is what was said.
    expect(await seenBy()).toMatchObject({ standing: 'APPROVED', agreed: [] });
    expect(await events()).toEqual(['plan.answered', 'plan.approved']);
  });

  it('is approved by the others once the last who was waited for is asked no more, and the journal says by whom', async () => {
    const { marina, olegsLink } = await both();
    await decide(marina, { contentHash: (await look(marina)).contentHash });
    await Promise.all(
      [1, 2].map(() => api.as(mayak.manager).run(revokePlanLink, { input: { planLinkId: olegsLink } })),
    );
    expect(await seenBy()).toMatchObject({ standing: 'APPROVED', agreed: [mayak.contact.name] });
    expect(await events()).toEqual(['plan.answered', 'plan.approved']);
    const told = await within(mayak.agencyId, (db) =>
      db.outboxEvent.findFirst({ where: { agencyId: mayak.agencyId, type: 'plan.approved' } }),
    );
    expect(told?.payload).toMatchObject({
      actor: { memberId: null, name: mayak.contact.name },
      changes: { state: { from: 'undecided', to: 'approved' } },
    });
  });

  it('is approved once, where the one agrees while the other is asked no more', async () => {
    const { marina, oleg, olegsLink } = await both();
    const { contentHash } = await look(marina);
    await Promise.all([
      decide(marina, { contentHash }),
      decide(oleg, { contentHash }),
      api.as(mayak.manager).run(revokePlanLink, { input: { planLinkId: olegsLink } }),
    ]);
    expect((await seenBy()).standing).toBe('APPROVED');
    expect((await events()).filter((type) => type === 'plan.approved')).toHaveLength(1);
  });

  it('keeps what one wants changed, though they are asked no more', async () => {
    const { marina, oleg, olegsLink } = await both();
    const { contentHash } = await look(marina);
    const [first = ''] = items;
    await decide(marina, { contentHash });
    await decide(oleg, { contentHash, changes: [{ itemId: first, comment: 'Не в пятницу' }] });
    await api.as(mayak.manager).run(revokePlanLink, { input: { planLinkId: olegsLink } });
    expect((await seenBy()).standing).toBe('CHANGES_REQUESTED');
    expect(await events()).toEqual(['plan.answered', 'plan.changes_requested']);
  });

  it('does not become the word of one who was only heard, when whoever had the last one leaves', async () => {
    const last = await shared({ isFinal: true });
    const oleg = guest((await shared({ contactId: null, name: 'Олег' })).url);
    await decide(oleg, { contentHash: (await look(oleg)).contentHash });
    await api.as(mayak.manager).run(revokePlanLink, { input: { planLinkId: last.planLinkId } });
    expect(await seenBy()).toMatchObject({ standing: 'UNDECIDED', decider: null });
    const again = await look(oleg);
    expect(again.viewerCanDecide).toBe(true);
    expect((await decide(oleg, { contentHash: again.contentHash })).plan.standing).toBe('APPROVED');
    expect(await events()).toEqual(['plan.answered', 'plan.approved']);
  });

  it('is approved by the others once one is asked for a look alone', async () => {
    const { marina } = await both();
    await decide(marina, { contentHash: (await look(marina)).contentHash });
    await shared({ contactId: null, name: 'Олег', asksApproval: false });
    expect((await seenBy()).standing).toBe('APPROVED');
    expect(await events()).toEqual(['plan.answered', 'plan.approved']);
  });

  it('reminds whoever has not answered, and «Today» names them', async () => {
    const thisMonth = new Date(Date.now() + 3 * 3_600_000).toISOString().slice(0, 7);
    await anItem(mayak, { publishAt: new Date(`${thisMonth}-15T09:00:00Z`) });
    const dueOn = new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10);
    const { oleg } = await both({ month: thisMonth, dueOn });
    await decide(oleg, { contentHash: (await look(oleg)).contentHash });
    await within(mayak.agencyId, (db) => db.planLink.updateMany({ data: { dueAt: new Date(Date.now() - 60_000) } }));
    await api.app.get(PlanReminders).round(api.app.get(Clock).now());
    const reminded = await within(mayak.agencyId, (db) =>
      db.outboxEvent.findMany({ where: { type: 'plan.reminded' } }),
    );
    expect(reminded).toHaveLength(1);
    expect(JSON.stringify(reminded[0]?.payload)).toContain(mayak.contact.name);
    const { today } = await api.as(mayak.manager).run('{ today { rows { kind person } } }');
    expect(today.rows.filter(({ kind }: Data) => kind === 'PLAN_SILENT')).toEqual([
      { kind: 'PLAN_SILENT', person: mayak.contact.name },
    ]);
  });

  it('is one person’s where they have the last word all the same', async () => {
    const { oleg } = await both();
    const director = guest((await shared({ contactId: null, name: 'Директор', isFinal: true, mustAgree: true })).url);
    const { contentHash } = await look(director);
    expect((await decide(director, { contentHash })).plan).toMatchObject({ standing: 'APPROVED', agreed: [] });
    expect((await look(oleg)).viewerCanDecide).toBe(false);
  });
});

describe('«Today» of whoever leads the client', () => {
  const waiting = async (member = mayak.manager): Promise<Data> =>
    (
      await api.as(member).run('{ today { rows { kind clientId month person count isViewersTurn } } }')
    ).today.rows.filter(({ kind }: Data) => kind.startsWith('PLAN_'));
  // In Moscow, where the agency is.
  const thisMonth = new Date(Date.now() + 3 * 3_600_000).toISOString().slice(0, 7);

  it('has what the client wants changed, until it was touched; and who is silent past their day', async () => {
    const item = await anItem(mayak, { publishAt: new Date(`${thisMonth}-15T09:00:00Z`), title: 'Этого месяца' });
    const marina = guest((await shared({ month: thisMonth })).url);
    const { contentHash } = await look(marina);
    await decide(marina, { contentHash, changes: [{ itemId: item.id, comment: 'Иначе' }] });
    expect(await waiting()).toMatchObject([
      { kind: 'PLAN_CHANGES', clientId: mayak.client.id, month: thisMonth, count: 1, isViewersTurn: true },
    ]);
    expect(await waiting(mayak.owner)).toMatchObject([{ kind: 'PLAN_CHANGES', isViewersTurn: false }]);
    expect(await waiting(mayak.copywriter)).toEqual([]);
    await edit(item.id, { title: 'Иначе' });
    expect(await waiting()).toEqual([]);
    await shared({ month: thisMonth, contactId: null, name: 'Олег' });
    await within(mayak.agencyId, (db) =>
      db.planLink.updateMany({ where: { name: 'Олег' }, data: { dueAt: new Date(Date.now() - 60_000) } }),
    );
    expect(await waiting()).toMatchObject([{ kind: 'PLAN_SILENT', person: 'Олег' }]);
  });
});

describe('A day by which to answer', () => {
  const today = (by: number): string => new Date(Date.now() + by * 86_400_000).toISOString().slice(0, 10);
  const late = () =>
    within(mayak.agencyId, (db) => db.planLink.updateMany({ data: { dueAt: new Date(Date.now() - 60_000) } }));
  const round = () => api.app.get(PlanReminders).round(api.app.get(Clock).now());
  const reminded = async (): Promise<boolean[]> =>
    (await seenBy()).links.map(({ remindedAt }: Data) => remindedAt !== null);
  const told = () =>
    within(mayak.agencyId, (db) =>
      db.outboxEvent.count({ where: { type: 'plan.reminded', agencyId: mayak.agencyId } }),
    );

  it('is one that is still to come, while the link opens', async () => {
    expect((await shared({ dueOn: today(-3) })).issues).toEqual([{ path: ['dueOn'], code: 'in_past' }]);
    expect((await shared({ dueOn: today(20), days: 7 })).issues).toEqual([{ path: ['days'], code: 'before_due' }]);
    expect((await shared({ dueOn: today(3) })).sharing.links).toMatchObject([{ dueAt: expect.any(String) }]);
  });

  it('is reminded of once, where an answer is still wanted', async () => {
    await shared({ dueOn: today(3) });
    await round();
    expect(await reminded()).toEqual([false]);
    await late();
    await round();
    await round();
    expect([await reminded(), await told()]).toEqual([[true], 1]);
    expect((await api.as(mayak.manager).run(planApprovals)).planApprovals).toMatchObject([{ isOverdue: true }]);
  });

  it('passes in silence where the word was said', async () => {
    const marina = guest((await shared({ dueOn: today(3) })).url);
    await decide(marina, { contentHash: (await look(marina)).contentHash });
    await late();
    await round();
    expect(await told()).toBe(0);
  });
});
