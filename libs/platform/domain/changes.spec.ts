import { describe, expect, it } from '@jest/globals';
import { changesBetween, changesOfGone, changesOfNew } from './changes';
import { Money } from './money';
import { Temporal } from './time';

describe('changesBetween', () => {
  it('tells fields that differ, and none that the command does not name', () => {
    expect(
      changesBetween({ name: 'Сосна', state: 'active', note: 'x' }, { name: 'Сосна и Ко', state: 'active' }),
    ).toEqual({
      name: { from: 'Сосна', to: 'Сосна и Ко' },
    });
  });

  it('knows a day, an instant and a sum again, whichever way they came', () => {
    const row = {
      startsOn: new Date('2026-11-01'),
      at: new Date('2026-11-01T10:00:00Z'),
      feeMinor: 750_000n,
      note: '',
    };
    const input = {
      startsOn: Temporal.PlainDate.from('2026-11-01'),
      at: Temporal.Instant.from('2026-11-01T10:00:00Z'),
      feeMinor: 800_000n,
      note: null,
    };
    expect(changesBetween(row, input)).toEqual({ fee: { from: '7500.00', to: '8000.00' } });
    const sum = (amount: string) => ({ amount, currency: 'RUB' });
    expect(changesBetween({ fee: Money.of(750_000n, 'RUB') }, { fee: Money.of(1n, 'RUB') })).toEqual({
      fee: { from: sum('7500.00'), to: sum('0.01') },
    });
    expect(changesBetween({ ...row, currency: 'RUB' }, { ...input, currency: 'RUB' })).toEqual({
      fee: { from: sum('7500.00'), to: sum('8000.00') },
    });
  });

  it('goes into nested things by their way', () => {
    const before = { data: { tone: 'тёплый', audience: { pains: ['цена'] }, gone: 'было' } };
    const after = { data: { tone: 'строгий', audience: { pains: ['цена', 'срок'] } } };
    expect(changesBetween(before, after)).toEqual({
      'data.tone': { from: 'тёплый', to: 'строгий' },
      'data.audience.pains': { from: ['цена'], to: ['цена', 'срок'] },
      'data.gone': { from: 'было', to: null },
    });
  });

  it('calls things of a list by their names, and tells them whole where the names are the same', () => {
    const list = (price: string) => [{ name: 'Пост', price }];
    expect(changesBetween({ services: [] }, { services: list('1.00') })).toEqual({
      services: { from: [], to: ['Пост'] },
    });
    const { services } = changesBetween({ services: list('1.00') }, { services: list('2.00') });
    expect(services).toEqual({ from: ['Пост, 1.00'], to: ['Пост, 2.00'] });
    const targets = [{ metric: 'reach', value: '1000', id: '1' }];
    expect(changesBetween({ targets: [] }, { targets }).targets?.to).toEqual(['reach, 1000']);
  });

  it('tells a written text by its words, not by how an editor keeps them', () => {
    const text = (words: string) => ({
      type: 'doc',
      content: [{ type: 'paragraph', content: [{ type: 'text', text: words }] }],
    });
    expect(changesBetween({ copy: text('Стол') }, { copy: text('Стул') })).toEqual({
      copy: { from: 'Стол', to: 'Стул' },
    });
  });

  it('never tells a secret, only that it is another', () => {
    expect(changesBetween({ password: 'one', tokenHash: null }, { password: 'two', tokenHash: 'x' })).toEqual({
      password: { from: '•••', to: '•••' },
      tokenHash: { from: null, to: '•••' },
    });
    const deep = changesBetween(
      {},
      { access: { pin: '1234', apiKeySecret: 'x', links: [{ token: 'y', name: 'Ирина' }] } },
    );
    expect(JSON.stringify(deep)).not.toMatch(/1234|"x"|"y"/);
  });

  it('cuts long texts, and still tells two that begin alike', () => {
    const long = 'а'.repeat(1_000);
    const { text } = changesBetween({ text: long }, { text: `${long}б` });
    expect(text?.from).toHaveLength(401);
    expect(text?.from).toMatch(/…$/);
  });

  it('tells all of what is new and of what is gone, but not how rows are kept', () => {
    expect(changesOfNew({ id: '1', version: 1, name: 'Пост', note: null })).toEqual({
      name: { from: null, to: 'Пост' },
    });
    expect(changesOfGone({ id: '1', name: 'Пост' })).toEqual({ name: { from: 'Пост', to: null } });
  });
});
