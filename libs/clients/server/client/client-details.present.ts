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
import type { ChannelObject } from '../channel/channel.object';
import type { ContactObject } from '../contact/contact.object';
import type { OnboardingStepObject } from '../onboarding/onboarding.object';
import type { ResearchObject } from '../research/research.object';
import type { RetainerObject } from '../retainer/retainer.object';
import type { ClientDetails } from './client-details';

type One<Part extends 'channels' | 'contacts' | 'research' | 'retainers'> = ClientDetails[Part][number];

/** Forms and briefs count on the present shape; what cannot be read as it is as good as not written yet. */
export function brandOf({ brand }: Pick<ClientDetails, 'brand'>): BrandProfile {
  const read = parseBrandProfile(brand?.data ?? {});
  return read.ok ? read.value : emptyBrandProfile;
}

export function toBrandProfile(clientId: Id, details: ClientDetails): BrandProfileObject | null {
  if (!details.brand) return null;
  const data = brandOf(details);
  const { filled, of } = brandCompleteness(data);
  const { version, updated_at } = details.brand;
  return { id: clientId, data, filledParts: filled, allParts: of, version, updatedAt: new Date(updated_at) };
}

export const toChannel =
  (clientId: Id) =>
  ({ archived_at, ...channel }: One<'channels'>): ChannelObject => ({
    ...channel,
    clientId,
    archivedAt: dateOrNull(archived_at),
  });

export const toContact =
  (clientId: Id) =>
  ({ archived_at, is_approver, is_final_approver, ...contact }: One<'contacts'>): ContactObject => ({
    ...contact,
    clientId,
    isApprover: is_approver,
    isFinalApprover: is_final_approver,
    archivedAt: dateOrNull(archived_at),
  });

export const toResearch = ({ created_at, ...research }: One<'research'>): ResearchObject => ({
  ...research,
  createdAt: new Date(created_at),
});

export function toOnboardingStep(
  clientId: Id,
  key: OnboardingStepKey,
  rows: ClientDetails['onboarding'],
): OnboardingStepObject {
  const row = rows.find((step) => step.key === key);
  return {
    id: `${clientId}:${key}`,
    key,
    isDone: row?.done_at != null,
    note: row?.note ?? '',
    doneAt: dateOrNull(row?.done_at ?? null),
    doneBy: row?.done_by ?? null,
  };
}

export const toRetainer = (retainer: One<'retainers'>, isCurrent: boolean): RetainerObject => ({
  id: retainer.id,
  validFrom: retainer.valid_from,
  fee: toMoneyObject(retainer.fee, retainer.currency),
  includedItems: retainer.included_items,
  includedRounds: retainer.included_rounds,
  extraRound: toMoneyObject(retainer.extra_round, retainer.currency),
  services: retainer.services.map(({ priceMinor, ...service }) => ({
    ...service,
    price: toMoneyObject(priceMinor, retainer.currency),
  })),
  isCurrent,
});

const dateOrNull = (text: string | null): Date | null => (text === null ? null : new Date(text));
