import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '@planerka/platform/domain';
import {
  aDeliverable,
  agency,
  aTask,
  copyContent,
  within,
  type TestAgency,
  type TestDeliverable,
  type TestMember,
  type TestTask,
} from '@planerka/testing/server';
import { commentCommands, discussion, reviewPage } from './comments.documents';
import { startApi, stopApi, type Answer, type Api } from './harness';

let api: Api;
let mayak: TestAgency;
beforeAll(async () => {
  api = await startApi();
  mayak = await agency();
});
afterAll(stopApi);

type Command = keyof typeof commentCommands;

const act = async (member: TestMember, command: Command, input: object): Promise<Answer['data']> =>
  (await api.as(member).run(commentCommands[command], { input }))[command];

const read = async (member: TestMember, task: TestTask): Promise<Answer['data']> =>
  (await api.as(member).run(discussion, { id: task.id })).task;

async function submitted(): Promise<{ task: TestTask; version: TestDeliverable }> {
  const task = await aTask(mayak, { state: 'in_review' });
  return { task, version: await aDeliverable(mayak, task) };
}

const about = ({ task, version }: { task: TestTask; version: TestDeliverable }, more: object = {}) => ({
  taskId: task.id,
  deliverableId: version.id,
  visibility: 'INTERNAL',
  body: 'Цену не ставим',
  ...more,
});

describe('A comment', () => {
  it('on a passage turns the next step round until it is resolved', async () => {
    const work = await submitted();
    const quote = 'раздвигается';
    const anchor = { passage: { from: 5, to: 5 + quote.length, quote } };
    const added = await act(mayak.manager, 'addComment', about(work, { anchor }));
    expect(added).toMatchObject({
      __typename: 'CommentSuccess',
      comment: {
        anchor: { __typename: 'PassageAnchor', network: null, from: 5, to: 17, quote },
        deliverableNumber: 1,
        isViewers: true,
      },
      task: { openComments: 1 },
    });
    expect(added.task.availableActions[0]).toEqual({ action: 'REQUEST_CHANGES', count: 1, isPrimary: true });

    const reply = await act(mayak.copywriter, 'replyToComment', { commentId: added.comment.id, body: 'Уберу' });
    expect(reply.task.openComments).toBe(1);
    expect((await read(mayak.manager, work.task)).discussion.internal).toMatchObject([
      { id: added.comment.id, replies: [{ body: 'Уберу', authorName: mayak.copywriter.name, isViewers: false }] },
    ]);

    const resolved = await act(mayak.manager, 'resolveComment', { commentId: reply.comment.id });
    expect(resolved.comment).toMatchObject({ id: added.comment.id, resolvedBy: mayak.manager.name });
    expect(resolved.task.availableActions[0]).toMatchObject({ action: 'APPROVE' });
    const again = await act(mayak.copywriter, 'resolveComment', { commentId: added.comment.id });
    expect(again.comment.resolvedBy).toBe(mayak.manager.name);
    const reopened = await act(mayak.copywriter, 'reopenComment', { commentId: added.comment.id });
    expect(reopened).toMatchObject({ comment: { resolvedAt: null, resolvedBy: null }, task: { openComments: 1 } });
  });

  it('counts only on the last version', async () => {
    const work = await submitted();
    expect((await act(mayak.manager, 'addComment', about(work))).task.openComments).toBe(1);
    const second = await aDeliverable(mayak, work.task, { number: 2, content: copyContent('Стол на всех.') });
    expect((await act(mayak.manager, 'addComment', about({ ...work, version: second }))).task.openComments).toBe(1);
  });

  it('becomes a criterion once, and only its task’s editors make it one', async () => {
    const work = await submitted();
    const { comment } = await act(mayak.manager, 'addComment', about(work, { body: 'Цена\nтолько на четвёртом' }));
    expect(await act(mayak.copywriter, 'makeCommentCriterion', { commentId: comment.id })).toEqual({
      __typename: 'NotFound',
      entity: 'Comment',
    });
    const made = await act(mayak.manager, 'makeCommentCriterion', { commentId: comment.id });
    expect(made).toMatchObject({ comment: { viewerCanMakeCriterion: false }, task: { criteriaCount: 1 } });
    expect((await act(mayak.manager, 'makeCommentCriterion', { commentId: comment.id })).task.criteriaCount).toBe(1);
    const [criterion] = await within(mayak.agencyId, (db) =>
      db.criterion.findMany({ where: { agencyId: mayak.agencyId, taskId: work.task.id } }),
    );
    expect(criterion).toMatchObject({ id: made.comment.criterionId, text: 'Цена только на четвёртом' });
  });

  it('is corrected by its author alone, on the version they saw', async () => {
    const work = await submitted();
    const { comment } = await act(mayak.manager, 'addComment', about(work));
    const edit = { commentId: comment.id, expectedVersion: 1, body: 'Цену ставим в конец' };
    expect(await act(mayak.owner, 'editComment', edit)).toMatchObject({ __typename: 'NotFound' });
    expect((await act(mayak.manager, 'editComment', edit)).comment).toMatchObject({ isEdited: true, version: 2 });
    expect(await act(mayak.manager, 'editComment', edit)).toEqual({ __typename: 'StaleVersion', currentVersion: 2 });
    expect(await act(mayak.manager, 'editComment', { ...edit, expectedVersion: 2, body: ' ' })).toMatchObject({
      issues: [{ path: ['body'], code: 'required' }],
    });
  });

  it('is refused at the field that is wrong', async () => {
    const work = await submitted();
    const issuesOf = async (more: object) => (await act(mayak.manager, 'addComment', about(work, more))).issues;
    expect(await issuesOf({ body: '' })).toEqual([{ path: ['body'], code: 'required' }]);
    expect(await issuesOf({ anchor: { point: { fileId: newId(), x: 1.2, y: 0 } } })).toEqual([
      { path: ['anchor', 'x'], code: 'too_large' },
    ]);
    expect(await issuesOf({ anchor: { point: { fileId: newId(), x: 0.2, y: 0 } } })).toEqual([
      { path: ['anchor', 'fileId'], code: 'file_of_another_version' },
    ]);
    expect(await issuesOf({ anchor: { passage: { from: 0, to: 4, quote: 'Стул' } } })).toEqual([
      { path: ['anchor', 'quote'], code: 'passage_not_found' },
    ]);
    const other = await submitted();
    expect(await act(mayak.manager, 'addComment', about({ task: work.task, version: other.version }))).toEqual({
      __typename: 'NotFound',
      entity: 'Deliverable',
    });
  });
});

