import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import { Viewer, type CurrentMember } from '@planerka/agency/server';
import { PageArgs, type Connection } from '@planerka/platform/server';
import { AuditEntryConnection, AuditQuery, type AuditEntryObject } from './audit.query';

@Resolver()
export class AuditResolver {
  constructor(private readonly audit: AuditQuery) {}

  @Query(() => AuditEntryConnection, { description: 'Who did what, newest first.' })
  auditLog(
    @Viewer() viewer: CurrentMember,
    @Args() page: PageArgs,
    @Args('clientId', { type: () => ID, nullable: true }) clientId: string | null,
  ): Promise<Connection<AuditEntryObject>> {
    return this.audit.log(viewer, clientId, page);
  }
}
