import { ideaSchema } from '@planerka/content-plan/domain';
import type { ClientContent, IdeaContent } from '../content/types';
import { idOf } from './ids';
import { checked, type Loading } from './loading';
import type { PictureGallery } from './pictures';

/** The bank of ideas: what waits for its day, and what has become a publication. */
export async function loadIdeas(loading: Loading, gallery: PictureGallery): Promise<void> {
  for (const client of loading.demo.clients)
    for (const [index, idea] of client.ideas.entries()) await loadIdea(loading, gallery, client, idea, index);
}

async function loadIdea(
  loading: Loading,
  gallery: PictureGallery,
  client: ClientContent,
  { text, author, day, rubric, tags = [], link, picture, item }: IdeaContent,
  index: number,
): Promise<void> {
  const { db, agencyId, calendar } = loading;
  const id = idOf('idea', client.slug, index);
  const fileId = picture ? idOf('idea-picture', client.slug, index) : null;
  const createdAt = calendar.at(day, '17:00');
  const fields = {
    text,
    tags: [...tags],
    url: link ?? null,
    clientId: idOf('client', client.slug),
    rubricId: rubric ? idOf('rubric', client.slug, rubric) : null,
    fileId,
  };
  checked(`Idea «${text}»`, ideaSchema, fields);
  await db.idea.create({
    data: {
      ...fields,
      agencyId,
      id,
      itemId: item ? idOf('item', item) : null,
      archivedAt: item ? createdAt : null,
      createdById: idOf('member', author),
      createdAt,
    },
  });
  if (!picture || !fileId) return;
  const { previews, size, ...facts } = await gallery.draw(fileId, picture);
  await db.file.create({
    data: {
      ...facts,
      agencyId,
      id: fileId,
      clientId: fields.clientId,
      ideaId: id,
      name: 'идея.webp',
      mime: 'image/webp',
      size: BigInt(size),
      previews: [...previews],
      storageKey: `${agencyId}/${fileId}`,
      state: 'ready',
      uploadedById: idOf('member', author),
      createdAt,
    },
  });
}
