import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { newId } from '@planerka/platform/domain';
import { hashToken } from '@planerka/platform/server';
import {
  aBudgetLine,
  aContact,
  agency,
  anItem,
  includedRetainer,
  aSubmittedTask,
  copyOf,
  within,
  type TestAgency,
} from '@planerka/testing/server';
import { getNamedType, isObjectType, isUnionType, type GraphQLNamedType } from 'graphql';
import { approvalActors, type ApprovalActors } from './approvals.actors';
import { certificate, draft, list, remark, renew, revoke, withdraw } from './approvals.documents';
import { startApi, stopApi, type Api, type Caller } from './harness';
import { actions } from './tasks.documents';

let api: Api;
let mayak: TestAgency;
let { guest, sendAs, asked, see, say, approvalOf, taskOf } = {} as ApprovalActors;
beforeAll(async () => {
  api = await startApi();
});
beforeEach(async () => {
  mayak = await agency();
  ({ guest, sendAs, asked, see, say, approvalOf, taskOf } = approvalActors(api, mayak));
});
afterAll(stopApi);

describe('A request to the client', () => {
  it('goes to the client, is opened, and its yes finishes the work and makes the fee payable', async () => {
    const line = await aBudgetLine(mayak, { planned: 10_000 });
    const task = await aSubmittedTask(mayak, { fee: 2_500 });
    await within(mayak.agencyId, async (db) => {
      const { agencyId } = mayak;
      await db.task.update({
        where: { agencyId_id: { agencyId, id: task.id } },
        data: { committedMinor: 250_000n, budgetLineId: line.id },
      });
      await db.budgetLine.update({
        where: { agencyId_id: { agencyId, id: line.id } },
        data: { availableMinor: 750_000n, committedMinor: 250_000n },
      });
    });
    const told = (await api.as(mayak.manager).run(draft, { taskIds: [task.id], itemIds: [] })).approvalDraft;
    expect(told).toMatchObject({
      round: 1,
      isMailed: false,
      contacts: [{ id: mayak.contact.id, isFinalApprover: true }],
    });

    const sent = await sendAs(mayak.manager, { taskIds: [task.id], message: 'Ответьте до четверга' });
    expect(sent.approval).toMatchObject({
      state: 'PENDING',
      availableActions: ['WITHDRAW'],
      client: { name: 'Сосна' },
    });
    expect(sent.links).toEqual([expect.objectContaining({ contactName: 'Марина Дубова', mailedTo: null })]);
    expect((await taskOf(task.id)).state).toBe('client_review');

    const marina = guest(sent.links[0].url);
    const page = await see(marina);
    expect(page).toMatchObject({
      __typename: 'GuestApproval',
      agencyName: 'Маяк',
      clientName: 'Сосна',
      contactName: 'Марина Дубова',
      message: 'Ответьте до четверга',
      viewerCanDecide: true,
      posts: [{ texts: [{ network: null, body: copyOf('Стол раздвигается за минуту.').text }] }],
    });
    expect((await approvalOf(sent.approval.id)).links[0].openedAt).not.toBeNull();

    const done = await say(marina, { decision: 'APPROVE', contentHash: page.contentHash });
    expect(done.approval).toMatchObject({ state: 'APPROVED', viewerCanDecide: false });
    expect((await taskOf(task.id)).state).toBe('done');
    const after = await within(mayak.agencyId, (db) =>
      db.budgetLine.findFirstOrThrow({ where: { agencyId: mayak.agencyId, id: line.id } }),
    );
    expect(after).toMatchObject({ committedMinor: 0n, payableMinor: 250_000n });
    const [decision] = (await approvalOf(sent.approval.id)).decisions;
    expect(decision).toMatchObject({ kind: 'APPROVE', contentHash: page.contentHash, voidedAt: null });
    expect(decision.ipAddress).not.toBe('');
    expect((await say(marina, { decision: 'APPROVE', contentHash: page.contentHash })).__typename).toBe(
      'IllegalTransition',
    );
  });

  it('comes back with changes: a round is counted, and past the included ones it has a price', async () => {
    await includedRetainer(mayak, { includedRounds: 0, extraRound: 2_500 });
    const { task, id, marina } = await asked();
    const page = await see(marina);
    expect(page.rounds).toEqual({ used: 0, included: 0, next: 'PAID', price: { amount: '2500.00', currency: 'RUB' } });
    const input = { decision: 'REQUEST_CHANGES', contentHash: page.contentHash };
    expect((await say(marina, input)).issues).toEqual([{ path: ['comment'], code: 'required' }]);

    const done = await say(marina, { ...input, comment: 'Цену уберите' });
    expect(done.approval).toMatchObject({
      state: 'CHANGES_REQUESTED',
      posts: [{ comments: [{ body: 'Цену уберите' }] }],
    });
    expect(await taskOf(task.id)).toMatchObject({ state: 'in_progress', rounds: 1 });
    expect((await approvalOf(id)).changeRequests).toEqual([
      { taskId: task.id, round: 1, price: { amount: '2500.00', currency: 'RUB' }, state: 'DRAFT' },
    ]);
  });

  it('takes a remark for the reason, at a place that is there', async () => {
    const { marina } = await asked();
    const page = await see(marina);
    const subjectId = page.posts[0].subjects[0].id;
    const at = (quote: string) => ({ kind: 'passage', from: 0, to: quote.length, quote });
    const pin = async (quote: string) =>
      (await marina.run(remark, { input: { subjectId, body: 'Не «стол»', anchor: at(quote) } })).guestComment;
    expect((await pin('Стул')).issues).toEqual([{ path: ['anchor', 'quote'], code: 'passage_not_found' }]);
    expect((await pin('Стол')).comment).toMatchObject({ body: 'Не «стол»', isYours: true });
    const done = await say(marina, { decision: 'REQUEST_CHANGES', contentHash: page.contentHash });
    expect(done.approval.state).toBe('CHANGES_REQUESTED');
  });

  it('shows what was shown before, and nothing that was not', async () => {
    const { task, marina } = await asked();
    const page = await see(marina);
    await say(marina, { decision: 'REQUEST_CHANGES', contentHash: page.contentHash, comment: 'Короче' });
    for (const words of ['Черновик, который клиент не видел.', 'Стол на всех.']) {
      const { version } = await taskOf(task.id);
      const input = { taskId: task.id, expectedVersion: version, content: copyOf(words) };
      await api.as(mayak.copywriter).run(actions.submitTask, { input });
      if (words.startsWith('Черновик')) {
        const back = { taskId: task.id, expectedVersion: version + 1, reason: 'Внутреннее замечание' };
        await api.as(mayak.manager).run(actions.requestTaskChanges, { input: back });
      }
    }
    const again = await sendAs(mayak.manager, { taskIds: [task.id], changes: ['Сократили вдвое'] });
    const seen = await see(guest(again.links[0].url));
    expect(seen).toMatchObject({ changes: ['Сократили вдвое'], rounds: { used: 1 } });
    expect(seen.posts[0].subjects).toMatchObject([{ number: 3, earlier: [{ number: 1 }] }]);
    expect(JSON.stringify(seen)).not.toMatch(/Черновик|Внутренн/);
  });

  it('of several posts sends back only those that are to change', async () => {
    const [first, second] = [await anItem(mayak), await anItem(mayak, { title: 'Второй' })];
    const good = await aSubmittedTask(mayak, { itemId: first.id, text: 'Хорошо' });
    const bad = await aSubmittedTask(mayak, { itemId: second.id, text: 'Плохо' });
    const sent = await sendAs(mayak.manager, { itemIds: [first.id, second.id], title: 'Декабрь' });
    const marina = guest(sent.links[0].url);
    const page = await see(marina);
    expect(page.posts).toHaveLength(2);
    const input = { decision: 'REQUEST_CHANGES', contentHash: page.contentHash, comment: 'Второй не тот' };
    expect((await say(marina, { ...input, changesIn: [bad.id] })).issues[0].path).toEqual(['changesIn']);
    await say(marina, { ...input, changesIn: [second.id] });
    expect([(await taskOf(good.id)).state, (await taskOf(bad.id)).state]).toEqual(['done', 'in_progress']);
  });

  it('is refused to a specialist, for work that is not reviewed, and with people of nobody', async () => {
    const task = await aSubmittedTask(mayak);
    expect(await sendAs(mayak.copywriter, { taskIds: [task.id] })).toMatchObject({
      __typename: 'NotFound',
      entity: 'Task',
    });
    const stranger = await sendAs(mayak.manager, { taskIds: [task.id], contactIds: [task.id] });
    expect(stranger.issues).toEqual([{ path: ['contactIds'], code: 'not_found' }]);
    const bad = await sendAs(mayak.manager, { taskIds: [task.id], pin: '1111', dueAt: '2020-01-01T00:00:00Z' });
    expect(bad.issues).toEqual([
      { path: ['dueAt'], code: 'in_past' },
      { path: ['pin'], code: 'pin_too_simple' },
    ]);
    expect((await taskOf(task.id)).state).toBe('in_review');
    expect((await api.as(mayak.copywriter).run(list, { filter: {} })).approvals.nodes).toEqual([]);
  });
});

