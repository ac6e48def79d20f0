import { adPlaceholders, fillScheme, unknownPlaceholders, type AdPlaceholder } from './ad-scheme';
import type { TargetingBrief } from './targeting-brief';
import { utmLink } from './utm';

export const defaultNamingScheme = '{network}_{campaign}_{segment}_{creative}';
export const defaultUtmScheme =
  'utm_source={network}&utm_medium=cpc&utm_campaign={campaign}&utm_content={segment}_{creative}';

/** How a client's advertisements are named and tagged, where the brief says nothing else. */
export interface AdSchemes {
  readonly naming: string;
  readonly utm: string;
}

/** The brief's own scheme, else the client's, else the usual one. */
export const namingSchemeOf = (brief: Pick<TargetingBrief, 'namingScheme'>, client: AdSchemes): string =>
  brief.namingScheme || client.naming || defaultNamingScheme;
export const utmSchemeOf = (brief: Pick<TargetingBrief, 'utmTemplate'>, client: AdSchemes): string =>
  brief.utmTemplate || client.utm;

/** What stands around the brief and goes into names. */
export interface AdSurroundings {
  readonly client: string;
  readonly campaign: string;
  readonly schemes: AdSchemes;
}

/** One advertisement: a creative for a segment in one advertising system. */
export interface AdRow {
  readonly platform: TargetingBrief['platforms'][number] | null;
  readonly creative: string;
  readonly segment: string;
  readonly name: string;
  /** The landing page with its tags; null while there is no whole address. */
  readonly url: string | null;
  /** Signs of the values that went into neither. */
  readonly dropped: readonly string[];
}

/** As counters and cabinets call them. */
const networks: Readonly<Record<TargetingBrief['platforms'][number], string>> = {
  vk_ads: 'vk',
  yandex_direct: 'yandex',
  telegram_ads: 'telegram',
  mytarget: 'mytarget',
  google_ads: 'google',
  meta_ads: 'meta',
  tiktok_ads: 'tiktok',
  other: 'other',
};

/** Every cross of the matrix in every system, named and linked, in the order of the form's lists. */
export function adRows(brief: TargetingBrief, { client, campaign, schemes }: AdSurroundings): readonly AdRow[] {
  const naming = namingSchemeOf(brief, schemes);
  const utm = utmSchemeOf(brief, schemes);
  const platforms = brief.platforms.length > 0 ? brief.platforms : [null];
  const crosses = brief.creatives.flatMap((creative) =>
    brief.segments
      .filter(({ key }) => brief.matrix.some((cross) => cross.creative === creative.key && cross.segment === key))
      .map((segment) => ({ creative, segment })),
  );
  return platforms.flatMap((platform) =>
    crosses.map(({ creative, segment }, index): AdRow => {
      const values: Record<AdPlaceholder, string> = {
        client,
        campaign,
        network: platform === null ? '' : networks[platform],
        goal: brief.launchGoal ?? '',
        segment: segment.name,
        creative: creative.name,
        geo: segment.geo,
        sex: segment.sex === 'any' ? '' : segment.sex,
        age: [segment.ageFrom, segment.ageTo].filter((age) => age !== null).join('-'),
        start: brief.startsOn?.replaceAll('-', '').slice(2) ?? '',
        number: String(index + 1).padStart(2, '0'),
      };
      const name = fillScheme(naming, values);
      const link = utmLink(brief.landingUrl, utm, { ...values, ad: name.text });
      return {
        platform,
        creative: creative.name,
        segment: segment.name,
        name: name.text,
        url: link?.text ?? null,
        dropped: [...new Set([...name.dropped, ...(link?.dropped ?? [])])],
      };
    }),
  );
}

export const unknownInNaming = (scheme: string): readonly string[] => unknownPlaceholders(scheme, adPlaceholders);

/** Names that two advertisements of one system share: nobody could tell them apart in a report. */
export function repeatedNames(rows: readonly AdRow[]): readonly string[] {
  const seen = new Set<string>();
  const repeated = rows.flatMap(({ platform, name }) => {
    const key = `${platform ?? ''} ${name}`;
    if (seen.has(key)) return [name];
    seen.add(key);
    return [];
  });
  return [...new Set(repeated)];
}
