import { graphqlEnum } from '@planerka/platform/server';

export const clientStates = ['active', 'paused', 'archived'] as const;
export type ClientState = (typeof clientStates)[number];

export const silencePolicies = ['nothing', 'remind', 'expire', 'approve'] as const;
export type SilencePolicy = (typeof silencePolicies)[number];

export const networks = [
  'vk',
  'telegram',
  'ok',
  'youtube',
  'tiktok',
  'dzen',
  'instagram',
  'facebook',
  'max',
  'other',
] as const;
export type Network = (typeof networks)[number];

export const ClientStateEnum = graphqlEnum('ClientState', clientStates);
export const SilencePolicyEnum = graphqlEnum(
  'SilencePolicy',
  silencePolicies,
  'What it means when a client does not answer an approval in time.',
);
export const NetworkEnum = graphqlEnum('Network', networks);
