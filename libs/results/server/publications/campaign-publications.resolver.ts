import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CampaignObject } from '@planerka/campaigns/server';
import type { CampaignPublications } from './campaign-publications';
import { PublicationResultObject } from './publication-result.object';

@Resolver(() => CampaignObject)
export class CampaignPublicationsResolver {
  @ResolveField(() => [PublicationResultObject], {
    description:
      'Its measured publications, the best first: beside what is usual in their channels, else by how many saw them.',
  })
  publicationResults(@Parent() campaign: CampaignPublications) {
    return campaign.publicationResults;
  }
}
