import { Injectable, type OnModuleInit } from '@nestjs/common';
import { can } from '@planerka/agency/domain';
import type { CurrentMember, MemberActor } from '@planerka/agency/server';
import { issue, kindOf, type Id, type InputIssue } from '@planerka/platform/domain';
import { FileAccess, type Tx } from '@planerka/platform/server';

/** A picture may be there before its idea is, and before it is known whom the idea is for: until then it is its uploader's own. */
@Injectable()
export class IdeaPictures implements OnModuleInit {
  constructor(private readonly access: FileAccess) {}

  onModuleInit(): void {
    this.access.add((actor, { ownerId }) => {
      if (ownerId === null) return Promise.resolve(undefined);
      const viewer = actor.kind === 'member' ? (actor as MemberActor).member : null;
      const isTheirs = viewer?.memberId === ownerId && can(viewer, 'idea.add');
      return Promise.resolve(isTheirs ? { clientId: null, taskId: null } : null);
    });
  }
}

/**
 * Gives the idea its picture: one that the viewer has brought for an idea, or one that this idea has had. It is then a file of the
 * idea's client, and of no other idea.
 */
export async function takePicture(
  { db, agencyId }: Tx,
  { memberId }: CurrentMember,
  ideaId: Id,
  { fileId, clientId }: { readonly fileId: Id | null; readonly clientId: Id | null },
  before: Id | null,
): Promise<readonly InputIssue[]> {
  if (fileId === null) return [];
  const file = await db.file.findFirst({
    where: {
      agencyId,
      id: fileId,
      state: 'ready',
      OR: [{ ideaId }, { ideaId: null, clientId: null, taskId: null, uploadedById: memberId }],
    },
    select: { mime: true, clientId: true },
  });
  if (!file) return [issue(['fileId'], 'unknown_picture')];
  if (kindOf(file.mime) !== 'image') return [issue(['fileId'], 'no_picture')];
  if (fileId !== before || file.clientId !== clientId)
    await db.file.updateMany({ where: { agencyId, id: fileId }, data: { ideaId, clientId } });
  return [];
}