describe('A decision and its content', () => {
  it('is not taken on other content than what was on the screen', async () => {
    const { marina } = await asked();
    const { contentHash } = await see(marina);
    const stale = await say(marina, { decision: 'APPROVE', contentHash: 'f'.repeat(64) });
    expect(stale).toMatchObject({ __typename: 'StaleContent', contentHash });
  });

  it('is void as soon as the content is edited, for everyone to see', async () => {
    const { task, id, marina } = await asked();
    await say(marina, { decision: 'APPROVE', contentHash: (await see(marina)).contentHash });
    const { version } = await taskOf(task.id);
    const step = { taskId: task.id, expectedVersion: version };
    await api.as(mayak.manager).run(actions.reopenTask, { input: { ...step, reason: 'Опечатка' } });
    expect((await approvalOf(id)).state).toBe('APPROVED');
    const content = copyOf('Стол раздвигается за две минуты.');
    await api
      .as(mayak.copywriter)
      .run(actions.submitTask, { input: { ...step, expectedVersion: version + 1, content } });
    expect(await approvalOf(id)).toMatchObject({
      state: 'VOIDED',
      stateReason: 'content_changed',
      decisions: [{ voidReason: 'content_changed' }],
      subjects: [{ isCurrent: false }],
    });
    expect(await see(marina)).toMatchObject({ state: 'VOIDED', viewerCanDecide: false });
    const event = await within(mayak.agencyId, (db) =>
      db.outboxEvent.findFirst({ where: { agencyId: mayak.agencyId, type: 'approval.voided' } }),
    );
    expect(event).not.toBeNull();
  });

  it('is kept on a sheet with exactly what was shown, whatever came after', async () => {
    const { task, id, marina } = await asked();
    const { contentHash } = await see(marina);
    await say(marina, { decision: 'APPROVE', contentHash });
    const { version } = await taskOf(task.id);
    const step = { taskId: task.id, expectedVersion: version };
    await api.as(mayak.manager).run(actions.reopenTask, { input: { ...step, reason: 'Опечатка' } });
    const content = copyOf('Совсем другое.');
    await api
      .as(mayak.copywriter)
      .run(actions.submitTask, { input: { ...step, expectedVersion: version + 1, content } });
    expect((await api.as(mayak.manager).run(certificate, { id })).approvalCertificate).toMatchObject({
      agencyName: 'Маяк',
      contentHash,
      approval: { state: 'VOIDED', decisions: [{ contactName: 'Марина Дубова', contentHash }] },
      posts: [{ texts: [{ body: copyOf('Стол раздвигается за минуту.').text }] }],
    });
    expect((await api.as(mayak.copywriter).run(certificate, { id })).approvalCertificate).toBeNull();
  });

  it('stands when the same content is handed in again', async () => {
    const { task, id, marina } = await asked();
    await say(marina, { decision: 'APPROVE', contentHash: (await see(marina)).contentHash });
    const { version } = await taskOf(task.id);
    await api
      .as(mayak.manager)
      .run(actions.reopenTask, { input: { taskId: task.id, expectedVersion: version, reason: 'Проверить' } });
    const content = copyOf('Стол раздвигается за минуту.');
    const input = { taskId: task.id, expectedVersion: version + 1, content };
    await api.as(mayak.copywriter).run(actions.submitTask, { input });
    expect((await approvalOf(id)).state).toBe('APPROVED');
  });

  it('is refused in so many words where its task waits for nobody, and nothing is decided', async () => {
    const { task, id, marina } = await asked();
    const { contentHash } = await see(marina);
    // No command of ours lets it come to this.
    await within(mayak.agencyId, (db) => db.task.updateMany({ where: { id: task.id }, data: { state: 'in_review' } }));
    const said = await say(marina, { decision: 'APPROVE', contentHash });
    expect(said).toMatchObject({ __typename: 'IllegalTransition', state: 'pending' });
    expect((await approvalOf(id)).state).toBe('PENDING');
  });

  it('of two people at once ends the request once', async () => {
    const pyotr = await aContact(mayak, 'Пётр Дубов');
    const task = await aSubmittedTask(mayak);
    const sent = await sendAs(mayak.manager, { taskIds: [task.id], contactIds: [mayak.contact.id, pyotr.id] });
    const guests = sent.links.map(({ url }: { url: string }) => guest(url)) as Caller[];
    const { contentHash } = await see(guests[0]!);
    const answers = await Promise.all(
      guests.map((one, index) =>
        say(one, { decision: index === 0 ? 'APPROVE' : 'REQUEST_CHANGES', contentHash, comment: 'Слово' }),
      ),
    );
    expect(answers.map(({ __typename }) => __typename).toSorted()).toEqual(['GuestDecided', 'IllegalTransition']);
    expect((await approvalOf(sent.approval.id)).decisions).toHaveLength(1);
  });

  it('waits for all where all are asked, and takes the final word at once', async () => {
    const pyotr = await aContact(mayak, 'Пётр Дубов');
    const ask = async (more: object) => {
      const task = await aSubmittedTask(mayak);
      const contactIds = [mayak.contact.id, pyotr.id];
      const sent = await sendAs(mayak.manager, { taskIds: [task.id], contactIds, ...more });
      return sent.links.map(({ url }: { url: string }) => guest(url)) as [Caller, Caller];
    };
    const [first, second] = await ask({ mode: 'ALL' });
    const { contentHash } = await see(first);
    expect((await say(first, { decision: 'APPROVE', contentHash })).approval.state).toBe('PENDING');
    expect((await say(first, { decision: 'APPROVE', contentHash })).reason).toBe('already_decided');
    expect((await say(second, { decision: 'APPROVE', contentHash })).approval.state).toBe('APPROVED');

    const [final, other] = await ask({ mode: 'ALL', finalContactId: mayak.contact.id });
    const again = (await see(final)).contentHash;
    expect((await say(other, { decision: 'APPROVE', contentHash: again })).approval.state).toBe('PENDING');
    expect((await say(final, { decision: 'APPROVE', contentHash: again })).approval.state).toBe('APPROVED');
  });
});

