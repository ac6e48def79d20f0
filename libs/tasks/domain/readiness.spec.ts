import { describe, expect, it } from '@jest/globals';
import { disciplines } from '@planerka/agency/domain';
import { blocks, Temporal } from '@planerka/platform/domain';
import { emptyBrief, parseBrief, type Brief } from './brief';
import type { BriefFacts } from './brief-facts';
import { briefFields } from './brief-fields';
import { readiness } from './readiness';
import { copyBrief, designBrief, facts, targetingBrief } from './testing/briefs';
import { rub } from './testing/task';

const instant = (text: string) => Temporal.Instant.from(text);
/** «!» marks what blocks. */
const said = (brief: Brief, patch: Partial<BriefFacts> = {}) =>
  readiness(brief, facts(patch)).map(({ field, code, blocks: stops }) => `${field} ${code}${stops ? '!' : ''}`);

describe('a whole brief', () => {
  it.each([
    ['copy', copyBrief],
    ['design', designBrief],
    ['targeting', targetingBrief],
  ])('of %s is ready and nothing is said about it', (_name, brief) => {
    expect(said(brief)).toEqual([]);
  });

  it.each(disciplines)('of %s cannot be issued empty, and every required field is named', (discipline) => {
    const findings = readiness(emptyBrief(discipline), facts());
    expect(blocks(findings)).toBe(true);
    const required = briefFields[discipline].filter(({ need }) => need === 'required').map(({ path }) => path);
    const named = findings
      .filter((finding) => finding.blocks && finding.code === 'field_missing')
      .map(({ field }) => field);
    expect(named).toEqual(expect.arrayContaining(required));
  });
});

describe('the task’s own fields', () => {
  it.each<[string, Partial<BriefFacts>, string[]]>([
    ['no title', { title: ' ' }, ['title field_missing!']],
    ['no assignee', { assignee: null }, ['assigneeId field_missing!']],
    ['someone of another trade', { assignee: { disciplines: [] } }, ['assigneeId assignee_of_other_discipline']],
    ['no estimate', { estimatedMinutes: null }, ['estimatedMinutes field_missing']],
    ['no due date', { dueAt: null }, ['dueAt field_missing!']],
    ['due now', { dueAt: instant('2026-12-03T09:00:00Z') }, ['dueAt due_in_past!']],
    ['due after publication', { dueAt: instant('2026-12-12T09:00:01Z') }, ['dueAt due_after_publication!']],
    ['due the evening before', { dueAt: instant('2026-12-11T16:00:00Z') }, ['dueAt due_close_to_publication']],
    ['due late without an item', { item: null, dueAt: instant('2027-12-11T16:00:00Z') }, []],
    ['no fee', { fee: null }, ['fee field_missing!']],
    ['a fee of nothing wants no line', { fee: rub(0), budgetLine: null }, []],
    ['a fee without a line', { budgetLine: null }, ['fee no_budget_line!']],
    ['a fee before its day is set', { budgetLine: null, dueAt: null }, ['dueAt field_missing!']],
    [
      'due after the campaign',
      { item: null, dueOn: Temporal.PlainDate.from('2027-01-01') },
      ['dueAt due_after_campaign!'],
    ],
    ['due on its last day', { item: null, dueOn: Temporal.PlainDate.from('2026-12-31') }, []],
    ['a hard line that is too small', { fee: rub(12_001) }, ['fee hard_line_too_small']],
    [
      'a soft line that is too small',
      { budgetLine: { available: rub(0), isHard: false } },
      ['fee soft_line_too_small'],
    ],
  ])('%s', (_name, patch, expected) => {
    expect(said(designBrief, patch)).toEqual(expected);
  });

  it('says how much a line lacks', () => {
    const [finding] = readiness(designBrief, facts({ fee: rub(16_500) }));
    expect(finding?.params).toEqual({ available: '12000.00', missing: '4500.00', currency: 'RUB' });
  });
});

