import { brandCompleteness, type BrandProfile } from './brand-profile';

/** What a client still lacks for the squad to work, in the order in which it pays to add it. */
export const clientNextSteps = [
  'fill_brand_profile',
  'add_channel',
  'name_approver',
  'finish_onboarding',
  'set_retainer',
] as const;
export type ClientNextStep = (typeof clientNextSteps)[number];

export interface ClientReadiness {
  readonly brand: BrandProfile;
  readonly channels: number;
  readonly finalApprovers: number;
  readonly openOnboardingSteps: number;
  readonly retainers: number;
}

export function nextStepsOf({
  brand,
  channels,
  finalApprovers,
  openOnboardingSteps,
  retainers,
}: ClientReadiness): readonly ClientNextStep[] {
  const { filled, of } = brandCompleteness(brand);
  const isMissing: Readonly<Record<ClientNextStep, boolean>> = {
    fill_brand_profile: filled < of,
    add_channel: channels === 0,
    name_approver: finalApprovers === 0,
    finish_onboarding: openOnboardingSteps > 0,
    set_retainer: retainers === 0,
  };
  return clientNextSteps.filter((step) => isMissing[step]);
}
