import { Resolver, Subscription } from '@nestjs/graphql';
import type { LiveStream } from '@planerka/platform/server';
import { GraphQLError } from 'graphql';
import { PlanGuest, type PlanVisitor } from '../plan-links/plan-visitor';
import { GuestChangeObject } from './guest-change.object';
import { GuestChanges } from './guest-changes';
import { Visitor, type GuestVisitor } from './guest-visitor';

@Resolver()
export class GuestChangesResolver {
  constructor(private readonly changes: GuestChanges) {}

  @Subscription(() => GuestChangeObject, {
    description:
      'What the socket’s link opens is to be asked for again: once at the beginning, and whenever it changes.',
  })
  async guestChanged(
    @Visitor() visitor: GuestVisitor | null,
    @PlanGuest() planVisitor: PlanVisitor | null,
  ): Promise<LiveStream> {
    if (visitor && !visitor.refusal) return this.changes.ofApproval(visitor);
    if (planVisitor && !planVisitor.refusal) return this.changes.ofPlan(planVisitor);
    throw new GraphQLError('Come by a link that is open', { extensions: { code: 'UNAUTHENTICATED' } });
  }
}