describe('copy', () => {
  it.each<[string, Partial<typeof copyBrief>, string[]]>([
    ['lengths the wrong way round', { minLength: 2_000, maxLength: 1_000 }, ['maxLength length_range_inverted!']],
    ['lengths that are equal', { minLength: 1_000, maxLength: 1_000 }, []],
    ['a call that leads nowhere', { callToAction: { text: 'Пишите', link: '' } }, ['callToAction.link field_missing']],
    ['a fact without a source', { facts: [{ statement: 'Дуб', source: '' }] }, ['facts.0.source fact_without_source']],
    ['a keyword that must not be said', { keywords: ['Эко'], stopWords: ['эко'] }, ['keywords keyword_is_stop_word!']],
    ['rules of a contest without the small print', { textType: 'contest_rules' }, ['disclaimers field_missing']],
    ['two references', { references: copyBrief.references.slice(1) }, ['references few_references']],
    ['no criteria', { criteria: [] }, ['criteria field_missing!']],
  ])('with %s', (_name, patch, expected) => {
    expect(said({ ...copyBrief, ...patch })).toEqual(expected);
  });

  it('asks for a voice only where the brand has none', () => {
    const brand = { ...facts().brand, toneOfVoice: '' };
    expect(said(copyBrief, { brand })).toEqual(['toneOfVoice tone_unknown']);
    expect(said({ ...copyBrief, toneOfVoice: 'Бодро' }, { brand })).toEqual([]);
  });
});

describe('design', () => {
  it.each<[string, Partial<typeof designBrief>, string[]]>([
    ['a carousel of one', { slides: designBrief.slides.slice(1) }, ['slides carousel_needs_slides!']],
    [
      'a slide about nothing',
      { slides: [...designBrief.slides, { text: '', note: '' }] },
      ['slides.2.text slide_is_empty!'],
    ],
    ['texts nobody has read again', { isProofread: false }, ['isProofread text_not_proofread']],
    ['a picture without words', { work: 'image', slides: [], isProofread: false }, ['finalText no_text_on_picture']],
    ['no sizes', { placements: [] }, ['placements field_missing!']],
    ['no formats', { fileFormats: [] }, ['fileFormats field_missing!']],
    ['a source of any kind', { isSourceWanted: true }, ['sourceFormat field_missing']],
    ['no logo', { identityFileIds: [] }, ['identityFileIds field_missing']],
  ])('with %s', (_name, patch, expected) => {
    expect(said({ ...designBrief, ...patch })).toEqual(expected);
  });

  it('falls back on the brand’s colours and fonts', () => {
    const brand = { ...facts().brand, colours: [], fonts: [] };
    expect(said(designBrief, { brand })).toEqual(['colours colours_unknown', 'fonts fonts_unknown']);
    expect(said({ ...designBrief, colours: [{ name: '', hex: '#000000' }], fonts: ['Inter'] }, { brand })).toEqual([]);
  });
});

