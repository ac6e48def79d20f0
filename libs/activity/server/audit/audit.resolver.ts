import { Args, Query, Resolver } from '@nestjs/graphql';
import { Viewer, type CurrentMember } from '@planerka/agency/server';
import type { Connection } from '@planerka/platform/server';
import { AuditEntryConnection, AuditFilterArgs, type AuditEntryObject } from './audit.object';
import { AuditQuery } from './audit.query';

@Resolver()
export class AuditResolver {
  constructor(private readonly audit: AuditQuery) {}

  @Query(() => AuditEntryConnection, {
    description: 'Who did what, newest first: all for an owner, of own clients for a manager.',
  })
  auditLog(@Viewer() viewer: CurrentMember, @Args() asked: AuditFilterArgs): Promise<Connection<AuditEntryObject>> {
    return this.audit.log(viewer, asked);
  }
}
