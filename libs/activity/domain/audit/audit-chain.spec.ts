import { describe, expect, it } from '@jest/globals';
import { newId } from '@planerka/platform/domain';
import fc from 'fast-check';
import { chainStart, sealAll, type AuditContent, type SealedEntry } from './audit-chain';
import { ChainVerification } from './audit-verification';

const agencyId = newId();

const content = (title: string): AuditContent => ({
  agencyId,
  id: newId(),
  at: '2026-11-26T12:00:00.000Z',
  actor: { memberId: null, name: 'Ирина Савельева' },
  action: 'task.accepted',
  entity: { type: 'Task', id: newId() },
  clientId: null,
  ownersOnly: false,
  details: { title },
  related: {},
  changes: { title: { from: null, to: title } },
  origin: { address: '203.0.113.7', device: 'Firefox' },
});

const chain = (length: number) =>
  sealAll(
    chainStart,
    Array.from({ length }, (_, index) => content(`Пост ${index}`)),
  );

function verify(entries: readonly SealedEntry[], end = chain(0).end) {
  const verification = new ChainVerification();
  for (const entry of entries) verification.next(entry);
  return verification.end(end).findings;
}

describe('A chain', () => {
  it('holds as it was made, in one go or in several', () => {
    const { entries, end } = chain(5);
    expect(verify(entries, end)).toEqual([]);
    const more = sealAll(end, [content('Ещё')]);
    expect(verify([...entries, ...more.entries], more.end)).toEqual([]);
    expect(verify([], chainStart)).toEqual([]);
  });

  it.each<[what: string, tamper: (entry: SealedEntry) => Partial<SealedEntry>]>([
    ['who', () => ({ actor: { memberId: null, name: 'Некто' } })],
    ['when', () => ({ at: '2026-11-26T12:00:00.001Z' })],
    ['what', () => ({ action: 'task.declined' })],
    ['to what', ({ entity }) => ({ entity: { ...entity, id: newId() } })],
    ['about whose work', () => ({ clientId: newId() })],
    ['for whom', () => ({ ownersOnly: true })],
    ['how it was called', () => ({ details: { title: 'Другой' } })],
    ['what changed', () => ({ changes: {} })],
    ['from where', () => ({ origin: null })],
  ])('shows that %s was rewritten', (_, tamper) => {
    const { entries, end } = chain(3);
    const rewritten = entries.map((entry, index) => (index === 1 ? { ...entry, ...tamper(entry) } : entry));
    expect(verify(rewritten, end)).toEqual([{ kind: 'changed', sequence: 2, id: entries[1]?.id }]);
  });

  it('shows that an entry was sealed anew by somebody who knows how', () => {
    const { entries, end } = chain(4);
    const [forged] = sealAll({ sequence: 1, hash: entries[0]!.hash }, [content('Подлог')]).entries;
    expect(verify([entries[0]!, forged!, ...entries.slice(2)], end)).toEqual([
      { kind: 'broken_link', sequence: 3, id: entries[2]?.id },
    ]);
  });

  it('shows what was taken out: from the middle, from the beginning, from the end', () => {
    const { entries, end } = chain(4);
    expect(verify(entries.toSpliced(1, 2), end)).toEqual([{ kind: 'missing', from: 2, to: 3 }]);
    expect(verify(entries.slice(1), end)).toEqual([{ kind: 'missing', from: 1, to: 1 }]);
    expect(verify(entries.slice(0, 3), end)).toEqual([{ kind: 'wrong_end', entries: 3, remembered: 4 }]);
    expect(verify(entries, undefined)).toEqual([{ kind: 'wrong_end', entries: 4, remembered: 0 }]);
  });

  it('shows any single change of any sealed word, wherever it stands', () => {
    const { entries, end } = chain(12);
    fc.assert(
      fc.property(fc.nat(11), fc.string({ minLength: 1 }), (place, word) => {
        const rewritten = entries.map((entry, index) =>
          index === place
            ? { ...entry, details: { title: `${String(entry.details['title'])}${word.toWellFormed()}` } }
            : entry,
        );
        expect(verify(rewritten, end)).not.toEqual([]);
      }),
    );
  });
});
