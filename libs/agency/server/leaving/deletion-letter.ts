import type { Instant } from '@planerka/platform/domain';
import type { Mail } from '@planerka/platform/server';

export type DeletionNews = 'asked' | 'tomorrow' | 'cancelled';

export interface DeletionFacts {
  readonly agencyName: string;
  readonly timeZone: string;
  /** Where there is one still. */
  readonly dueAt: Instant | null;
  /** Who asked for it or took it back; null where time alone has passed. */
  readonly by: string | null;
}

/** What becomes of an agency is told to all its owners: one of them may not have meant it. */
export function deletionLetter(
  news: DeletionNews,
  { email, locale }: { readonly email: string; readonly locale: string },
  { agencyName, timeZone, dueAt, by }: DeletionFacts,
): Mail {
  const isEnglish = locale === 'en';
  const day =
    dueAt?.toZonedDateTimeISO(timeZone).toLocaleString(isEnglish ? 'en-GB' : 'ru-RU', { dateStyle: 'long' }) ?? '';
  return { to: email, ...(isEnglish ? english : russian)[news]({ agencyName, day, by: by ?? '' }) };
}

type Words = Readonly<Record<DeletionNews, (facts: Record<'agencyName' | 'day' | 'by', string>) => Omit<Mail, 'to'>>>;

const russian: Words = {
  asked: ({ agencyName, day, by }) => ({
    subject: `«${agencyName}» будет удалено ${day}`,
    text: `Здравствуйте!\n\n${by} удаляет агентство «${agencyName}» из Планёрки. ${day} сотрём всё: клиентов, планы, задачи, файлы и деньги.\n\nДо этого дня любой владелец может оставить агентство или выгрузить данные: «Настройки → Данные агентства».\n`,
  }),
  tomorrow: ({ agencyName, day }) => ({
    subject: `Завтра «${agencyName}» будет удалено`,
    text: `Здравствуйте!\n\n${day} сотрём всё, что есть у агентства «${agencyName}» в Планёрке. Вернуть это будет нельзя.\n\nСегодня любой владелец ещё может оставить агентство или выгрузить данные: «Настройки → Данные агентства».\n`,
  }),
  cancelled: ({ agencyName, by }) => ({
    subject: `«${agencyName}» остаётся`,
    text: `Здравствуйте!\n\n${by} отменил(а) удаление агентства «${agencyName}» из Планёрки. Всё остаётся на месте.\n`,
  }),
};

const english: Words = {
  asked: ({ agencyName, day, by }) => ({
    subject: `${agencyName} will be deleted on ${day}`,
    text: `Hello!\n\n${by} is deleting the agency ${agencyName} from Planerka. On ${day} everything is erased: clients, plans, tasks, files and money.\n\nUntil then any owner can keep the agency or export its data in Settings.\n`,
  }),
  tomorrow: ({ agencyName, day }) => ({
    subject: `${agencyName} will be deleted tomorrow`,
    text: `Hello!\n\nOn ${day} everything that ${agencyName} has in Planerka is erased. It cannot be brought back.\n\nToday any owner can still keep the agency or export its data in Settings.\n`,
  }),
  cancelled: ({ agencyName, by }) => ({
    subject: `${agencyName} stays`,
    text: `Hello!\n\n${by} took the deletion of the agency ${agencyName} back. Everything stays as it is.\n`,
  }),
};