describe('Where all must agree', () => {
  const askBoth = async () => {
    const pyotr = await aContact(mayak, 'Пётр Дубов');
    const task = await aSubmittedTask(mayak);
    const contactIds = [mayak.contact.id, pyotr.id];
    const sent = await sendAs(mayak.manager, { taskIds: [task.id], contactIds, mode: 'ALL' });
    const [first, second] = sent.links;
    const guests = { marina: guest(first.url), pyotr: guest(second.url) };
    return { ...guests, task, pyotrId: pyotr.id, second, id: sent.approval.id as string };
  };
  const yes = async (caller: Caller) =>
    say(caller, { decision: 'APPROVE', contentHash: (await see(caller)).contentHash });

  it('and one is asked no more, the others’ yes is the client’s', async () => {
    const { marina, second, task, id } = await askBoth();
    const approves = async () =>
      (await approvalOf(id)).links.map((link: { contactName: string; approvesIfRevoked: boolean }) => [
        link.contactName,
        link.approvesIfRevoked,
      ]);
    const [name, other] = [mayak.contact.name, 'Пётр Дубов'];
    expect((await approves()).toSorted()).toEqual(
      [
        [name, false],
        [other, false],
      ].toSorted(),
    );
    await yes(marina);
    expect((await approves()).toSorted()).toEqual(
      [
        [name, false],
        [other, true],
      ].toSorted(),
    );
    await api.as(mayak.manager).run(revoke, { input: { linkId: second.linkId } });
    const { state, decisions } = await approvalOf(id);
    expect([state, decisions.length, (await taskOf(task.id)).state]).toEqual(['APPROVED', 1, 'done']);
    const told = await within(mayak.agencyId, (db) =>
      db.outboxEvent.findFirstOrThrow({ where: { agencyId: mayak.agencyId, type: 'approval.approved' } }),
    );
    expect(told.payload).toMatchObject({ actor: { memberId: null, name: mayak.contact.name } });
  });

  it('and one leaves the client, their link closes, and nobody’s silence is a yes', async () => {
    const { marina, pyotr, pyotrId, id } = await askBoth();
    const archive = 'mutation ($input: ArchiveContactInput!) { archiveContact(input: $input) { __typename } }';
    const leave = (contactId: string) =>
      api.as(mayak.manager).run(archive, { input: { contactId, expectedVersion: 1 } });
    await leave(pyotrId);
    expect(await see(pyotr)).toMatchObject({ __typename: 'GuestLinkClosed', because: 'REVOKED' });
    expect((await approvalOf(id)).state).toBe('PENDING');
    expect((await yes(marina)).approval.state).toBe('APPROVED');

    const alone = await askBoth();
    await leave(alone.pyotrId);
    await api.as(mayak.manager).run(revoke, { input: { linkId: (await approvalOf(alone.id)).links[0].id } });
    expect((await approvalOf(alone.id)).state).toBe('PENDING');
  });

  it('and two agree at once, it is approved once', async () => {
    const { marina, pyotr, id, task } = await askBoth();
    const { contentHash } = await see(marina);
    const answers = await Promise.all([marina, pyotr].map((one) => say(one, { decision: 'APPROVE', contentHash })));
    expect(answers.map(({ __typename }) => __typename)).toEqual(['GuestDecided', 'GuestDecided']);
    expect([(await approvalOf(id)).state, (await taskOf(task.id)).state]).toEqual(['APPROVED', 'done']);
  });
});

