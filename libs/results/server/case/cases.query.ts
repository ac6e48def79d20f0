import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { CurrentMember } from '@planerka/agency/server';
import type { Id } from '@planerka/platform/domain';
import { Reads } from '@planerka/platform/server';
import type { GraphQLResolveInfo } from 'graphql';
import { casePageRead } from './case-read';
import type { CasePageObject } from './case.object';

@Injectable()
export class CasesQuery implements OnModuleInit {
  constructor(private readonly reads: Reads) {}

  onModuleInit(): void {
    this.reads.add(casePageRead);
  }

  casePage(viewer: CurrentMember, id: Id, info?: GraphQLResolveInfo): Promise<CasePageObject | null> {
    return this.reads.find(casePageRead, viewer, { id }, info);
  }
}
