import type { Placement } from './design-brief';

/** Sizes that networks show pictures in, as their own help has them; the month says when somebody last looked. */
export const sizePresetsCheckedOn = '2026-11';

/** Where a network says it: the page where there is one, else its help. */
export const sizeSources: Readonly<Record<string, string>> = {
  vk: 'https://vk.com/faq',
  telegram: 'https://telegram.org/faq',
  ok: 'https://ok.ru/help',
  youtube: 'https://support.google.com/youtube/answer/2972003',
  tiktok: 'https://ads.tiktok.com/help/',
  dzen: 'https://dzen.ru/help/',
  instagram: 'https://help.instagram.com/',
  max: 'https://help.max.ru/',
};

export interface SizePreset {
  readonly key: string;
  /** A network of @planerka/clients/domain, or `any`. */
  readonly network: string;
  readonly kind: 'square' | 'portrait' | 'landscape' | 'story' | 'cover' | 'avatar' | 'banner';
  /** px */
  readonly width: number;
  readonly height: number;
}

const preset = (network: string, kind: SizePreset['kind'], width: number, height: number, suffix = ''): SizePreset => ({
  key: `${network}_${kind}${suffix}`,
  network,
  kind,
  width,
  height,
});

export const sizePresets: readonly SizePreset[] = [
  preset('any', 'square', 1080, 1080),
  preset('any', 'portrait', 1080, 1350),
  preset('any', 'landscape', 1920, 1080),
  preset('any', 'story', 1080, 1920),
  preset('vk', 'square', 1080, 1080),
  preset('vk', 'landscape', 1200, 675),
  preset('vk', 'story', 1080, 1920),
  preset('vk', 'cover', 1590, 400),
  preset('vk', 'cover', 1080, 1920, '_live'),
  preset('vk', 'avatar', 400, 400),
  preset('vk', 'banner', 1080, 607, '_ads'),
  preset('telegram', 'square', 1080, 1080),
  preset('telegram', 'landscape', 1280, 720),
  preset('telegram', 'story', 1080, 1920),
  preset('telegram', 'avatar', 512, 512),
  preset('ok', 'square', 1080, 1080),
  preset('ok', 'cover', 1944, 600),
  preset('youtube', 'landscape', 1280, 720),
  preset('youtube', 'story', 1080, 1920),
  preset('youtube', 'cover', 2560, 1440),
  preset('youtube', 'avatar', 800, 800),
  preset('tiktok', 'story', 1080, 1920),
  preset('dzen', 'landscape', 1920, 1080),
  preset('dzen', 'cover', 1200, 675),
  preset('instagram', 'square', 1080, 1080),
  preset('instagram', 'portrait', 1080, 1350),
  preset('instagram', 'story', 1080, 1920),
  preset('max', 'square', 1080, 1080),
  preset('max', 'story', 1080, 1920),
];

/** Presets for the given networks first, those for any network after them. */
export function sizePresetsFor(networks: readonly string[]): readonly SizePreset[] {
  return [
    ...sizePresets.filter(({ network }) => networks.includes(network)),
    ...sizePresets.filter(({ network }) => network === 'any'),
  ];
}

/** The brief's sizes with these presets and no others: those that stay keep what was written of them, one's own sizes stay too. */
export function withPresets(
  placements: readonly Placement[],
  keys: readonly string[],
  nameOf: (preset: SizePreset) => string,
): readonly Placement[] {
  const kept = placements.filter(({ preset: key }) => key === null || keys.includes(key));
  const added = keys
    .filter((key) => !kept.some((placement) => placement.preset === key))
    .flatMap((key) => sizePresets.filter((one) => one.key === key))
    .map((one): Placement => ({ preset: one.key, name: nameOf(one), width: one.width, height: one.height }));
  return [...kept, ...added];
}
