import { describe, expect, it } from '@jest/globals';
import { newId, Temporal } from '@planerka/platform/domain';
import '@planerka/platform/domain/testing/temporal-equality';
import fc from 'fast-check';
import { changeOf, type ChangingItem, type ItemField, type ItemPatch, type PlanReferences } from './item-change';

const day = (text: string) => Temporal.PlainDate.from(text);
const time = (text: string) => Temporal.PlainTime.from(text);
const [vk, telegram, archived] = [newId(), newId(), newId()];
const [expert, selling] = [newId(), newId()];
const [sale, closed] = [newId(), newId()];

const references: PlanReferences = {
  channels: new Map([
    [vk, { isArchived: false }],
    [telegram, { isArchived: false }],
    [archived, { isArchived: true }],
  ]),
  rubricIds: new Set([expert, selling]),
  people: new Map(),
  campaigns: new Map([
    [sale, { startsOn: day('2026-12-01'), endsOn: day('2026-12-20'), isClosed: false }],
    [closed, { startsOn: day('2026-12-01'), endsOn: day('2026-12-31'), isClosed: true }],
  ]),
};

const item: ChangingItem = {
  title: 'Стол, за которым поместятся все',
  format: 'post',
  publishOn: day('2026-12-08'),
  publishTime: time('12:00'),
  channelIds: [vk],
  rubricId: expert,
  campaignId: sale,
  wantsClientApproval: true,
  isDeleted: false,
  status: 'planned',
  copywriterId: null,
  designerId: null,
  targetologistId: null,
  work: [],
  hasWork: false,
  version: 3,
  isPublished: false,
  links: [],
};

const change = (set: ItemPatch, more: Partial<ChangingItem> = {}, expectedVersion = 3) =>
  changeOf({ ...item, ...more }, { expectedVersion, set, ifStill: null }, references);

describe('A change of many publications, as one of them sees it', () => {
  it.each<[string, ItemPatch, Partial<ChangingItem>, string]>([
    ['a day after its campaign', { publishOn: day('2026-12-21') }, {}, 'publishOn outside_campaign'],
    [
      'a campaign that does not run then',
      { campaignId: sale },
      { campaignId: null, publishOn: day('2026-11-30') },
      'publishOn outside_campaign',
    ],
    ['a closed campaign', { campaignId: closed }, {}, 'campaignId campaign_closed'],
    ['a campaign of somebody else', { campaignId: newId() }, {}, 'campaignId unknown_campaign'],
    ['a rubric of somebody else', { rubricId: newId() }, {}, 'rubricId unknown_rubric'],
    ['a channel of somebody else', { channelIds: [vk, newId()] }, {}, 'channelIds.1 unknown_channel'],
    ['a channel that is no longer used', { channelIds: [archived] }, {}, 'channelIds.0 unknown_channel'],
    [
      'another day for what is out',
      { publishOn: day('2026-12-09') },
      { isPublished: true, status: 'published' },
      'publishOn already_published',
    ],
    [
      'an end of what is out',
      { isDeleted: true },
      { isPublished: true, status: 'published' },
      'isDeleted published_stays',
    ],
    [
      'an end of what is worked on',
      { isDeleted: true },
      { hasWork: true, status: 'in_production' },
      'isDeleted has_work',
    ],
    ['anything of what is deleted', { rubricId: null }, { isDeleted: true }, ' deleted_meanwhile'],
    ['anything of what somebody has changed', { rubricId: null }, { version: 4 }, ' changed_meanwhile'],
  ])('refuses %s', (_, set, more, expected) => {
    const decided = change(set, more);
    const said = decided.ok ? [] : decided.error.map(({ path, code }) => `${path.join('.')} ${code}`);
    expect(said).toEqual([expected]);
  });

  it.each<[string, ItemPatch, Partial<ChangingItem>, ItemPatch]>([
    [
      'keeps a channel that it had before it was archived',
      { channelIds: [telegram, archived] },
      { channelIds: [archived] },
      { channelIds: [telegram, archived] },
    ],
    [
      'takes the same channels in another order for the same',
      { channelIds: [telegram, vk] },
      { channelIds: [vk, telegram] },
      {},
    ],
    ['writes only what differs', { rubricId: expert, wantsClientApproval: false }, {}, { wantsClientApproval: false }],
    [
      'leaves a campaign and moves in one step',
      { campaignId: null, publishOn: day('2027-01-08') },
      {},
      { campaignId: null, publishOn: day('2027-01-08') },
    ],
    [
      'changes what is out, but for its moment',
      { rubricId: null },
      { isPublished: true, status: 'published' },
      { rubricId: null },
    ],
    ['stays in a campaign that has been closed since', { rubricId: null }, { campaignId: closed }, { rubricId: null }],
  ])('%s', (_, set, more, patch) => {
    expect(change(set, more)).toEqual({ ok: true, value: { patch, kept: [] } });
  });
});

