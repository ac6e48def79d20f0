const youtubeId = /^[\w-]{11}$/;

/**
 * By what an address of a publication is known again, however it is written: with `www`, `m.`, a query, in a feed or alone. Null for what is
 * no address. YouTube's exports have the bare id of a video.
 */
export function publicationKey(text: string): string | null {
  const written = text.trim();
  if (youtubeId.test(written) && /\d|_|-|[A-Z]/.test(written)) return `youtube:${written}`;
  const address = /^[a-z]+:\/\//i.test(written) ? written : `https://${written}`;
  if (!URL.canParse(address)) return null;
  const { hostname, pathname, search, searchParams } = new URL(address);
  const host = hostname.replace(/^(www|m)\./, '').toLowerCase();
  if (!host.includes('.')) return null;
  const vk = /^(vk\.com|vk\.ru|vkvideo\.ru)$/.test(host)
    ? /(wall|clip|video|photo|story|market|podcast)(-?\d+_\d+)/.exec(`${pathname}${search}`)
    : null;
  if (vk) return `vk:${vk[1]}${vk[2]}`;
  const video = youtubeOf(host, pathname, searchParams);
  if (video) return `youtube:${video}`;
  const telegram = /^(t|telegram)\.me$/.test(host) ? /^\/(?:s\/)?((?:c\/)?\w+\/\d+)/.exec(pathname) : null;
  if (telegram) return `telegram:${telegram[1]?.toLowerCase()}`;
  return `${host}${pathname.replace(/\/+$/, '').toLowerCase()}`;
}

function youtubeOf(host: string, pathname: string, params: URLSearchParams): string | null {
  if (host === 'youtu.be') return /^\/([\w-]{11})/.exec(pathname)?.[1] ?? null;
  if (!/(^|\.)youtube\.com$/.test(host)) return null;
  return params.get('v') ?? /^\/(?:shorts|live|embed)\/([\w-]{11})/.exec(pathname)?.[1] ?? null;
}
