import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { invitationState } from '@planerka/agency/domain';
import type { Id, Result } from '@planerka/platform/domain';
import { Clock, fromDbInstant, Mailer, toResult, type GraphQLContext } from '@planerka/platform/server';
import type { CurrentMember } from '../auth/current-member';
import { RequestContext, userOf, Viewer } from '../auth/current-viewer';
import { MembersBySession } from '../auth/members-by-session';
import { ViewerQuery } from '../agency/viewer.query';
import { InvitationsService, type Invited } from '../invitations/invitations.service';
import { RatesService } from '../rates/rates.service';
import { SquadsService } from '../squads/squads.service';
import { TeamObject } from './member.object';
import { MembersService } from './members.service';
import {
  AcceptInvitationInput,
  CreateSquadInput,
  InviteMemberInput,
  SetMemberActiveInput,
  SetRateInput,
  UpdateMemberInput,
  UpdateSquadInput,
} from './team.inputs';
import { TeamQuery } from './team.query';
import {
  AcceptInvitationResult,
  InvitationPreview,
  InviteMemberResult,
  MemberResult,
  RateResult,
  RevokeInvitationResult,
  SquadResult,
} from './team.results';

type Kinded = { readonly kind: string };

@Resolver()
export class TeamResolver {
  constructor(
    private readonly teams: TeamQuery,
    private readonly invitations: InvitationsService,
    private readonly members: MembersService,
    private readonly squads: SquadsService,
    private readonly rates: RatesService,
    private readonly sessions: MembersBySession,
    private readonly viewers: ViewerQuery,
    private readonly mailer: Mailer,
    private readonly clock: Clock,
  ) {}

  @Query(() => TeamObject)
  team(@Viewer() viewer: CurrentMember): Promise<TeamObject> {
    return this.teams.team(viewer);
  }

  @Query(() => InvitationPreview, { nullable: true, description: 'Behind an invitation link; needs no session.' })
  async invitation(
    @RequestContext() context: GraphQLContext,
    @Args('token') token: string,
  ): Promise<InvitationPreview | null> {
    const found = await this.invitations.preview(token, userOf(context));
    if (!found) return null;
    const { expires_at, accepted_at, revoked_at, ...invitation } = found;
    const dates = {
      expiresAt: fromDbInstant(expires_at),
      acceptedAt: accepted_at && fromDbInstant(accepted_at),
      revokedAt: revoked_at && fromDbInstant(revoked_at),
    };
    return { ...invitation, state: invitationState(dates, this.clock.now()) };
  }

  @Mutation(() => InviteMemberResult)
  async inviteMember(
    @RequestContext() context: GraphQLContext,
    @Viewer() viewer: CurrentMember,
    @Args('input') input: InviteMemberInput,
  ) {
    return this.invited(viewer, await this.invitations.invite(context, viewer, input));
  }

  @Mutation(() => InviteMemberResult, { description: 'A new link; the old one works no more.' })
  async renewInvitation(
    @RequestContext() context: GraphQLContext,
    @Viewer() viewer: CurrentMember,
    @Args('invitationId', { type: () => ID }) id: string,
  ) {
    return this.invited(viewer, await this.invitations.renew(context, viewer, id));
  }

  @Mutation(() => RevokeInvitationResult)
  async revokeInvitation(@Viewer() viewer: CurrentMember, @Args('invitationId', { type: () => ID }) id: string) {
    return this.teamChanged(viewer, await this.invitations.revoke(viewer, id));
  }

  @Mutation(() => AcceptInvitationResult)
  async acceptInvitation(@RequestContext() context: GraphQLContext, @Args('input') input: AcceptInvitationInput) {
    const result = await this.invitations.accept(context, userOf(context), input);
    if (!result.ok) return toResult('SignedIn', result, () => ({}));
    const { user, agencyId } = result.value;
    const viewer = await this.viewers.viewer(user, await this.sessions.memberOf(user.id, agencyId));
    return toResult('SignedIn', result, () => ({ viewer }));
  }

  @Mutation(() => MemberResult)
  async updateMember(@Viewer() viewer: CurrentMember, @Args('input') input: UpdateMemberInput) {
    return this.memberChanged(viewer, await this.members.update(viewer, input));
  }

  @Mutation(() => MemberResult)
  async setMemberActive(@Viewer() viewer: CurrentMember, @Args('input') input: SetMemberActiveInput) {
    return this.memberChanged(viewer, await this.members.setActive(viewer, input, input.isActive));
  }

  @Mutation(() => SquadResult)
  async createSquad(@Viewer() viewer: CurrentMember, @Args('input') input: CreateSquadInput) {
    return this.squadChanged(viewer, await this.squads.create(viewer, input));
  }

  @Mutation(() => SquadResult)
  async updateSquad(@Viewer() viewer: CurrentMember, @Args('input') input: UpdateSquadInput) {
    return this.squadChanged(viewer, await this.squads.update(viewer, input));
  }

  @Mutation(() => RateResult)
  async setRate(@Viewer() viewer: CurrentMember, @Args('input') input: SetRateInput) {
    return this.teamChanged(viewer, await this.rates.set(viewer, input));
  }

  @Mutation(() => RateResult)
  async removeRate(@Viewer() viewer: CurrentMember, @Args('rateId', { type: () => ID }) rateId: string) {
    return this.teamChanged(viewer, await this.rates.remove(viewer, rateId));
  }

  private async invited<E extends Kinded>(viewer: CurrentMember, result: Result<Invited, E>) {
    const team = result.ok ? await this.teams.team(viewer) : null;
    return toResult('InviteMemberSuccess', result, ({ id, url }) => ({
      invitationId: id,
      url,
      isMailed: this.mailer.isConfigured,
      team,
    }));
  }

  private async teamChanged<E extends Kinded>(viewer: CurrentMember, result: Result<unknown, E>) {
    const team = result.ok ? await this.teams.team(viewer) : null;
    return toResult('TeamChanged', result, () => ({ team }));
  }

  private async memberChanged<E extends Kinded>(viewer: CurrentMember, result: Result<Id, E>) {
    const member = result.ok ? await this.teams.member(viewer, result.value) : null;
    return toResult('MemberChanged', result, () => ({ member }));
  }

  private async squadChanged<E extends Kinded>(viewer: CurrentMember, result: Result<Id, E>) {
    const squad = result.ok ? await this.teams.squad(viewer, result.value) : null;
    return toResult('SquadChanged', result, () => ({ squad }));
  }
}
