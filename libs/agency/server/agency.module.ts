import { Module } from '@nestjs/common';
import { CONFIG, PRISMA } from '@planerka/platform/server';
import { AccountEvents } from './account/account-events';
import { AccountQuery } from './account/account.query';
import { AccountResolver } from './account/account.resolver';
import { AccountService } from './account/account.service';
import { SecondFactorService } from './account/second-factor.service';
import { AccountsService } from './agency/accounts.service';
import { AgencyResolver } from './agency/agency.resolver';
import { AgencyService } from './agency/agency.service';
import { Registration } from './agency/registration';
import { ViewerQuery } from './agency/viewer.query';
import { AUTH, createAuth } from './auth/auth';
import { AuthGateway } from './auth/auth-gateway';
import { MembersBySession } from './auth/members-by-session';
import { Memberships } from './auth/memberships';
import { AccountLetters } from './auth/account-letters';
import { EntryResolver } from './entry/entry.resolver';
import { PasswordResetService } from './entry/password-reset.service';
import { ProviderCallback } from './entry/provider-callback.controller';
import { ProviderSignIn } from './entry/provider-sign-in.service';
import { RateLimits } from './auth/rate-limits';
import { InvitationsService } from './invitations/invitations.service';
import { AgencyDeletionResolver } from './leaving/agency-deletion.resolver';
import { AgencyDeletionService } from './leaving/agency-deletion.service';
import { DeletionLetters } from './leaving/deletion-letters';
import { AgencyErasure } from './leaving/agency-erasure';
import { MembersService } from './members/members.service';
import { TeamQuery } from './members/team.query';
import { TeamResolver } from './members/team.resolver';
import { AbsencesResolver } from './absences/absences.resolver';
import { AbsencesService } from './absences/absences.service';
import { RatesService } from './rates/rates.service';
import { SquadsService } from './squads/squads.service';
import { ApiTokenResolver } from './tokens/api-token.resolver';
import { ApiTokensQuery } from './tokens/api-tokens.query';
import { ApiTokensService } from './tokens/api-tokens.service';
import { MembersByToken } from './tokens/members-by-token';
import { TokenGate } from './tokens/token-gate';
import { TokenRate } from './tokens/token-rate';

@Module({
  controllers: [ProviderCallback],
  providers: [
    {
      provide: AUTH,
      useFactory: (...given: Parameters<typeof createAuth>) => createAuth(...given),
      inject: [CONFIG, PRISMA, RateLimits, AccountLetters, AccountEvents],
    },
    RateLimits,
    AccountLetters,
    PasswordResetService,
    ProviderSignIn,
    EntryResolver,
    AuthGateway,
    MembersBySession,
    Memberships,
    AccountsService,
    Registration,
    AccountEvents,
    AccountQuery,
    AccountService,
    AccountResolver,
    SecondFactorService,
    AgencyService,
    ViewerQuery,
    AgencyDeletionService,
    AgencyDeletionResolver,
    AgencyErasure,
    DeletionLetters,
    AgencyResolver,
    InvitationsService,
    MembersService,
    SquadsService,
    RatesService,
    AbsencesService,
    AbsencesResolver,
    TeamQuery,
    TeamResolver,
    MembersByToken,
    TokenGate,
    TokenRate,
    ApiTokensService,
    ApiTokensQuery,
    ApiTokenResolver,
  ],
  exports: [AUTH, AuthGateway, AccountsService, MembersBySession, MembersService],
})
export class AgencyModule {}
