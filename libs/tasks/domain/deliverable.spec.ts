import { describe, expect, it } from '@jest/globals';
import { containsPhrase, richTextOf } from '@planerka/platform/domain';
import {
  deliverableHash,
  parseDeliverable,
  type CopyContent,
  type DeliverableContent,
  type DesignContent,
} from './deliverable';
import { preflight, type FileFacts } from './preflight';
import { copyBrief, designBrief, targetingBrief } from './testing/briefs';

const [front, back, source] = [1, 2, 3].map((digit) => `01890a5d-ac96-774b-bcce-b302099a805${digit}`) as [
  string,
  string,
  string,
];
const copy = (text: string): CopyContent => ({ kind: 'copy', text: richTextOf(text), variants: [] });
const design = (patch: Partial<DesignContent> = {}): DesignContent => ({
  kind: 'design',
  fileIds: [front, back],
  sourceFileIds: [],
  sourceUrl: '',
  ...patch,
});

function taken(discipline: 'copy' | 'design' | 'targeting', input: unknown): DeliverableContent {
  const parsed = parseDeliverable(discipline, input);
  if (!parsed.ok) throw new Error(parsed.error.map(({ path, code }) => `${path.join('.')} ${code}`).join(', '));
  return parsed.value;
}

describe('what is submitted', () => {
  it.each<[string, 'copy' | 'design' | 'targeting', unknown, string]>([
    ['an empty text', 'copy', copy('\n \n'), 'text required'],
    [
      'a text with a script',
      'copy',
      { kind: 'copy', text: { type: 'doc', content: [{ type: 'script' }] } },
      'text rich_text_unknown_node',
    ],
    ['no files', 'design', design({ fileIds: [] }), 'fileIds required'],
    ['a source alone', 'design', design({ fileIds: [], sourceFileIds: [source] }), 'fileIds required'],
    ['a file id that is none', 'design', design({ fileIds: ['../etc/passwd'] }), 'fileIds.0 not_an_id'],
    ['a picture for a text', 'copy', design(), 'kind other_discipline'],
    ['an empty set-up', 'targeting', { kind: 'targeting' }, 'campaignName required'],
    ['nothing', 'copy', null, ' required'],
  ])('%s is refused', (_name, discipline, input, expected) => {
    const parsed = parseDeliverable(discipline, input);
    expect(parsed.ok ? [] : parsed.error.map(({ path, code }) => `${path.join('.')} ${code}`)).toEqual([expected]);
  });
});

describe('the content hash', () => {
  const bytes = new Map([
    [front, 'f1'],
    [back, 'f2'],
    [source, 'f3'],
  ]);

  it('survives the database', () => {
    const content = taken('copy', copy('Стол на всех'));
    const stored = taken('copy', JSON.parse(JSON.stringify(content)));
    expect(deliverableHash(stored, bytes)).toBe(deliverableHash(content, bytes));
  });

  it('changes with every letter, mark, variant, picture and their order', () => {
    const hashes = [
      copy('Стол на всех'),
      copy('Стол на всех.'),
      { ...copy('Стол на всех'), variants: [{ network: 'vk', text: richTextOf('Стол') }] },
      {
        ...copy(''),
        text: {
          type: 'doc',
          content: [{ type: 'heading', attrs: { level: 1 }, content: [{ type: 'text', text: 'Стол на всех' }] }],
        } as const,
      },
      design(),
      design({ fileIds: [back, front] }),
      design({ fileIds: [front] }),
    ].map((content) => deliverableHash(content, bytes));
    expect(new Set(hashes).size).toBe(hashes.length);
  });

  it('counts bytes, not uploads, and no source: a client never saw it', () => {
    const again = new Map([...bytes, [source, 'f1']]);
    expect(deliverableHash(design({ fileIds: [source, back] }), again)).toBe(deliverableHash(design(), bytes));
    expect(deliverableHash(design({ sourceFileIds: [source] }), bytes)).toBe(deliverableHash(design(), bytes));
    expect(() => deliverableHash(design(), new Map())).toThrow(TypeError);
  });
});

