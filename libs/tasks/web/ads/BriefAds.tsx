import { adRows, type TargetingBrief } from '@planerka/tasks/domain';
import { AdTable } from './AdTable';
import { useAdSurroundings } from './surroundings';

/** «Креативы × сегменты» as whoever sets them up reads it. */
export function BriefAds({ brief }: { brief: TargetingBrief }) {
  return <AdTable rows={adRows(brief, useAdSurroundings())} />;
}
