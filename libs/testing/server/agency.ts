import type { CurrentMember } from '@planerka/agency/server';
import type { Discipline, Role } from '@planerka/agency/domain';
import { newId, type Id } from '@planerka/platform/domain';
import { sessionCookie } from './session';
import { testPrisma, within } from './tenant-writer';

/** A member of a scenario: the viewer that services take, and the cookie that HTTP takes. */
export interface TestMember extends CurrentMember {
  readonly email: string;
  readonly cookie: string;
}

/** A client and what it cannot do without. */
export interface TestClient {
  /** Served by the manager's squad; its brand profile is filled. */
  readonly client: { readonly id: Id; readonly name: string };
  /** Has the client's final word. */
  readonly contact: { readonly id: Id; readonly name: string };
  readonly channel: { readonly id: Id };
  /** Runs from the first of last month to the end of next month. */
  readonly campaign: { readonly id: Id; readonly startsOn: string; readonly endsOn: string };
  readonly rubric: { readonly id: Id; readonly name: string };
}

/** What `agency()` gives: an agency of five with one client, one campaign and one channel. */
export interface TestAgency extends TestClient {
  readonly agencyId: Id;
  readonly squadId: Id;
  readonly owner: TestMember;
  readonly manager: TestMember;
  readonly copywriter: TestMember;
  readonly designer: TestMember;
  readonly targetologist: TestMember;
  /** Another member, in the squad unless `squadIds` says otherwise. */
  join(name: string, role: Role, disciplines?: readonly Discipline[], squadIds?: readonly Id[]): Promise<TestMember>;
}

export async function agency(name = 'Маяк'): Promise<TestAgency> {
  const agencyId = newId();
  const squadId = newId();
  await within(agencyId, async (db) => {
    await db.agency.create({ data: { id: agencyId, name } });
    await db.squad.create({ data: { agencyId, id: squadId, name: 'Первая команда' } });
  });
  const join: TestAgency['join'] = (memberName, role, disciplines = [], squadIds = [squadId]) =>
    addMember(agencyId, memberName, role, disciplines, squadIds);
  const owner = await join('Ирина Савельева', 'owner', [], []);
  const manager = await join('Анна Белова', 'manager');
  const copywriter = await join('Мария Орлова', 'specialist', ['copy']);
  const designer = await join('Тимур Галиев', 'specialist', ['design']);
  const targetologist = await join('Глеб Соколов', 'specialist', ['targeting']);
  const client = await aClient({ agencyId, squadId });
  return { agencyId, squadId, owner, manager, copywriter, designer, targetologist, ...client, join };
}

async function addMember(
  agencyId: Id,
  name: string,
  role: Role,
  disciplines: readonly Discipline[],
  squadIds: readonly Id[],
): Promise<TestMember> {
  const prisma = await testPrisma();
  const userId = newId();
  const memberId = newId();
  const email = `${userId}@mayak.example`;
  await prisma.user.create({ data: { id: userId, name, email } });
  await within(agencyId, async (db) => {
    await db.member.create({
      data: { agencyId, id: memberId, userId, name, email, role, disciplines: [...disciplines] },
    });
    await db.squadMember.createMany({
      data: squadIds.map((squadId) => ({ agencyId, squadId, memberId, isLead: false })),
    });
  });
  const cookie = await sessionCookie(userId);
  return { kind: 'member', agencyId, userId, memberId, name, email, role, disciplines, squadIds, cookie };
}

/** One more client of a squad. */
export async function aClient(
  { agencyId, squadId }: { readonly agencyId: Id; readonly squadId: Id },
  name = 'Сосна',
): Promise<TestClient> {
  const client = { id: newId(), name };
  const contact = { id: newId(), name: 'Марина Дубова' };
  const channel = { id: newId() };
  const rubric = { id: newId(), name: 'Экспертная' };
  const today = new Date();
  const startsOn = day(today.getUTCFullYear(), today.getUTCMonth() - 1, 1);
  const endsOn = day(today.getUTCFullYear(), today.getUTCMonth() + 2, 0);
  const campaign = { id: newId(), startsOn, endsOn };
  await within(agencyId, async (db) => {
    await db.client.create({ data: { agencyId, id: client.id, name: client.name, squadId } });
    await db.brandProfile.create({ data: { agencyId, clientId: client.id, data: {} } });
    await db.contact.create({
      data: {
        agencyId,
        id: contact.id,
        clientId: client.id,
        name: contact.name,
        email: 'marina@sosna.example',
        isApprover: true,
        isFinalApprover: true,
      },
    });
    await db.channel.create({
      data: { agencyId, id: channel.id, clientId: client.id, network: 'vk', title: 'Сосна. Мебель из массива' },
    });
    await db.rubric.create({
      data: { agencyId, id: rubric.id, clientId: client.id, name: rubric.name, colour: 1, targetShare: 25 },
    });
    await db.campaign.create({
      data: {
        agencyId,
        id: campaign.id,
        clientId: client.id,
        name: 'Новогодняя коллекция',
        goal: 'leads',
        startsOn: new Date(startsOn),
        endsOn: new Date(endsOn),
      },
    });
  });
  return { client, contact, channel, rubric, campaign };
}

const day = (year: number, month: number, date: number): string =>
  new Date(Date.UTC(year, month, date)).toISOString().slice(0, 10);
