import { advice, blocker, compareDates, isAfter, isWebAddress, type Finding } from '@planerka/platform/domain';
import type { Brief } from './brief';
import type { BriefFacts } from './brief-facts';
import { briefFields, isEmptyValue, valueAt } from './brief-fields';
import { copyReadiness } from './readiness-copy';
import { designReadiness } from './readiness-design';
import { targetingReadiness } from './readiness-targeting';

/** Samples that let a specialist see what is meant. */
export const wantedReferences = 3;

/**
 * What a brief lacks, in the order of its form. It may be issued when nothing of it blocks.
 * `field_missing` names an empty field of the catalogue; the other codes are particular.
 */
export function readiness(brief: Brief, facts: BriefFacts): readonly Finding[] {
  return [
    ...ofTask(brief, facts),
    ...missingFields(brief),
    ...halfTypedLinks(brief),
    ...ofDiscipline(brief, facts),
    ...ofReferences(brief),
  ];
}

function missingFields(brief: Brief): readonly Finding[] {
  return briefFields[brief.discipline].flatMap(({ path, need }) => {
    if (need === 'optional' || !isEmptyValue(valueAt(brief, path))) return [];
    return [need === 'required' ? blocker(path, 'field_missing') : advice(path, 'field_missing')];
  });
}

function halfTypedLinks(brief: Brief): readonly Finding[] {
  const links = [
    ...(brief.discipline === 'copy' ? [{ field: 'callToAction.link', url: brief.callToAction.link }] : []),
    ...(brief.discipline === 'targeting' ? [{ field: 'landingUrl', url: brief.landingUrl }] : []),
    ...brief.references.map(({ url }, index) => ({ field: `references.${index}.url`, url })),
  ];
  return links.filter(({ url }) => url !== '' && !isWebAddress(url)).map(({ field }) => blocker(field, 'not_a_url'));
}

function ofDiscipline(brief: Brief, facts: BriefFacts): readonly Finding[] {
  switch (brief.discipline) {
    case 'copy':
      return copyReadiness(brief, facts.brand);
    case 'design':
      return designReadiness(brief, facts.brand);
    case 'targeting':
      return targetingReadiness(brief, facts);
  }
}

function ofTask(brief: Brief, facts: BriefFacts): readonly Finding[] {
  const findings: Finding[] = [];
  if (facts.title.trim() === '') findings.push(blocker('title', 'field_missing'));
  if (facts.assignee === null) findings.push(blocker('assigneeId', 'field_missing'));
  else if (!facts.assignee.disciplines.includes(brief.discipline)) {
    // A manager may do a specialist's work; it is the exception, so it is said and does not block.
    findings.push(advice('assigneeId', 'assignee_of_other_discipline', { discipline: brief.discipline }));
  }
  if (facts.estimatedMinutes === null) findings.push(advice('estimatedMinutes', 'field_missing'));
  return [...findings, ...ofDue(facts), ...ofFee(facts)];
}

function ofDue({ dueAt, dueOn, item, campaign, at }: BriefFacts): readonly Finding[] {
  if (dueAt === null) return [blocker('dueAt', 'field_missing')];
  if (!isAfter(dueAt, at)) return [blocker('dueAt', 'due_in_past')];
  if (item && isAfter(dueAt, item.publishAt)) {
    return [blocker('dueAt', 'due_after_publication', { publishAt: item.publishAt.toString() })];
  }
  if (campaign && dueOn && compareDates(dueOn, campaign.endsOn) > 0) {
    const params = { from: campaign.startsOn.toString(), to: campaign.endsOn.toString() };
    return [blocker('dueAt', 'due_after_campaign', params)];
  }
  if (item && isAfter(dueAt.add({ hours: 24 }), item.publishAt)) {
    return [advice('dueAt', 'due_close_to_publication', { publishAt: item.publishAt.toString() })];
  }
  return [];
}

function ofFee({ fee, dueAt, budgetLine }: BriefFacts): readonly Finding[] {
  if (fee === null) return [blocker('fee', 'field_missing')];
  if (fee.isZero) return [];
  // The due day chooses the line, so there is none to miss before it is set.
  if (budgetLine === null) return dueAt === null ? [] : [blocker('fee', 'no_budget_line')];
  const missing = fee.minus(budgetLine.available);
  if (!missing.isPositive) return [];
  // Not a block: the line may be raised before the specialist accepts, and accepting checks it for good.
  const params = { available: budgetLine.available.toDecimal(), missing: missing.toDecimal(), currency: fee.currency };
  return [advice('fee', budgetLine.isHard ? 'hard_line_too_small' : 'soft_line_too_small', params)];
}

function ofReferences(brief: Brief): readonly Finding[] {
  const count = brief.references.length;
  return count >= wantedReferences ? [] : [advice('references', 'few_references', { count, wanted: wantedReferences })];
}
