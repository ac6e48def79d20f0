import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SearchIndexer } from '@planerka/activity/server';
import { newId } from '@planerka/platform/domain';
import {
  aTask,
  agency,
  readyBrief,
  within,
  type TestAgency,
  type TestMember,
  type TestTask,
} from '@planerka/testing/server';
import { startApi, stopApi, type Api } from './harness';

const search = /* GraphQL */ `
  query ($query: String!, $kinds: [FoundKind!], $clientId: ID, $first: Int, $after: String) {
    search(query: $query, kinds: $kinds, clientId: $clientId, first: $first, after: $after) {
      problem
      isGuess
      groups {
        kind
        count
        found {
          nodes {
            id
            kind
            taskId
            clientName
            state
            author
            isForClient
            title {
              text
              marks {
                from
                to
              }
            }
            passage {
              text
              marks {
                from
                to
              }
            }
          }
          pageInfo {
            hasNextPage
            endCursor
          }
        }
      }
    }
  }
`;

interface Passage {
  readonly text: string;
  readonly marks: readonly { readonly from: number; readonly to: number }[];
}
interface Found {
  readonly id: string;
  readonly kind: string;
  readonly title: Passage;
  readonly passage: Passage | null;
}
interface Group {
  readonly kind: string;
  readonly count: number;
  readonly found: { readonly nodes: readonly Found[]; readonly pageInfo: { hasNextPage: boolean; endCursor: string } };
}
interface Answer {
  readonly problem: string | null;
  readonly isGuess: boolean;
  readonly groups: readonly Group[];
}

let api: Api;
let own: TestAgency;
let task: TestTask;
const deliverable = newId();
const longText = `${'Первый снег. '.repeat(40)}Бархатные подлокотники выдержат всё. ${'Конец. '.repeat(40)}`;
beforeAll(async () => {
  api = await startApi();
  own = await agency();
  task = await layDown(own);
  await indexed();
});
afterAll(stopApi);

const indexed = (): Promise<number> => api.app.get(SearchIndexer).catchUp(own.agencyId);
const asked = async (member: TestMember, query: string, more: object = {}): Promise<Answer> =>
  (await api.as(member).run(search, { query, ...more })).search;
const all = async (member: TestMember, query: string): Promise<readonly Found[]> =>
  (await asked(member, query)).groups.flatMap(({ found }) => found.nodes);
/** «TASK Пост», in the order in which they are shown. */
const found = async (member: TestMember, query: string): Promise<readonly string[]> =>
  (await all(member, query)).map(({ kind, title }) => `${kind} ${title.text}`);
const words = ({ text, marks }: Passage): readonly string[] => marks.map(({ from, to }) => text.slice(from, to));

/** An item, a task of the copywriter with brief, draft, text and comments. */
async function layDown({ agencyId, client, manager, copywriter }: TestAgency): Promise<TestTask> {
  const made = await aTask(own, {
    title: 'Текст про кресла-качалки',
    assignee: copywriter,
    state: 'in_review',
    fee: 7_777,
    brief: { ...readyBrief('copy'), goal: 'Читатель узнаёт ёлочные скидки и звонит' },
  });
  await within(agencyId, async (db) => {
    const item = { agencyId, id: newId(), clientId: client.id, format: 'post' } as const;
    await db.contentItem.create({
      data: { ...item, title: 'Стол на 100%', idea: 'Контент-план: 🎄 «Ёлка» 2027', publishAt: new Date() },
    });
    await db.deliverable.create({
      data: {
        agencyId,
        id: deliverable,
        taskId: made.id,
        number: 1,
        data: {
          kind: 'copy',
          variants: [],
          text: {
            type: 'doc',
            content: [{ type: 'paragraph', content: [{ type: 'text', text: longText }] }],
          },
        },
        contentHash: '',
        submittedById: copywriter.memberId,
        submittedAt: new Date(),
      },
    });
    const comment = { agencyId, taskId: made.id, authorName: manager.name };
    await db.comment.create({
      data: { ...comment, id: newId(), visibility: 'internal', body: 'Про публикацию клиенту молчим' },
    });
    await db.comment.create({ data: { ...comment, id: newId(), visibility: 'client', body: 'Замечательный абзац' } });
    await db.briefVersion.create({
      data: {
        agencyId,
        id: newId(),
        taskId: made.id,
        number: 2,
        data: { ...readyBrief('copy'), goal: 'Черновиковый поворот' },
        feeMinor: 777_700n,
      },
    });
  });
  return made;
}

