import type { RuleSource } from './rule';

/**
 * Pages that the figures of `rules.ts` were read on. `checkedOn` is the day of that reading, of a stored copy where the page itself is not
 * within reach; whoever checks a figure again puts the day of it here, and a new edition beside the old one where it has changed.
 */
const checkedOn = '2026-11-26';

const page = (kind: RuleSource['kind'], title: string, url: string, on = checkedOn): RuleSource => ({
  kind,
  title,
  url,
  checkedOn: on,
});

export const sources = {
  telegramMessage: page(
    'network',
    'Telegram Bot API: sendMessage',
    'https://core.telegram.org/bots/api#sendmessage',
    '2026-11-27',
  ),
  telegramPhoto: page(
    'other',
    'Telegram Bot API: sendPhoto, as quoted by telbot-types',
    'https://docs.rs/telbot-types/0.2.0/telbot_types/message/struct.SendPhoto.html',
  ),
  telegramAlbum: page(
    'network',
    'Telegram Bot API: sendMediaGroup',
    'https://core.telegram.org/bots/api#sendmediagroup',
  ),
  vkPost: page(
    'other',
    'Nova.BotFlow: known restrictions of VK wall posts',
    'https://github.com/novaittestteam/nova.docs/blob/master/docs/components/botflow/vkwpflow.md',
  ),
  maxAttachments: page(
    'network',
    'MAX для разработчиков: типы вложений',
    'https://dev.max.ru/docs-api/use-cases/sending-messages/attachment-types',
  ),
  youtubeVideo: page('network', 'YouTube Data API: videos', 'https://developers.google.com/youtube/v3/docs/videos'),
  youtubeOnlyVideo: page('other', 'Zernio: YouTube', 'https://docs.zernio.com/platforms/youtube'),
  tiktok: page('other', 'Zernio: TikTok', 'https://docs.zernio.com/platforms/tiktok', '2026-11-27'),
  instagramCaption: page(
    'network',
    'Instagram Ads API: media requirements',
    'https://developers.facebook.com/docs/instagram/ads-api/reference/media-requirements/',
  ),
  instagramImage: page(
    'network',
    'Instagram Graph API: error codes',
    'https://developers.facebook.com/docs/instagram-platform/instagram-graph-api/reference/error-codes',
  ),
  instagramThirty: page('other', 'Ayrshare: Instagram', 'https://ayrshare.com/apis/post/social-networks/instagram'),
  instagramFive: page(
    'other',
    'Business Today, 19.12.2025: Instagram limits hashtags to 5',
    'https://www.businesstoday.in/technology/news/story/no-more-hashtag-stuffing-instagram-limits-hashtag-usage-to-just-5-per-reel-and-post-507444-2025-12-19',
  ),
  facebookPost: page(
    'other',
    'Ayrshare: character limits',
    'https://www.ayrshare.com/docs/help-center/technical-support/character_limits',
  ),
  bannedNetworks: page(
    'law',
    '72-ФЗ от 07.04.2025: реклама на ресурсах экстремистских и нежелательных организаций',
    'https://runetlex.ru/knowledge/-/zakon-o-zaprete-izmenenia-v-zakone-o-reklame-s-1-sentabra-2025-goda',
  ),
  marking: page(
    'law',
    '38-ФЗ «О рекламе», ст. 18.1 (347-ФЗ): идентификатор рекламы',
    'https://kurs.alfabank.ru/articles/ord-erir-erid-chto-vsyo-ehto-znachit-i-kak-markirovat-reklamu',
  ),
  medicine: page(
    'law',
    '38-ФЗ «О рекламе», ст. 24: реклама медицинских услуг',
    'https://spmag.ru/articles/kakie-trebovaniya-predyavlyayutsya-k-reklame-medicinskih-uslug',
  ),
  medicineWarning: page(
    'law',
    '38-ФЗ «О рекламе», ст. 24 ч. 7: предупреждение о противопоказаниях',
    'https://mosregtoday.ru/news/ofitsialno/moskovskoe-oblastnoe-ufas-rossii-vyjavilo-narushenie-zakona-o-reklame-27/',
  ),
  custom: page('custom', 'Планёрка: как принято', ''),
} as const satisfies Record<string, RuleSource>;
