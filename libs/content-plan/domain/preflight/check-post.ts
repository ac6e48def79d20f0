import { containsPhrase } from '@planerka/platform/domain';
import { emojiOf, hashtagsOf, isMedicine, measure, saysBeforeAfter, shoutedWords, unmarkedLinks } from './measures';
import { textFor, textsOf, type OwnText, type Post, type PostFinding, type PostMedia } from './post';
import { concerns, severities, type ActiveRule, type PreflightRule, type RuleKind } from './rule';

type Found = Pick<PostFinding, 'network' | 'field' | 'params'>;
type Check = (post: Post, rule: ActiveRule) => readonly Found[];

const megabyte = 1024 * 1024;

/**
 * What is not as it should be with a publication, by the rules that hold on its day: what blocks first. Nothing is said of words or pictures that
 * are not there yet; that they are missing is the plan's own matter.
 */
export function checkPost(post: Post, rules: readonly ActiveRule[]): readonly PostFinding[] {
  return rules
    .flatMap((rule) =>
      checks[rule.kind](post, rule).map((found) => ({
        rule: rule.key,
        kind: rule.kind,
        severity: rule.severity,
        ...found,
      })),
    )
    .toSorted((one, other) => severities.indexOf(one.severity) - severities.indexOf(other.severity));
}

const networksOf = (post: Post, rule: ActiveRule) => post.networks.filter((network) => concerns(rule, network));

const isOfPictures = ({ media }: Post): boolean => media.length > 0 && media.every(({ kind }) => kind === 'image');
const goesOut: Readonly<Record<NonNullable<PreflightRule['media']>, (post: Post) => boolean>> = {
  with: ({ media }) => media.length > 0,
  without: ({ media }) => media.length === 0,
  pictures: isOfPictures,
  otherwise: (post) => !isOfPictures(post),
};

/** Words as they go out in each network that the rule concerns. */
const inNetworks =
  (says: (own: OwnText, rule: ActiveRule, post: Post) => Found['params'] | null): Check =>
  (post, rule) =>
    networksOf(post, rule).flatMap((network) => {
      if (rule.media !== undefined && !goesOut[rule.media](post)) return [];
      const own = textFor(post, network);
      const params = own && says(own, rule, post);
      return own && params ? [{ network, field: own.field, params }] : [];
    });

/** Each text once, wherever it goes. */
const inTexts =
  (says: (own: OwnText, rule: ActiveRule, post: Post) => Found['params'] | null): Check =>
  (post, rule) =>
    textsOf(post).flatMap((own) => {
      const params = says(own, rule, post);
      return params ? [{ network: null, field: own.field, params }] : [];
    });

const over = (count: number, { limit }: ActiveRule): Found['params'] | null =>
  limit !== null && count > limit ? { count, limit } : null;

const ofMedia =
  (kind: PostMedia['kind'], says: (media: PostMedia, rule: ActiveRule) => Found['params'] | null): Check =>
  (post, rule) =>
    networksOf(post, rule).flatMap((network) =>
      post.media
        .filter((media) => media.kind === kind)
        .flatMap((media) => {
          const params = says(media, rule);
          return params ? [{ network, field: `media.${media.id}`, params: { name: media.name, ...params } }] : [];
        }),
    );

/** Of files in megabytes to one digit, rounded up: «10,1 из 10». */
const tooHeavy = ({ bytes }: PostMedia, { limit }: ActiveRule): Found['params'] | null =>
  limit !== null && bytes > limit * megabyte ? { count: Math.ceil((bytes / megabyte) * 10) / 10, limit } : null;

const ofSides = (count: (width: number, height: number) => number): Check =>
  ofMedia('image', ({ width, height }, rule) =>
    width === null || height === null ? null : over(count(width, height), rule),
  );

/** It has begun: words are there, so that pictures can be missed. */
const misses =
  (isThere: (media: PostMedia) => boolean): Check =>
  (post, rule) =>
    networksOf(post, rule)
      .filter((network) => textFor(post, network) !== null && !post.media.some(isThere))
      .map((network) => ({ network, field: 'media', params: {} }));

const words = (found: readonly string[]): Found['params'] | null =>
  found.length > 0 ? { words: [...new Set(found)] } : null;

const ofMedicalAd =
  (check: Check): Check =>
  (post, rule) =>
    post.ad !== null && isMedicine(post.brand.about) ? check(post, rule) : [];

const checks: Readonly<Record<RuleKind, Check>> = {
  text_length: inNetworks(({ text }, rule) => over(measure(text, rule.unit), rule)),
  title_length: (post, rule) =>
    networksOf(post, rule).flatMap((network) => {
      const params = over(measure(post.title, rule.unit), rule);
      return params ? [{ network, field: 'title', params }] : [];
    }),
  hashtags: inNetworks(({ text }, rule) => over(hashtagsOf(text).length, rule)),
  media_count: (post, rule) =>
    networksOf(post, rule).flatMap((network) => {
      const params = over(post.media.length, rule);
      return params ? [{ network, field: 'media', params }] : [];
    }),
  media_missing: misses(({ kind }) => kind === 'image' || kind === 'video'),
  video_missing: misses(({ kind }) => kind === 'video'),
  image_weight: ofMedia('image', tooHeavy),
  video_weight: ofMedia('video', tooHeavy),
  image_side: ofSides(Math.max),
  image_sides: ofSides((width, height) => width + height),
  image_ratio: ofSides((width, height) => Math.ceil(Math.max(width / height, height / width))),
  stop_words: inTexts(({ text }, _, { brand }) => words(brand.stopWords.filter((word) => containsPhrase(text, word)))),
  capitals: inTexts(({ text }, rule) => {
    const shouted = shoutedWords(text);
    const params = over(shouted.length, rule);
    return params && { ...params, words: [...new Set(shouted)] };
  }),
  emoji: inTexts(({ text }, rule) => over(emojiOf(text).length, rule)),
  utm: inTexts(({ text }) => words(unmarkedLinks(text))),
  ads_banned: (post, rule) =>
    post.ad === null ? [] : networksOf(post, rule).map((network) => ({ network, field: 'channels', params: {} })),
  erid_missing: ({ ad }) =>
    ad === null || ad.unmarked.length === 0
      ? []
      : [{ network: null, field: 'marking', params: { words: ad.unmarked.filter((name) => name !== '') } }],
  erid_in_text: (post, rule) => {
    const { ad } = post;
    if (ad === null || ad.erids.length === 0) return [];
    return inTexts(({ text }) => (ad.erids.some((erid) => text.includes(erid)) ? null : { words: ad.erids }))(
      post,
      rule,
    );
  },
  before_after: ofMedicalAd((post, rule) => [
    ...inTexts(({ text }) => (saysBeforeAfter(text) ? {} : null))(post, rule),
    ...post.media
      .filter(({ name }) => saysBeforeAfter(name))
      .map(({ id, name }) => ({ network: null, field: `media.${id}`, params: { name } })),
  ]),
  contraindications: ofMedicalAd(inTexts(({ text }) => (/противопоказан/iu.test(text) ? null : {}))),
};
