import { describe, expect, it } from '@jest/globals';
import { readErid } from '@planerka/clients/domain';
import {
  byUrgency,
  markedCreatives,
  noteChanged,
  unmarkedCreatives,
  wholeAd,
  type AdSource,
  type MarkingChange,
  type MarkingNote,
} from './ad-marking';
import { decide } from './task-decision';
import { task, viewers } from './testing/task';

const source = (patch: Partial<AdSource> = {}): AdSource => ({
  marking: { advertiser: 'ООО «Сосна»', inn: '7701234567', contract: '12/26', kktu: '30.1.1', erid: '' },
  creatives: [
    { key: 'a', name: 'Стол' },
    { key: 'b', name: 'Семья' },
  ],
  ads: [],
  isWanted: true,
  isLaunched: false,
  ...patch,
});
const note = (patch: Partial<MarkingNote> = {}): MarkingNote => ({
  key: 'a',
  advertiser: '',
  contract: '',
  kktu: '',
  erid: '',
  state: null,
  ...patch,
});
const ad = (creative: string, erid: string) => ({ name: 'Москва', creative, erid });
const told = (of: AdSource, notes: readonly MarkingNote[] = []) =>
  markedCreatives(of, notes).map(
    ({ key, erid, state, isMissing }) => `${key} ${erid || '–'} ${state}${isMissing ? '!' : ''}`,
  );

describe('The register of marked advertising', () => {
  it.each<[string, AdSource, readonly MarkingNote[], readonly string[]]>([
    ['has a row for each creative', source(), [], ['a – needed!', 'b – needed!']],
    [
      'takes the erid of the cabinet by its creative',
      source({ ads: [ad('стол ', 'LjN8Kaaxi')] }),
      [],
      ['a LjN8Kaaxi received', 'b – needed!'],
    ],
    [
      'takes the brief’s for all',
      source({ marking: { ...source().marking, erid: '2VtzqN' } }),
      [],
      ['a 2VtzqN received', 'b 2VtzqN received'],
    ],
    [
      'takes what a person noted first',
      source({ ads: [ad('Стол', 'LjN8Kaaxi')] }),
      [note({ erid: 'F7NfYUJ' })],
      ['a F7NfYUJ received', 'b – needed!'],
    ],
    [
      'says what is shown',
      source({ isLaunched: true }),
      [note({ erid: 'F7NfYUJ' })],
      ['a F7NfYUJ shown', 'b – needed!'],
    ],
    ['wants none where a person said so', source(), [note({ state: 'not_needed' })], ['a – not_needed', 'b – needed!']],
    [
      'wants none of a client who is not in Russia',
      source({ isWanted: false }),
      [],
      ['a – not_needed', 'b – not_needed'],
    ],
    [
      'knows creatives of the cabinet alone',
      source({ creatives: [], ads: [ad('Стол', ''), ad('стол', 'LjN8Kaaxi')] }),
      [],
      ['ad:москва · стол LjN8Kaaxi received'],
    ],
    ['takes an ad without parts as one', source({ creatives: [] }), [], [`${wholeAd} – needed!`]],
  ])('%s', (_name, of, notes, rows) => expect(told(of, notes)).toEqual(rows));

  it('puts first what runs without an erid, then what is next', () => {
    const row = (isMissing: boolean, isLaunched: boolean, startsOn: string | null) => ({
      isMissing,
      isLaunched,
      startsOn,
    });
    const ordered = [
      row(true, true, null),
      row(true, false, '2026-12-01'),
      row(true, false, '2026-12-20'),
      row(true, false, null),
      row(false, true, '2026-12-02'),
      row(false, false, '2026-11-01'),
    ];
    expect(ordered.toReversed().toSorted(byUrgency)).toEqual(ordered);
  });
});

describe('A note', () => {
  const [creative] = markedCreatives(source(), []);
  it.each<[string, MarkingChange, Partial<MarkingNote> | readonly string[]]>([
    ['an erid', { erid: '2VtzqwK7sn4' }, { erid: '2VtzqwK7sn4', state: null }],
    [
      'the whole address',
      { erid: 'https://sosna.example/stol?utm_source=vk&erid=2VtzqwK7sn4#a' },
      { erid: '2VtzqwK7sn4' },
    ],
    ['Cyrillic letters', { erid: 'Реклама' }, ['erid erid_malformed']],
    ['too short a token', { erid: 'LjN8' }, ['erid erid_malformed']],
    ['a code of no form', { kktu: '30,1' }, ['kktu kktu_malformed']],
    ['a code', { kktu: '30.10.1' }, { kktu: '30.10.1' }],
    ['shown without an erid', { state: 'shown' }, ['erid erid_before_shown']],
    ['shown with one', { state: 'shown', erid: '2VtzqwK7sn4' }, { state: 'shown' }],
  ])('of %s', (_name, change, expected) => {
    const changed = noteChanged(creative!, undefined, change);
    if (changed.ok) expect(changed.value).toMatchObject(expected);
    else expect(changed.error.map(({ path, code }) => `${path.join('.')} ${code}`)).toEqual(expected);
  });

  it('reads an erid out of what people paste', () => {
    const pasted = [
      '2Vtz',
      ' 2Vtz ',
      'erid: 2Vtz',
      'Реклама. ERID: 2Vtz. ООО «Сосна»',
      '?erid=2Vtz&utm=1',
      'a#erid=2Vtz',
    ];
    expect(pasted.map(readErid)).toEqual(pasted.map(() => '2Vtz'));
  });
});

describe('The launch', () => {
  const held = { ...source(), holdsLaunch: true };
  it.each<[string, typeof held, readonly MarkingNote[], readonly string[]]>([
    ['waits for every creative', held, [note({ erid: '2VtzqwK7sn4' })], ['Семья']],
    ['is free where the client’s setting is off', { ...held, holdsLaunch: false }, [], []],
    ['is free where nothing has to be marked', { ...held, isWanted: false }, [], []],
    ['is free of what needs none', held, [note({ state: 'not_needed' }), note({ key: 'b', state: 'not_needed' })], []],
  ])('%s', (_name, of, notes, names) => expect(unmarkedCreatives(of, notes)).toEqual(names));

  it('is refused at the approval, and at nothing before it', () => {
    const unmarked = ['Семья'];
    const verdict = decide(task({ state: 'in_review', unmarked }), { action: 'approve' }, viewers.manager);
    expect(verdict).toMatchObject({ ok: false, error: { kind: 'IllegalTransition', because: 'unmarked', unmarked } });
    const submitted = decide(task({ state: 'in_progress', unmarked }), { action: 'submit' }, viewers.assignee);
    expect(submitted.ok).toBe(true);
  });
});
