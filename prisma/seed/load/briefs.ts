import type { Id } from '@planerka/platform/domain';
import { briefSchema, type Brief as ProductBrief } from '@planerka/tasks/domain';
import type { Brief, CopyBrief, DesignBrief, ItemFormat, Reference, TargetingBrief } from '../content/types';
import type { Calendar } from './calendar';
import { idOf } from './ids';
import { checked, decimal } from './loading';
import { deliverableTypeFor } from './people';

const references = (list: readonly Reference[]) =>
  list.map(({ title, url, opinion, why }) => ({
    url: url ?? '',
    note: why ? `${title}: ${why}` : title,
    verdict: opinion === 'liked' ? 'like' : 'dislike',
  }));

const common = ({ goal, criteria, references: list, constraints }: Brief) => ({
  goal,
  criteria,
  references: references(list),
  constraints,
});

const copy = (brief: CopyBrief) => ({
  discipline: 'copy',
  ...common(brief),
  textType: brief.textType,
  audience: brief.audience,
  keyMessages: brief.keyMessages,
  callToAction: { text: brief.cta.text, link: brief.cta.link ?? '' },
  toneOfVoice: brief.tone,
  structure: brief.structure.join('\n'),
  minLength: brief.minLength || null,
  maxLength: brief.maxLength || null,
  keywords: brief.keywords,
  hashtags: brief.hashtags,
  stopWords: brief.stopWords,
  facts: brief.facts.map(({ text, source }) => ({ statement: text, source })),
  disclaimers: brief.disclaimers.join('\n'),
});

const colour = (text: string) => {
  const hex = /#[0-9a-f]{6}/i.exec(text)?.[0];
  return hex
    ? [
        {
          name: text
            .replace(hex, '')
            .replace(/[\s,—-]+$/u, '')
            .trim(),
          hex,
        },
      ]
    : [];
};

/** What of its task a brief depends on. */
export interface BriefedTask {
  readonly format: ItemFormat;
  /** Slug. */
  readonly client: string;
}

export const logoIdOf = (client: string): Id => idOf('logo', client);

const design = (brief: DesignBrief, { format, client }: BriefedTask) => ({
  discipline: 'design',
  ...common(brief),
  // The logo is a file; the rest of the identity is only named.
  references: [
    ...references(brief.references),
    ...brief.identityFiles.slice(1).map((note) => ({ url: '', note, verdict: null })),
  ],
  work: deliverableTypeFor('design', format) ?? 'image',
  placements: brief.placements.map(({ network, preset, width, height }) => ({
    name: `${{ vk: 'VK', telegram: 'Telegram', ok: 'OK', dzen: 'Дзен', youtube: 'YouTube', rutube: 'RuTube' }[network]} · ${preset}`,
    width,
    height,
  })),
  slides: brief.slides.map((text) => ({ text })),
  finalText: brief.finalText,
  isProofread: brief.finalText !== '' || brief.slides.length > 0,
  // The demo's pictures are drawn as WebP.
  fileFormats: [...new Set([...brief.fileFormats, 'webp'])],
  maxFileBytes: brief.weightLimitMb > 0 ? Math.round(brief.weightLimitMb * 1024 * 1024) : null,
  colours: brief.colours.flatMap(colour),
  fonts: brief.fonts,
  identityFileIds: [logoIdOf(client)],
  isSourceWanted: brief.sourceWanted !== '',
  sourceFormat: brief.sourceWanted,
});

const platforms: Readonly<Record<string, string>> = {
  vk: 'vk_ads',
  яндекс: 'yandex_direct',
  yandex: 'yandex_direct',
  telegram: 'telegram_ads',
};

const platform = (name: string): string => {
  const known = Object.entries(platforms).find(([part]) => name.toLowerCase().includes(part));
  return known?.[1] ?? 'other';
};

const ages = (text: string) => {
  const [from, to] = (text.match(/\d+/g) ?? []).map(Number);
  return { ageFrom: from ?? null, ageTo: to ?? null };
};

const thresholds = (brief: TargetingBrief) =>
  brief.thresholds.flatMap(({ metric, rule }) => {
    const value = /\d[\d\s ]*(?:[.,]\d+)?/u.exec(rule)?.[0]?.replaceAll(/[\s ]/gu, '').replace(',', '.');
    return value ? [{ metric: metric.toLowerCase(), value }] : [];
  });

function targeting(brief: TargetingBrief, calendar: Calendar) {
  const creatives = [...new Set(brief.matrix.map(({ creative }) => creative))];
  const segmentKey = (name: string): string =>
    `segment-${brief.segments.findIndex((segment) => segment.name === name) + 1}`;
  return {
    discipline: 'targeting',
    ...common(brief),
    work: 'ad_setup',
    businessGoal: brief.businessGoal,
    launchGoal: brief.launchGoal,
    funnelStage: brief.funnelStage,
    offer: brief.offer,
    landingUrl: brief.landingUrl,
    leadTracking: brief.leadTracking,
    segments: brief.segments.map((segment, index) => ({
      key: `segment-${index + 1}`,
      name: segment.name,
      geo: segment.geo,
      ...ages(segment.age),
      sex: segment.sex,
      interests: segment.interests.join(', '),
      exclusions: segment.exclusions.join(', '),
      lookalikeSource: segment.lookalikeSource ?? '',
    })),
    platforms: [...new Set(brief.platforms.map(platform))],
    placements: brief.platforms,
    startsOn: calendar.day(brief.fromDay).toString(),
    endsOn: calendar.day(brief.toDay).toString(),
    totalLimit: decimal(brief.totalRub),
    dailyLimit: decimal(brief.dailyRub),
    bidStrategy: brief.bidCapRub > 0 ? 'price_cap' : 'lowest_price',
    bidCap: brief.bidCapRub > 0 ? decimal(brief.bidCapRub) : null,
    testShare: Math.round(brief.testSharePercent),
    stopRules: brief.stopRules,
    plannedResults: brief.plannedResults ?? null,
    creatives: creatives.map((name, index) => ({ key: `creative-${index + 1}`, name })),
    matrix: brief.matrix
      .filter(({ segment }) => brief.segments.some(({ name }) => name === segment))
      .map(({ creative, segment }) => ({
        creative: `creative-${creatives.indexOf(creative) + 1}`,
        segment: segmentKey(segment),
      })),
    utmTemplate: brief.utmTemplate,
    thresholds: thresholds(brief),
    marking: brief.marking,
  };
}

/** A written brief in the product's own fields. */
export function briefOf(title: string, brief: Brief, task: BriefedTask, calendar: Calendar): ProductBrief {
  const fields =
    brief.discipline === 'copy'
      ? copy(brief)
      : brief.discipline === 'design'
        ? design(brief, task)
        : targeting(brief, calendar);
  return checked(`Brief «${title}»`, briefSchema, fields) as unknown as ProductBrief;
}
