import { brandProfileSchema } from '@planerka/clients/domain';
import type { BrandProfileContent, CampaignContent, ClientContent, Network, RubricContent } from '../content/types';
import { logoIdOf } from './briefs';
import { idOf } from './ids';
import { checked, currency, kopecks, type Loading } from './loading';

const networks = {
  vk: 'vk',
  telegram: 'telegram',
  ok: 'ok',
  dzen: 'dzen',
  youtube: 'youtube',
  rutube: 'other',
} as const satisfies Record<Network, string>;

const colours: Readonly<Record<RubricContent['colour'], number>> = {
  blue: 1,
  clay: 2,
  green: 3,
  plum: 4,
  ochre: 5,
  slate: 1,
};

const cut = (text: string, length = 500): string => (text.length <= length ? text : `${text.slice(0, length - 1)}…`);

/** As it stands for the work of a campaign, whose names for advertisements come first. */
export const brandOf = (client: ClientContent, campaign?: CampaignContent) => {
  const brand: BrandProfileContent = client.brand;
  return checked(`Brand profile of ${client.name}`, brandProfileSchema, {
    positioning: brand.about,
    audience: brand.audiences
      .map(({ name, who, pains, decisionRole }) => `${name}: ${who}. ${pains}. ${decisionRole}`)
      .join('\n\n'),
    toneOfVoice: brand.tone,
    address: /на «?ты»?/iu.test(brand.tone) ? 'informal' : 'formal',
    sayThis: brand.toneDo.map((text) => cut(text, 300)).slice(0, 20),
    notThat: brand.toneDont.map((text) => cut(text, 300)).slice(0, 20),
    stopWords: brand.stopWords,
    colours: brand.colours.map(({ name, hex }) => ({ name, hex })),
    fonts: brand.fonts.map(({ name, use }) => ({ name, use: cut(use, 200) })),
    imagery: brand.visualRules.join('\n'),
    competitors: brand.competitors.map(({ name, link, whatWorks }) => ({ name, url: link, note: cut(whatWorks, 300) })),
    links: brand.links,
    tracking: { naming: campaign?.adNaming ?? '' },
    marking: {
      isWanted: true,
      // Advertising of medicine: nothing leaves without its token.
      holdsLaunch: client.slug === 'bely-kit',
      advertiser: client.advertiser.legalName,
      inn: client.advertiser.inn,
      contract: client.advertiser.contractNumber,
      kktu: client.advertiser.kktu,
    },
  });
};

export async function loadClients(loading: Loading): Promise<void> {
  for (const client of loading.demo.clients) await loadClient(loading, client);
}

async function loadClient({ db, agencyId, calendar, demo }: Loading, client: ClientContent): Promise<void> {
  const clientId = idOf('client', client.slug);
  const managerId = idOf('member', client.manager);
  await db.client.create({
    data: {
      agencyId,
      id: clientId,
      name: client.name,
      about: client.tagline,
      squadId: idOf('squad', client.squad),
      currency,
      silencePolicy: client.silence,
      approvalMode: client.agreesTogether ? 'all' : 'any',
      // the file itself is drawn with the work's pictures
      logoFileId: logoIdOf(client.slug),
      createdAt: calendar.at(client.sinceDay, '11:00'),
    },
  });
  await db.brandProfile.create({ data: { agencyId, clientId, data: brandOf(client) } });
  await db.channel.createMany({
    data: client.channels.map(({ slug, network, name, link }, position) => ({
      agencyId,
      id: idOf('channel', slug),
      clientId,
      network: networks[network],
      title: name,
      url: link,
      position,
    })),
  });
  await db.contact.createMany({
    data: client.contacts.map(({ slug, name, position, email, phone, approves, isFinalApprover }) => ({
      agencyId,
      id: idOf('contact', slug),
      clientId,
      name,
      position,
      email,
      phone,
      isApprover: approves,
      isFinalApprover,
    })),
  });
  const { retainer } = client;
  await db.retainer.create({
    data: {
      agencyId,
      id: idOf('retainer', client.slug),
      clientId,
      validFrom: calendar.firstOfMonth(Math.min(retainer.sinceDay, -75)),
      feeMinor: kopecks(retainer.monthlyRub),
      currency,
      includedItems: retainer.items,
      includedRounds: retainer.revisionRounds,
      extraRoundMinor: kopecks(retainer.extraRoundRub),
      services: retainer.services.map(({ service, quantity }) => {
        const known = demo.agency.services.find(({ slug }) => slug === service);
        return {
          serviceId: idOf('service', service),
          name: known?.name ?? service,
          quantity,
          priceMinor: String(kopecks(known?.priceRub ?? 0)),
        };
      }),
    },
  });
  await db.research.createMany({
    data: [
      ...client.brand.competitors.map(({ name, link, whatWorks, whatToAvoid }, index) => ({
        agencyId,
        id: idOf('research', client.slug, 'competitor', index),
        clientId,
        kind: 'competitor' as const,
        title: name,
        body: `${whatWorks}\n\n${whatToAvoid}`,
        url: link,
      })),
      ...client.brand.audiences.map(({ name, who, pains, knowledge, whereFound }, index) => ({
        agencyId,
        id: idOf('research', client.slug, 'audience', index),
        clientId,
        kind: 'audience' as const,
        title: name,
        body: [who, pains, knowledge, whereFound].join('\n\n'),
      })),
      ...client.trends.map(({ title, text, link, day }, index) => ({
        agencyId,
        id: idOf('research', client.slug, 'trend', index),
        clientId,
        kind: 'trend' as const,
        title,
        body: text,
        url: link ?? '',
        createdAt: calendar.at(day, '12:00'),
      })),
    ],
  });
  await db.onboardingStep.createMany({
    data: client.onboarding.map(({ step, doneDay, note }) => ({
      agencyId,
      clientId,
      key: step,
      note: note ?? '',
      doneAt: doneDay === undefined ? null : calendar.at(doneDay, '15:00'),
      doneById: doneDay === undefined ? null : managerId,
    })),
  });
  await db.rubric.createMany({
    data: client.rubrics.map(({ slug, name, targetShare, colour }, position) => ({
      agencyId,
      id: idOf('rubric', client.slug, slug),
      clientId,
      name,
      colour: colours[colour],
      targetShare: Math.round(targetShare <= 1 ? targetShare * 100 : targetShare),
      position,
    })),
  });
}
