import { newId, richTextOf, type Id } from '@planerka/platform/domain';
import { deliverableHash, type CopyContent } from '@planerka/tasks/domain';
import type { TestAgency } from './agency';
import { aTask, type TaskWish, type TestTask } from './tasks';
import { within } from './tenant-writer';

export const copyOf = (words: string): CopyContent => ({ kind: 'copy', text: richTextOf(words), variants: [] });

/** A text that has been handed in and waits for the manager's look; wants the client's word. */
export async function aSubmittedTask(
  agency: TestAgency,
  { text = 'Стол раздвигается за минуту.', ...wish }: TaskWish & { readonly text?: string } = {},
): Promise<TestTask & { readonly contentHash: string; readonly deliverableId: Id }> {
  const task = await aTask(agency, { state: 'in_review', wantsClientApproval: true, ...wish });
  const content = copyOf(text);
  const json: object = content;
  const contentHash = deliverableHash(content, new Map());
  const deliverableId = newId();
  const { agencyId, copywriter } = agency;
  await within(agencyId, async (db) => {
    await db.deliverable.create({
      data: {
        agencyId,
        id: deliverableId,
        taskId: task.id,
        number: 1,
        data: json,
        note: 'Внутренняя записка исполнителя',
        contentHash,
        submittedById: copywriter.memberId,
        submittedAt: new Date(),
      },
    });
    await db.task.update({
      where: { agencyId_id: { agencyId, id: task.id } },
      data: { deliverableNumber: 1, submittedAt: new Date() },
    });
  });
  return { ...task, contentHash, deliverableId };
}

/** Another person on the client's side. */
export async function aContact({ agencyId, client }: TestAgency, name: string): Promise<{ readonly id: Id }> {
  const id = newId();
  await within(agencyId, (db) =>
    db.contact.create({ data: { agencyId, id, clientId: client.id, name, isApprover: true } }),
  );
  return { id };
}

/** What the month includes: rounds, and the price of one more. Roubles. */
export async function includedRetainer(
  { agencyId, client }: TestAgency,
  { includedRounds = 3, extraRound = 2_500 }: { includedRounds?: number; extraRound?: number } = {},
): Promise<void> {
  await within(agencyId, (db) =>
    db.retainer.create({
      data: {
        agencyId,
        id: newId(),
        clientId: client.id,
        validFrom: new Date('2026-01-01'),
        feeMinor: 14_500_000n,
        currency: 'RUB',
        includedItems: 20,
        includedRounds,
        extraRoundMinor: BigInt(extraRound) * 100n,
      },
    }),
  );
}
