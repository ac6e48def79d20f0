import type { TenancyCases } from './cases';

export const campaignsCases: TenancyCases = {
  campaigns: (ids) => ({
    document: `query ($id: ID!) { campaigns(clientId: $id) { nodes { id name } } }`,
    variables: { id: ids.client },
  }),
  campaign: (ids) => ({
    document: `query ($id: ID!) { campaign(id: $id) { id name } }`,
    variables: { id: ids.campaign },
  }),
};
