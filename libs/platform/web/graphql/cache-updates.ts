import type { Cache, UpdatesConfig } from '@urql/exchange-graphcache';

/** Shared with the cache exchange by reference: domains add their rules when their code arrives. */
export const cacheUpdates = { Mutation: {}, Subscription: {} } satisfies UpdatesConfig;

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
