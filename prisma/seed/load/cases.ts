import { idOf } from './ids';
import type { Loading } from './loading';

export async function loadCases({ db, agencyId, demo }: Loading): Promise<void> {
  const contacts = demo.clients.flatMap((client) => client.contacts);
  await db.casePage.createMany({
    data: demo.cases.map((written) => {
      const author = contacts.find(({ slug }) => slug === written.quote.contact);
      return {
        agencyId,
        id: idOf('case', written.slug),
        campaignId: idOf('campaign', written.campaign),
        title: written.title,
        before: written.before,
        actions: written.done.join('\n'),
        after: written.after,
        quote: written.quote.text,
        quoteAuthor: author ? `${author.name}, ${author.position}` : '',
        isAnonymised: written.isAnonymous,
      };
    }),
  });
}
