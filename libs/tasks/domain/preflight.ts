import { advice, blocker, containsPhrase, lengthOf, publishableTextOf, type Finding } from '@planerka/platform/domain';
import { compareAmounts } from './amount';
import type { Brief } from './brief';
import type { CopyBrief } from './copy-brief';
import type { CopyContent, DeliverableContent, DesignContent, TargetingContent } from './deliverable';
import type { DesignBrief } from './design-brief';
import type { TargetingBrief } from './targeting-brief';

/** What is known about an uploaded file. */
export interface FileFacts {
  readonly id: string;
  readonly name: string;
  readonly bytes: number;
  /** px; null for what has none. */
  readonly width: number | null;
  readonly height: number | null;
}

export interface PreflightFacts {
  readonly files: ReadonlyMap<string, FileFacts>;
  readonly brandStopWords: readonly string[];
}

/**
 * A submitted version against its brief, before anybody spends time on it. Findings go with the version;
 * those that block are shown to the specialist before submitting, and mark the version for the manager.
 */
export function preflight(brief: Brief, content: DeliverableContent, facts: PreflightFacts): readonly Finding[] {
  if (brief.discipline === 'copy' && content.kind === 'copy') return ofCopy(brief, content, facts);
  if (brief.discipline === 'design' && content.kind === 'design') return ofDesign(brief, content, facts);
  if (brief.discipline === 'targeting' && content.kind === 'targeting') return ofTargeting(brief, content);
  throw new TypeError('A deliverable is of the discipline of its brief');
}

function ofCopy(brief: CopyBrief, content: CopyContent, { brandStopWords }: PreflightFacts): readonly Finding[] {
  const texts = [
    { field: 'text', text: publishableTextOf(content.text) },
    ...content.variants.map((variant, index) => ({
      field: `variants.${index}.text`,
      text: publishableTextOf(variant.text),
    })),
  ];
  return texts.flatMap(({ field, text }) => ofText(field, text, brief, brandStopWords));
}

function ofText(field: string, text: string, brief: CopyBrief, brandStopWords: readonly string[]): readonly Finding[] {
  const findings: Finding[] = [];
  const length = lengthOf(text);
  const { minLength, maxLength } = brief;
  if (minLength !== null && length < minLength)
    findings.push(blocker(field, 'text_too_short', { length, min: minLength }));
  if (maxLength !== null && length > maxLength)
    findings.push(blocker(field, 'text_too_long', { length, max: maxLength }));
  const forbidden = [...new Set([...brief.stopWords, ...brandStopWords])].filter((word) => containsPhrase(text, word));
  if (forbidden.length > 0) findings.push(blocker(field, 'stop_words', { words: forbidden }));
  const missing = brief.keywords.filter((word) => !containsPhrase(text, word));
  if (missing.length > 0) findings.push(advice(field, 'keywords_missing', { words: missing }));
  const tags = brief.hashtags.map((tag) => (tag.startsWith('#') ? tag : `#${tag}`));
  const lower = text.toLowerCase();
  const missingTags = tags.filter((tag) => !lower.includes(tag.toLowerCase()));
  if (missingTags.length > 0) findings.push(advice(field, 'hashtags_missing', { words: missingTags }));
  const { link } = brief.callToAction;
  if (link !== '' && !lower.includes(hostAndPath(link))) findings.push(advice(field, 'link_missing', { link }));
  return findings;
}

function ofDesign(brief: DesignBrief, content: DesignContent, { files }: PreflightFacts): readonly Finding[] {
  const findings: Finding[] = [];
  // One picture serves every network that shows it in that size.
  const sizes = new Set(brief.placements.map(({ width, height }) => `${width}×${height}`)).size;
  const wanted = brief.slides.length * Math.max(1, sizes);
  if (brief.slides.length > 0 && content.fileIds.length !== wanted && content.fileIds.length !== brief.slides.length) {
    findings.push(blocker('fileIds', 'file_count', { count: content.fileIds.length, wanted }));
  }
  content.fileIds.forEach((id, index) => {
    const file = files.get(id);
    if (file) findings.push(...ofFile(`fileIds.${index}`, file, brief));
  });
  if (brief.isSourceWanted && content.sourceFileIds.length === 0 && content.sourceUrl === '') {
    findings.push(blocker('sourceFileIds', 'source_missing'));
  }
  return findings;
}

function ofFile(field: string, file: FileFacts, brief: DesignBrief): readonly Finding[] {
  const findings: Finding[] = [];
  const { name, bytes, width, height } = file;
  if (brief.maxFileBytes !== null && bytes > brief.maxFileBytes) {
    findings.push(blocker(field, 'file_too_heavy', { name, bytes, max: brief.maxFileBytes }));
  }
  const extension = name.split('.').at(-1)?.toLowerCase().replace('jpeg', 'jpg') ?? '';
  if (brief.fileFormats.length > 0 && !brief.fileFormats.some((format) => format === extension)) {
    findings.push(blocker(field, 'file_format', { name, wanted: brief.fileFormats }));
  }
  const fits = brief.placements.some((placement) => placement.width === width && placement.height === height);
  if (width !== null && height !== null && brief.placements.length > 0 && !fits) {
    findings.push(advice(field, 'file_size_px', { name, width, height }));
  }
  return findings;
}

function ofTargeting(brief: TargetingBrief, content: TargetingContent): readonly Finding[] {
  const findings: Finding[] = [];
  if (
    brief.totalLimit !== null &&
    content.totalLimit !== null &&
    compareAmounts(content.totalLimit, brief.totalLimit) > 0
  ) {
    findings.push(blocker('totalLimit', 'limit_over_brief', { max: brief.totalLimit }));
  }
  const named = new Set(content.ads.map(({ segment }) => segment.toLowerCase()));
  const untouched = brief.segments
    .filter(({ name }) => name !== '' && !named.has(name.toLowerCase()))
    .map(({ name }) => name);
  if (untouched.length > 0) findings.push(advice('ads', 'segments_without_ads', { segments: untouched }));
  const { length: wanted } = brief.stopRules;
  const { length: count } = content.stopRules.filter((rule) => rule.trim() !== '');
  if (count < wanted) {
    findings.push(advice('stopRules', 'stop_rules_not_set', { count, wanted }));
  }
  if (!content.isTrackingChecked) findings.push(advice('isTrackingChecked', 'tracking_not_checked'));
  const isMarked = brief.marking.erid !== '' || content.ads.every(({ erid }) => erid !== '');
  if (brief.marking.advertiser !== '' && !isMarked) findings.push(advice('ads', 'erid_missing'));
  return findings;
}

/** Posts say «sosna.ru/stol» as often as the whole address. */
function hostAndPath(link: string): string {
  return link
    .toLowerCase()
    .replace(/^https?:\/\/(www\.)?/, '')
    .replace(/\/$/, '');
}
