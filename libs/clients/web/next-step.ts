import { clientNextSteps, type ClientNextStep } from '@planerka/clients/domain';

export type ClientTab =
  'overview' | 'brand' | 'channels' | 'rhythm' | 'contacts' | 'research' | 'retainer' | 'onboarding';

export const isNextStep = (step: string): step is ClientNextStep => clientNextSteps.some((known) => known === step);

/** Where that thing is done. */
export const tabOfStep = {
  fill_brand_profile: 'brand',
  add_channel: 'channels',
  name_approver: 'contacts',
  finish_onboarding: 'onboarding',
  set_retainer: 'retainer',
} as const satisfies Record<ClientNextStep, ClientTab>;
