import type { Network } from '@planerka/clients/domain';
import type { Id, PlainDate, PlainTime } from '@planerka/platform/domain';
import type { ItemFormat } from './item';
import type { ItemStatus } from './item-status';
import { NameBook, type Named } from './plan-names';
import type { PublicationLink } from './publication';

/** An item as a row of a table; day and time are those of the agency's wall clock. */
export interface PlanRow {
  readonly date: PlainDate;
  readonly time: PlainTime;
  readonly channelIds: readonly Id[];
  readonly rubricId: Id | null;
  readonly format: ItemFormat;
  readonly title: string;
  readonly idea: string;
  readonly campaignId: Id | null;
  /** Where it was published; none while it is not, or where nobody keeps the addresses. */
  readonly links: readonly PublicationLink[];
}

export interface PlanItem extends PlanRow {
  readonly id: Id;
  readonly status: ItemStatus;
}

/** What a client's plan may refer to. */
export interface PlanBook {
  readonly channels: readonly {
    readonly id: Id;
    readonly title: string;
    readonly network: Network;
    readonly url: string;
  }[];
  readonly rubrics: readonly { readonly id: Id; readonly name: string }[];
  readonly campaigns: readonly {
    readonly id: Id;
    readonly name: string;
    readonly startsOn: PlainDate;
    readonly endsOn: PlainDate;
  }[];
}

export interface PlanNames {
  readonly channels: NameBook;
  readonly rubrics: NameBook;
  readonly campaigns: NameBook;
}

const networkNames: Readonly<Record<Network, readonly string[]>> = {
  vk: ['VK', 'ВК', 'ВКонтакте', 'vkontakte'],
  telegram: ['Telegram', 'Телеграм', 'Телеграмм', 'ТГ', 'tg'],
  ok: ['OK', 'ОК', 'Одноклассники'],
  youtube: ['YouTube', 'Ютуб', 'Ютьюб'],
  tiktok: ['TikTok', 'Тикток'],
  dzen: ['Dzen', 'Дзен', 'Яндекс Дзен'],
  instagram: ['Instagram', 'Инстаграм', 'Инста'],
  facebook: ['Facebook', 'Фейсбук'],
  max: ['MAX', 'Макс'],
  other: [],
};

/** «VK: Сосна» */
export const channelLabel = ({ network, title }: { readonly network: Network; readonly title: string }): string =>
  `${networkNames[network][0] ?? ''}: ${title}`.replace(/^: /, '');

/** «VK: Сосна»; a person may also write the title, the address, or the network alone where the client has one of it. */
export function planNames(
  book: Pick<PlanBook, 'channels' | 'rubrics'> & { readonly campaigns: readonly Named[] },
): PlanNames {
  return {
    channels: new NameBook(
      book.channels.map(({ id, title, network, url }) => ({
        id,
        name: channelLabel({ network, title }),
        aliases: [title, url, ...networkNames[network], ...networkNames[network].map((name) => `${name} ${title}`)],
      })),
    ),
    rubrics: new NameBook(book.rubrics),
    campaigns: new NameBook(book.campaigns),
  };
}
