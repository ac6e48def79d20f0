import { advice, blocker, type Finding } from '@planerka/platform/domain';
import type { CopyBrief } from './copy-brief';
import type { BrandFacts } from './brief-facts';

export function copyReadiness(brief: CopyBrief, brand: BrandFacts): readonly Finding[] {
  const findings: Finding[] = [];
  const { minLength, maxLength } = brief;
  if (minLength !== null && maxLength !== null && minLength > maxLength) {
    findings.push(blocker('maxLength', 'length_range_inverted', { min: minLength, max: maxLength }));
  }
  if (brief.toneOfVoice === '' && brand.toneOfVoice === '') findings.push(advice('toneOfVoice', 'tone_unknown'));
  if (brief.callToAction.text !== '' && brief.callToAction.link === '') {
    findings.push(advice('callToAction.link', 'field_missing'));
  }
  brief.facts.forEach(({ statement, source }, index) => {
    if (statement !== '' && source === '') findings.push(advice(`facts.${index}.source`, 'fact_without_source'));
  });
  const forbidden = new Set(brief.stopWords.map((word) => word.toLowerCase()));
  const contradictions = brief.keywords.filter((word) => forbidden.has(word.toLowerCase()));
  if (contradictions.length > 0) {
    findings.push(blocker('keywords', 'keyword_is_stop_word', { words: contradictions }));
  }
  if (brief.textType === 'contest_rules' && brief.disclaimers === '') {
    findings.push(advice('disclaimers', 'field_missing'));
  }
  return findings;
}
