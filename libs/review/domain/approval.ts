import type { StageMode } from '@planerka/clients/domain';
import {
  contentHash,
  err,
  issue,
  ok,
  type Id,
  type InputIssue,
  type Instant,
  type Result,
} from '@planerka/platform/domain';

export const approvalStates = ['pending', 'approved', 'changes_requested', 'withdrawn', 'expired', 'voided'] as const;
export type ApprovalState = (typeof approvalStates)[number];

export const decisionKinds = ['approve', 'request_changes'] as const;
export type DecisionKind = (typeof decisionKinds)[number];

export interface Decision {
  readonly contactId: Id;
  readonly kind: DecisionKind;
  readonly contentHash: string;
  readonly decidedAt: Instant;
  readonly voidedAt: Instant | null;
}

export interface ApprovalFacts {
  readonly state: ApprovalState;
  readonly mode: StageMode;
  readonly approverIds: readonly Id[];
  /** Whose word ends it, whatever the others say. */
  readonly finalContactId: Id | null;
  /** Of the content as it stands now. */
  readonly contentHash: string;
  readonly decisions: readonly Decision[];
}

/** Nothing is asked any more: decided, withdrawn, expired or overtaken by a change. */
export interface ApprovalClosed {
  readonly kind: 'ApprovalClosed';
  readonly state: ApprovalState;
}

/** The page the client looked at is not what stands there now. */
export interface ContentChanged {
  readonly kind: 'ContentChanged';
  readonly contentHash: string;
}

/** Another contact's link, or one who has already said their word. */
export interface NotAsked {
  readonly kind: 'NotAsked';
}

export interface InvalidDecision {
  readonly kind: 'InvalidInput';
  readonly issues: readonly InputIssue[];
}

export interface NewDecision {
  readonly contactId: Id;
  readonly kind: DecisionKind;
  /** Of what was on their screen. */
  readonly contentHash: string;
  readonly comment: string;
  /** Unresolved remarks the contact has pinned: they are the reason where the comment is empty. */
  readonly openComments: number;
}

/** Takes a client's decision; the state it leads to follows from all decisions so far. */
export function decideApproval(
  approval: ApprovalFacts,
  decision: NewDecision,
): Result<{ readonly state: ApprovalState }, ApprovalClosed | ContentChanged | NotAsked | InvalidDecision> {
  if (approval.state !== 'pending') return err({ kind: 'ApprovalClosed', state: approval.state });
  const isAsked = approval.approverIds.includes(decision.contactId);
  const hasSpoken = standing(approval).some(({ contactId }) => contactId === decision.contactId);
  if (!isAsked || hasSpoken) return err({ kind: 'NotAsked' });
  if (decision.contentHash !== approval.contentHash) {
    return err({ kind: 'ContentChanged', contentHash: approval.contentHash });
  }
  if (decision.kind === 'request_changes' && decision.comment.trim() === '' && decision.openComments === 0) {
    return err({ kind: 'InvalidInput', issues: [issue(['comment'], 'required')] });
  }
  return ok({ state: outcome(approval, [...standing(approval), decision]) });
}

/** Decisions that still count: not voided, and about the content as it stands. */
export const standing = (approval: Pick<ApprovalFacts, 'decisions' | 'contentHash'>): readonly Decision[] =>
  approval.decisions.filter(({ voidedAt, contentHash: hash }) => voidedAt === null && hash === approval.contentHash);

/** Decisions that an edit has overtaken and that are not marked yet: to be voided, and told to everyone. */
export const overtaken = (decisions: readonly Decision[], currentHash: string): readonly Decision[] =>
  decisions.filter(({ voidedAt, contentHash: hash }) => voidedAt === null && hash !== currentHash);

/**
 * What becomes of a request when its content is edited: a pending one asks about something that is gone, an approved
 * one approved something else. A refused one asked for just that edit and keeps its word.
 */
export function stateAfterEdit(approval: Pick<ApprovalFacts, 'state' | 'contentHash'>, newHash: string): ApprovalState {
  const isTouched = approval.contentHash !== newHash;
  return isTouched && (approval.state === 'pending' || approval.state === 'approved') ? 'voided' : approval.state;
}

/** The content of a request as one hash: its subjects in their order. */
export const approvalHash = (subjects: readonly { readonly taskId: Id; readonly contentHash: string }[]): string =>
  contentHash(subjects.map(({ taskId, contentHash: hash }) => ({ taskId, hash })));

function outcome(
  { mode, approverIds, finalContactId }: ApprovalFacts,
  decisions: readonly Pick<Decision, 'contactId' | 'kind'>[],
): ApprovalState {
  const verdict = (kind: DecisionKind): ApprovalState => (kind === 'approve' ? 'approved' : 'changes_requested');
  if (finalContactId !== null) {
    const last = decisions.find(({ contactId }) => contactId === finalContactId);
    return last ? verdict(last.kind) : 'pending';
  }
  if (decisions.some(({ kind }) => kind === 'request_changes')) return 'changes_requested';
  const approved = new Set(decisions.map(({ contactId }) => contactId));
  // Nobody's word is no word, and of whoever is asked no more the yes alone is none either.
  const isEnough =
    mode === 'any' ? approved.size > 0 : approverIds.length > 0 && approverIds.every((id) => approved.has(id));
  return isEnough ? 'approved' : 'pending';
}

/** Whether this contact's yes alone would have closed the request: what they call good then needs nobody else. */
export function couldApprove(approval: ApprovalFacts, contactId: Id): boolean {
  const yes = { contactId, kind: 'approve' as const };
  return outcome(approval, [...standing(approval), yes]) === 'approved';
}

/** The request without one whom nobody asks any more: where all had to agree and all the others do, nothing is waited for. */
export const stateWithout = (approval: ApprovalFacts, contactId: Id): ApprovalState =>
  approval.state !== 'pending' || approval.mode === 'any'
    ? approval.state
    : outcome(
        { ...approval, approverIds: approval.approverIds.filter((id) => id !== contactId) },
        standing(approval).filter((said) => said.contactId !== contactId),
      );
