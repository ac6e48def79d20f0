import { Args, ID, Mutation, Resolver } from '@nestjs/graphql';
import { toResult } from '@planerka/platform/server';
import type { CurrentMember } from '../auth/current-member';
import { Viewer } from '../auth/current-viewer';
import { AbsenceResult, AddAbsenceInput } from './absence.object';
import { AbsencesService } from './absences.service';

@Resolver()
export class AbsencesResolver {
  constructor(private readonly absences: AbsencesService) {}

  @Mutation(() => AbsenceResult, { description: 'One’s own; an owner enters anybody’s. No two may overlap.' })
  async addAbsence(@Viewer() viewer: CurrentMember, @Args('input') input: AddAbsenceInput) {
    return toResult('AbsenceChanged', await this.absences.add(viewer, input), (absenceId) => ({ absenceId }));
  }

  @Mutation(() => AbsenceResult)
  async removeAbsence(@Viewer() viewer: CurrentMember, @Args('absenceId', { type: () => ID }) id: string) {
    return toResult('AbsenceChanged', await this.absences.remove(viewer, id), (absenceId) => ({ absenceId }));
  }
}
