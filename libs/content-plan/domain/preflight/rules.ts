import type { Network } from '@planerka/clients/domain';
import type { PreflightRule, RuleEdition, RuleKind, RuleSource, RuleUnit, Severity } from './rule';
import { sources } from './sources';

interface RuleWish {
  readonly networks?: readonly Network[];
  readonly unit?: RuleUnit;
  readonly media?: PreflightRule['media'];
}

const rule = (
  key: string,
  kind: RuleKind,
  severity: Severity,
  editions: readonly RuleEdition[],
  { networks, unit, media }: RuleWish = {},
): PreflightRule => ({
  key,
  kind,
  severity,
  networks: networks ?? null,
  unit: unit ?? null,
  ...(media && { media }),
  editions,
});

const always = (limit: number | null, source: RuleSource): readonly RuleEdition[] => [
  { since: null, until: null, limit, source },
];
const since = (day: string, limit: number | null, source: RuleSource): readonly RuleEdition[] => [
  { since: day, until: null, limit, source },
];

/**
 * What is held against a publication before it goes out. A figure that nobody could find a page for is not here: of OK and Dzen no length of a
 * post is. Where a figure has changed, the old one keeps its days: `editions`.
 */
export const preflightRules: readonly PreflightRule[] = [
  rule('telegram_message', 'text_length', 'blocks', always(4096, sources.telegramMessage), {
    networks: ['telegram'],
    unit: 'characters',
    media: 'without',
  }),
  rule('telegram_caption', 'text_length', 'blocks', always(1024, sources.telegramPhoto), {
    networks: ['telegram'],
    unit: 'characters',
    media: 'with',
  }),
  rule('telegram_album', 'media_count', 'blocks', always(10, sources.telegramAlbum), {
    networks: ['telegram'],
    unit: 'pieces',
  }),
  rule('telegram_image_weight', 'image_weight', 'blocks', always(10, sources.telegramPhoto), {
    networks: ['telegram'],
    unit: 'megabytes',
  }),
  rule('telegram_image_sides', 'image_sides', 'blocks', always(10_000, sources.telegramPhoto), {
    networks: ['telegram'],
    unit: 'pixels',
  }),
  rule('telegram_image_ratio', 'image_ratio', 'blocks', always(20, sources.telegramPhoto), {
    networks: ['telegram'],
    unit: 'times',
  }),
  rule('vk_post', 'text_length', 'warns', always(16_384, sources.vkPost), { networks: ['vk'], unit: 'characters' }),
  rule('max_image_weight', 'image_weight', 'blocks', always(50, sources.maxAttachments), {
    networks: ['max'],
    unit: 'megabytes',
  }),
  rule('max_image_side', 'image_side', 'blocks', always(7680, sources.maxAttachments), {
    networks: ['max'],
    unit: 'pixels',
  }),
  rule('max_video_weight', 'video_weight', 'blocks', always(250, sources.maxAttachments), {
    networks: ['max'],
    unit: 'megabytes',
  }),
  rule('youtube_title', 'title_length', 'blocks', always(100, sources.youtubeVideo), {
    networks: ['youtube'],
    unit: 'characters',
  }),
  rule('youtube_description', 'text_length', 'blocks', always(5000, sources.youtubeVideo), {
    networks: ['youtube'],
    unit: 'bytes',
  }),
  rule('youtube_video', 'video_missing', 'warns', always(null, sources.youtubeOnlyVideo), { networks: ['youtube'] }),
  rule('tiktok_caption', 'text_length', 'blocks', always(2200, sources.tiktok), {
    networks: ['tiktok'],
    unit: 'characters',
    media: 'otherwise',
  }),
  rule('tiktok_photo_caption', 'text_length', 'blocks', always(4000, sources.tiktok), {
    networks: ['tiktok'],
    unit: 'characters',
    media: 'pictures',
  }),
  rule('tiktok_media', 'media_missing', 'warns', always(null, sources.tiktok), { networks: ['tiktok'] }),
  rule('tiktok_photos', 'media_count', 'blocks', always(35, sources.tiktok), {
    networks: ['tiktok'],
    unit: 'pieces',
  }),
  rule('tiktok_image_weight', 'image_weight', 'blocks', always(20, sources.tiktok), {
    networks: ['tiktok'],
    unit: 'megabytes',
  }),
  rule('instagram_caption', 'text_length', 'blocks', always(2200, sources.instagramCaption), {
    networks: ['instagram'],
    unit: 'characters',
  }),
  rule(
    'instagram_hashtags',
    'hashtags',
    'blocks',
    [
      { since: null, until: '2025-12-18', limit: 30, source: sources.instagramThirty },
      { since: '2025-12-19', until: null, limit: 5, source: sources.instagramFive },
    ],
    { networks: ['instagram'], unit: 'pieces' },
  ),
  rule('instagram_image_weight', 'image_weight', 'blocks', always(8, sources.instagramImage), {
    networks: ['instagram'],
    unit: 'megabytes',
  }),
  rule('facebook_post', 'text_length', 'blocks', always(63_206, sources.facebookPost), {
    networks: ['facebook'],
    unit: 'characters',
  }),
  rule('ads_banned', 'ads_banned', 'blocks', since('2025-09-01', null, sources.bannedNetworks), {
    networks: ['instagram', 'facebook'],
  }),
  rule('erid_missing', 'erid_missing', 'blocks', since('2022-09-01', null, sources.marking)),
  rule('erid_in_text', 'erid_in_text', 'warns', since('2022-09-01', null, sources.marking)),
  rule('before_after', 'before_after', 'warns', always(null, sources.medicine)),
  rule('contraindications', 'contraindications', 'blocks', always(null, sources.medicineWarning)),
  rule('stop_words', 'stop_words', 'blocks', always(null, sources.custom)),
  rule('capitals', 'capitals', 'advice', always(2, sources.custom), { unit: 'pieces' }),
  rule('emoji', 'emoji', 'advice', always(10, sources.custom), { unit: 'pieces' }),
  rule('utm', 'utm', 'warns', always(null, sources.custom)),
];

export const preflightRuleOf = (key: string): PreflightRule | null =>
  preflightRules.find((one) => one.key === key) ?? null;
