export const networks = [
  'vk',
  'telegram',
  'ok',
  'youtube',
  'tiktok',
  'dzen',
  'instagram',
  'facebook',
  'max',
  'other',
] as const;
/** Where a channel lives. */
export type Network = (typeof networks)[number];

export const isNetwork = (value: unknown): value is Network => networks.some((network) => network === value);

const hosts: Readonly<Record<string, Network>> = {
  'vk.com': 'vk',
  'vk.ru': 'vk',
  'vkvideo.ru': 'vk',
  't.me': 'telegram',
  'telegram.me': 'telegram',
  'ok.ru': 'ok',
  'youtube.com': 'youtube',
  'youtu.be': 'youtube',
  'tiktok.com': 'tiktok',
  'dzen.ru': 'dzen',
  'zen.yandex.ru': 'dzen',
  'instagram.com': 'instagram',
  'facebook.com': 'facebook',
  'max.ru': 'max',
};

/** The network an address belongs to, so that pasting a link fills the form; null for one we do not know. */
export function networkOf(url: string): Network | null {
  const address = /^[a-z]+:\/\//i.test(url) ? url : `https://${url}`;
  if (!URL.canParse(address)) return null;
  const host = new URL(address).hostname.replace(/^(www|m)\./, '');
  return Object.hasOwn(hosts, host) ? (hosts[host] ?? null) : null;
}
