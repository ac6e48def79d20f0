import { describe, expect, it } from '@jest/globals';
import { newId } from '@planerka/platform/domain';
import { partsOf, together, type DomainEvent } from './domain-event';

const actor = { memberId: newId(), name: 'Анна' };
const event = (type: string, squadId: string, kind = 'ContentItem'): DomainEvent => {
  const id = newId();
  const audience = { squadId };
  return { type, entity: { type: kind, id }, actor, audience, related: { itemId: id }, details: { title: id } };
};

describe('What one command does to many', () => {
  const [own, other] = [newId(), newId()];
  const many = [event('item.moved', own), event('item.updated', own), event('item.moved', other)];

  it('is one event for those who may learn of the same', () => {
    const told = together(many);
    expect(told).toHaveLength(2);
    expect(told[0]).toMatchObject({ type: 'item.moved', entity: many[0]?.entity, audience: { squadId: own } });
    expect(told[0]?.parts?.map(({ type, details }) => [type, details])).toEqual(
      many.slice(0, 2).map(({ type, details }) => [type, details]),
    );
    // Of one thing it is what it always was.
    expect(told[1]).toBe(many[2]);
  });

  it('never mixes things of different kinds, or what is asked again for different reasons', () => {
    expect(together([event('item.moved', own), event('task.moved', own, 'Task')])).toHaveLength(2);
    expect(together([event('item.moved', own), event('plan.moved', own)])).toHaveLength(2);
  });

  it('is each fact by itself in the journal, with an id that stays', () => {
    const [first] = together(many);
    if (!first) throw new Error('nothing was told');
    const dispatched = { ...first, id: newId(), agencyId: newId(), at: '2026-12-08T09:00:00Z' };
    const facts = partsOf(dispatched);
    expect(facts).toEqual(partsOf(dispatched));
    expect(new Set(facts.map(({ id }) => id)).size).toBe(2);
    expect(facts.map(({ entity, actor: by, audience, at }) => [entity, by, audience, at])).toEqual(
      many.slice(0, 2).map(({ entity }) => [entity, actor, { squadId: own }, dispatched.at]),
    );
    expect(facts.every(({ parts }) => parts === undefined)).toBe(true);
  });
});
