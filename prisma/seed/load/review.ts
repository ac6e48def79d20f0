import { plainTextOf, richTextOf } from '@planerka/platform/domain';
import { approvalHash } from '@planerka/review/domain';
import { hashToken, type Prisma } from '@planerka/platform/server';
import type { ApprovalContent, CommentContent, TaskContent } from '../content/types';
import { idOf, tokenOf } from './ids';
import { currency, inBatches, kopecks, type Loading } from './loading';
import { deliverableIdOf, fileIdOf, type Hashes } from './tasks';

const linkDays = 14;
const day = 86_400_000;

export async function loadReview(loading: Loading, hashes: Hashes): Promise<void> {
  const { db, agencyId, demo, calendar } = loading;
  const tasks = new Map(demo.tasks.map((task) => [task.slug, task]));
  const comments = demo.comments.flatMap((comment) => {
    const task = tasks.get(comment.task);
    return task ? [commentRow(loading, comment, task)] : [];
  });
  // A reply points at what it answers, so that must be there first.
  await inBatches(
    comments.filter(({ parentId }) => parentId === null),
    (data) => db.comment.createMany({ data }),
  );
  await inBatches(
    comments.filter(({ parentId }) => parentId !== null),
    (data) => db.comment.createMany({ data }),
  );
  for (const approval of demo.approvals) await loadApproval(loading, approval, tasks, hashes);
  await db.changeRequest.createMany({
    data: demo.changeRequests.map((request) => ({
      agencyId,
      id: idOf('change-request', request.slug),
      taskId: idOf('task', request.task),
      clientId: idOf('client', request.client),
      round: request.round,
      priceMinor: kopecks(request.priceRub),
      currency,
      reason: request.text,
      state: request.status === 'draft' ? 'draft' : request.status === 'declined' ? 'declined' : 'approved',
      createdAt: calendar.moment(request.at),
      ...(request.decided && {
        decidedById: idOf('member', request.decided.by),
        decidedAt: calendar.moment(request.decided.at),
        decisionNote: request.decided.note,
      }),
    })),
  });
}

function anchorOf(comment: CommentContent, task: TaskContent): Prisma.InputJsonObject | undefined {
  const { anchor, version } = comment;
  if (!anchor) return undefined;
  if (anchor.kind === 'point') {
    return { kind: 'point', fileId: fileIdOf(task, version, anchor.page - 1), page: null, x: anchor.x, y: anchor.y };
  }
  const text = task.deliverables.find((deliverable) => deliverable.version === version)?.text ?? '';
  const from = plainTextOf(richTextOf(text)).indexOf(anchor.quote);
  if (from < 0) return undefined;
  return { kind: 'passage', network: null, from, to: from + anchor.quote.length, quote: anchor.quote };
}

function commentRow({ agencyId, calendar, demo }: Loading, comment: CommentContent, task: TaskContent) {
  const member = demo.agency.members.find(({ slug }) => slug === comment.author);
  const contact = demo.clients.flatMap(({ contacts }) => contacts).find(({ slug }) => slug === comment.author);
  const at = calendar.moment(comment.at);
  const anchor = anchorOf(comment, task);
  return {
    agencyId,
    id: idOf('comment', comment.slug),
    taskId: idOf('task', comment.task),
    // Before the first version there is only the task to speak of.
    deliverableId: comment.version > 0 ? deliverableIdOf(task, comment.version) : null,
    parentId: comment.replyTo === null ? null : idOf('comment', comment.replyTo),
    visibility: comment.visibility,
    authorMemberId: member ? idOf('member', member.slug) : null,
    authorContactId: contact ? idOf('contact', contact.slug) : null,
    authorName: member?.name ?? contact?.name ?? '',
    body: comment.text,
    ...(anchor && { anchor }),
    resolvedAt: comment.resolvedBy === null ? null : new Date(at.getTime() + 3_600_000),
    resolvedById: comment.resolvedBy === null ? null : idOf('member', comment.resolvedBy),
    createdAt: at,
  };
}

