import { advice, blocker, type Finding } from '@planerka/platform/domain';
import type { DesignBrief } from './design-brief';
import type { BrandFacts } from './brief-facts';

export function designReadiness(brief: DesignBrief, brand: BrandFacts): readonly Finding[] {
  return [...ofTexts(brief), ...ofIdentity(brief, brand)];
}

function ofTexts(brief: DesignBrief): readonly Finding[] {
  const findings: Finding[] = [];
  const { slides } = brief;
  if (brief.work === 'carousel' && slides.length < 2) {
    findings.push(blocker('slides', 'carousel_needs_slides', { min: 2 }));
  }
  slides.forEach(({ text, note }, index) => {
    if (text === '' && note === '')
      findings.push(blocker(`slides.${index}.text`, 'slide_is_empty', { slide: index + 1 }));
  });
  const hasText = brief.finalText !== '' || slides.some(({ text }) => text !== '');
  if (!hasText && slides.length === 0) findings.push(advice('finalText', 'no_text_on_picture'));
  if (hasText && !brief.isProofread) findings.push(advice('isProofread', 'text_not_proofread'));
  return findings;
}

function ofIdentity(brief: DesignBrief, brand: BrandFacts): readonly Finding[] {
  const findings: Finding[] = [];
  if (brief.colours.length === 0 && brand.colours.length === 0) findings.push(advice('colours', 'colours_unknown'));
  if (brief.fonts.length === 0 && brand.fonts.length === 0) findings.push(advice('fonts', 'fonts_unknown'));
  if (brief.identityFileIds.length === 0) findings.push(advice('identityFileIds', 'field_missing'));
  if (brief.isSourceWanted && brief.sourceFormat === '') findings.push(advice('sourceFormat', 'field_missing'));
  return findings;
}
