import { Injectable, type OnModuleInit } from '@nestjs/common';
import { memberRead, type CurrentMember } from '@planerka/agency/server';
import { inClientScope } from '@planerka/clients/server';
import { isId, type Id } from '@planerka/platform/domain';
import { Reads } from '@planerka/platform/server';
import type { GraphQLResolveInfo } from 'graphql';
import { sql } from 'kysely';
import type { ContentItemObject } from '../item/content-item.object';
import { contentItemRead } from '../item/item-read';
import { clock, planInput, type PlanInput } from './plan-clock';
import { planRead, type ContentPlanArgs } from './plan-read';
import type { ContentPlanObject } from './content-plan.object';

interface ItemInput extends PlanInput {
  readonly id: Id;
}

const itemRead = memberRead<{ readonly id: Id }, ItemInput>({
  field: 'contentItem',
  type: contentItemRead,
  input: (viewer, { id }, at) => (isId(id) ? { ...planInput(viewer, at), id } : null),
  statement: ({ object, joins }, value, given) => sql`
    WITH ${clock(value)}, shown AS (SELECT ${value('id')}::uuid AS id)
    SELECT ${object} AS body
    FROM clock, client JOIN content_item item ON item.agency_id = client.agency_id AND item.client_id = client.id ${joins}
    WHERE ${inClientScope(value, given)} AND item.id = ${value('id')}::uuid AND item.deleted_at IS NULL`,
});

/** The calendar and one publication of it: one statement each. */
@Injectable()
export class PlanQuery implements OnModuleInit {
  constructor(private readonly reads: Reads) {}

  onModuleInit(): void {
    this.reads.add(planRead);
    this.reads.add(itemRead);
  }

  /** Null where the client is not one of the viewer's. */
  plan(viewer: CurrentMember, args: ContentPlanArgs, info?: GraphQLResolveInfo): Promise<ContentPlanObject | null> {
    return this.reads.find(planRead, viewer, args, info);
  }

  item(viewer: CurrentMember, id: Id, info?: GraphQLResolveInfo): Promise<ContentItemObject | null> {
    return this.reads.find(itemRead, viewer, { id }, info);
  }
}
