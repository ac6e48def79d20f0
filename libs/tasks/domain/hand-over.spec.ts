import { describe, expect, it } from '@jest/globals';
import { Money } from '@planerka/platform/domain';
import { canLead, canTake, handOver } from './hand-over';
import { taskStates } from './task-state';
import { task } from './testing/task';

const rub = (amount: number) => Money.of(BigInt(amount) * 100n, 'RUB');

describe('Work that is handed over', () => {
  it.each(taskStates.map((state) => [state] as const))('in the state %s', (state) => {
    const to = { draft: 'draft', issued: 'issued', in_progress: 'issued' }[state as 'draft'] ?? null;
    expect(handOver(task({ state }))?.to ?? null).toBe(to);
  });

  it('gives back what was promised for it: the next one accepts on their own terms', () => {
    const committed = rub(2_500);
    expect(handOver(task({ state: 'in_progress', committed }))?.effects).toEqual([
      { kind: 'release', amount: committed },
    ]);
    expect(handOver(task({ state: 'in_progress', committed: rub(0) }))?.effects).toEqual([]);
  });

  it('goes to whoever does such work: specialist, or a lead who is also one', () => {
    expect(canTake({ role: 'specialist', disciplines: ['copy', 'design'] }, 'design')).toBe(true);
    expect(canTake({ role: 'specialist', disciplines: ['copy'] }, 'design')).toBe(false);
    expect(canTake({ role: 'manager', disciplines: ['design'] }, 'design')).toBe(true);
    expect(canTake({ role: 'owner', disciplines: [] }, 'design')).toBe(false);
  });

  it('is answered for by a manager or the owner', () => {
    expect((['owner', 'manager', 'specialist'] as const).filter((role) => canLead({ role, disciplines: [] }))).toEqual([
      'owner',
      'manager',
    ]);
  });
});
