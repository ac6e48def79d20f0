import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { err, type Result } from '@planerka/platform/domain';
import { notFound, toResult } from '@planerka/platform/server';
import { PlanGuestService, type PlanGuestRefusal } from './plan-guest.service';
import { GuestPlanDecideInput, GuestPlanRemarkInput } from './plan-link.inputs';
import { GuestPlanCommandResult, GuestPlanResult } from './plan-link.results';
import { PlanGuest, type PlanVisitor } from './plan-visitor';

/** A client's month, by link. Whoever has no link, or a closed one, is told that and nothing more. */
@Resolver()
export class PlanGuestResolver {
  constructor(private readonly guests: PlanGuestService) {}

  @Query(() => GuestPlanResult, { description: 'The month that the link in the request’s header opens.' })
  async guestPlan(@PlanGuest() visitor: PlanVisitor | null) {
    if (!visitor) return { __typename: 'GuestLinkClosed', because: 'unknown', agencyName: '', locale: 'ru' };
    const { agencyName, locale, refusal } = visitor;
    if (refusal?.kind === 'LinkClosed') {
      return { __typename: 'GuestLinkClosed', because: refusal.because, agencyName, locale };
    }
    if (refusal) return { __typename: 'GuestPinWanted', agencyName, locale, attemptsLeft: refusal.attemptsLeft };
    await this.guests.opened(visitor);
    return { __typename: 'GuestPlan', ...(await this.guests.plan(visitor)) };
  }

  @Mutation(() => GuestPlanCommandResult, {
    description: 'A word about the month or one publication; decides nothing.',
  })
  guestPlanRemark(@PlanGuest() visitor: PlanVisitor | null, @Args('input') input: GuestPlanRemarkInput) {
    return this.done(visitor, (guest) => this.guests.remark(guest, input));
  }

  @Mutation(() => GuestPlanCommandResult, {
    description: 'The client’s word on exactly the month that was on the screen.',
  })
  guestPlanDecide(@PlanGuest() visitor: PlanVisitor | null, @Args('input') input: GuestPlanDecideInput) {
    return this.done(visitor, (guest) => this.guests.decide(guest, input));
  }

  private async done(
    visitor: PlanVisitor | null,
    work: (visitor: PlanVisitor) => Promise<Result<void, PlanGuestRefusal>>,
  ) {
    if (!visitor || visitor.refusal) return toResult('GuestPlanSuccess', err(notFound('GuestPlan')), () => ({}));
    const result = await work(visitor);
    const plan = result.ok ? await this.guests.plan(visitor) : null;
    return toResult('GuestPlanSuccess', result, () => ({ plan }));
  }
}