describe('A link', () => {
  it('opens by its PIN alone, and locks after five wrong ones', async () => {
    const { url, id } = await asked({ pin: '4821' });
    expect(await see(guest(url))).toEqual({ __typename: 'GuestPinWanted', agencyName: 'Маяк', attemptsLeft: null });
    expect(await see(guest(url, '0000'))).toMatchObject({ attemptsLeft: 4 });
    expect(await see(guest(url, '4821'))).toMatchObject({ __typename: 'GuestApproval' });
    const guesses = await Promise.all(Array.from({ length: 8 }, (_, guess) => see(guest(url, `100${guess}`))));
    expect(guesses.filter(({ __typename }) => __typename === 'GuestPinWanted')).toHaveLength(4);
    expect(await see(guest(url, '4821'))).toEqual({
      __typename: 'GuestLinkClosed',
      because: 'LOCKED',
      agencyName: 'Маяк',
    });
    const refused = await say(guest(url, '4821'), { decision: 'APPROVE', contentHash: 'f'.repeat(64) });
    expect(refused.__typename).toBe('NotFound');
    const [link] = (await approvalOf(id)).links;
    expect(link).toMatchObject({ state: 'LOCKED', visits: 1 });
    const kinds = link.uses.map(({ kind }: { kind: string }) => kind);
    expect(kinds.filter((kind: string) => kind === 'PIN_FAILED')).toHaveLength(6);
    expect(kinds.filter((kind: string) => kind === 'LOCKED')).toHaveLength(1);
  });

  it('stays locked in the database, and locks nobody else’s', async () => {
    const { url, linkId } = await asked({ pin: '4821' });
    const { url: another } = await asked({ pin: '4821' });
    for (const guess of ['1000', '1001', '1002', '1003', '1004']) await see(guest(url, guess));
    const { agencyId } = mayak;
    const row = await within(agencyId, (db) =>
      db.approvalLink.findUniqueOrThrow({ where: { agencyId_id: { agencyId, id: linkId } } }),
    );
    expect(row.pinAttempts).toBe(5);
    expect(await see(guest(url, '4821'))).toMatchObject({ because: 'LOCKED' });
    expect(await see(guest(another, '4821'))).toMatchObject({ __typename: 'GuestApproval' });
  });

  it('keeps when and from where it was used: one visit however often the page is loaded', async () => {
    const { url, id, marina } = await asked();
    const page = await see(marina);
    await see(marina);
    await see(api.withHeaders({ 'x-planerka-guest': url.split('/g/')[1] ?? '', 'user-agent': 'Tablet' }));
    await say(marina, { decision: 'APPROVE', contentHash: page.contentHash });
    const [link] = (await approvalOf(id)).links;
    expect(link.visits).toBe(2);
    expect(link.uses).toEqual([
      { kind: 'DECIDED', ipAddress: '127.0.0.1' },
      { kind: 'OPENED', ipAddress: '127.0.0.1' },
      { kind: 'OPENED', ipAddress: '127.0.0.1' },
    ]);
    expect(Date.parse(link.lastVisitAt)).toBeGreaterThan(0);
  });

  it('is kept as a hash alone, of 256 random bits, and stands once for each approver', async () => {
    const { url, linkId } = await asked();
    const token = url.split('/g/')[1] ?? '';
    expect(Buffer.from(token, 'base64url')).toHaveLength(32);
    const { agencyId } = mayak;
    const row = await within(agencyId, (db) =>
      db.approvalLink.findUniqueOrThrow({ where: { agencyId_id: { agencyId, id: linkId } } }),
    );
    expect(Buffer.from(row.tokenHash).equals(hashToken(token))).toBe(true);
    expect(JSON.stringify(row)).not.toContain(token);
    const twice = within(agencyId, (db) =>
      db.approvalLink.create({ data: { ...row, id: newId(), tokenHash: new Uint8Array(32) } }),
    );
    await expect(twice).rejects.toThrow(/Unique constraint/);
  });

  it('is closed when it is revoked, renewed, expired or made up', async () => {
    const { url, linkId, id } = await asked();
    const closed = async (address: string) => (await see(guest(address))).because;
    const renewed = (await api.as(mayak.manager).run(renew, { input: { linkId } })).renewApprovalLink;
    expect(await closed(url)).toBe('REVOKED');
    const [{ url: fresh, linkId: freshId }] = renewed.links;
    expect((await see(guest(fresh))).viewerCanDecide).toBe(true);
    const foreign = await agency('Чужие');
    expect((await api.as(foreign.owner).run(revoke, { input: { linkId: freshId } })).revokeApprovalLink.entity).toBe(
      'ApprovalLink',
    );
    await within(mayak.agencyId, (db) =>
      db.approvalLink.updateMany({
        where: { agencyId: mayak.agencyId, id: freshId },
        data: { expiresAt: new Date(0) },
      }),
    );
    expect(await closed(fresh)).toBe('EXPIRED');
    await api.as(mayak.manager).run(revoke, { input: { linkId: freshId } });
    expect(await closed(fresh)).toBe('REVOKED');
    expect((await approvalOf(id)).links.map(({ state }: { state: string }) => state)).toEqual(['REVOKED']);
    expect(await see(guest(`/g/${'x'.repeat(43)}`))).toEqual({
      __typename: 'GuestLinkClosed',
      because: 'UNKNOWN',
      agencyName: '',
    });
    expect(await closed('/g/<script>')).toBe('UNKNOWN');
  });

  it('is the approver’s only one, whichever of theirs was renewed', async () => {
    const pyotr = await aContact(mayak, 'Пётр Дубов');
    const task = await aSubmittedTask(mayak);
    const sent = await sendAs(mayak.manager, { taskIds: [task.id], contactIds: [mayak.contact.id, pyotr.id] });
    const [first, his] = sent.links;
    const again = async () =>
      (await api.as(mayak.manager).run(renew, { input: { linkId: first.linkId } })).renewApprovalLink.links[0];
    const second = await again();
    const third = await again();
    const seen = async ({ url }: { url: string }) => (await see(guest(url))).because ?? 'OPEN';
    expect([await seen(first), await seen(second), await seen(third), await seen(his)]).toEqual([
      'REVOKED',
      'REVOKED',
      'OPEN',
      'OPEN',
    ]);
  });

  it('says that the request was withdrawn, and the task is back in review', async () => {
    const { task, id, marina } = await asked();
    const { version } = await approvalOf(id);
    const input = { approvalId: id, expectedVersion: version, reason: 'Пришлём новый текст' };
    const stale = await api.as(mayak.manager).run(withdraw, { input: { ...input, expectedVersion: version + 7 } });
    expect(stale.withdrawApproval.__typename).toBe('StaleVersion');
    const done = (await api.as(mayak.manager).run(withdraw, { input })).withdrawApproval;
    expect(done.approval).toMatchObject({ state: 'WITHDRAWN', availableActions: [] });
    expect((await taskOf(task.id)).state).toBe('in_review');
    expect(await see(marina)).toMatchObject({
      state: 'WITHDRAWN',
      withdrawnBecause: 'Пришлём новый текст',
      viewerCanDecide: false,
    });
  });

  it('follows a task that the manager takes back, and keeps the agency’s reason to the agency', async () => {
    const { task, id, marina } = await asked();
    const { version } = await taskOf(task.id);
    const input = { taskId: task.id, expectedVersion: version, reason: 'Сами нашли ошибку' };
    await api.as(mayak.manager).run(actions.withdrawTask, { input });
    expect((await approvalOf(id)).state).toBe('WITHDRAWN');
    expect(await see(marina)).toMatchObject({ state: 'WITHDRAWN', withdrawnBecause: null });
  });
});

