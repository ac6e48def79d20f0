import { can, type Action } from './access';
import { catalogue } from './permissions';
import type { Role } from './role';
import type { GuestViewer, MemberViewer, Viewer } from './viewer';

/** Whose rights people ask about: the roles, and the client who comes by a link. */
export const rightHolders = ['owner', 'manager', 'specialist', 'guest'] as const satisfies readonly (Role | 'guest')[];
export type RightHolder = (typeof rightHolders)[number];

/** What a rule may look at: whether the client is served by the viewer's squad, the thing is their own, they do ads. */
interface Circumstance {
  readonly serves: boolean;
  readonly own: boolean;
  readonly ads: boolean;
}

/** How far a right reaches, as people say it. */
const reaches = {
  never: () => false,
  always: () => true,
  ownClients: ({ serves }) => serves,
  own: ({ own }) => own,
  ownOfOwnClients: ({ serves, own }) => serves && own,
  ownClientsAndOwn: ({ serves, own }) => serves || own,
  othersWork: ({ own }) => !own,
  othersWorkOfOwnClients: ({ serves, own }) => serves && !own,
  adsOfOwnClients: ({ serves, ads }) => serves && ads,
} satisfies Record<string, (circumstance: Circumstance) => boolean>;

export type Reach = keyof typeof reaches;

const yesAndNo = [true, false] as const;
const circumstances: readonly Circumstance[] = yesAndNo.flatMap((serves) =>
  yesAndNo.flatMap((own) => yesAndNo.map((ads) => ({ serves, own, ads }))),
);

/**
 * How far the right reaches for somebody of that role: found out by asking the catalogue under every circumstance, so
 * that no second list can say otherwise.
 */
export function reachOf(action: Action, holder: RightHolder): Reach {
  const ask = can as (viewer: Viewer, action: Action, facts: object) => boolean;
  const answers = circumstances.map((each) => ask(viewerOf(holder, each), action, factsOf(each)));
  const found = Object.entries(reaches).find(([, allows]) =>
    circumstances.every((each, index) => allows(each) === answers[index]),
  );
  if (!found) throw new Error(`How far ${action} reaches for a ${holder} has no words yet: add them to rights.ts`);
  return found[0] as Reach;
}

export interface RightsGroup {
  readonly domain: keyof typeof catalogue;
  readonly rights: readonly { readonly action: Action; readonly reach: Readonly<Record<RightHolder, Reach>> }[];
}

/** Everything that anybody may do, by domain. */
export const rightsTable = (): readonly RightsGroup[] =>
  Object.entries(catalogue).map(([domain, rules]) => ({
    domain: domain as keyof typeof catalogue,
    rights: (Object.keys(rules) as Action[]).map((action) => ({
      action,
      reach: Object.fromEntries(rightHolders.map((holder) => [holder, reachOf(action, holder)])) as Record<
        RightHolder,
        Reach
      >,
    })),
  }));

const ours = 'ours';
const me = 'me';

function viewerOf(holder: RightHolder, { ads }: Circumstance): Viewer {
  return holder === 'guest' ? guest : { ...member, role: holder, disciplines: ads ? ['targeting'] : ['copy'] };
}

const member: Omit<MemberViewer, 'role' | 'disciplines'> = {
  kind: 'member',
  userId: me,
  memberId: me,
  agencyId: ours,
  squadIds: [ours],
};

const guest: GuestViewer = {
  kind: 'guest',
  agencyId: ours,
  approvalId: me,
  linkId: me,
  contactId: me,
  clientId: ours,
};

/** A thing with everything that any rule looks at; a specialist is invited, and money is for ads. */
function factsOf({ serves, own }: Circumstance): object {
  const squadId = serves ? ours : 'theirs';
  const whose = own ? me : 'another';
  return {
    squadId,
    squadIds: [squadId],
    assigneeId: whose,
    memberId: whose,
    approvalId: whose,
    requestedById: whose,
    authorId: whose,
    authorMemberId: whose,
    isShared: true,
    role: 'specialist',
    category: 'ad_spend',
  };
}
