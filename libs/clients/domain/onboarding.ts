import { optionalText } from '@planerka/platform/domain';
import { z } from 'zod';

/** What has to be collected before work for a client runs by itself, in the order it is usually asked for. */
export const onboardingSteps = [
  'contract_signed',
  'brief_filled',
  'brand_files_received',
  'channel_access',
  'ad_cabinet_access',
  'analytics_access',
  'ad_marking_data',
  'approvers_named',
  'reporting_agreed',
  'first_payment',
] as const;
export type OnboardingStepKey = (typeof onboardingSteps)[number];

export interface OnboardingStep {
  readonly key: OnboardingStepKey;
  readonly isDone: boolean;
}

/** The whole checklist: rows of the database say what is done, the catalogue says what there is. */
export function onboardingOf(done: ReadonlySet<string>): readonly OnboardingStep[] {
  return onboardingSteps.map((key) => ({ key, isDone: done.has(key) }));
}

export const nextOnboardingStep = (done: ReadonlySet<string>): OnboardingStepKey | null =>
  onboardingSteps.find((key) => !done.has(key)) ?? null;

/** One tick, with what should be known about it: where the access lies, who promised the files. */
export const onboardingMarkSchema = z.strictObject({
  key: z.enum(onboardingSteps),
  isDone: z.boolean(),
  note: optionalText('note').default(''),
});
