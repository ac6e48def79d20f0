import { isKktu } from '@planerka/clients/domain';
import { advice, blocker, type Finding } from '@planerka/platform/domain';
import { compareAmounts } from './amount';
import type { BriefFacts } from './brief-facts';
import type { TargetingBrief } from './targeting-brief';

type TargetingFacts = Pick<BriefFacts, 'campaign' | 'isAdMarkingWanted'>;

export function targetingReadiness(brief: TargetingBrief, facts: TargetingFacts): readonly Finding[] {
  return [
    ...ofPeriod(brief, facts),
    ...ofMoney(brief),
    ...ofMatrix(brief),
    ...ofSegments(brief),
    ...ofMarking(brief, facts),
  ];
}

function ofPeriod({ startsOn, endsOn }: TargetingBrief, { campaign }: TargetingFacts): readonly Finding[] {
  // ISO days compare as text.
  if (startsOn === null || endsOn === null) return [];
  if (endsOn < startsOn) return [blocker('endsOn', 'period_inverted')];
  if (campaign && (startsOn < campaign.startsOn.toString() || endsOn > campaign.endsOn.toString())) {
    const params = { from: campaign.startsOn.toString(), to: campaign.endsOn.toString() };
    return [blocker(startsOn < params.from ? 'startsOn' : 'endsOn', 'period_outside_campaign', params)];
  }
  return [];
}

function ofMoney(brief: TargetingBrief): readonly Finding[] {
  const findings: Finding[] = [];
  const { totalLimit, dailyLimit } = brief;
  if (totalLimit !== null && compareAmounts(totalLimit, '0') === 0)
    findings.push(blocker('totalLimit', 'limit_is_zero'));
  if (totalLimit !== null && dailyLimit !== null && compareAmounts(dailyLimit, totalLimit) > 0) {
    findings.push(blocker('dailyLimit', 'daily_limit_over_total', { total: totalLimit }));
  }
  const isCapped = brief.bidStrategy === 'price_cap' || brief.bidStrategy === 'manual';
  if (isCapped && brief.bidCap === null) findings.push(blocker('bidCap', 'field_missing'));
  return findings;
}

function ofMatrix({ creatives, segments, matrix }: TargetingBrief): readonly Finding[] {
  const creativeKeys = new Set(creatives.map(({ key }) => key));
  const segmentKeys = new Set(segments.map(({ key }) => key));
  const findings: Finding[] = [];
  if (creatives.length === 0) findings.push(advice('creatives', 'field_missing'));
  else if (matrix.length === 0) findings.push(advice('matrix', 'field_missing'));
  if (matrix.some((cross) => !creativeKeys.has(cross.creative) || !segmentKeys.has(cross.segment))) {
    findings.push(blocker('matrix', 'matrix_points_nowhere'));
  }
  if (matrix.length > 0) {
    const shown = new Set(matrix.map(({ creative }) => creative));
    const idle = creatives.filter(({ key }) => !shown.has(key)).map(({ name, key }) => name || key);
    if (idle.length > 0) findings.push(advice('matrix', 'creatives_shown_to_nobody', { creatives: idle }));
  }
  return findings;
}

function ofSegments({ segments }: TargetingBrief): readonly Finding[] {
  return segments.flatMap((segment, index) => {
    const isInverted = segment.ageFrom !== null && segment.ageTo !== null && segment.ageFrom > segment.ageTo;
    return [
      ...(isInverted ? [blocker(`segments.${index}.ageTo`, 'age_range_inverted')] : []),
      ...(segment.geo === '' ? [advice(`segments.${index}.geo`, 'field_missing')] : []),
    ];
  });
}

function ofMarking({ marking }: TargetingBrief, { isAdMarkingWanted }: TargetingFacts): readonly Finding[] {
  if (!isAdMarkingWanted) return [];
  const wanted: Finding[] = (['advertiser', 'contract', 'kktu'] as const)
    .filter((part) => marking[part] === '')
    .map((part) => blocker(`marking.${part}`, 'marking_wanted_by_law'));
  if (marking.inn !== '' && !isInn(marking.inn)) wanted.push(blocker('marking.inn', 'inn_malformed'));
  if (marking.kktu !== '' && !isKktu(marking.kktu)) wanted.push(blocker('marking.kktu', 'kktu_malformed'));
  // The token is given by the operator of advertising data when the creative exists: later than the brief.
  return marking.erid === '' ? [...wanted, advice('marking.erid', 'erid_before_launch')] : wanted;
}

/** Ten digits of a company, twelve of a person. */
const isInn = (text: string): boolean => /^(\d{10}|\d{12})$/.test(text);
