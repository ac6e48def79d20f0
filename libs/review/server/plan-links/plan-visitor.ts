import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { GqlExecutionContext } from '@nestjs/graphql';
import type { Id, Instant } from '@planerka/platform/domain';
import type { Actor, GraphQLContext } from '@planerka/platform/server';
import type { LinkClosed, PinWanted } from '@planerka/review/domain';

/** Whoever holds the link to a client's month: sees that month, and nothing else. */
export interface PlanVisitor {
  readonly agencyId: Id;
  readonly linkId: Id;
  readonly clientId: Id;
  /** Its first day. */
  readonly month: string;
  readonly name: string;
  readonly message: string;
  readonly asksApproval: boolean;
  /** Theirs is the last word. */
  readonly isFinal: boolean;
  /** By when their word is asked for. */
  readonly dueAt: Instant | null;
  readonly createdById: Id;
  readonly agencyName: string;
  readonly locale: string;
  /** Why the link does not let them in. */
  readonly refusal: LinkClosed | PinWanted | null;
  /** When the link ends by itself. */
  readonly expiresAt: Instant;
  readonly lastVisitAt: Instant | null;
  readonly ipAddress: string;
  readonly userAgent: string;
}

export interface PlanGuestActor extends Actor {
  readonly kind: 'planGuest';
  readonly visitor: PlanVisitor;
}

/** Whoever holds the request's link to a plan; null without one. */
export const PlanGuest = createParamDecorator((_: unknown, execution: ExecutionContext): PlanVisitor | null => {
  const { actor } = GqlExecutionContext.create(execution).getContext<GraphQLContext>();
  return actor?.kind === 'planGuest' ? (actor as PlanGuestActor).visitor : null;
});
