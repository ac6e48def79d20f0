import { hashToken } from '@planerka/platform/server';
import { idOf, tokenOf } from './ids';
import type { Loading } from './loading';

/** A manager's own calendar on their phone, and one that a client follows. */
export async function loadCalendars({ db, agencyId, demo, calendar, secret }: Loading): Promise<void> {
  const manager = idOf('member', demo.approvals[0]?.requestedBy ?? '');
  const client = demo.clients.find(({ contacts }) => contacts.length > 1) ?? demo.clients[0];
  if (!client) return;
  const kept = (name: string) => ({
    agencyId,
    id: idOf('calendar-link', name),
    memberId: manager,
    name,
    tokenHash: new Uint8Array(hashToken(tokenOf(secret, `calendar:${name}`))),
  });
  await db.calendarLink.createMany({
    data: [
      {
        ...kept('Телефон'),
        kind: 'member',
        shows: ['tasks', 'publications'],
        hint: 'x7Qa',
        createdAt: calendar.at(-20, '10:05'),
        lastUsedAt: calendar.at(-1, '23:40'),
      },
      {
        ...kept(client.contacts[0]?.name ?? client.name),
        kind: 'client',
        clientId: idOf('client', client.slug),
        shows: [],
        hint: 'Lm3k',
        createdAt: calendar.at(-12, '16:20'),
        lastUsedAt: calendar.at(-1, '21:15'),
      },
    ],
  });
}