async function loadApproval(
  { db, agencyId, demo, calendar, secret }: Loading,
  approval: ApprovalContent,
  tasks: ReadonlyMap<string, TaskContent>,
  hashes: Hashes,
): Promise<void> {
  const id = idOf('approval', approval.slug);
  const sentAt = calendar.moment(approval.sentAt);
  const client = demo.clients.find(({ slug }) => slug === approval.client);
  const subjects = approval.tasks.flatMap((slug) => {
    const task = tasks.get(slug);
    // What lay there when it was asked, not what came after.
    const shown =
      task?.deliverables.filter((one) => calendar.moment(one.submittedAt) <= sentAt).at(-1) ?? task?.deliverables[0];
    return task && shown ? [{ task, deliverableId: deliverableIdOf(task, shown.version) }] : [];
  });
  const [first] = subjects;
  if (!first) return;
  const decidedAt = approval.decisions.at(-1) ? calendar.moment(approval.decisions.at(-1)!.at) : null;
  const items = demo.items.filter(({ slug }) => approval.items.includes(slug));
  await db.approval.create({
    data: {
      agencyId,
      id,
      clientId: idOf('client', approval.client),
      title: items.map(({ title }) => title).join(', ') || first.task.title,
      message: approval.message,
      state: approval.status,
      stateReason: approval.voidReason ?? (approval.status === 'expired' ? 'silence' : ''),
      mode: approval.rule,
      finalContactId:
        client?.agreesTogether && approval.rule === 'all' ? null : idOf('contact', approval.finalApprover),
      round: approval.round,
      includedRounds: client?.retainer.revisionRounds ?? 0,
      dueAt: calendar.at(approval.dueDay, '18:00'),
      silencePolicy: client?.silence ?? 'nothing',
      sentById: idOf('member', approval.requestedBy),
      sentAt,
      decidedAt: approval.status === 'approved' || approval.status === 'changes_requested' ? decidedAt : null,
    },
  });
  await db.approvalSubject.createMany({
    data: subjects.map(({ task, deliverableId }, position) => ({
      agencyId,
      id: idOf('subject', approval.slug, task.slug),
      approvalId: id,
      taskId: idOf('task', task.slug),
      itemId: task.item === null ? null : idOf('item', task.item),
      deliverableId,
      contentHash: hashes.get(deliverableId) ?? '',
      position,
    })),
  });
  await db.approvalLink.createMany({
    data: approval.approvers.map((contact) => ({
      agencyId,
      id: idOf('link', approval.slug, contact),
      approvalId: id,
      contactId: idOf('contact', contact),
      tokenHash: new Uint8Array(hashToken(tokenOf(secret, `${approval.slug}:${contact}`))),
      expiresAt: new Date(approval.status === 'expired' ? sentAt.getTime() + day : sentAt.getTime() + linkDays * day),
      openedAt: approval.openedAt ? calendar.moment(approval.openedAt) : null,
      createdAt: sentAt,
    })),
  });
  const from = {
    ipAddress: '203.0.113.24',
    userAgent: 'Mozilla/5.0 (iPhone; CPU iPhone OS 19_1 like Mac OS X) Safari/605.1',
  };
  await db.approvalLinkUse.createMany({
    data: usesOf(approval).map(({ contact, kind, at }, index) => ({
      agencyId,
      id: idOf('link-use', approval.slug, index),
      linkId: idOf('link', approval.slug, contact),
      kind,
      at: calendar.moment(at),
      ...from,
    })),
  });
  await db.approvalDecision.createMany({
    data: approval.decisions.map((decision, index) => ({
      agencyId,
      id: idOf('decision', approval.slug, index),
      approvalId: id,
      linkId: idOf('link', approval.slug, decision.contact),
      contactId: idOf('contact', decision.contact),
      contactName: client?.contacts.find(({ slug }) => slug === decision.contact)?.name ?? '',
      kind: decision.decision,
      comment: decision.comment ?? '',
      contentHash: approvalHash(
        subjects.map(({ task, deliverableId }) => ({
          taskId: idOf('task', task.slug),
          contentHash: hashes.get(deliverableId) ?? '',
        })),
      ),
      ...from,
      decidedAt: calendar.moment(decision.at),
      voidedAt: approval.voidedAt ? calendar.moment(approval.voidedAt) : null,
      voidReason: approval.voidReason,
    })),
  });
}

/** Whoever opened their link looked at it; whoever decided came back for that. */
function usesOf({ approvers, openedAt, decisions }: ApprovalContent) {
  if (!openedAt) return [];
  const opened = approvers.map((contact) => ({ contact, kind: 'opened' as const, at: openedAt }));
  return [
    ...opened,
    ...decisions.flatMap(({ contact, at }) => [
      { contact, kind: 'opened' as const, at },
      { contact, kind: 'decided' as const, at },
    ]),
  ];
}
