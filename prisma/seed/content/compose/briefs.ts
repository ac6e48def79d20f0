import {
  dzenCover,
  okPost,
  telegramPost,
  telegramStory,
  vkPost,
  vkStory,
  type ArtDraft,
  type BriefKit,
  type ItemDraft,
} from '../authoring';
import type {
  CallToAction,
  ClientContent,
  CopyBrief,
  DesignBrief,
  ItemFormat,
  Network,
  Placement,
  Slug,
  TargetingBrief,
  TextType,
} from '../types';
import type { Random } from './random';

/** Briefs for work without a hand-written one: the client's kit, filled with the item's own words. */

const textTypes: Readonly<Record<ItemFormat, TextType>> = {
  post: 'post',
  carousel: 'post',
  story: 'story_script',
  reel: 'video_script',
  video: 'video_script',
  live: 'video_script',
  contest: 'contest_rules',
  article: 'article',
  ad: 'ad_text',
  influencer: 'post',
};

const lengths: Readonly<Record<TextType, readonly [min: number, max: number]>> = {
  post: [350, 900],
  story_script: [250, 700],
  video_script: [300, 1200],
  ad_text: [90, 300],
  article: [1200, 5500],
  contest_rules: [400, 900],
};

export function ctaOf(cta: string | CallToAction): CallToAction {
  return typeof cta === 'string' ? { text: cta } : cta;
}

export function composeCopyBrief(item: ItemDraft, client: ClientContent, kit: BriefKit, random: Random): CopyBrief {
  const textType = textTypes[item.format];
  const [minLength, maxLength] = lengths[textType];
  const portrait = client.brand.audiences[kit.audiences[item.rubric] ?? 0];
  return {
    discipline: 'copy',
    goal: `${required(kit.copyGoals, item.rubric)} ${item.idea}`,
    textType,
    audience: {
      who: portrait?.who ?? '',
      pains: portrait?.pains ?? '',
      knowledge: portrait?.knowledge ?? '',
      decisionRole: portrait?.decisionRole ?? '',
    },
    keyMessages: item.points,
    cta: ctaOf(item.cta),
    tone: '',
    structure: kit.structures[textType],
    minLength,
    maxLength,
    keywords: [random.pick(kit.keywords)],
    hashtags: [random.pick(kit.hashtags)],
    stopWords: [],
    facts: [random.pick(kit.facts)],
    disclaimers: client.brand.disclaimers.slice(0, item.format === 'ad' ? undefined : 1),
    criteria: random.pick(kit.copyCriteria),
    references: [random.pick(kit.copyReferences)],
    constraints: random.pick(kit.copyConstraints),
  };
}

export function composeDesignBrief(
  item: ItemDraft,
  client: ClientContent,
  kit: BriefKit,
  proofreadBy: Slug,
  random: Random,
): DesignBrief {
  const slides = slideTexts(item.title, item.art);
  const isMoving = item.format === 'reel' || item.format === 'video' || item.format === 'live';
  return {
    discipline: 'design',
    goal: `${required(kit.designGoals, item.rubric)} ${item.idea}`,
    placements: placementsFor(item, client),
    slides,
    finalText: slides.join(' / '),
    proofreadBy,
    fileFormats: isMoving ? ['mp4', 'png'] : item.format === 'carousel' ? ['png'] : ['png', 'webp'],
    weightLimitMb: isMoving ? 200 : 2,
    resolution: isMoving || item.format === 'story' ? '1080×1920, 30 кадров в секунду, субтитры' : '1080×1080, sRGB',
    colours: client.brand.colours.map(({ name, hex }) => `${name} ${hex}`),
    fonts: client.brand.fonts.map(({ name, use }) => `${name}: ${use}`),
    identityFiles: kit.identityFiles,
    sourceWanted: isMoving ? 'Проект монтажа и обложка отдельным файлом' : 'Figma, слои названы',
    criteria: random.pick(kit.designCriteria),
    references: [random.pick(kit.designReferences)],
    constraints: random.pick(kit.designConstraints),
  };
}

