import type { Brief } from './brief';

/** A brief to begin another with: what belongs to one occasion (files, days, marks) stays behind, the way of asking is kept. */
export function reusable(brief: Brief): Brief {
  const references = brief.references.filter(({ fileId }) => fileId === null);
  switch (brief.discipline) {
    case 'copy':
      return { ...brief, references };
    case 'design':
      return { ...brief, references, identityFileIds: [], isProofread: false };
    case 'targeting':
      return {
        ...brief,
        references,
        startsOn: null,
        endsOn: null,
        creatives: brief.creatives.map((creative) => ({ ...creative, fileId: null })),
        marking: { ...brief.marking, erid: '' },
      };
  }
}
