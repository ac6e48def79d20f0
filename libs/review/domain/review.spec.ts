import { describe, expect, it } from '@jest/globals';
import type { GuestViewer, MemberViewer } from '@planerka/agency/domain';
import { newId, parseInput, richTextOf, Temporal, textLimits } from '@planerka/platform/domain';
import fc from 'fast-check';
import { anchorSchema, anchorTargetOf, checkAnchor, relocate, type Passage } from './anchor';
import { canComment, criterionTextOf, openThreads, readableVisibilities } from './comment';
import { checkPin, linkExpiry, linkState, openLink, pinAttemptLimit, type GuestLink } from './guest-link';
import { roundNotice } from './rounds';

const at = Temporal.Instant.from('2026-12-08T09:00:00Z');
const fileId = newId();

describe('an anchor', () => {
  it.each<[string, object, string]>([
    ['a point outside', { kind: 'point', fileId, x: 1.01, y: 0 }, 'x too_large'],
    ['a point before', { kind: 'point', fileId, x: 0, y: -0.1 }, 'y too_small'],
    ['no number', { kind: 'point', fileId, x: Number.NaN, y: 0 }, 'x wrong_type'],
    ['an empty passage', { kind: 'passage', from: 5, to: 5, quote: 'x' }, 'to passage_is_empty'],
    ['a backward passage', { kind: 'passage', from: 5, to: 2, quote: 'x' }, 'to passage_is_empty'],
    ['a negative time', { kind: 'time', fileId, at: -1 }, 'at too_small'],
    ['a path for a file', { kind: 'point', fileId: '../x', x: 0, y: 0 }, 'fileId not_an_id'],
    ['something else', { kind: 'selector', css: '*' }, 'kind not_an_option'],
  ])('with %s is refused', (_name, input, expected) => {
    const parsed = parseInput(anchorSchema, input);
    expect(parsed.ok ? [] : parsed.error.map(({ path, code }) => `${path.join('.')} ${code}`)).toEqual([expected]);
  });

  const text = 'Стол на всех. Стол из сосны.';
  const passage = (quote: string, from: number): Passage => ({
    kind: 'passage',
    network: null,
    from,
    to: from + quote.length,
    quote,
  });
  const target = { texts: new Map([[null, text]]), fileIds: [fileId] };

  it('points into its own version', () => {
    expect(checkAnchor(passage('Стол', 14), target)).toBeNull();
    expect(checkAnchor(passage('Стол', 13), target)).toMatchObject({ code: 'passage_not_found' });
    expect(checkAnchor({ ...passage('Стол', 14), network: 'vk' }, target)).toMatchObject({ code: 'passage_not_found' });
    expect(checkAnchor({ kind: 'point', fileId, page: null, x: 0.5, y: 0.5 }, target)).toBeNull();
    expect(checkAnchor({ kind: 'point', fileId: newId(), page: null, x: 0.5, y: 0.5 }, target)).toMatchObject({
      code: 'file_of_another_version',
    });
  });

  it('finds its words again, the nearest ones', () => {
    expect(relocate(passage('Стол', 15), text)?.from).toBe(14);
    expect(relocate(passage('Стол', 3), text)?.from).toBe(0);
    expect(relocate(passage('дуб', 0), text)).toBeNull();
  });

  it('moves with what is written before it', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 20 }), fc.string({ minLength: 1, maxLength: 20 }), (before, quote) => {
        const moved = relocate(passage(quote, before.length), before + quote);
        expect(moved && (before + quote).slice(moved.from, moved.to)).toBe(quote);
        expect(moved?.from).toBe(before.length);
      }),
    );
  });

  it('points into the version that it was made on, whatever the text', () => {
    const words = fc.string({ minLength: 2, maxLength: 60, unit: 'grapheme' });
    fc.assert(
      fc.property(words, fc.nat(), fc.nat(), (written, one, other) => {
        const content = { kind: 'copy' as const, text: richTextOf(written), variants: [] };
        const target = anchorTargetOf(content);
        const plain = target.texts.get(null) ?? '';
        const [from, to] = [one % plain.length, 1 + (other % plain.length)].toSorted((a, b) => a - b);
        fc.pre(from !== undefined && to !== undefined && from < to);
        const anchor = passage(plain.slice(from, to), from);
        expect(checkAnchor(anchor, target)).toBeNull();
        expect(relocate(anchor, plain)).toEqual(anchor);
      }),
    );
  });

  it('finds a network’s own variant, and any file of the version, the source too', () => {
    const vk = { network: 'vk', text: richTextOf('Коротко') };
    const copy = anchorTargetOf({ kind: 'copy', text: richTextOf('Длинно'), variants: [vk] });
    expect(checkAnchor({ ...passage('Коротко', 0), network: 'vk' }, copy)).toBeNull();
    const sourceId = newId();
    const design = { kind: 'design' as const, fileIds: [fileId], sourceFileIds: [sourceId], sourceUrl: '' };
    expect(anchorTargetOf(design).fileIds).toEqual([fileId, sourceId]);
  });
});

