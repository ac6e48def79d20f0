import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { networks } from '@planerka/clients/domain';
import { fitPattern, type ItemPattern, type PatternGround } from './item-pattern';

const pattern = (patch: Partial<ItemPattern> = {}): ItemPattern => ({
  key: '1',
  title: 'Отзыв недели',
  idea: '',
  format: 'post',
  rubric: { id: 'r1', name: 'Отзывы', colour: 2 },
  channels: [
    { id: 'vk1', network: 'vk' },
    { id: 'tg1', network: 'telegram' },
  ],
  wantsClientApproval: true,
  wasOn: '2026-12-08',
  time: '12:00',
  tasks: [],
  ...patch,
});

describe('a pattern on a client’s own ground', () => {
  it('stands on what it was made with', () => {
    const ground: PatternGround = {
      rubrics: [{ id: 'r1', name: 'Отзывы гостей', colour: 4 }],
      channels: [
        { id: 'vk0', network: 'vk' },
        { id: 'vk1', network: 'vk' },
        { id: 'tg1', network: 'telegram' },
      ],
    };
    expect(fitPattern(pattern(), ground)).toEqual({
      rubric: { id: 'r1', colour: 4 },
      channelIds: ['vk1', 'tg1'],
      lacks: { rubric: null, networks: [] },
    });
  });

  it('takes another client’s rubric of that name and channel of that network, and says what is not there', () => {
    const ground: PatternGround = {
      rubrics: [{ id: 'r9', name: ' отзывы', colour: 1 }],
      channels: [{ id: 'vk9', network: 'vk' }],
    };
    expect(fitPattern(pattern(), ground)).toEqual({
      rubric: { id: 'r9', colour: 1 },
      channelIds: ['vk9'],
      lacks: { rubric: null, networks: ['telegram'] },
    });
    expect(fitPattern(pattern(), { rubrics: [], channels: [] }).lacks).toEqual({
      rubric: 'Отзывы',
      networks: ['vk', 'telegram'],
    });
    expect(fitPattern(pattern({ rubric: null }), ground).lacks.rubric).toBeNull();
  });

  const network = fc.constantFrom(...networks);
  const channels = fc.uniqueArray(fc.record({ id: fc.uuid(), network }), { selector: ({ id }) => id, maxLength: 8 });

  it('never names a channel that is not the client’s, nor one twice, and accounts for every network', () => {
    fc.assert(
      fc.property(channels, channels, (wanted, own) => {
        const { channelIds, lacks } = fitPattern(pattern({ channels: wanted }), { rubrics: [], channels: own });
        expect(new Set(channelIds).size).toBe(channelIds.length);
        const found = channelIds.map((id) => own.find((channel) => channel.id === id)?.network);
        expect(found).not.toContain(undefined);
        for (const one of wanted) expect([...found, ...lacks.networks]).toContain(one.network);
      }),
    );
  });
});
