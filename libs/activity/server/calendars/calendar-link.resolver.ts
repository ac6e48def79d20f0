import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { RequestContext, Viewer, type CurrentMember } from '@planerka/agency/server';
import { toResult, type GraphQLContext } from '@planerka/platform/server';
import {
  CalendarLinkObject,
  CreateCalendarLinkInput,
  CreateCalendarLinkResult,
  RevokeCalendarLinkResult,
} from './calendar-link.object';
import { CalendarLinksQuery } from './calendar-links.query';
import { CalendarLinksService } from './calendar-links.service';

@Resolver()
export class CalendarLinkResolver {
  constructor(
    private readonly links: CalendarLinksService,
    private readonly known: CalendarLinksQuery,
  ) {}

  @Query(() => [CalendarLinkObject], {
    description: 'One’s own, and those of clients one leads; an owner sees everybody’s.',
  })
  calendarLinks(@Viewer() viewer: CurrentMember): Promise<CalendarLinkObject[]> {
    return this.known.list(viewer);
  }

  @Mutation(() => CreateCalendarLinkResult, { description: 'The answer holds the address itself, this once.' })
  async createCalendarLink(
    @RequestContext() context: GraphQLContext,
    @Viewer() viewer: CurrentMember,
    @Args('input') input: CreateCalendarLinkInput,
  ) {
    const result = await this.links.create(context, viewer, input);
    const made = result.ok ? await this.known.one(viewer, result.value.id) : null;
    return toResult('CalendarLinkCreated', result, ({ url }) => ({ url, calendar: made }));
  }

  @Mutation(() => RevokeCalendarLinkResult, { description: 'At once and for good.' })
  async revokeCalendarLink(
    @Viewer() viewer: CurrentMember,
    @Args('calendarLinkId', { type: () => ID }) calendarLinkId: string,
  ) {
    const result = await this.links.revoke(viewer, calendarLinkId);
    const revoked = result.ok ? await this.known.one(viewer, result.value) : null;
    return toResult('CalendarLinkRevoked', result, () => ({ calendar: revoked }));
  }
}
