import { isKktu } from '@planerka/clients/domain';
import { advice, blocker, type Finding } from '@planerka/platform/domain';
import { adRows, namingSchemeOf, repeatedNames, unknownInNaming, utmSchemeOf } from './ad-rows';
import { compareAmounts } from './amount';
import type { BriefFacts } from './brief-facts';
import { affordable, planOf } from './media-plan';
import { isFloor, type StopRule } from './stop-rules';
import type { TargetingBrief } from './targeting-brief';
import { utmProblems } from './utm';

type TargetingFacts = Pick<BriefFacts, 'campaign' | 'isAdMarkingWanted' | 'brand'>;

export function targetingReadiness(brief: TargetingBrief, facts: TargetingFacts): readonly Finding[] {
  return [
    ...ofPeriod(brief, facts),
    ...ofMoney(brief),
    ...ofPlan(brief),
    ...ofStopRules(brief),
    ...ofMatrix(brief),
    ...ofNames(brief, facts),
    ...ofTags(brief, facts),
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

function ofPlan(brief: TargetingBrief): readonly Finding[] {
  const { metric, ...plan } = planOf(brief);
  const most = affordable(plan, metric);
  if (plan.results === null || most === null || BigInt(plan.results) <= most) return [];
  return [advice('plannedResults', 'plan_costs_more', { wanted: plan.results, possible: Number(most) })];
}

function ofStopRules({ stopRules, thresholds, totalLimit }: TargetingBrief): readonly Finding[] {
  return stopRules.flatMap((rule, index) => {
    if (rule.metric === null) return [];
    const at = (part: string): string => `stopRules.${index}.${part}`;
    if (rule.value === null) return [blocker(at('value'), 'stop_rule_without_value', { rule: index + 1 })];
    const findings: Finding[] = [];
    const all = totalLimit !== null && compareAmounts(totalLimit, '0') > 0 ? totalLimit : null;
    if (rule.afterSpend !== null && all !== null && compareAmounts(rule.afterSpend, all) >= 0) {
      findings.push(blocker(at('afterSpend'), 'stop_rule_never', { rule: index + 1, total: all }));
    }
    const goal = thresholds.find(({ metric }) => metric === rule.metric);
    if (goal && isWithinGoal(rule, Number(goal.value))) {
      findings.push(advice(at('value'), 'stop_rule_within_goal', { rule: index + 1 }));
    }
    const isRepeat = stopRules.some(
      (other, place) => place < index && other.metric === rule.metric && other.afterSpend === rule.afterSpend,
    );
    if (isRepeat) findings.push(advice(at('metric'), 'stop_rule_repeats', { rule: index + 1 }));
    return findings;
  });
}

/** It would switch off what reaches its goal. */
const isWithinGoal = ({ metric, value }: StopRule, goal: number): boolean =>
  isFloor(metric ?? '') ? Number(value) > goal : Number(value) < goal;

/** Who the client is makes no difference to whether two names are one. */
function ofNames(brief: TargetingBrief, { brand }: TargetingFacts): readonly Finding[] {
  const scheme = namingSchemeOf(brief, brand.tracking);
  const unknown = unknownInNaming(scheme);
  if (unknown.length > 0) return [blocker('namingScheme', 'naming_unknown_placeholder', { names: unknown })];
  const repeated = repeatedNames(adRows(brief, { client: '', campaign: '', schemes: brand.tracking }));
  return repeated.length > 0 ? [blocker('namingScheme', 'ad_names_repeat', { names: repeated.slice(0, 3) })] : [];
}

function ofTags(brief: TargetingBrief, { brand }: TargetingFacts): readonly Finding[] {
  const scheme = utmSchemeOf(brief, brand.tracking);
  if (scheme === '') return [advice('utmTemplate', 'field_missing')];
  return utmProblems(scheme).map(({ code, names }) => blocker('utmTemplate', code, { names }));
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
