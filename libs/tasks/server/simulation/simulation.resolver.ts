import { Args, Query, Resolver } from '@nestjs/graphql';
import { Viewer, type CurrentMember } from '@planerka/agency/server';
import { toResult } from '@planerka/platform/server';
import { ClientSimulationInput, ClientSimulationResult } from './simulation.object';
import { SimulationService } from './simulation.service';

@Resolver()
export class SimulationResolver {
  constructor(private readonly simulations: SimulationService) {}

  @Query(() => ClientSimulationResult, {
    description: '«Can we take this client?»: the weeks of a squad with work that is not there yet. It writes nothing.',
  })
  async clientSimulation(@Viewer() viewer: CurrentMember, @Args('input') input: ClientSimulationInput) {
    return toResult('ClientSimulation', await this.simulations.simulate(viewer, input), (simulation) => simulation);
  }
}
