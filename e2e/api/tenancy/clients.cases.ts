import type { TenancyCases } from './cases';

const changed = `{ __typename ... on ClientChanged { client { id name } } ... on NotFound { entity } ... on InvalidInput { issues { path code } } }`;
const change = (field: string, input: string) => `mutation ($input: ${input}!) { ${field}(input: $input) ${changed} }`;
const rub = (amount: string) => ({ amount, currency: 'RUB' });

export const clientsCases: TenancyCases = {
  client: (ids) => ({
    document: `query ($id: ID!) { client(id: $id) { id name brandProfile { data } retainers { id } } }`,
    variables: { id: ids.client },
  }),
  createClient: (ids) => ({
    document: change('createClient', 'CreateClientInput'),
    variables: { input: { name: 'Чужой', squadId: ids.squad } },
  }),
  setClientLogo: (ids) => ({
    document: change('setClientLogo', 'SetClientLogoInput'),
    variables: { input: { clientId: ids.client, expectedVersion: 1, fileId: ids.file } },
  }),
  updateClient: (ids) => ({
    document: change('updateClient', 'UpdateClientInput'),
    variables: {
      input: {
        clientId: ids.client,
        expectedVersion: 1,
        name: 'Чужой',
        about: '',
        squadId: ids.squad,
        silencePolicy: 'REMIND',
        state: 'ARCHIVED',
      },
    },
  }),
  saveBrandProfile: (ids) => ({
    document: change('saveBrandProfile', 'SaveBrandProfileInput'),
    variables: { input: { clientId: ids.client, expectedVersion: 1, data: {} } },
  }),
  createChannel: (ids) => ({
    document: change('createChannel', 'CreateChannelInput'),
    variables: { input: { clientId: ids.client, network: 'VK', title: 'Чужая' } },
  }),
  updateChannel: (ids) => ({
    document: change('updateChannel', 'UpdateChannelInput'),
    variables: { input: { channelId: ids.channel, expectedVersion: 1, network: 'VK', title: 'Чужая' } },
  }),
  archiveChannel: (ids) => ({
    document: change('archiveChannel', 'ArchiveChannelInput'),
    variables: { input: { channelId: ids.channel, expectedVersion: 1 } },
  }),
  createContact: (ids) => ({
    document: change('createContact', 'CreateContactInput'),
    variables: { input: { clientId: ids.client, name: 'Чужой' } },
  }),
  updateContact: (ids) => ({
    document: change('updateContact', 'UpdateContactInput'),
    variables: { input: { contactId: ids.contact, expectedVersion: 1, name: 'Чужой' } },
  }),
  archiveContact: (ids) => ({
    document: change('archiveContact', 'ArchiveContactInput'),
    variables: { input: { contactId: ids.contact, expectedVersion: 1 } },
  }),
  createResearch: (ids) => ({
    document: change('createResearch', 'CreateResearchInput'),
    variables: { input: { clientId: ids.client, kind: 'TREND', title: 'Чужое' } },
  }),
  updateResearch: (ids) => ({
    document: change('updateResearch', 'UpdateResearchInput'),
    variables: { input: { researchId: ids.research, expectedVersion: 1, kind: 'TREND', title: 'Чужое' } },
  }),
  deleteResearch: (ids) => ({
    document: change('deleteResearch', 'DeleteResearchInput'),
    variables: { input: { researchId: ids.research } },
  }),
  setChannelFrequencies: (ids) => ({
    document: change('setChannelFrequencies', 'SetChannelFrequenciesInput'),
    variables: {
      input: { clientId: ids.client, validFrom: '2026-12', channels: [{ channelId: ids.channel, items: 12 }] },
    },
  }),
  createClientDate: (ids) => ({
    document: change('createClientDate', 'CreateClientDateInput'),
    variables: {
      input: {
        clientId: ids.client,
        kind: 'AWAY',
        title: 'Чужой отпуск',
        startsOn: '2031-02-01',
        endsOn: '2031-02-03',
      },
    },
  }),
  updateClientDate: (ids) => ({
    document: change('updateClientDate', 'UpdateClientDateInput'),
    variables: {
      input: {
        clientDateId: ids.clientDate,
        expectedVersion: 1,
        kind: 'OCCASION',
        title: 'Чужой праздник',
        startsOn: '2031-02-01',
        endsOn: '2031-02-01',
      },
    },
  }),
  deleteClientDate: (ids) => ({
    document: change('deleteClientDate', 'DeleteClientDateInput'),
    variables: { input: { clientDateId: ids.clientDate } },
  }),
  markOnboardingStep: (ids) => ({
    document: change('markOnboardingStep', 'MarkOnboardingStepInput'),
    variables: { input: { clientId: ids.client, key: 'contract_signed', isDone: true } },
  }),
  saveRetainer: (ids) => ({
    document: change('saveRetainer', 'SaveRetainerInput'),
    variables: {
      input: {
        clientId: ids.client,
        validFrom: '2026-12',
        fee: rub('1.00'),
        includedItems: 1,
        includedRounds: 1,
        extraRound: rub('1.00'),
      },
    },
  }),
  removeRetainer: (ids) => ({
    document: change('removeRetainer', 'RemoveRetainerInput'),
    variables: { input: { retainerId: ids.retainer } },
  }),
  updateService: (ids) => ({
    document: `mutation ($input: UpdateServiceInput!) { updateService(input: $input) { __typename ... on NotFound { entity } } }`,
    variables: { input: { serviceId: ids.service, expectedVersion: 1, name: 'Чужая', price: rub('1.00') } },
  }),
  archiveService: (ids) => ({
    document: `mutation ($input: ArchiveServiceInput!) { archiveService(input: $input) { __typename ... on NotFound { entity } } }`,
    variables: { input: { serviceId: ids.service, expectedVersion: 1 } },
  }),
};
