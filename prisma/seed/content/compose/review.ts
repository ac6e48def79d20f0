import type { ApprovalDraft, ClientPack, CommentDraft } from '../authoring';
import type { ApprovalContent, CommentContent, Moment, Slug, TaskContent } from '../types';
import { minutesOf, momentAt } from './history';
import { randomFor } from './random';

/** An approval for each time a task went to the client; a hand-written one stands in for the last of its item. */
export function composeApprovals(tasks: readonly TaskContent[], pack: ClientPack): ApprovalContent[] {
  const asked = tasks.flatMap((task) => roundsOf(task, pack));
  const written = pack.approvals.map((draft) => fromDraft(draft, asked, tasks, pack));
  const kept = asked.filter((approval) => !written.some((own) => replaces(own, approval, asked)));
  return [...kept, ...written].toSorted((one, other) => minutesOf(one.sentAt) - minutesOf(other.sentAt));
}

function replaces(own: ApprovalContent, approval: ApprovalContent, asked: readonly ApprovalContent[]): boolean {
  if (own.items[0] === undefined || own.items[0] !== approval.items[0]) return false;
  const ofItem = asked.filter(({ items }) => items[0] === approval.items[0]);
  return own.status === 'voided'
    ? approval === ofItem.find(({ status }) => status === 'approved')
    : approval === ofItem.at(-1);
}

function roundsOf(task: TaskContent, pack: ClientPack): ApprovalContent[] {
  if (!task.wantsClientApproval) return [];
  const finalApprover = finalApproverOf(pack);
  const approvals: ApprovalContent[] = [];
  for (const [index, event] of task.events.entries()) {
    if (event.action !== 'approve') continue;
    const answer = task.events[index + 1];
    const status = answer?.action === 'client_approve' ? 'approved' : answer ? 'changes_requested' : 'pending';
    const sentDay = 'day' in event.at ? event.at.day : 0;
    approvals.push({
      slug: `${task.slug}.approval-${approvals.length + 1}`,
      client: task.client,
      items: task.item ? [task.item] : [],
      tasks: [task.slug],
      rule: 'any',
      approvers: [finalApprover],
      finalApprover,
      status,
      round: approvals.length + 1,
      requestedBy: task.manager,
      sentAt: event.at,
      openedAt: answer ? answer.at : null,
      dueDay: sentDay + pack.client.approvalBusinessDays,
      message: '',
      decisions: answer
        ? [
            {
              contact: finalApprover,
              decision: status === 'approved' ? 'approve' : 'request_changes',
              at: answer.at,
              ...(answer.comment ? { comment: answer.comment } : {}),
            },
          ]
        : [],
      voidedAt: null,
      voidReason: null,
    });
  }
  return approvals;
}

function fromDraft(
  draft: ApprovalDraft,
  asked: readonly ApprovalContent[],
  tasks: readonly TaskContent[],
  pack: ClientPack,
): ApprovalContent {
  const finalApprover = finalApproverOf(pack);
  const last = draft.status === 'voided' ? undefined : asked.findLast(({ items }) => items[0] === draft.item);
  return {
    slug: `${draft.item}.approval-${draft.status}`,
    client: pack.client.slug,
    items: [draft.item],
    tasks: tasks
      .filter(({ item, wantsClientApproval }) => item === draft.item && wantsClientApproval)
      .map(({ slug }) => slug),
    rule: draft.rule ?? 'any',
    approvers: draft.approvers ?? [finalApprover],
    finalApprover,
    status: draft.status,
    round: draft.round ?? last?.round ?? 1,
    requestedBy: pack.client.manager,
    sentAt: last?.sentAt ?? draft.sentAt,
    openedAt: draft.openedAt ?? null,
    dueDay: draft.dueDay,
    message: draft.message,
    decisions: draft.decisions ?? [],
    voidedAt: draft.voidedAt ?? null,
    voidReason: draft.voidReason ?? null,
  };
}

/** Hand-written comments, and the remark of every return that they do not speak of. */
export function composeComments(tasks: readonly TaskContent[], pack: ClientPack): CommentContent[] {
  const written = pack.comments.map((comment, index): CommentContent => ({
    slug: `${pack.client.slug}-comment-${index + 1}`,
    anchor: null,
    replyTo: null,
    resolvedBy: null,
    becameCriterion: false,
    ...comment,
    at: withinVersion(comment, tasks),
  }));
  const fromReturns = tasks.flatMap((task) => returnsOf(task, written));
  return [...fromReturns, ...written].toSorted((one, other) => minutesOf(one.at) - minutesOf(other.at));
}

/** A comment stands between the submission that it speaks of and what was done about it. */
function withinVersion(comment: CommentDraft, tasks: readonly TaskContent[]): Moment {
  const task = tasks.find(({ slug }) => slug === comment.task);
  if (!task) return comment.at;
  const submissions = task.events.flatMap(({ action }, index) => (action === 'submit' ? [index] : []));
  const from = task.events[comment.version === 0 ? 0 : (submissions[comment.version - 1] ?? 0)];
  const until = task.events[submissions[comment.version] ?? task.events.length];
  if (!from) return comment.at;
  const [low, high] = [minutesOf(from.at), until ? minutesOf(until.at) : 0];
  const at = minutesOf(comment.at);
  const isAfter = at > low && (!until || at < high);
  if (isAfter || 'minutesAgo' in from.at) return comment.at;
  const spread = randomFor(comment.text).next();
  return momentAt(Math.round(low + (high - low) * (0.2 + spread * 0.4)));
}

function returnsOf(task: TaskContent, written: readonly CommentContent[]): CommentContent[] {
  const comments: CommentContent[] = [];
  let version = 0;
  for (const event of task.events) {
    if (event.action === 'submit') version += 1;
    if (event.action !== 'request_changes' && event.action !== 'client_request_changes') continue;
    const visibility = event.action === 'request_changes' ? 'internal' : 'client';
    const isSpokenOf = written.some(
      (own) => own.task === task.slug && own.version === version && own.visibility === visibility,
    );
    if (isSpokenOf) continue;
    const isRedone = task.deliverables.some((deliverable) => deliverable.version > version);
    comments.push({
      slug: `${task.slug}.return-${version}`,
      task: task.slug,
      version,
      visibility,
      author: event.by,
      at: event.at,
      text: event.comment ?? '',
      anchor: null,
      replyTo: null,
      resolvedBy: isRedone ? task.manager : null,
      becameCriterion: false,
    });
  }
  return comments;
}

function finalApproverOf({ client }: ClientPack): Slug {
  const contact = client.contacts.find(({ isFinalApprover }) => isFinalApprover);
  if (!contact) throw new Error(`${client.slug} has nobody with the final word`);
  return contact.slug;
}
