import { defineCacheUpdates, forget } from '@planerka/platform/web';

defineCacheUpdates({
  Mutation: {
    createCampaign: (_result, _args, cache) => forget(cache, 'campaigns'),
    startCampaign: (_result, _args, cache) => forget(cache, 'campaigns'),
    closeCampaign: (_result, _args, cache) => forget(cache, 'campaigns'),
    reopenCampaign: (_result, _args, cache) => forget(cache, 'campaigns'),
  },
});
