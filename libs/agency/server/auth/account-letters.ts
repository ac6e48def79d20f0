import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, Mailer, type Config, type Mail } from '@planerka/platform/server';

interface Addressee {
  readonly email: string;
  readonly locale?: string | null;
}

/** Letters about an account, in its own language. */
@Injectable()
export class AccountLetters {
  constructor(
    private readonly mailer: Mailer,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  get isConfigured(): boolean {
    return this.mailer.isConfigured;
  }

  /** @param request as the auth gateway made it: it came to the host that people open */
  async passwordReset({ email, locale }: Addressee, token: string, request?: Request): Promise<void> {
    await this.mailer.sendApart(resetLetter(email, locale === 'en', this.address(`/reset-password/${token}`, request)));
  }

  async verification({ email, locale }: Addressee, token: string, request?: Request): Promise<void> {
    await this.mailer.sendApart(verifyLetter(email, locale === 'en', this.address(`/verify-email/${token}`, request)));
  }

  private address(path: string, request: Request | undefined): string {
    return new URL(
      path,
      this.config.publicUrl ?? (request ? new URL(request.url).origin : 'http://localhost'),
    ).toString();
  }
}

const resetLetter = (to: string, isEnglish: boolean, url: string): Mail =>
  isEnglish
    ? {
        to,
        subject: 'A new password for Planerka',
        text: `Hello!\n\nSomebody asked for a new password for your account. If it was you, open the link within an hour:\n${url}\n\nIf it was not, do nothing: the password stays as it is.\n`,
      }
    : {
        to,
        subject: 'Новый пароль для Планёрки',
        text: `Здравствуйте!\n\nКто-то попросил новый пароль для вашего аккаунта. Если это вы, откройте ссылку в течение часа:\n${url}\n\nЕсли не вы, ничего не делайте: пароль останется прежним.\n`,
      };

const verifyLetter = (to: string, isEnglish: boolean, url: string): Mail =>
  isEnglish
    ? {
        to,
        subject: 'Confirm your e-mail for Planerka',
        text: `Hello!\n\nOpen the link to confirm that this address is yours. It works for a day:\n${url}\n`,
      }
    : {
        to,
        subject: 'Подтвердите почту для Планёрки',
        text: `Здравствуйте!\n\nОткройте ссылку, чтобы подтвердить, что это ваш адрес. Она действует сутки:\n${url}\n`,
      };