export function composeTargetingBrief(
  item: ItemDraft,
  client: ClientContent,
  kit: BriefKit,
  random: Random,
): TargetingBrief {
  const first = random.pick(kit.segments);
  const second = kit.segments[(kit.segments.indexOf(first) + 1) % kit.segments.length] ?? first;
  const dailyRub = random.between(6, 14) * 100;
  const days = random.between(4, 8);
  const cta = ctaOf(item.cta);
  return {
    discipline: 'targeting',
    goal: `Показать «${item.title}» тем, кому это нужно сейчас. ${item.idea}`,
    businessGoal: `Не меньше ${Math.round((dailyRub * days) / kit.leadPriceRub)} обращений по публикации`,
    launchGoal: item.format === 'contest' ? 'community_growth' : 'leads',
    funnelStage: item.format === 'contest' ? 'awareness' : 'consideration',
    offer: item.points[0] ?? item.title,
    landingUrl: cta.link ?? kit.landingUrl,
    leadTracking: kit.leadTracking,
    segments: [first, second],
    platforms: ['VK Реклама: лента', 'VK Реклама: истории'],
    fromDay: item.day,
    toDay: item.day + days,
    totalRub: dailyRub * days,
    dailyRub,
    bidStrategy: 'Минимальная цена, с третьего дня — предельная',
    bidCapRub: Math.round(kit.leadPriceRub * 1.1),
    testSharePercent: 20,
    stopRules: [
      `Обращение дороже ${Math.round(kit.leadPriceRub * 1.4)} ₽ двое суток подряд — выключаем группу`,
      'Частота выше 4 — пауза на два дня',
    ],
    matrix: [first, second].map(({ name }) => ({ creative: item.title, segment: name })),
    utmTemplate: `utm_source=${kit.utmSource}&utm_medium=cpc&utm_campaign=${item.slug}&utm_content={ad_id}`,
    thresholds: [
      { metric: 'CPL', rule: `≤ ${kit.leadPriceRub} ₽` },
      { metric: 'CTR', rule: '≥ 1,1 %' },
    ],
    marking: {
      advertiser: `${client.advertiser.legalName}, ИНН ${client.advertiser.inn}`,
      contract: client.advertiser.contractNumber,
      kktu: client.advertiser.kktu,
      erid: item.day <= 0 ? eridFor(item.slug, random) : '',
    },
    criteria: kit.targetingCriteria,
    references: [],
    constraints: 'Лимит статьи не превышать; о замене креатива предупредить менеджера.',
  };
}

export function eridFor(_slug: Slug, random: Random): string {
  const letters = 'ABCDEFGHKLMNPQRSTUVWXYZabcdefghkmnpqrstuvwxyz23456789';
  return `2Vtzq${Array.from({ length: 6 }, () => random.pick([...letters])).join('')}`;
}

function slideTexts(title: string, art: ArtDraft | undefined): string[] {
  return [
    art?.title ?? title,
    ...(art?.slides ?? []).map((slide) => [slide.title, slide.word, slide.tag].filter(Boolean).join(' · ')),
  ];
}

const presets: Readonly<Record<Network, Placement>> = {
  vk: vkPost,
  telegram: telegramPost,
  ok: okPost,
  dzen: dzenCover,
  youtube: { network: 'youtube', preset: 'Обложка Shorts', width: 1080, height: 1920 },
  rutube: { network: 'rutube', preset: 'Обложка ролика', width: 1280, height: 720 },
};

function placementsFor(item: ItemDraft, client: ClientContent): Placement[] {
  const isVertical = item.format === 'story' || item.format === 'reel';
  return item.channels.map((slug) => {
    const network = client.channels.find((channel) => channel.slug === slug)?.network ?? 'vk';
    if (isVertical && network === 'vk') return vkStory;
    if (isVertical && network === 'telegram') return telegramStory;
    return presets[network];
  });
}

function required(values: Readonly<Record<Slug, string>>, rubric: Slug): string {
  const value = values[rubric];
  if (value === undefined) throw new Error(`No goal for the rubric ${rubric}`);
  return value;
}
