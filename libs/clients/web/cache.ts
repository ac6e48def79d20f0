import { defineCacheUpdates, forget } from '@planerka/platform/web';

defineCacheUpdates({
  Mutation: {
    createClient: (_result, _args, cache) => forget(cache, 'clients'),
    // a client that was put away leaves the list of the active ones
    updateClient: (_result, _args, cache) => forget(cache, 'clients'),
    createService: (_result, _args, cache) => forget(cache, 'services'),
  },
});
