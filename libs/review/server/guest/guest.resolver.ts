import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { err } from '@planerka/platform/domain';
import { notFound, toResult } from '@planerka/platform/server';
import { GuestApprovalQuery } from './guest-approval.query';
import { GuestDecisionsService } from './guest-decisions.service';
import { GuestCommentInput, GuestDecideInput } from './guest.inputs';
import { GuestApprovalResult, GuestCommentResult, GuestDecideResult } from './guest.results';
import { GuestTalkService } from './guest-talk.service';
import { Visitor, type GuestVisitor } from './guest-visitor';

/** The client's page. Whoever has no link, or a closed one, is told that and nothing more. */
@Resolver()
export class GuestResolver {
  constructor(
    private readonly query: GuestApprovalQuery,
    private readonly decisions: GuestDecisionsService,
    private readonly talk: GuestTalkService,
  ) {}

  @Query(() => GuestApprovalResult, { description: 'What the link in the request’s header opens.' })
  async guestApproval(@Visitor() visitor: GuestVisitor | null) {
    if (!visitor) return { __typename: 'GuestLinkClosed', because: 'unknown', agencyName: '', locale: 'ru' };
    const { agencyName, locale, refusal } = visitor;
    if (refusal?.kind === 'LinkClosed') {
      return { __typename: 'GuestLinkClosed', because: refusal.because, agencyName, locale };
    }
    if (refusal) return { __typename: 'GuestPinWanted', agencyName, locale, attemptsLeft: refusal.attemptsLeft };
    await this.talk.opened(visitor);
    return { __typename: 'GuestApproval', ...(await this.query.approval(visitor)) };
  }

  @Mutation(() => GuestDecideResult, { description: 'The client’s word on exactly what was on the screen.' })
  async guestDecide(@Visitor() visitor: GuestVisitor | null, @Args('input') input: GuestDecideInput) {
    const result = isIn(visitor) ? await this.decisions.decide(visitor, input) : err(notFound('Approval'));
    const approval = result.ok && visitor ? await this.query.approval(visitor) : null;
    return toResult('GuestDecided', result, () => ({ approval }));
  }

  @Mutation(() => GuestCommentResult, { description: 'A remark for the agency; it decides nothing.' })
  async guestComment(@Visitor() visitor: GuestVisitor | null, @Args('input') input: GuestCommentInput) {
    const result = isIn(visitor) ? await this.talk.comment(visitor, input) : err(notFound('Approval'));
    return toResult('GuestCommented', result, (comment) => ({ comment }));
  }
}

const isIn = (visitor: GuestVisitor | null): visitor is GuestVisitor => visitor !== null && visitor.refusal === null;
