import { read, type ObjectRead, type ReadInput, type RootRead } from '@planerka/platform/server';
import type { CurrentMember } from './current-member';
import { memberOf } from './current-viewer';

type OfMember = 'viewerOf' | 'viewerKey' | 'scopeOf';

/** A field of Query that members of an agency may ask for. */
export const memberRead = <Args, Input extends ReadInput>(
  root: Omit<RootRead<CurrentMember, Args, Input>, OfMember>,
): RootRead<CurrentMember, Args, Input> => ({ ...root, ...ofMember });

/** An object of a command's result, as the member sees it who gave the command. */
export const memberObject = <Args, Input extends ReadInput>(
  object: Omit<ObjectRead<CurrentMember, Args, Input>, OfMember>,
): ObjectRead<CurrentMember, Args, Input> => ({ ...object, ...ofMember });

const ofMember: Pick<ObjectRead<CurrentMember, never, ReadInput>, OfMember> = {
  viewerOf: memberOf,
  viewerKey: ({ agencyId, memberId, userId, role, squadIds, disciplines, scopes }) =>
    JSON.stringify([agencyId, memberId, userId, role, squadIds, disciplines, scopes]),
  scopeOf: (viewer) => viewer,
};

/** A field that a rule decides for the member who asks. */
export const memberRule = read.ruleFor<CurrentMember>();
