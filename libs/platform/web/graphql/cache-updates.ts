import { useEffect, useRef } from 'react';
import type { Cache, DataFields, UpdateResolver, UpdatesConfig, Variables } from '@urql/exchange-graphcache';

/** Shared with the cache exchange by reference: domains add their rules when their code arrives. */
export const cacheUpdates: Record<'Mutation' | 'Subscription', Record<string, UpdateResolver>> = {
  Mutation: {},
  Subscription: {},
};

/**
 * What a domain's mutation makes stale beyond the entities it returns (those update by themselves):
 * `defineCacheUpdates({ Mutation: { createTask: (_result, _args, cache) => forget(cache, 'taskBoard', 'today') } })`
 */
export function defineCacheUpdates(updates: UpdatesConfig): void {
  Object.assign(cacheUpdates.Mutation, updates['Mutation']);
  Object.assign(cacheUpdates.Subscription, updates['Subscription']);
}

/** Forgets root fields with whatever arguments: pages that show them ask again. */
export function forget(cache: Cache, ...fields: readonly string[]): void {
  const names = new Set(fields);
  for (const field of cache.inspectFields('Query')) {
    if (names.has(field.fieldName)) cache.invalidate('Query', field.fieldName, field.arguments);
  }
}

const liveFields = new Map<string, readonly string[]>();

/**
 * Which lists go stale when others do something: `defineLiveUpdates({ task: ['taskBoard', 'today'] })`, by the first word of the
 * event («task.accepted»). The thing itself is asked for again without any rule.
 */
export function defineLiveUpdates(fieldsByTopic: Readonly<Record<string, readonly string[]>>): void {
  for (const [topic, fields] of Object.entries(fieldsByTopic)) {
    liveFields.set(topic, [...(liveFields.get(topic) ?? []), ...fields]);
  }
}

/** What somebody has just done, as the desk hears of it. */
export interface Happening {
  type: string;
  entityType: string;
  entityId: string;
  taskId?: string | null;
  itemId?: string | null;
  campaignId?: string | null;
  actorId?: string | null;
  actorName?: string;
  /** What one command changed together with it. */
  also?: string[];
  clientId?: string | null;
  /** The months that it may touch; empty: any. */
  months?: string[];
}

const hearers = new Set<(happening: Happening) => void>();

/** For what is no data: who else is at work here. Lists and pages ask again by themselves. */
export function useHappening(hear: (happening: Happening) => void): void {
  const latest = useRef(hear);
  useEffect(() => {
    latest.current = hear;
  });
  useEffect(() => {
    const listener = (happening: Happening) => latest.current(happening);
    hearers.add(listener);
    return () => void hearers.delete(listener);
  }, []);
}

const RELATED = { taskId: 'Task', itemId: 'ContentItem', campaignId: 'Campaign' } as const;

function happened(result: DataFields, _args: unknown, cache: Cache): void {
  const happening = result['happened'] as unknown as Happening | null;
  if (!happening) return;
  const related = Object.entries(RELATED).map(([field, type]) => `${type}:${happening[field as keyof typeof RELATED]}`);
  for (const key of [`${happening.entityType}:${happening.entityId}`, ...related, ...(happening.also ?? [])])
    cache.invalidate(key);
  // Not within the cache's own write.
  queueMicrotask(() => hearers.forEach((hear) => hear({ ...happening })));
  const [topic = ''] = happening.type.split('.');
  const names = new Set(liveFields.get(topic));
  for (const { fieldName, arguments: asked } of cache.inspectFields('Query')) {
    if (names.has(fieldName) && !isElsewhere(happening, asked)) cache.invalidate('Query', fieldName, asked);
  }
}

/** Whether a page of one month cannot show what has happened in another one, or to another client. */
const isElsewhere = ({ months = [], clientId }: Happening, asked: Variables | null): boolean => {
  const { month, clientId: ofClient } = asked ?? {};
  if (typeof month !== 'string' || months.length === 0) return false;
  return !months.includes(month) || (typeof ofClient === 'string' && ofClient !== clientId);
};

cacheUpdates.Subscription['happened'] = happened;
