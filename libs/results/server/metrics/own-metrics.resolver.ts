import { Field, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { Viewer, type CurrentMember } from '@planerka/agency/server';
import { Reader } from '@planerka/platform/server';

@ObjectType('OwnMetric', { description: 'A metric of the agency’s own, beside the built-in catalogue.' })
export class OwnMetricObject {
  @Field({ description: 'What targets and facts call it.' })
  key!: string;

  @Field()
  nameRu!: string;

  @Field()
  nameEn!: string;

  @Field({ description: 'Stands after its figures: "%", "₽" or nothing.' })
  unit!: string;
}

@Resolver(() => OwnMetricObject)
export class OwnMetricsResolver {
  constructor(private readonly reader: Reader) {}

  @Query(() => [OwnMetricObject], { description: 'By name. The catalogue’s metrics are named by the interface.' })
  ownMetrics(@Viewer() viewer: CurrentMember): Promise<OwnMetricObject[]> {
    return this.reader.read(viewer, (db) =>
      db
        .selectFrom('own_metric')
        .select(['key', 'name_ru as nameRu', 'name_en as nameEn', 'unit'])
        .where('agency_id', '=', viewer.agencyId)
        .orderBy('name_ru')
        .execute(),
    );
  }
}
