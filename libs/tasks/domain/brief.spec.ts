import { describe, expect, it } from '@jest/globals';
import { disciplines, type Discipline } from '@planerka/agency/domain';
import { emptyBrief, filesOf, parseBrief } from './brief';
import { briefDiff } from './brief-diff';
import { briefFields, valueAt } from './brief-fields';

describe.each(disciplines)('a %s brief', (discipline: Discipline) => {
  it('may be saved from its first key stroke', () => {
    expect(parseBrief({ discipline })).toEqual({ ok: true, value: emptyBrief(discipline) });
  });

  it('comes back from the database as it went', () => {
    const brief = emptyBrief(discipline);
    expect(parseBrief(JSON.parse(JSON.stringify(brief)))).toEqual({ ok: true, value: brief });
  });

  it('has every field of its data in the catalogue, and no other', () => {
    const paths = briefFields[discipline].map(({ path }) => path);
    const leaves = Object.entries(emptyBrief(discipline)).flatMap(([key, value]) =>
      typeof value === 'object' && value !== null && !Array.isArray(value)
        ? Object.keys(value).map((inner) => `${key}.${inner}`)
        : [key],
    );
    expect(paths.toSorted()).toEqual(leaves.filter((leaf) => leaf !== 'discipline').toSorted());
    expect(new Set(paths).size).toBe(paths.length);
  });
});

describe('a draft from outside', () => {
  const issuesOf = (input: unknown) => {
    const parsed = parseBrief(input);
    return parsed.ok ? [] : parsed.error.map(({ path, code }) => `${path.join('.')} ${code}`);
  };

  it.each<[string, unknown, string[]]>([
    ['another discipline', { discipline: 'video' }, ['discipline not_an_option']],
    ['nothing', null, [' required']],
    ['100 000 characters', { discipline: 'copy', goal: 'я'.repeat(100_000) }, ['goal too_long']],
    [
      'a script as link',
      { discipline: 'copy', callToAction: { link: 'javascript:alert(1)' } },
      ['callToAction.link not_a_url'],
    ],
    ['an unknown field', { discipline: 'copy', fee: 1 }, ['fee unknown_field']],
    ['a negative length', { discipline: 'copy', maxLength: -1 }, ['maxLength too_small']],
    [
      'a tiny picture',
      { discipline: 'design', placements: [{ width: 1, height: 1080 }] },
      ['placements.0.width too_small'],
    ],
    ['a colour by name', { discipline: 'design', colours: [{ hex: 'red' }] }, ['colours.0.hex invalid_format']],
    ['too precise a limit', { discipline: 'targeting', totalLimit: '10.005' }, ['totalLimit too_precise']],
    ['a negative limit', { discipline: 'targeting', totalLimit: '-10.00' }, ['totalLimit negative']],
    ['a day that is not', { discipline: 'targeting', startsOn: '2026-02-30' }, ['startsOn not_a_date']],
    [
      'a foreign file id',
      { discipline: 'design', identityFileIds: ['../etc/passwd'] },
      ['identityFileIds.0 not_an_id'],
    ],
  ])('with %s is refused at the field', (_name, input, expected) => {
    expect(issuesOf(input)).toEqual(expected);
  });

  it('is tidied: blank lines of lists go, edges are trimmed', () => {
    expect(parseBrief({ discipline: 'copy', goal: ' продать ', keyMessages: ['', ' раз ', '  '] })).toMatchObject({
      value: { goal: 'продать', keyMessages: ['раз'] },
    });
  });
});

describe('two versions of a brief', () => {
  it('differ in what was changed, in the order of the form', () => {
    const before = emptyBrief('design');
    const after = {
      ...before,
      goal: 'Показать, что места хватит всем',
      criteria: ['Тексты слово в слово'],
      fileFormats: [],
    };
    expect(briefDiff(before, after).map(({ field }) => field.path)).toEqual(['goal', 'criteria']);
    expect(briefDiff(before, before)).toEqual([]);
    expect(() => briefDiff(before, emptyBrief('copy'))).toThrow(TypeError);
  });
});

it('names the files a brief refers to once', () => {
  const fileId = '01890a5d-ac96-774b-bcce-b302099a8057';
  const design = { ...emptyBrief('design'), identityFileIds: [fileId] };
  expect(filesOf({ ...design, references: [{ url: '', fileId, note: '', verdict: null }] })).toEqual([fileId]);
});

it('reads no members of prototypes', () => {
  expect(valueAt({}, 'constructor.name')).toBeUndefined();
});
