import { err, ok, type Result } from '@planerka/platform/domain';
import type { CampaignState } from './campaign';

export const campaignActions = ['start', 'close', 'reopen'] as const;
export type CampaignAction = (typeof campaignActions)[number];

const transitions: Readonly<Record<CampaignAction, { readonly from: CampaignState; readonly to: CampaignState }>> = {
  start: { from: 'draft', to: 'active' },
  close: { from: 'active', to: 'closed' },
  reopen: { from: 'closed', to: 'active' },
};

export interface IllegalCampaignAction {
  readonly kind: 'IllegalCampaignAction';
  readonly action: CampaignAction;
  readonly state: CampaignState;
  /** A campaign closes when its work is over. */
  readonly openTasks: number;
}

/** @param openTasks tasks of it that are neither done nor cancelled */
export function moveCampaign(
  state: CampaignState,
  action: CampaignAction,
  openTasks: number,
): Result<CampaignState, IllegalCampaignAction> {
  const { from, to } = transitions[action];
  const isHeldUp = action === 'close' && openTasks > 0;
  return state === from && !isHeldUp ? ok(to) : err({ kind: 'IllegalCampaignAction', action, state, openTasks });
}

export const campaignActionsIn = (state: CampaignState): readonly CampaignAction[] =>
  campaignActions.filter((action) => transitions[action].from === state);