describe('A guest', () => {
  it('sees nothing internal: no fee, no internal comment, no other client', async () => {
    const { task, marina } = await asked();
    const other = await aSubmittedTask(mayak, { title: 'Чужая задача', text: 'Чужой текст' });
    await within(mayak.agencyId, async (db) => {
      const { agencyId, manager } = mayak;
      const comment = { agencyId, taskId: task.id, authorMemberId: manager.memberId, authorName: manager.name };
      await db.comment.createMany({
        data: [
          { ...comment, id: crypto.randomUUID(), visibility: 'internal', body: 'СЕКРЕТ команды' },
          { ...comment, id: crypto.randomUUID(), visibility: 'client', body: 'Для клиента' },
        ],
      });
      await db.task.update({ where: { agencyId_id: { agencyId, id: task.id } }, data: { feeMinor: 777_700n } });
    });
    const page = JSON.stringify(await see(marina));
    expect(page).toContain('Для клиента');
    for (const secret of [
      'СЕКРЕТ',
      '7777.00',
      'Внутренняя записка',
      'Чужой текст',
      other.id,
      mayak.manager.memberId,
      task.id === '' ? '-' : 'Мария Орлова',
    ]) {
      expect(page).not.toContain(secret);
    }
  });

  it('is nobody to every other field of the schema', async () => {
    const { url } = await asked();
    const { schema } = api.app.get(GraphQLSchemaHost);
    const caller = guest(url);
    const own = /^guest/;
    const open = new Set([
      'signIn',
      'signOut',
      'registerAgency',
      'acceptInvitation',
      'invitation',
      'verifySecondFactor',
      'requestPasswordReset',
      'resetPassword',
      'signInOptions',
      'signInWithProvider',
      'verifyEmail',
    ]);
    for (const type of [schema.getQueryType(), schema.getMutationType()]) {
      for (const field of Object.values(type?.getFields() ?? {})) {
        if (own.test(field.name) || open.has(field.name)) continue;
        const operation = type === schema.getMutationType() ? 'mutation' : 'query';
        const variables: Record<string, unknown> = {};
        const declared = field.args.map((argument) => {
          variables[argument.name] = sample(argument.type, argument.name);
          return `$${argument.name}: ${String(argument.type)}`;
        });
        const given = field.args.map(({ name }) => `${name}: $${name}`);
        const isLeaf = !isObjectType(getNamedType(field.type)) && !isUnionType(getNamedType(field.type));
        const document = `${operation} ${declared.length > 0 ? `(${declared.join(', ')})` : ''} { ${field.name}${
          given.length > 0 ? `(${given.join(', ')})` : ''
        } ${isLeaf ? '' : '{ __typename }'} }`;
        const { data, errors } = await caller.ask(document, variables);
        const codes = errors.map(({ extensions }) => extensions['code']);
        const isRefused = codes.includes('UNAUTHENTICATED') || (errors.length === 0 && data?.[field.name] === null);
        expect({ field: field.name, isRefused, codes }).toEqual({ field: field.name, isRefused: true, codes });
      }
    }
  });

  it('has types of their own, without a way to those of the desk', () => {
    const { schema } = api.app.get(GraphQLSchemaHost);
    const shared = new Set(['Money', 'InputIssue', 'InvalidInput', 'NotFound', 'IllegalTransition', 'StaleContent']);
    const reached = new Set<string>();
    const visit = (type: GraphQLNamedType): void => {
      if (reached.has(type.name)) return;
      if (isUnionType(type)) type.getTypes().forEach(visit);
      if (!isObjectType(type)) return;
      reached.add(type.name);
      for (const field of Object.values(type.getFields())) {
        expect(field.name).not.toMatch(/fee|margin|internal|note|assignee|member|brief|budget/i);
        visit(getNamedType(field.type));
      }
    };
    for (const name of ['GuestApprovalResult', 'GuestDecideResult', 'GuestCommentResult']) {
      const type = schema.getType(name);
      if (type) visit(type);
    }
    expect([...reached].filter((name) => !name.startsWith('Guest') && !shared.has(name))).toEqual([]);
    expect(reached.size).toBeGreaterThan(10);
  });

  it('reads the page in few statements', async () => {
    const { marina } = await asked();
    await see(marina);
    expect((await api.statementsOf(() => see(marina))).length).toBeLessThanOrEqual(4);
  });
});

/** Something of the right shape for an argument; what it names is the guest's own request where it names anything. */
function sample(type: unknown, name: string): unknown {
  const text = String(type);
  if (!text.endsWith('!')) return undefined;
  const bare = text.replaceAll(/[[\]!]/g, '');
  if (text.startsWith('[')) return [];
  const { schema } = api.app.get(GraphQLSchemaHost);
  const named = schema.getType(bare);
  if (named && 'getFields' in named && !isObjectType(named)) {
    const fields = Object.values(named.getFields()) as readonly { name: string; type: unknown }[];
    return Object.fromEntries(
      fields.flatMap((field) => {
        const value = sample(field.type, field.name);
        return value === undefined ? [] : [[field.name, value]];
      }),
    );
  }
  if (named && 'getValues' in named) return named.getValues()[0]?.name;
  const scalars: Record<string, unknown> = {
    Int: 1,
    Float: 1,
    Boolean: true,
    Date: '2026-12-08',
    DateTime: '2026-12-08T09:00:00Z',
    Month: '2026-12',
    JSON: {},
    ID: '01890000-0000-7000-8000-000000000000',
  };
  return bare in scalars ? scalars[bare] : `${name}`;
}
