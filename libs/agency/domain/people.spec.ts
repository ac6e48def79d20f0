import { describe, expect, it } from '@jest/globals';
import { Money, Temporal } from '@planerka/platform/domain';
import { deliverableTypesOf } from './deliverable-type';
import { invitationExpiry, invitationState, openInvitation } from './invitation';
import { clientLimitOf, mayLoseOwnership } from './membership';
import { checkPassword } from './password';
import { rateFor, suggestedFee, type Rate } from './rate';
import '@planerka/platform/domain/testing/temporal-equality';

const at = (text: string) => Temporal.Instant.from(text);
const day = (text: string) => Temporal.PlainDate.from(text);
const rub = (amount: number) => Money.of(BigInt(amount) * 100n, 'RUB');

describe('an invitation', () => {
  const sent = at('2026-12-01T10:00:00Z');
  const invitation = { expiresAt: invitationExpiry(sent), acceptedAt: null, revokedAt: null };

  it.each([
    ['2026-12-01T10:00:00Z', 'pending'],
    ['2026-12-08T09:59:59Z', 'pending'],
    ['2026-12-08T10:00:00Z', 'expired'],
  ])('at %s is %s', (moment, state) => {
    expect(invitationState(invitation, at(moment))).toBe(state);
  });

  it('says why it cannot be used', () => {
    const usedLate = { ...invitation, acceptedAt: sent };
    expect(openInvitation(usedLate, at('2027-01-01T00:00:00Z'))).toEqual({
      ok: false,
      error: { kind: 'InvitationUnusable', state: 'accepted' },
    });
    expect(openInvitation({ ...invitation, revokedAt: sent }, sent)).toMatchObject({ error: { state: 'revoked' } });
  });
});

describe('a password', () => {
  it.each([
    ['короткий', 'password_too_short'],
    ['Qwertyuiop', 'password_too_common'],
    ['Пароль12345', 'password_too_common'],
    ['йцукенгшщз', 'password_too_common'],
    ['aaaaaaaaaaaa', 'password_too_common'],
    ['qwertqwertqwert', 'password_too_common'],
    ['Anna.Belova@sosna.ru', 'password_is_email'],
    ['anna.belova', 'password_is_email'],
    ['x'.repeat(64) + 'y'.repeat(65), 'password_too_long'],
  ])('%s is refused: %s', (password, code) => {
    expect(checkPassword(password, 'anna.belova@sosna.ru')).toMatchObject({ error: { path: ['password'], code } });
  });

  it.each(['стол за которым все', 'tikhaya-gavan-7', '😀😁😂🤣😃😄😅😆😉😊'])('%s is good', (password) => {
    expect(checkPassword(password, 'anna@sosna.ru').ok).toBe(true);
  });
});

describe('the rate card', () => {
  const rate = (patch: Partial<Rate>): Rate => ({
    memberId: 'timur',
    discipline: 'design',
    deliverableType: null,
    unit: 'deliverable',
    amount: rub(1),
    validFrom: day('2026-01-01'),
    ...patch,
  });
  const question = {
    memberId: 'timur',
    discipline: 'design',
    deliverableType: 'carousel',
    on: day('2026-12-08'),
  } as const;

  it.each<[string, Partial<Rate>, Partial<Rate>]>([
    ['the member before the agency', { unit: 'hour' }, { memberId: null, deliverableType: 'carousel' }],
    ['the type before any type', { deliverableType: 'carousel', unit: 'hour' }, {}],
    ['the deliverable before the hour', {}, { unit: 'hour' }],
    ['the later before the earlier', { validFrom: day('2026-12-08') }, { validFrom: day('2026-12-07') }],
  ])('takes %s', (_name, winner, loser) => {
    const [best, other] = [rate({ ...winner, amount: rub(7500) }), rate({ ...loser, amount: rub(9999) })];
    expect(rateFor([best, other], question)).toBe(best);
    expect(rateFor([other, best], question)).toBe(best);
  });

  it.each<[string, Partial<Rate>]>([
    ['not yet valid', { validFrom: day('2026-12-09') }],
    ['of someone else', { memberId: 'maria' }],
    ['of another discipline', { discipline: 'copy' }],
    ['of another type', { deliverableType: 'cover' }],
  ])('does not take a rate %s', (_name, patch) => {
    expect(rateFor([rate(patch)], question)).toBeNull();
  });

  it('charges hours by the minute', () => {
    const hourly = rate({ unit: 'hour', amount: rub(1000) });
    expect(suggestedFee(hourly, 90)).toEqual(rub(1500));
    expect(suggestedFee(hourly, 20)?.toDecimal()).toBe('333.33');
    expect(suggestedFee(hourly, null)).toBeNull();
    expect(suggestedFee(rate({ amount: rub(7500) }), null)).toEqual(rub(7500));
  });

  it('knows what a discipline makes', () => {
    expect(deliverableTypesOf('targeting')).toEqual(['ad_setup', 'ad_management', 'ad_audit', 'audience_research']);
  });
});

describe('ownership', () => {
  const member = { memberId: 'olga', role: 'owner', deactivatedAt: null } as const;

  it('is not lost by the last owner', () => {
    expect(mayLoseOwnership(member, 1)).toEqual({ ok: false, error: { kind: 'LastOwner' } });
    expect(mayLoseOwnership(member, 2).ok).toBe(true);
    expect(mayLoseOwnership({ ...member, role: 'manager' }, 1).ok).toBe(true);
  });
});

describe('how many clients a manager leads at most', () => {
  const agency = { fullTimeClients: 10, partTimeClients: 3 };
  it.each([
    [{ weeklyHours: 40, clientLimit: null }, 10],
    [{ weeklyHours: 30, clientLimit: null }, 10],
    [{ weeklyHours: 29, clientLimit: null }, 3],
    [{ weeklyHours: 20, clientLimit: 7 }, 7],
    [{ weeklyHours: 40, clientLimit: 0 }, 0],
  ])('of %j is %i', (manager, limit) => {
    expect(clientLimitOf(manager, agency)).toBe(limit);
  });
});
