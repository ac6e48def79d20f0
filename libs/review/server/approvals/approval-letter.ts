import type { Mail } from '@planerka/platform/server';

interface Letter {
  readonly to: string;
  readonly agencyName: string;
  readonly title: string;
  readonly message: string;
  readonly url: string;
  readonly locale: string;
}

/** The PIN never stands here: whoever reads somebody's mail would have both. */
export function approvalLetter({ to, agencyName, title, message, url, locale }: Letter): Mail {
  const words = message === '' ? '' : `${message}\n\n`;
  return locale === 'en'
    ? {
        to,
        subject: `For your approval: ${title}`,
        text: `Hello!\n\n${agencyName} asks you to look at “${title}”.\n\n${words}Open it on your phone or computer, no account is needed:\n${url}\n\nThe link is yours alone: please do not forward it.\n`,
      }
    : {
        to,
        subject: `На согласование: ${title}`,
        text: `Здравствуйте!\n\nАгентство «${agencyName}» просит посмотреть: «${title}».\n\n${words}Откройте на телефоне или компьютере, регистрация не нужна:\n${url}\n\nСсылка только ваша: пожалуйста, не пересылайте её.\n`,
      };
}