describe('Search', () => {
  it.each([
    ['any form of a word', 'столов', 'ITEM Стол на 100%'],
    ['a form and a part', 'кресло кача', 'TASK Текст про кресла-качалки'],
    ['a hyphen', 'кресла-качалки', 'TASK Текст про кресла-качалки'],
    ['е for ё', 'елка', 'ITEM Стол на 100%'],
    ['ё for е', 'ёлочных', 'TASK Текст про кресла-качалки'],
    ['a beginning', 'подлокот', 'TEXT Текст про кресла-качалки'],
    ['a slip of the hand', 'публикция', 'COMMENT Текст про кресла-качалки'],
    ['letters that were swapped', 'брахатные', 'TEXT Текст про кресла-качалки'],
    ['the wrong layout', ',fh[fnyst', 'TEXT Текст про кресла-качалки'],
    ['a number', '2027', 'ITEM Стол на 100%'],
    ['a number with a sign', '100%', 'ITEM Стол на 100%'],
    ['quotes and an emoji', '🎄 «ёлка»', 'ITEM Стол на 100%'],
    ['capitals', 'СТОЛ', 'ITEM Стол на 100%'],
    ['words that say nothing', 'стол на', 'ITEM Стол на 100%'],
    ['a client’s name and a word', 'сосна подлокотники', 'TEXT Текст про кресла-качалки'],
    ['a name', 'Сос', 'CLIENT Сосна'],
  ])('finds by %s: «%s»', async (_, query, expected) => {
    expect(await found(own.manager, query)).toContain(expected);
  });

  it('wants every word', async () => {
    expect(await found(own.manager, 'подлокотники марципан')).toEqual([]);
  });

  it('says so where it guessed', async () => {
    expect((await asked(own.manager, 'публикция')).isGuess).toBe(true);
    expect((await asked(own.manager, 'публикация')).isGuess).toBe(false);
  });

  it('shows where a text says it, as text and places', async () => {
    const [text] = await all(own.manager, 'бархатный подлокотник');
    expect(text?.passage?.text).toMatch(/^….*Бархатные подлокотники выдержат всё.*…$/);
    expect(text?.passage && words(text.passage)).toEqual(['Бархатные подлокотники']);
    const [item] = await all(own.manager, 'столами');
    expect(item && words(item.title)).toEqual(['Стол']);
  });

  it('puts a name before a text, and what is open before what is over', async () => {
    const { agencyId, client } = own;
    const title = (name: string) => ({
      ...{ agencyId, id: newId(), clientId: client.id, format: 'post' as const, title: name },
      publishAt: new Date(),
    });
    await within(agencyId, async (db) => {
      await db.contentItem.create({ data: { ...title('Другое'), idea: 'Там гамак' } });
      await db.contentItem.create({ data: { ...title('Гамак был'), status: 'published' } });
      await db.contentItem.create({ data: title('Гамак будет') });
    });
    await indexed();
    expect(await found(own.manager, 'гамак')).toEqual(['ITEM Гамак будет', 'ITEM Гамак был', 'ITEM Другое']);
  });

  it('goes on where a page ended', async () => {
    const { agencyId, client } = own;
    const names = Array.from({ length: 7 }, (_, place) => `Страница ${place}`);
    await within(agencyId, (db) =>
      db.contentItem.createMany({
        data: names.map((title) => ({
          ...{ agencyId, id: newId(), clientId: client.id, format: 'post' as const, title, publishAt: new Date() },
        })),
      }),
    );
    await indexed();
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const { groups } = await asked(own.manager, 'страницы', { kinds: ['ITEM'], first: 3, after });
      const [group] = groups;
      expect(group?.count).toBe(7);
      seen.push(...(group?.found.nodes.map(({ title }) => title.text) ?? []));
      after = group?.found.pageInfo.hasNextPage ? group.found.pageInfo.endCursor : null;
    } while (after);
    expect(seen.toSorted()).toEqual(names);
    const broken = await api.as(own.manager).ask(search, { query: 'страницы', kinds: ['ITEM'], after: 'x' });
    expect(broken.errors[0]?.extensions['code']).toBe('BAD_USER_INPUT');
  });

  it('counts what is of other kinds, and asks for one client alone', async () => {
    const answer = await asked(own.manager, 'кресла', { kinds: ['ITEM'] });
    expect(answer.groups.map(({ kind, count, found: page }) => [kind, count, page.nodes.length])).toEqual([
      ['TASK', 1, 0],
    ]);
    expect((await asked(own.manager, 'кресла', { clientId: newId() })).groups).toEqual([]);
    expect((await asked(own.manager, 'кресла', { clientId: own.client.id })).groups).toHaveLength(1);
  });

  it.each([
    ['nothing', '', 'TOO_SHORT'],
    ['one letter', ' а ', 'TOO_SHORT'],
    ['signs alone', '🎄%_\\', 'TOO_SHORT'],
    ['nine words', 'один два три четыре пять шесть семь восемь девять', 'TOO_LONG'],
    ['ten thousand letters', 'я'.repeat(10_000), 'TOO_LONG'],
  ])('refuses %s', async (_, query, problem) => {
    expect(await asked(own.manager, query)).toEqual({ problem, isGuess: false, groups: [] });
  });

  it('takes signs for signs', async () => {
    for (const query of ["стол' OR 1=1 --", 'стол & !кресло:*', 'стол\u0000', '%%%стол', '\uD83C стол'])
      expect((await api.as(own.manager).ask(search, { query })).errors).toEqual([]);
  });

  it('asks two statements, three where it guesses', async () => {
    expect(await api.statementsOf(() => asked(own.manager, 'кресла'))).toHaveLength(2);
    expect(await api.statementsOf(() => asked(own.manager, 'публикция'))).toHaveLength(3);
  });
});

