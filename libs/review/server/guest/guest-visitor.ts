import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { GqlExecutionContext } from '@nestjs/graphql';
import type { GuestViewer } from '@planerka/agency/domain';
import type { Instant } from '@planerka/platform/domain';
import type { Actor, GraphQLContext } from '@planerka/platform/server';
import type { LinkClosed, PinWanted } from '@planerka/review/domain';

/** Whoever holds a link: known by it, and let in only where `refusal` is null. */
export interface GuestVisitor extends GuestViewer {
  readonly name: string;
  readonly agencyName: string;
  readonly locale: string;
  /** Why the link does not let them in. */
  readonly refusal: LinkClosed | PinWanted | null;
  /** When the link ends by itself. */
  readonly expiresAt: Instant;
  /** When they opened the page last, from the same place. */
  readonly lastVisitAt: Instant | null;
  readonly ipAddress: string;
  readonly userAgent: string;
}

export interface GuestActor extends Actor {
  readonly kind: 'guest';
  readonly guest: GuestVisitor;
}

/** Whoever holds the request's link; null without a link, or with one that leads nowhere. */
export const Visitor = createParamDecorator((_: unknown, execution: ExecutionContext): GuestVisitor | null => {
  const { actor } = GqlExecutionContext.create(execution).getContext<GraphQLContext>();
  return actor?.kind === 'guest' ? (actor as GuestActor).guest : null;
});
