import { newId, richTextOf, type Finding, type Id } from '@planerka/platform/domain';
import type { Prisma } from '@planerka/platform/server';
import type { DeliverableContent } from '@planerka/tasks/domain';
import type { TestAgency } from './agency';
import type { TestTask } from './tasks';
import { within } from './tenant-writer';

export interface TestDeliverable {
  readonly id: Id;
  readonly number: number;
}

/** A submitted version of a task, laid down as a row; the last one of it from now on. */
export async function aDeliverable(
  { agencyId, copywriter }: TestAgency,
  task: TestTask,
  wish: {
    readonly number?: number;
    readonly content?: DeliverableContent;
    readonly note?: string;
    readonly findings?: readonly Finding[];
  } = {},
): Promise<TestDeliverable> {
  const { number = 1, content = copyContent('Стол раздвигается за минуту.'), note = '', findings = [] } = wish;
  const version = { id: newId(), number };
  await within(agencyId, async (db) => {
    await db.deliverable.create({
      data: {
        ...version,
        agencyId,
        taskId: task.id,
        data: content as unknown as Prisma.InputJsonObject,
        note,
        preflight: findings.map((finding) => ({ ...finding })),
        contentHash: String(number).padStart(64, '0'),
        submittedById: copywriter.memberId,
        submittedAt: new Date(),
      },
    });
    await db.task.update({
      where: { agencyId_id: { agencyId, id: task.id } },
      data: { deliverableNumber: number },
    });
  });
  return version;
}

export const copyContent = (text: string): DeliverableContent => ({
  kind: 'copy',
  text: richTextOf(text),
  variants: [],
});
