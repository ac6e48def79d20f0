import type { Id } from '@planerka/platform/domain';
import type { FilePresenter } from '@planerka/platform/server';
import type { ShownDocument } from './guest-document';
import type { GuestMediaObject, GuestTextObject } from './guest.object';

/** Whose link shows it; without one where a member looks. */
interface Holder {
  readonly agencyId: Id;
  readonly linkId?: Id;
}

export function textsOf(shown: Pick<ShownDocument, 'content'> | undefined): readonly GuestTextObject[] {
  if (shown?.content.kind !== 'copy') return [];
  const { text, variants } = shown.content;
  return [{ network: null, body: text }, ...(variants ?? []).map(({ network, text: body }) => ({ network, body }))];
}

export function mediaOf(
  files: FilePresenter,
  { agencyId, linkId }: Holder,
  shown: ShownDocument | undefined,
): readonly GuestMediaObject[] {
  if (!shown || shown.content.kind === 'copy') return [];
  const byId = new Map(shown.files.map((file) => [file.id, file]));
  // In the order of the slides; a layered source is not among them and never goes out.
  return shown.content.fileIds.flatMap((fileId) => {
    const file = byId.get(fileId);
    if (!file) return [];
    const { id, kind, width, height, url, previewUrl, largeUrl } = files.presentShared(agencyId, file, linkId);
    return [{ id, kind, width, height, url, previewUrl, largeUrl }];
  });
}
