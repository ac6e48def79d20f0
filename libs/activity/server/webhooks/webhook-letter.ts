import type { WebhookPause } from '@planerka/activity/domain';
import type { Mail } from '@planerka/platform/server';

interface Letter {
  readonly to: string;
  readonly name: string;
  readonly pause: WebhookPause;
  readonly url: string | null;
  readonly locale: string;
}

export function pausedLetter({ to, name, pause, url, locale }: Letter): Mail {
  const isGone = pause === 'gone';
  return locale === 'en'
    ? {
        to,
        subject: `Planerka has paused the webhook “${name}”`,
        text: `Hello!\n\n${
          isGone
            ? `The receiver of “${name}” answers that it is gone (410).`
            : `The receiver of “${name}” has taken nothing for five days.`
        } Nothing more is sent to it. What happens meanwhile is kept for thirty days and goes out when you resume the webhook:\n${url ?? 'Settings → Webhooks'}\n`,
      }
    : {
        to,
        subject: `Планёрка остановила вебхук «${name}»`,
        text: `Здравствуйте!\n\n${
          isGone
            ? `Получатель вебхука «${name}» ответил, что его больше нет (410).`
            : `Получатель вебхука «${name}» пять дней ничего не принимает.`
        } Больше ему ничего не отправляем. То, что произойдёт за это время, хранится тридцать дней и уйдёт, когда вы возобновите вебхук:\n${url ?? 'Настройки → Вебхуки'}\n`,
      };
}
