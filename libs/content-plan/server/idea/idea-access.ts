import { can } from '@planerka/agency/domain';
import type { CurrentMember } from '@planerka/agency/server';
import type { Id } from '@planerka/platform/domain';

/** Whether they may put it away and bring it back: who had it, and who leads its client. */
export const mayKeepIdea = (
  viewer: CurrentMember,
  { authorId, squadId }: { readonly authorId: Id; readonly squadId: Id | null },
): boolean => authorId === viewer.memberId || (squadId !== null && can(viewer, 'plan.edit', { squadId }));
