import type { Ids } from '@planerka/testing/server';
import type { TenancyCases } from './cases';

const changed = `{ __typename ... on CaseChanged { casePage { id title } } ... on NotFound { entity } }`;

const measured = `{ __typename ... on ItemMeasured { item { id title } } ... on NotFound { entity }
  ... on InvalidInput { issues { path code } } }`;
/** Of another version: neither written nor taken away. */
const measurement = (ids: Ids) => ({
  itemId: ids.item,
  channelId: ids.channel,
  day: '2026-11-20',
  expectedVersion: 9,
});

export const resultsCases: TenancyCases = {
  saveFacts: (ids) => ({
    document: `mutation ($input: SaveFactsInput!) { saveFacts(input: $input) { __typename ... on NotFound { entity } } }`,
    variables: { input: { campaignId: ids.campaign, facts: [{ metric: 'leads', day: '2026-11-20', value: '5' }] } },
  }),
  saveItemMeasurement: (ids) => ({
    document: `mutation ($input: SaveItemMeasurementInput!) { saveItemMeasurement(input: $input) ${measured} }`,
    variables: { input: { ...measurement(ids), views: 5 } },
  }),
  removeItemMeasurement: (ids) => ({
    document: `mutation ($input: RemoveItemMeasurementInput!) { removeItemMeasurement(input: $input) ${measured} }`,
    variables: { input: measurement(ids) },
  }),
  casePage: (ids) => ({
    document: `query ($id: ID!) { casePage(id: $id) { id title figures { after } publications { count } } }`,
    variables: { id: ids.casePage },
  }),
  createCase: (ids) => ({
    document: `mutation ($input: CreateCaseInput!) { createCase(input: $input) ${changed} }`,
    variables: { input: { campaignId: ids.campaign, title: 'Чужой' } },
  }),
  updateCase: (ids) => ({
    document: `mutation ($input: UpdateCaseInput!) { updateCase(input: $input) ${changed} }`,
    variables: { input: { caseId: ids.casePage, expectedVersion: 1, title: 'Чужой' } },
  }),
  refreshCaseFigures: (ids) => ({
    document: `mutation ($input: RefreshCaseInput!) { refreshCaseFigures(input: $input) ${changed} }`,
    variables: { input: { caseId: ids.casePage, expectedVersion: 1 } },
  }),
};
