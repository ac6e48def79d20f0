import { can } from './access';
import type { Viewer } from './viewer';

/** Actions that need no loaded thing to be decided: what a navigation or an empty page may offer. */
const general = [
  'agency.manage',
  'agency.export',
  'squad.manage',
  'client.create',
  'service.view',
  'service.edit',
  'overview.view',
  'margin.view',
  'template.view',
  'template.edit',
  'savedView.share',
] as const;

export type Ability = (typeof general)[number];

export const abilitiesOf = (viewer: Viewer): readonly Ability[] => general.filter((action) => can(viewer, action));
