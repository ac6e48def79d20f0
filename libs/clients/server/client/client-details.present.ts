import {
  brandCompleteness,
  emptyBrandProfile,
  parseBrandProfile,
  type BrandProfile,
  type OnboardingStepKey,
} from '@planerka/clients/domain';
import type { Id } from '@planerka/platform/domain';
import { toMoneyObject } from '@planerka/platform/server';
import type { BrandProfileObject } from '../brand-profile/brand-profile.object';
import type { OnboardingStepObject } from '../onboarding/onboarding.object';
import type { RetainerObject } from '../retainer/retainer.object';
import type { BrandFacts, RetainerFacts, StepFacts } from './client-details-read';

/** Forms and briefs count on the present shape; what cannot be read as it is as good as not written yet. */
export function brandOf(brand: BrandFacts | null): BrandProfile {
  const read = parseBrandProfile(brand?.data ?? {});
  return read.ok ? read.value : emptyBrandProfile;
}

export function toBrandProfile(clientId: Id, brand: BrandFacts | null): BrandProfileObject | null {
  if (!brand) return null;
  const data = brandOf(brand);
  const { filled, of } = brandCompleteness(data);
  const { version, updatedAt } = brand;
  return { id: clientId, data, filledParts: filled, allParts: of, version, updatedAt };
}

export function toOnboardingStep(
  clientId: Id,
  key: OnboardingStepKey,
  marked: readonly StepFacts[],
): OnboardingStepObject {
  const step = marked.find((one) => one.key === key);
  return {
    id: `${clientId}:${key}`,
    key,
    isDone: step?.doneAt != null,
    note: step?.note ?? '',
    doneAt: step?.doneAt ?? null,
    doneBy: step?.doneBy ?? null,
  };
}

export const toRetainer = (
  { fee, extraRound, currency, services, hasBegun: _, ...retainer }: RetainerFacts,
  isCurrent: boolean,
): RetainerObject => ({
  ...retainer,
  fee: toMoneyObject(fee, currency),
  extraRound: toMoneyObject(extraRound, currency),
  services: services.map(({ priceMinor, ...service }) => ({ ...service, price: toMoneyObject(priceMinor, currency) })),
  isCurrent,
});
