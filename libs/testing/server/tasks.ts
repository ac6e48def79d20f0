import type { Discipline } from '@planerka/agency/domain';
import { newId, type Id } from '@planerka/platform/domain';
import { emptyBrief, type Brief, type TaskState } from '@planerka/tasks/domain';
import type { TestAgency, TestMember } from './agency';
import { within } from './tenant-writer';

export interface TestTask {
  readonly id: Id;
  readonly title: string;
}

export interface TaskWish {
  readonly title?: string;
  readonly discipline?: Discipline;
  readonly assignee?: TestMember;
  readonly manager?: TestMember;
  readonly state?: TaskState;
  /** Roubles. */
  readonly fee?: number;
  readonly brief?: Brief;
  readonly dueAt?: Date;
  readonly itemId?: Id;
  readonly wantsClientApproval?: boolean;
  readonly after?: readonly Id[];
}

/** A brief with every required field, so that nothing of it blocks. */
export const readyBrief = (discipline: Discipline = 'copy'): Brief => {
  switch (discipline) {
    case 'copy':
      return {
        ...emptyBrief('copy'),
        textType: 'post',
        goal: 'Читатель пишет «хочу стол» в сообщения',
        audience: { who: 'Семьи с детьми', pains: 'Маленькая кухня', knowledge: '', decisionRole: '' },
        keyMessages: ['Стол раздвигается за минуту'],
        callToAction: { text: 'Напишите «хочу стол»', link: 'https://sosna.example/stol' },
        maxLength: 900,
        criteria: ['Не длиннее 900 знаков', 'Без стоп-слов'],
      };
    case 'design':
      return {
        ...emptyBrief('design'),
        work: 'image',
        goal: 'Показать, что за столом хватит места всем',
        placements: [{ preset: 'vk_square', name: 'Пост', width: 1080, height: 1080 }],
        fileFormats: ['png'],
        criteria: ['Тексты слово в слово'],
      };
    case 'targeting':
      return {
        ...emptyBrief('targeting'),
        work: 'ad_setup',
        businessGoal: 'Заявки на стол',
        launchGoal: 'leads',
        offer: 'Стол, за которым поместятся все',
        landingUrl: 'https://sosna.example/stol',
        segments: [
          {
            key: 'moms',
            name: 'Мамы',
            geo: 'Москва',
            ageFrom: 28,
            ageTo: 45,
            sex: 'female',
            interests: '',
            exclusions: '',
            lookalikeSource: '',
          },
        ],
        platforms: ['vk_ads'],
        startsOn: '2026-12-01',
        endsOn: '2026-12-20',
        totalLimit: '50000.00',
        thresholds: [{ metric: 'cpl', value: '400' }],
        criteria: ['UTM на всех объявлениях'],
        marking: { advertiser: 'ООО «Сосна»', inn: '', contract: '12/26', kktu: '30.1.1', erid: '' },
      };
  }
};

/** A month from now at 18:00 in Moscow: later than now on any day of the run, inside the scenario's campaign. */
const inThreeDays = (): Date => new Date(Math.floor(Date.now() / 3_600_000) * 3_600_000 + 3 * 86_400_000);

/** A task of the agency's client, laid down as a row: what came before it is not played through. */
export async function aTask(agency: TestAgency, wish: TaskWish = {}): Promise<TestTask> {
  const { discipline = 'copy', state = 'draft', manager = agency.manager, fee = 0 } = wish;
  const assignee = wish.assignee ?? assigneeOf(agency, discipline);
  const task = { id: newId(), title: wish.title ?? 'Пост про раздвижной стол' };
  const dueAt = wish.dueAt ?? inThreeDays();
  const feeMinor = BigInt(fee) * 100n;
  const isIssued = state !== 'draft';
  const data = (wish.brief ?? readyBrief(discipline)) as object;
  await within(agency.agencyId, async (db) => {
    const { agencyId } = agency;
    await db.task.create({
      data: {
        ...task,
        agencyId,
        clientId: agency.client.id,
        campaignId: agency.campaign.id,
        itemId: wish.itemId ?? null,
        discipline,
        state,
        assigneeId: assignee.memberId,
        managerId: manager.memberId,
        dueAt,
        estimatedMinutes: 180,
        feeMinor,
        currency: 'RUB',
        wantsClientApproval: wish.wantsClientApproval ?? false,
        briefNumber: isIssued ? 1 : 0,
        stateSince: new Date(),
      },
    });
    const version = { agencyId, taskId: task.id, data, feeMinor, dueAt };
    await db.briefVersion.create({ data: { ...version, id: newId(), number: 0 } });
    if (isIssued) {
      await db.briefVersion.create({
        data: { ...version, id: newId(), number: 1, brandSnapshot: {}, issuedAt: new Date() },
      });
    }
    await db.taskDependency.createMany({
      data: (wish.after ?? []).map((afterTaskId) => ({ agencyId, taskId: task.id, afterTaskId })),
    });
  });
  return task;
}

/** A budget line for the discipline's work in the month of that day. Roubles. */
export async function aBudgetLine(
  agency: TestAgency,
  {
    discipline = 'copy',
    planned = 0,
    isHard = true,
    on = inThreeDays(),
  }: { discipline?: Discipline; planned?: number; isHard?: boolean; on?: Date } = {},
): Promise<{ readonly id: Id }> {
  const line = { id: newId() };
  const minor = BigInt(planned) * 100n;
  // Months are Moscow's, as the scenario's agency counts them.
  const month = new Date(`${new Date(on.getTime() + 3 * 3_600_000).toISOString().slice(0, 7)}-01`);
  await within(agency.agencyId, (db) =>
    db.budgetLine.create({
      data: {
        ...line,
        agencyId: agency.agencyId,
        campaignId: agency.campaign.id,
        category: discipline,
        month,
        isHard,
        currency: 'RUB',
        plannedMinor: minor,
        availableMinor: minor,
      },
    }),
  );
  return line;
}

function assigneeOf(agency: TestAgency, discipline: Discipline): TestMember {
  if (discipline === 'copy') return agency.copywriter;
  return discipline === 'design' ? agency.designer : agency.targetologist;
}