it('a comment is one line of the checklist, however it was written', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 2_000 }), (body) => {
      const line = criterionTextOf(body);
      expect(line.length).toBeLessThanOrEqual(textLimits.line);
      expect(line).not.toMatch(/\n/);
    }),
  );
});

describe('comments', () => {
  const task = { squadId: 'sever', assigneeId: 'timur' };
  const member = (role: MemberViewer['role'], memberId: string): MemberViewer => ({
    kind: 'member',
    userId: 'u',
    agencyId: 'a',
    memberId,
    role,
    disciplines: [],
    squadIds: ['sever'],
  });
  const guest: GuestViewer = {
    kind: 'guest',
    agencyId: 'a',
    approvalId: 'p',
    linkId: 'l',
    contactId: 'c',
    clientId: 'k',
  };

  it.each([
    ['owner', member('owner', 'olga'), ['internal', 'client'], [true, true]],
    ['manager', member('manager', 'anna'), ['internal', 'client'], [true, true]],
    ['assignee', member('specialist', 'timur'), ['internal', 'client'], [true, false]],
    ['another specialist', member('specialist', 'maria'), [], [false, false]],
    ['guest', guest, ['client'], [false, true]],
  ] as const)('%s', (_name, viewer, reads, writes) => {
    expect(readableVisibilities(viewer, task)).toEqual(reads);
    expect([canComment(viewer, task, 'internal'), canComment(viewer, task, 'client')]).toEqual(writes);
  });

  it('that stand open are threads, not answers', () => {
    const comments = [
      { parentId: null, isResolved: false, visibility: 'internal' },
      { parentId: 'x', isResolved: false, visibility: 'internal' },
      { parentId: null, isResolved: true, visibility: 'internal' },
      { parentId: null, isResolved: false, visibility: 'client' },
    ] as const;
    expect(openThreads(comments, 'internal')).toEqual([comments[0]]);
  });
});

describe('a link', () => {
  const link: GuestLink = { expiresAt: linkExpiry(at), revokedAt: null, hasPin: true, pinAttempts: 0 };

  it.each<[string, Partial<GuestLink>, number, string]>([
    ['fresh', {}, 0, 'open'],
    ['at its last second', {}, 14 * 86_400 - 1, 'open'],
    ['expired', {}, 14 * 86_400, 'expired'],
    ['revoked, though expired, too', { revokedAt: at }, 40 * 86_400, 'revoked'],
    ['tried too often', { pinAttempts: pinAttemptLimit }, 0, 'locked'],
    ['without a PIN, never locked', { hasPin: false, pinAttempts: pinAttemptLimit }, 0, 'open'],
  ])('%s', (_name, patch, seconds, state) => {
    expect(linkState({ ...link, ...patch }, at.add({ seconds }))).toBe(state);
  });

  it('asks for its PIN and counts the tries', () => {
    expect(openLink(link, 'absent', at)).toEqual({ ok: false, error: { kind: 'PinWanted', attemptsLeft: null } });
    expect(openLink(link, 'wrong', at)).toEqual({ ok: false, error: { kind: 'PinWanted', attemptsLeft: 4 } });
    expect(openLink({ ...link, pinAttempts: 4 }, 'wrong', at)).toEqual({
      ok: false,
      error: { kind: 'LinkClosed', because: 'locked' },
    });
    expect(openLink({ ...link, pinAttempts: 5 }, 'right', at)).toEqual({
      ok: false,
      error: { kind: 'LinkClosed', because: 'locked' },
    });
    expect(openLink({ ...link, pinAttempts: 4 }, 'right', at).ok).toBe(true);
    expect(openLink({ ...link, hasPin: false }, 'absent', at).ok).toBe(true);
  });

  it.each([
    ['1234', true],
    ['12345678', true],
    ['123', false],
    ['123456789', false],
    ['12a4', false],
    ['7777', false],
    ['', false],
  ])('PIN %j is good: %s', (pin, isGood) => {
    expect(checkPin(pin).ok).toBe(isGood);
  });
});

describe('rounds', () => {
  it.each([
    [0, 3, 1, 'included'],
    [1, 3, 2, 'included'],
    [2, 3, 3, 'last_included'],
    [3, 3, 4, 'paid'],
    [0, 0, 1, 'paid'],
    [0, 1, 1, 'last_included'],
  ])('after %s returns of %s included: round %s, %s', (returns, included, round, next) => {
    expect(roundNotice(returns, included)).toEqual({ round, included, next });
  });
});
