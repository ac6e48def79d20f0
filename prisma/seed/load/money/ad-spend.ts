import type { Prisma } from '@planerka/platform/server';
import { idOf } from '../ids';
import { currency, type Loading } from '../loading';
import { lineIdOf } from './lines';

export function adSpendLine(loading: Loading, campaign: string, day: number): string {
  const month = loading.calendar.day(day).toPlainYearMonth().toString();
  return lineIdOf({ campaign, category: 'ad_spend', month });
}

export const platformNames = { vk_ads: 'VK Реклама', yandex_direct: 'Яндекс Директ', telegram_ads: 'Telegram Ads' };

export function targetologistFor({ demo }: Loading, campaign: string): string {
  const client = demo.campaigns.find(({ slug }) => slug === campaign)?.client;
  const squad = demo.clients.find(({ slug }) => slug === client)?.squad ?? '';
  const people = demo.agency.members.filter(({ disciplines }) => disciplines.includes('targeting'));
  return (people.find(({ squads }) => squads.includes(squad)) ?? people[0])!.slug;
}

export function adSpendRows(loading: Loading): Prisma.AdSpendCreateManyInput[] {
  const { agencyId, demo, calendar } = loading;
  return demo.adSpend.map((row) => ({
    agencyId,
    id: idOf('ad-spend', row.adCampaign, row.day),
    lineId: adSpendLine(loading, row.campaign, row.day),
    day: calendar.date(row.day),
    platform: platformNames[row.platform],
    note: row.name,
    amountMinor: BigInt(row.costKopecks),
    currency,
    source: 'import',
    enteredById: idOf('member', targetologistFor(loading, row.campaign)),
    createdAt: calendar.at(row.day, '23:30'),
  }));
}