describe('targeting', () => {
  const [segment] = targetingBrief.segments;
  if (!segment) throw new Error('no segment');
  const [rule] = targetingBrief.stopRules;
  if (!rule) throw new Error('no rule');
  const [creative] = targetingBrief.creatives;
  if (!creative) throw new Error('no creative');

  it.each<[string, Partial<typeof targetingBrief>, string[]]>([
    ['a period the wrong way round', { startsOn: '2026-12-26' }, ['endsOn period_inverted!']],
    ['a period before the campaign', { startsOn: '2026-11-30' }, ['startsOn period_outside_campaign!']],
    ['a period after the campaign', { endsOn: '2027-01-01' }, ['endsOn period_outside_campaign!']],
    ['nothing to spend', { totalLimit: '0.00', dailyLimit: '0' }, ['totalLimit limit_is_zero!']],
    ['more a day than in all', { dailyLimit: '40000.01' }, ['dailyLimit daily_limit_over_total!']],
    ['as much a day as in all', { dailyLimit: '40000' }, []],
    ['a manual bid without a cap', { bidStrategy: 'manual' }, ['bidCap field_missing!']],
    ['a capped bid', { bidStrategy: 'price_cap', bidCap: '50.00' }, []],
    ['crosses that point nowhere', { matrix: [{ creative: 'c1', segment: 's2' }] }, ['matrix matrix_points_nowhere!']],
    [
      'a creative for nobody',
      { creatives: [creative, { ...creative, key: 'c2', name: 'Видео' }] },
      ['matrix creatives_shown_to_nobody'],
    ],
    ['no crosses', { matrix: [] }, ['matrix field_missing']],
    ['more wanted than it buys', { plannedResults: 58 }, ['plannedResults plan_costs_more']],
    ['as many as it buys', { plannedResults: 57 }, []],
    [
      'a stop rule without a figure',
      { stopRules: [{ ...rule, value: null }] },
      ['stopRules.0.value stop_rule_without_value!'],
    ],
    [
      'a stop rule after all is spent',
      { stopRules: [{ ...rule, afterSpend: '40000' }] },
      ['stopRules.0.afterSpend stop_rule_never!'],
    ],
    [
      'a stop rule that stops what is good',
      { stopRules: [{ ...rule, value: '699' }] },
      ['stopRules.0.value stop_rule_within_goal'],
    ],
    [
      'two stop rules of one thing',
      { stopRules: [rule, { ...rule, value: '800' }] },
      ['stopRules.1.metric stop_rule_repeats'],
    ],
    ['a stop rule in words', { stopRules: [{ ...rule, metric: null, note: 'Две жалобы' }] }, []],
    ['no tags', { utmTemplate: '' }, ['utmTemplate field_missing']],
    ['a tag of nothing known', { utmTemplate: 'utm_source={кто}' }, ['utmTemplate utm_unknown_placeholder!']],
    ['names of nothing known', { namingScheme: '{кто}' }, ['namingScheme naming_unknown_placeholder!']],
    [
      'two ads of one name',
      {
        creatives: [creative, { ...creative, key: 'c2' }],
        matrix: [
          { creative: 'c1', segment: 's1' },
          { creative: 'c2', segment: 's1' },
        ],
      },
      ['namingScheme ad_names_repeat!'],
    ],
    ['ages the wrong way round', { segments: [{ ...segment, ageFrom: 50 }] }, ['segments.0.ageTo age_range_inverted!']],
    ['a segment of the whole world', { segments: [{ ...segment, geo: '' }] }, ['segments.0.geo field_missing']],
    [
      'no marking',
      { marking: { advertiser: '', inn: '', contract: '', kktu: '', erid: '' } },
      [
        'marking.advertiser marking_wanted_by_law!',
        'marking.contract marking_wanted_by_law!',
        'marking.kktu marking_wanted_by_law!',
        'marking.erid erid_before_launch',
      ],
    ],
  ])('with %s', (_name, patch, expected) => {
    expect(said({ ...targetingBrief, ...patch })).toEqual(expected);
  });

  it.each<[string, Partial<typeof targetingBrief>, string[]]>([
    ['an address half typed', { landingUrl: 'sosna.ru/sto' }, ['landingUrl not_a_url!']],
    [
      'an INN of eleven digits',
      { marking: { ...targetingBrief.marking, inn: '77012345678' } },
      ['marking.inn inn_malformed!'],
    ],
    ['a code of no class', { marking: { ...targetingBrief.marking, kktu: '12' } }, ['marking.kktu kktu_malformed!']],
  ])('keeps %s in a draft, and does not let it be issued', (_name, patch, expected) => {
    const draft = { ...targetingBrief, ...patch };
    expect(parseBrief(draft)).toEqual({ ok: true, value: draft });
    expect(said(draft)).toEqual(expected);
  });

  it('is named and tagged as its client’s are, where it says nothing itself', () => {
    const brand = { ...facts().brand, tracking: { naming: '{кто}', utm: 'utm_source={network}' } };
    expect(said({ ...targetingBrief, utmTemplate: '' }, { brand })).toEqual([
      'namingScheme naming_unknown_placeholder!',
    ]);
  });

  it('reads rules that were lines of text', () => {
    const old = { ...targetingBrief, stopRules: ['Частота выше 4', ''] };
    expect(parseBrief(old)).toEqual({
      ok: true,
      value: {
        ...targetingBrief,
        stopRules: [{ metric: null, value: null, afterSpend: null, note: 'Частота выше 4' }],
      },
    });
  });

  it('asks for no marking outside Russia', () => {
    const marking = { advertiser: '', inn: '', contract: '', kktu: '', erid: '' };
    expect(said({ ...targetingBrief, marking }, { isAdMarkingWanted: false })).toEqual([]);
  });
});