describe('Who finds what', () => {
  it('whoever does the task: brief, text and comments, but no draft', async () => {
    const { copywriter } = own;
    expect(await found(copywriter, 'ёлочные')).toEqual(['TASK Текст про кресла-качалки']);
    expect(await found(copywriter, 'подлокотники')).toEqual(['TEXT Текст про кресла-качалки']);
    expect(await found(copywriter, 'молчим')).toEqual(['COMMENT Текст про кресла-качалки']);
    expect(await found(copywriter, 'черновиковый')).toEqual([]);
    expect(await found(own.manager, 'черновиковый')).toEqual(['TASK Текст про кресла-качалки']);
  });

  it('others of the squad: publications and clients, nothing of the task', async () => {
    for (const query of ['кресла', 'ёлочные', 'подлокотники', 'молчим', 'замечательный', 'черновиковый'])
      expect(await found(own.designer, query)).toEqual([]);
    expect(await found(own.designer, 'стол')).toEqual(['ITEM Стол на 100%']);
  });

  it('managers of other squads and other agencies: nothing', async () => {
    const stranger = await own.join('Чужой Менеджер', 'manager', [], []);
    // Their client is called «Сосна», too.
    const { owner } = await agency('Чужие');
    for (const member of [stranger, owner])
      for (const query of ['кресла', 'стол', 'молчим', 'сосна', 'публикция'])
        expect((await found(member, query)).filter((each) => each !== 'CLIENT Сосна')).toEqual([]);
  });

  it('nobody: a fee, a limit of money, an id', async () => {
    for (const query of ['7777', '777700', '50000', own.client.id.slice(0, 8)])
      expect(await found(own.owner, query)).toEqual([]);
  });

  it('whoever gets the task finds it at once, whoever loses it no more', async () => {
    const { agencyId, copywriter, targetologist } = own;
    const assign = (assigneeId: string) =>
      within(agencyId, (db) =>
        db.task.update({ where: { agencyId_id: { agencyId, id: task.id } }, data: { assigneeId } }),
      );
    await assign(targetologist.memberId);
    expect(await found(targetologist, 'подлокотники')).toHaveLength(1);
    expect(await found(copywriter, 'подлокотники')).toEqual([]);
    await assign(copywriter.memberId);
  });
});

