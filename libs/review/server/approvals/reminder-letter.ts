import type { Mail } from '@planerka/platform/server';

interface Reminder {
  readonly to: string;
  readonly agencyName: string;
  readonly title: string;
  readonly locale: string;
}

/** The address stands in the first letter: only its hash is kept, so it cannot be written again. */
export function reminderLetter({ to, agencyName, title, locale }: Reminder): Mail {
  return locale === 'en'
    ? {
        to,
        subject: `Your answer is awaited: ${title}`,
        text: `Hello!\n\n${agencyName} still waits for your answer on “${title}”: the time for it has passed.\n\nPlease open the link from the first letter. If you cannot find it, ask your manager for a new one.\n`,
      }
    : {
        to,
        subject: `Ждём ответа: ${title}`,
        text: `Здравствуйте!\n\nАгентство «${agencyName}» всё ещё ждёт ответа: «${title}». Срок ответа прошёл.\n\nОткройте ссылку из первого письма. Если её нет под рукой, попросите менеджера прислать новую.\n`,
      };
}