describe('preflight', () => {
  const file = (id: string, patch: Partial<FileFacts> = {}): FileFacts => ({
    id,
    name: 'стол.png',
    bytes: 1_000_000,
    width: 1080,
    height: 1080,
    ...patch,
  });
  const files = (...all: FileFacts[]) => new Map(all.map((one) => [one.id, one]));
  const shown = (findings: ReturnType<typeof preflight>) =>
    findings.map(({ field, code, blocks }) => `${field} ${code}${blocks ? '!' : ''}`);

  const brief = {
    ...copyBrief,
    minLength: 20,
    maxLength: 60,
    stopWords: ['эко'],
    keywords: ['стол'],
    hashtags: ['сосна'],
  };
  const good = 'Стол из сосны #сосна vk.me/sosna';

  it.each<[string, string, string[]]>([
    ['nothing, where all is well', good, []],
    ['too short a text', 'Стол #сосна', ['text text_too_short!', 'text link_missing']],
    ['too long a text', `${good}${'!'.repeat(40)}`, ['text text_too_long!']],
    ['the brief’s and the brand’s stop-words', `Эко и премиум! ${good}`, ['text stop_words!']],
    ['missing keywords', 'Обеденный гарнитур #сосна vk.me/sosna', ['text keywords_missing']],
    ['missing hashtags', 'Стол из сосны, vk.me/sosna', ['text hashtags_missing']],
    ['a missing link', 'Стол из сосны, пишите #сосна', ['text link_missing']],
  ])('finds %s', (_name, text, expected) => {
    expect(shown(preflight(brief, copy(text), { files: new Map(), brandStopWords: ['премиум'] }))).toEqual(expected);
  });

  it('reads every variant', () => {
    const content = { ...copy(good), variants: [{ network: 'vk', text: richTextOf(`${good} эко`) }] };
    expect(shown(preflight(brief, content, { files: new Map(), brandStopWords: [] }))).toEqual([
      'variants.0.text stop_words!',
    ]);
  });

  it.each<[string, Partial<typeof designBrief>, DesignContent, FileFacts[], string[]]>([
    ['nothing, where all is well', {}, design(), [file(front), file(back)], []],
    ['fewer files than slides', {}, design({ fileIds: [front] }), [file(front)], ['fileIds file_count!']],
    ['a heavy file', {}, design(), [file(front), file(back, { bytes: 2_000_001 })], ['fileIds.1 file_too_heavy!']],
    ['another format', {}, design(), [file(front, { name: 'стол.JPEG' }), file(back)], ['fileIds.0 file_format!']],
    ['another size', {}, design(), [file(front, { height: 1350 }), file(back)], ['fileIds.0 file_size_px']],
    ['no source', { isSourceWanted: true }, design(), [file(front), file(back)], ['sourceFileIds source_missing!']],
    [
      'a source by link',
      { isSourceWanted: true },
      design({ sourceUrl: 'https://figma.com/x' }),
      [file(front), file(back)],
      [],
    ],
  ])('finds %s', (_name, patch, content, all, expected) => {
    expect(
      shown(preflight({ ...designBrief, ...patch }, content, { files: files(...all), brandStopWords: [] })),
    ).toEqual(expected);
  });

  it('takes a set of files per size', () => {
    const [square] = designBrief.placements;
    if (!square) throw new Error('no placement');
    const two = { ...designBrief, placements: [square, { ...square, height: 1920 }] };
    const four = design({ fileIds: [front, back, source, '01890a5d-ac96-774b-bcce-b302099a8054'] });
    const none = { files: new Map(), brandStopWords: [] };
    expect(shown(preflight(two, four, none))).toEqual([]);
    const sameSize = { ...designBrief, placements: [square, { ...square, name: 'Telegram' }] };
    expect(preflight(sameSize, four, none)).toMatchObject([{ code: 'file_count', params: { count: 4, wanted: 2 } }]);
  });

  it('holds a set-up against its brief', () => {
    const content = taken('targeting', {
      kind: 'targeting',
      campaignName: 'НГ',
      totalLimit: '40000.01',
      ads: [{ name: 'А', segment: 'Прочие' }],
    });
    const facts = { files: new Map(), brandStopWords: [] };
    const marking = { ...targetingBrief.marking, erid: '' };
    expect(shown(preflight({ ...targetingBrief, marking }, content, facts))).toEqual([
      'totalLimit limit_over_brief!',
      'ads segments_without_ads',
      'stopRules stop_rules_not_set',
      'isTrackingChecked tracking_not_checked',
      'ads erid_missing',
    ]);
  });

  it('is of the brief’s own discipline', () => {
    expect(() => preflight(copyBrief, design(), { files: new Map(), brandStopWords: [] })).toThrow(TypeError);
  });
});

it.each([
  ['Экономия места', 'эко', false],
  ['Это эко-стол', 'эко', true],
  ['ЭКО!', 'эко', true],
  ['Премиальный', 'премиум', false],
  ['Премиумный', 'премиум', true],
  ['Нет ничего лучшего', 'лучший', false],
  ['Самый  лучший\nвыбор', 'лучший выбор', true],
  ['Зелёный', 'зеленый', true],
  ['Любой', '', false],
  ['непремиум', 'премиум', false],
])('«%s» has «%s»: %s', (text, phrase, expected) => {
  expect(containsPhrase(text, phrase)).toBe(expected);
});
