import type { Brief, DeliverableContent } from '@planerka/tasks/domain';
import { emptyRichText } from '@planerka/platform/domain';

/** Where work begins: at the last version, or at what the brief already says. */
export function firstContent(brief: Brief, previous: DeliverableContent | undefined): DeliverableContent {
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
        ads: brief.segments.map(({ name }) => ({ ...emptyAd, segment: name })),
        utmSample: '',
        isTrackingChecked: false,
        notes: '',
        stopRules: brief.stopRules,
        fileIds: [],
      };
  }
}

export const emptyAd = { name: '', segment: '', creative: '', dailyLimit: null, erid: '' };
