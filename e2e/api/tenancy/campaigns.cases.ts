import type { TenancyCases } from './cases';

const changed = `{ __typename ... on CampaignChanged { campaign { id name } } ... on NotFound { entity } }`;
const fields = { name: 'Чужая', goal: 'SALES', startsOn: '2026-11-01', endsOn: '2026-12-31' };
const move =
  (field: string): TenancyCases[string] =>
  (ids) => ({
    document: `mutation ($input: MoveCampaignInput!) { ${field}(input: $input) ${changed} }`,
    variables: { input: { campaignId: ids.campaign, expectedVersion: 1 } },
  });

export const campaignsCases: TenancyCases = {
  campaigns: (ids) => ({
    document: `query ($id: ID!) { campaigns(clientId: $id) { nodes { id name } } }`,
    variables: { id: ids.client },
  }),
  campaign: (ids) => ({
    document: `query ($id: ID!) { campaign(id: $id) { id name facts { id } planFact { fact } cases { id } } }`,
    variables: { id: ids.campaign },
  }),
  createCampaign: (ids) => ({
    document: `mutation ($input: CreateCampaignInput!) { createCampaign(input: $input) ${changed} }`,
    variables: { input: { clientId: ids.client, ...fields } },
  }),
  updateCampaign: (ids) => ({
    document: `mutation ($input: UpdateCampaignInput!) { updateCampaign(input: $input) ${changed} }`,
    variables: { input: { campaignId: ids.campaign, expectedVersion: 1, ...fields } },
  }),
  startCampaign: move('startCampaign'),
  closeCampaign: move('closeCampaign'),
  reopenCampaign: move('reopenCampaign'),
};
