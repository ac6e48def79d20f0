import { Resolver } from '@nestjs/graphql';
import { savedViewResolver } from '@planerka/clients/server';
import { CreatePlanViewInput, PlanViewObject, UpdatePlanViewInput } from './plan-view.object';
import { planPage } from './plan-view-page';

/** Named choices of the plan's page. */
@Resolver(() => PlanViewObject)
export class PlanViewResolver extends savedViewResolver(
  planPage,
  PlanViewObject,
  CreatePlanViewInput,
  UpdatePlanViewInput,
  ({ planViewId }) => planViewId,
) {}