const back = (present: Partial<ChangingItem>, set: ItemPatch, ifStill: ItemPatch) =>
  changeOf({ ...item, ...present, version: 9 }, { expectedVersion: null, set, ifStill }, references);

it('A channel in which it is out by a link stays', () => {
  const links = [{ channelId: vk, url: 'https://vk.com/wall-1_2' }];
  expect(change({ channelIds: [telegram] }, { links })).toMatchObject({
    ok: false,
    error: [{ path: ['channelIds'], code: 'channel_in_use' }],
  });
  expect(change({ channelIds: [vk, telegram] }, { links })).toMatchObject({ ok: true });
});

describe('Taking a change back', () => {
  it('goes back field by field, and names what somebody else has set', () => {
    expect(
      back(
        { rubricId: null, wantsClientApproval: false },
        { rubricId: expert, wantsClientApproval: true },
        { rubricId: selling, wantsClientApproval: false },
      ),
    ).toEqual({ ok: true, value: { patch: { wantsClientApproval: true }, kept: ['rubricId'] } });
  });

  it('brings back what was deleted', () => {
    expect(back({ isDeleted: true }, { isDeleted: false }, { isDeleted: true })).toEqual({
      ok: true,
      value: { patch: { isDeleted: false }, kept: [] },
    });
  });

  it('leaves alone what somebody else has deleted', () => {
    expect(back({ isDeleted: true }, { rubricId: null }, { rubricId: expert })).toEqual({
      ok: true,
      value: { patch: {}, kept: ['rubricId'] },
    });
  });
});

const patches = fc.record(
  {
    publishOn: fc
      .integer({ min: 1, max: 20 })
      .map((date) => Temporal.PlainDate.from({ year: 2026, month: 12, day: date })),
    publishTime: fc.integer({ min: 0, max: 23 }).map((hour) => Temporal.PlainTime.from({ hour })),
    channelIds: fc.subarray([vk, telegram]),
    rubricId: fc.constantFrom(expert, selling, null),
    campaignId: fc.constantFrom(sale, null),
    wantsClientApproval: fc.boolean(),
  },
  { requiredKeys: [] },
);
const namesOf = (patch: ItemPatch) => Object.keys(patch) as ItemField[];
const of = (fields: readonly ItemField[], from: ItemPatch): ItemPatch =>
  Object.fromEntries(fields.map((field) => [field, from[field]]));
const patchOf = (decided: ReturnType<typeof changeOf>): ItemPatch => (decided.ok ? decided.value.patch : {});
const seen = ({ channelIds = [], ...rest }: ItemPatch) =>
  JSON.stringify({ ...rest, channelIds: channelIds.toSorted() });

describe('Whatever is changed', () => {
  it('is as it was once it is taken back', () => {
    fc.assert(
      fc.property(patches, (set) => {
        const changed = { ...item, ...patchOf(change(set)) };
        const restored = { ...changed, ...patchOf(back(changed, of(namesOf(set), item), set)) };
        expect(seen(restored)).toBe(seen(item));
      }),
    );
  });

  it('keeps what another has set in between, and names it', () => {
    fc.assert(
      fc.property(patches, patches, (mine, theirs) => {
        const present = { ...item, ...mine, ...theirs };
        const decided = back(present, of(namesOf(mine), item), mine);
        const after = { ...present, ...patchOf(decided) };
        const overwritten = namesOf(theirs).filter((field) => seen(of([field], mine)) !== seen(of([field], theirs)));
        for (const field of overwritten) expect(seen(of([field], after))).toBe(seen(of([field], theirs)));
        expect(decided.ok && decided.value.kept).toEqual(namesOf(mine).filter((field) => overwritten.includes(field)));
      }),
    );
  });
});
