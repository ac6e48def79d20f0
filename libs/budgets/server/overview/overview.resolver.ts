import { Args, ArgsType, Field, Info, Query, Resolver } from '@nestjs/graphql';
import { Viewer, type CurrentMember } from '@planerka/agency/server';
import type { PlainYearMonth } from '@planerka/platform/domain';
import { MonthScalar } from '@planerka/platform/server';
import type { GraphQLResolveInfo } from 'graphql';
import { OverviewObject } from './overview.object';
import { OverviewQuery } from './overview.query';

@ArgsType()
class OverviewArgs {
  @Field(() => MonthScalar, { nullable: true, description: 'This month by default.' })
  month?: PlainYearMonth | null;

  @Field({ defaultValue: false, description: 'The month’s quarter, up to that month.' })
  quarter!: boolean;
}

@Resolver()
export class OverviewResolver {
  constructor(private readonly overviews: OverviewQuery) {}

  @Query(() => OverviewObject, { nullable: true })
  overview(@Viewer() viewer: CurrentMember, @Args() args: OverviewArgs, @Info() info: GraphQLResolveInfo) {
    return this.overviews.overview(viewer, args, info);
  }
}
