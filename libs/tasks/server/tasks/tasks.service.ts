import { Injectable } from '@nestjs/common';
import { can } from '@planerka/agency/domain';
import type { CurrentMember } from '@planerka/agency/server';
import { err, ok, parseInput, type Id, type Result } from '@planerka/platform/domain';
import { invalidInput, notFound, UnitOfWork } from '@planerka/platform/server';
import { NewTask, withoutOrigin, type CreateError } from './new-task';
import { createTaskInput } from './task-input';

/** New tasks, for a publication or for a campaign. */
@Injectable()
export class TasksService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly newTask: NewTask,
  ) {}

  create(viewer: CurrentMember, input: object): Promise<Result<Id, CreateError>> {
    return this.unitOfWork.run(viewer, async (tx) => {
      const parsed = parseInput(createTaskInput, input);
      if (!parsed.ok) return err(invalidInput([...parsed.error, ...withoutOrigin(input)]));
      const origin = await this.newTask.originOf(tx, parsed.value);
      if (!origin.ok) return origin;
      if (!can(viewer, 'task.create', origin.value))
        return err(notFound(parsed.value.itemId ? 'ContentItem' : 'Campaign'));
      const problems = await this.newTask.problemsOf(tx, parsed.value, origin.value);
      if (problems.length > 0) return err(invalidInput(problems));
      return ok(await this.newTask.write(tx, viewer, parsed.value, origin.value));
    });
  }
}
