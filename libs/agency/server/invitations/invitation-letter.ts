import type { Mail } from '@planerka/platform/server';

interface Letter {
  readonly to: string;
  readonly agencyName: string;
  readonly inviterName: string;
  readonly url: string;
  readonly locale: string;
}

/** In the agency's language: the newcomer has told us theirs not yet. */
export function invitationLetter({ to, agencyName, inviterName, url, locale }: Letter): Mail {
  return locale === 'en'
    ? {
        to,
        subject: `${inviterName} invites you to ${agencyName}`,
        text: `Hello!\n\n${inviterName} invites you to work in ${agencyName} on Planerka.\n\nOpen the link and choose a password. It works for 7 days:\n${url}\n`,
      }
    : {
        to,
        subject: `${inviterName} приглашает вас в «${agencyName}»`,
        text: `Здравствуйте!\n\n${inviterName} приглашает вас в команду «${agencyName}» в Планёрке.\n\nОткройте ссылку и придумайте пароль. Ссылка действует 7 дней:\n${url}\n`,
      };
}
