import type { Slug } from '../content/types';
import { idOf } from './ids';
import type { Loading } from './loading';

interface Decision {
  readonly rule: string;
  /** null: for the whole agency. */
  readonly client: Slug | null;
  readonly isOff?: boolean;
  readonly limit?: number;
  readonly reason: string;
}

const decisions: readonly Decision[] = [
  { rule: 'emoji', client: null, limit: 6, reason: 'Больше шести читается как рассылка' },
  { rule: 'emoji', client: 'bely-kit', limit: 1, reason: 'Клиника: хватит одного, и то не в каждом посте' },
  { rule: 'capitals', client: 'ladoga', isOff: true, reason: 'Названия домов пишем капслоком, так на табличках' },
];

/** What the demo agency has decided of the rules that publications are held against. */
export async function loadPreflight({ db, agencyId, demo, calendar }: Loading): Promise<void> {
  const { members, owner } = demo.agency;
  await db.preflightOverride.createMany({
    data: decisions.map(({ rule, client, isOff = false, limit = null, reason }, index) => {
      const by = demo.clients.find(({ slug }) => slug === client)?.manager ?? owner;
      const clientId = client === null ? null : idOf('client', client);
      return {
        ...{ agencyId, scopeId: clientId ?? agencyId, clientId, rule, isOff, limit, reason },
        setById: idOf('member', by),
        setByName: members.find(({ slug }) => slug === by)?.name ?? '',
        setAt: calendar.at(-40 + index, '12:00'),
      };
    }),
  });
}
