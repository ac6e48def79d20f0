import {
  clientDateKinds,
  clientStates,
  networks,
  researchKinds,
  silencePolicies,
  stageModes,
} from '@planerka/clients/domain';
import { graphqlEnum } from '@planerka/platform/server';

export const ClientStateEnum = graphqlEnum('ClientState', clientStates);
export const SilencePolicyEnum = graphqlEnum(
  'SilencePolicy',
  silencePolicies,
  'What it means when a client does not answer an approval in time.',
);
export const StageModeEnum = graphqlEnum('StageMode', stageModes, 'Whose word is wanted: any approver’s, or all’s.');
export const NetworkEnum = graphqlEnum('Network', networks);
export const ResearchKindEnum = graphqlEnum('ResearchKind', researchKinds);
export const ClientDateKindEnum = graphqlEnum(
  'ClientDateKind',
  clientDateKinds,
  'OCCASION: worth a publication. AWAY: nobody there answers.',
);
