import { describe, expect, it } from '@jest/globals';
import { render } from '@testing-library/react';
import { createFormat } from '../i18n/format';
import { MoneyText } from './MoneyText';

const NBSP = '\u00a0';
const MINUS = '\u2212';

const rub = (amount: string) => ({ amount, currency: 'RUB' });

describe('money as people read it', () => {
  const ru = createFormat('ru', 'Europe/Moscow');
  const en = createFormat('en', 'Europe/Moscow');

  it.each([
    ['7500.00', `7${NBSP}500${NBSP}₽`],
    ['0.00', `0${NBSP}₽`],
    ['4500.50', `4${NBSP}500,50${NBSP}₽`],
    ['-6000.00', `${MINUS}6${NBSP}000${NBSP}₽`],
    ['1234567.00', `1${NBSP}234${NBSP}567${NBSP}₽`],
  ])('%s in Russian', (amount, shown) => {
    expect(ru.money(rub(amount))).toBe(shown);
  });

  it('keeps every digit of a sum that a float would lose', () => {
    expect(ru.money(rub('90071992547409.93'), { withoutSign: true })).toBe(
      `90${NBSP}071${NBSP}992${NBSP}547${NBSP}409,93`,
    );
  });

  it('signs a change and leaves zero alone', () => {
    expect(ru.money(rub('20000.00'), { signed: true })).toBe(`+20${NBSP}000${NBSP}₽`);
    expect(ru.money(rub('0.00'), { signed: true })).toBe(`0${NBSP}₽`);
  });

  it('groups as the language does', () => {
    expect(en.money(rub('7500.00'))).toBe(`7,500${NBSP}₽`);
  });

  it('shows a dash where there is no sum', () => {
    expect(render(<MoneyText value={null} />).container.textContent).toBe('—');
  });

  it('leaves the sign to the header of a table', () => {
    expect(render(<MoneyText value={rub('54000.00')} withoutSign />).container.textContent).toBe(`54${NBSP}000`);
  });
});

describe('dates in the agency’s zone', () => {
  const moscow = createFormat('ru', 'Europe/Moscow');
  const now = new Date('2026-12-08T10:00:00Z');

  it('shows an instant in the zone, a calendar day as it is', () => {
    expect(moscow.time('2026-12-08T21:30:00Z')).toBe('00:30');
    expect(moscow.dayLong('2026-12-08')).toBe(`8${NBSP}декабря`);
  });

  it('speaks of what is near as people do', () => {
    expect(moscow.relative('2026-12-08T09:40:00Z', now)).toBe('20 минут назад');
    expect(moscow.relative('2026-12-07T15:40:00Z', now)).toBe(`вчера в${NBSP}18:40`);
    expect(moscow.month('2026-12')).toBe(`Декабрь${NBSP}2026`);
    expect(moscow.range('2026-12-07', '2026-12-13')).toBe('7–13\u00a0дек');
    expect(moscow.range('2026-08-30', '2026-08-31')).toBe('30–31\u00a0авг');
    expect(moscow.range('2026-12-28', '2027-01-03')).toBe('28\u00a0дек\u00a02026\u00a0– 3\u00a0янв\u00a02027');
  });
});
