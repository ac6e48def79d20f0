import { newId } from '@planerka/platform/domain';
import { within, type Ids, type TestAgency } from '@planerka/testing/server';

const at = (minute: number) => new Date(Date.UTC(2026, 10, 20, 9, minute));

/** Hangs on the agency's task whatever can hang on one: each kind of remark, answers, files, versions, passages. */
export async function completeTask({ agencyId, manager, copywriter, contact }: TestAgency, ids: Ids): Promise<void> {
  const { task: taskId, deliverable: deliverableId, file: fileId } = ids;
  const words = { agencyId, taskId, deliverableId, authorMemberId: manager.memberId, authorName: 'Анна Белова' };
  const anchors = [
    { kind: 'passage', network: null, from: 0, to: 4, quote: 'Стол' },
    { kind: 'point', fileId, page: null, x: 0.25, y: 1 },
    { kind: 'time', fileId, at: 1_500, x: 0.1, y: null },
  ];
  await within(agencyId, async (db) => {
    await db.comment.createMany({
      data: anchors.map((anchor, index) => ({
        ...words,
        id: newId(),
        visibility: index === 1 ? ('client' as const) : ('internal' as const),
        body: `«${anchor.kind}»\n`,
        anchor,
        criterionId: index === 0 ? ids.criterion : null,
        resolvedAt: index === 2 ? at(9) : null,
        resolvedById: index === 2 ? manager.memberId : null,
        createdAt: at(index),
        version: index + 1,
      })),
    });
    await db.comment.create({
      data: {
        ...words,
        id: newId(),
        parentId: ids.comment,
        visibility: 'internal',
        authorMemberId: copywriter.memberId,
        authorName: 'Мария',
        body: 'Хорошо',
      },
    });
    await db.comment.create({
      data: {
        ...words,
        id: newId(),
        visibility: 'client',
        authorMemberId: null,
        authorContactId: contact.id,
        authorName: contact.name,
        body: 'Нам нравится',
        createdAt: at(5),
      },
    });
    await db.deliverable.create({
      data: {
        agencyId,
        id: newId(),
        taskId,
        number: 2,
        data: {},
        contentHash: 'bb',
        submittedById: copywriter.memberId,
        submittedAt: at(8),
        preflight: [{ field: 'text', code: 'too_long', params: { max: 10 }, blocks: false }],
      },
    });
    await db.briefVersion.create({
      data: {
        agencyId,
        id: newId(),
        taskId,
        number: 1,
        data: { discipline: 'copy', references: [{ url: '', note: '', fileId }] },
        brandSnapshot: { audience: 'Семьи' },
        feeMinor: 250_000n,
        issuedAt: at(0),
        acceptedAt: at(1),
      },
    });
    await db.taskTransition.createMany({
      data: (['issued', 'in_progress', 'in_review'] as const).map((toState, index) => ({
        agencyId,
        id: newId(),
        taskId,
        action: toState,
        toState,
        actorName: 'Анна Белова',
        at: at(index),
      })),
    });
    await db.taskQuestion.create({
      data: {
        agencyId,
        id: newId(),
        taskId,
        question: 'Когда?',
        askedById: copywriter.memberId,
        askedAt: at(3),
        answer: 'Завтра',
        answeredById: manager.memberId,
        answeredAt: at(4),
      },
    });
  });
}