describe('Who reads and writes comments', () => {
  it.each([
    ['owner', 'INTERNAL', true],
    ['owner', 'CLIENT', true],
    ['manager', 'INTERNAL', true],
    ['manager', 'CLIENT', true],
    ['copywriter', 'INTERNAL', true],
    ['copywriter', 'CLIENT', false],
    ['designer', 'INTERNAL', false],
    ['designer', 'CLIENT', false],
  ] as const)('%s, %s: %s', async (role, visibility, mayWrite) => {
    const work = await submitted();
    const answer = await act(mayak[role], 'addComment', about(work, { visibility }));
    expect(answer.__typename).toBe(mayWrite ? 'CommentSuccess' : 'NotFound');
  });

  it('keeps the two lists apart, and both from a specialist of another task', async () => {
    const work = await submitted();
    const { manager, copywriter, designer, owner } = mayak;
    const internal = await act(manager, 'addComment', about(work, { body: 'Между нами' }));
    const client = await act(manager, 'addComment', about(work, { body: 'Клиенту', visibility: 'CLIENT' }));
    for (const reader of [owner, manager, copywriter]) {
      const { discussion: seen } = await read(reader, work.task);
      expect(seen.internal.map(({ body }: { body: string }) => body)).toEqual(['Между нами']);
      expect(seen.client.map(({ body }: { body: string }) => body)).toEqual(['Клиенту']);
    }
    expect((await read(copywriter, work.task)).discussion).toMatchObject({
      viewerCanWrite: ['INTERNAL'],
      client: [{ viewerCanReply: false, viewerCanEdit: false, viewerCanMakeCriterion: false }],
    });
    expect(await read(designer, work.task)).toBeNull();
    for (const command of ['replyToComment', 'resolveComment', 'reopenComment', 'makeCommentCriterion'] as const) {
      const body = command === 'replyToComment' ? { body: 'Я тут' } : {};
      for (const { comment } of [internal, client]) {
        expect(await act(designer, command, { commentId: comment.id, ...body })).toEqual({
          __typename: 'NotFound',
          entity: 'Comment',
        });
      }
    }
    // What a client asked for is theirs and the manager's to settle.
    expect(await act(copywriter, 'resolveComment', { commentId: client.comment.id })).toMatchObject({
      __typename: 'NotFound',
    });
  });

  it('shows nothing to whoever came without an account', async () => {
    const { task } = await submitted();
    const answer = await api.anonymous.ask(discussion, { id: task.id });
    expect(answer.errors.map(({ extensions }) => extensions['code'])).toEqual(['UNAUTHENTICATED']);
  });
});

it('shows a task’s versions, brief files and comments in three statements', async () => {
  const work = await submitted();
  await act(mayak.manager, 'addComment', about(work));
  const open = () => api.statementsOf(() => api.as(mayak.manager).run(reviewPage, { id: work.task.id }));
  // What listens to the event above may still be at work: the page's own are the fewest of three.
  const counts = [await open(), await open(), await open()].map(({ length }) => length);
  expect(Math.min(...counts)).toBeLessThanOrEqual(3);
});
