export * from './agency.module';
export { AccountsService } from './agency/accounts.service';
export * from './agency/agency.object';
export { AUTH, createAuth, type Auth } from './auth/auth';
export * from './auth/current-member';
export * from './auth/current-viewer';
export * from './auth/member-read';
export { memberOfRequest } from './auth/member-of-request';
export * from './members/member.object';
