import { Args, Info, Mutation, ObjectType, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Viewer, type CurrentMember } from '@planerka/agency/server';
import { ContentItemObject, PlanQuery } from '@planerka/content-plan/server';
import { commonErrors, resultUnion, toResult } from '@planerka/platform/server';
import type { GraphQLResolveInfo } from 'graphql';
import { ItemMeasurementsService } from './item-measurements.service';
import { RemoveItemMeasurementInput, SaveItemMeasurementInput } from './item-results.inputs';
import { ItemComparisonObject, ItemResultsObject } from './item-results.object';
import type { ItemResultsFields } from './item-results.read';

@ObjectType()
export class ItemMeasured {
  /** Not on the wire: `item` is read by it, as far as it is asked for. */
  itemId!: string;
}

const ItemMeasuredResult = resultUnion('ItemMeasuredResult', [ItemMeasured, ...commonErrors]);

/** What came of a publication: fields that the lower domain's ContentItem does not know. */
@Resolver(() => ContentItemObject)
export class ItemResultsResolver {
  constructor(private readonly service: ItemMeasurementsService) {}

  @ResolveField(() => ItemResultsObject)
  results(@Parent() item: ItemResultsFields) {
    return item.results;
  }

  @ResolveField(() => [ItemComparisonObject], {
    description: 'Beside the client’s other publications of the same channel; nothing where there are too few of them.',
  })
  comparisons(@Parent() item: ItemResultsFields) {
    return item.comparisons;
  }

  @Mutation(() => ItemMeasuredResult, {
    description: 'How it stood in a channel on a day. Of one day it is corrected; a later day stands beside it.',
  })
  async saveItemMeasurement(@Viewer() viewer: CurrentMember, @Args('input') input: SaveItemMeasurementInput) {
    return toResult('ItemMeasured', await this.service.save(viewer, input), (itemId) => ({ itemId }));
  }

  @Mutation(() => ItemMeasuredResult)
  async removeItemMeasurement(@Viewer() viewer: CurrentMember, @Args('input') input: RemoveItemMeasurementInput) {
    return toResult('ItemMeasured', await this.service.remove(viewer, input), (itemId) => ({ itemId }));
  }
}

@Resolver(() => ItemMeasured)
export class ItemMeasuredResolver {
  constructor(private readonly plans: PlanQuery) {}

  @ResolveField(() => ContentItemObject)
  item(@Viewer() viewer: CurrentMember, @Parent() { itemId }: ItemMeasured, @Info() info: GraphQLResolveInfo) {
    return this.plans.item(viewer, itemId, info);
  }
}
