import {
  adRows,
  type AdSurroundings,
  type Brief,
  type DeliverableContent,
  type TargetingBrief,
} from '@planerka/tasks/domain';
import { emptyRichText } from '@planerka/platform/domain';

/** Where work begins: at the last version, or at what the brief already says. */
export function firstContent(
  brief: Brief,
  previous: DeliverableContent | undefined,
  around: AdSurroundings,
): DeliverableContent {
  if (previous?.kind === brief.discipline) return previous;
  switch (brief.discipline) {
    case 'copy':
      return { kind: 'copy', text: emptyRichText, variants: [] };
    case 'design':
      return { kind: 'design', fileIds: [], sourceFileIds: [], sourceUrl: '' };
    case 'targeting':
      return {
        kind: 'targeting',
        cabinetUrl: '',
        campaignName: '',
        startsOn: brief.startsOn,
        endsOn: brief.endsOn,
        totalLimit: brief.totalLimit,
        ads: adsOf(brief, around),
        utmSample: '',
        isTrackingChecked: false,
        notes: '',
        // Ticked off as they are set up.
        stopRules: [],
        fileIds: [],
      };
  }
}

export const emptyAd = { name: '', segment: '', creative: '', dailyLimit: null, erid: '' };

/** Named as the brief's matrix has them; without one, a row for each segment. */
function adsOf(brief: TargetingBrief, around: AdSurroundings) {
  const rows = adRows(brief, around);
  return rows.length > 0
    ? rows.slice(0, 200).map(({ name, segment, creative }) => ({ ...emptyAd, name, segment, creative }))
    : brief.segments.map(({ name }) => ({ ...emptyAd, segment: name }));
}
