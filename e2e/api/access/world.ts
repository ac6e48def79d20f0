import { hashToken, newSecretToken } from '@planerka/platform/server';
import { newId } from '@planerka/platform/domain';
import {
  aClient,
  agency,
  everythingOf,
  within,
  type Ids,
  type TestAgency,
  type TestMember,
} from '@planerka/testing/server';
import type { ActorName } from './actors';
import { plant } from './planted';

export type Headers = Readonly<Record<string, string>>;

export interface World {
  readonly own: TestAgency;
  readonly members: Readonly<Record<Exclude<ActorName, 'guest' | 'expiredGuest' | 'nobody'>, TestMember>>;
  /** One of everything, which nothing changes: who is refused is refused this. */
  readonly things: Ids;
  headersOf(actor: ActorName): Headers;
  /** One of everything for a client of its own: a command that is allowed may do with it what it does. */
  another(): Promise<Ids>;
}

export async function makeWorld(): Promise<World> {
  const own = await agency('Маяк');
  const secondSquad = newId();
  await within(own.agencyId, (db) =>
    db.squad.create({ data: { agencyId: own.agencyId, id: secondSquad, name: 'Вторая команда' } }),
  );
  const members = {
    owner: own.owner,
    manager: own.manager,
    otherManager: await own.join('Борис Левин', 'manager', [], [secondSquad]),
    assignee: own.copywriter,
    targetologist: own.targetologist,
    colleague: own.designer,
    stranger: await own.join('Игорь Седов', 'specialist', ['targeting'], [secondSquad]),
    foreigner: (await agency('Чужие')).owner,
  };
  const things = await everythingOf(own);
  await plant(own, things);
  const expired = await expiredLink(own, things);
  const cookieOf = (member: TestMember): Headers => ({ cookie: member.cookie, 'x-planerka-agency': member.agencyId });
  return {
    own,
    members,
    things,
    another: async () => {
      const things = await everythingOf({ ...own, ...(await aClient(own)) });
      // Whoever is managed is none of those who ask.
      return { ...things, member: (await own.join('Новенький', 'specialist', ['copy'])).memberId };
    },
    headersOf: (actor) => {
      if (actor === 'nobody') return {};
      if (actor === 'guest') return { 'x-planerka-guest': things.linkToken };
      return actor === 'expiredGuest' ? { 'x-planerka-guest': expired } : cookieOf(members[actor]);
    },
  };
}

/** Somebody like them, whose sessions may be ended. */
export async function passingHeadersOf(world: World, actor: ActorName): Promise<Headers> {
  const headers = world.headersOf(actor);
  const member = actor in world.members ? world.members[actor as keyof World['members']] : null;
  if (!member) return headers;
  const { cookie, agencyId } = await world.own.join('Уходящий', member.role, member.disciplines);
  return { cookie, 'x-planerka-agency': agencyId };
}

async function expiredLink({ agencyId, client }: TestAgency, { approval }: Ids): Promise<string> {
  const { token } = newSecretToken();
  await within(agencyId, async (db) => {
    const contact = { id: newId(), clientId: client.id, name: 'Олег Дубов' };
    await db.contact.create({ data: { agencyId, ...contact } });
    await db.approvalLink.create({
      data: {
        agencyId,
        id: newId(),
        approvalId: approval,
        contactId: contact.id,
        tokenHash: new Uint8Array(hashToken(token)),
        expiresAt: new Date(Date.now() - 60_000),
      },
    });
  });
  return token;
}