describe('The index', () => {
  it('follows an edit, a deletion and its undoing', async () => {
    const { agencyId, client, manager } = own;
    const id = newId();
    const key = { agencyId_id: { agencyId, id } };
    const write = async (work: Parameters<typeof within>[1]): Promise<void> => {
      await within(agencyId, work);
      await indexed();
    };
    const data = { agencyId, id, clientId: client.id, format: 'post' as const, publishAt: new Date() };
    await write((db) => db.contentItem.create({ data: { ...data, title: 'Торшер' } }));
    expect(await found(manager, 'торшеры')).toEqual(['ITEM Торшер']);
    await write((db) => db.contentItem.update({ where: key, data: { title: 'Абажур' } }));
    expect([await found(manager, 'торшер'), await found(manager, 'абажур')]).toEqual([[], ['ITEM Абажур']]);
    await write((db) => db.contentItem.update({ where: key, data: { deletedAt: new Date() } }));
    expect(await found(manager, 'абажур')).toEqual([]);
    await write((db) => db.contentItem.update({ where: key, data: { deletedAt: null } }));
    expect(await found(manager, 'абажур')).toEqual(['ITEM Абажур']);
    await write((db) => db.contentItem.delete({ where: key }));
    expect(await found(manager, 'абажур')).toEqual([]);
  });

  it('counts nothing that is deleted and still stands in it', async () => {
    const { agencyId, client, manager } = own;
    const ids = [newId(), newId()];
    await within(agencyId, (db) =>
      db.contentItem.createMany({
        data: ids.map((id) => ({
          ...{ agencyId, id, clientId: client.id, format: 'post' as const },
          title: 'Оттоманка',
          publishAt: new Date(),
        })),
      }),
    );
    await indexed();
    const [deleted = '', left = ''] = ids;
    const remove = (id: string) =>
      within(agencyId, (db) =>
        db.contentItem.update({ where: { agencyId_id: { agencyId, id } }, data: { deletedAt: new Date() } }),
      );
    await remove(deleted);
    // The page is full of what is there, not of what has been.
    const [group] = (await asked(manager, 'оттоманка', { first: 1 })).groups;
    expect({ count: group?.count, ids: group?.found.nodes.map(({ id }) => id) }).toEqual({ count: 1, ids: [left] });
    expect(group?.found.pageInfo.hasNextPage).toBe(false);
    await remove(left);
    expect((await asked(manager, 'оттоманка')).groups).toEqual([]);
  });

  it('takes in a comment that somebody writes, by itself', async () => {
    const add = /* GraphQL */ `
      mutation ($input: AddCommentInput!) {
        addComment(input: $input) {
          __typename
        }
      }
    `;
    const input = { taskId: task.id, deliverableId: deliverable, visibility: 'INTERNAL', body: 'Пусть будет плюшевый' };
    expect((await api.as(own.manager).run(add, { input })).addComment.__typename).toBe('CommentSuccess');
    while ((await found(own.manager, 'плюшевая')).length === 0) await new Promise((resolve) => setImmediate(resolve));
    expect(await found(own.manager, 'плюшевая')).toEqual(['COMMENT Текст про кресла-качалки']);
  });

  it('is the same when all is indexed anew, and says nothing of what is gone', async () => {
    const { agencyId } = own;
    const rows = () =>
      within(
        agencyId,
        (db) => db.$queryRaw`
          SELECT d.kind, d.entity_id, p.word, p.weight FROM search_posting p
          LEFT JOIN search_document d ON d.agency_id = p.agency_id AND d.id = p.document_id
          WHERE p.agency_id = ${agencyId}::uuid ORDER BY 1, 2, 3`,
      );
    const before = await rows();
    await within(agencyId, (db) => db.$executeRaw`SELECT search_again(${agencyId}::uuid)`);
    await indexed();
    expect(await rows()).toEqual(before);
    await within(agencyId, (db) => db.$executeRaw`DELETE FROM search_posting WHERE agency_id = ${agencyId}::uuid`);
    await within(
      agencyId,
      (db) => db.$executeRaw`UPDATE search_text SET words = '{}', weights = '{}' WHERE agency_id = ${agencyId}::uuid`,
    );
    await within(agencyId, (db) => db.$executeRaw`SELECT search_again(${agencyId}::uuid)`);
    await indexed();
    expect(await rows()).toEqual(before);
  });
});
