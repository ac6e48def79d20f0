import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, Mailer, type Config, type Mail } from '@planerka/platform/server';
import { accountKey, letterRule, RateLimits } from './rate-limits';

interface Addressee {
  readonly email: string;
  readonly locale?: string | null;
}

/** Letters about an account, in its own language. */
@Injectable()
export class AccountLetters {
  constructor(
    private readonly mailer: Mailer,
    private readonly limits: RateLimits,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  get isConfigured(): boolean {
    return this.mailer.isConfigured;
  }

  /** @param request as the auth gateway made it: it came to the host that people open */
  async passwordReset({ email, locale }: Addressee, token: string, request?: Request): Promise<void> {
    await this.mailer.sendApart(resetLetter(email, locale === 'en', this.address(`/reset-password/${token}`, request)));
  }

  /** @param next where the person was going, a page of ours */
  async verification({ email, locale }: Addressee, token: string, next: string, request?: Request): Promise<void> {
    if (!(await this.mayWrite('verification', email, 2 * letterRule.max))) return;
    const url = this.address(`/verify-email/${token}${afterwards(next)}`, request);
    await this.mailer.sendApart(verifyLetter(email, locale === 'en', url));
  }

  /** Somebody has registered with the e-mail of an account: that there is one is told to its holder alone. */
  async alreadyHere({ email, locale }: Addressee, next: string, request?: Request): Promise<void> {
    if (!(await this.mayWrite('registered', email))) return;
    const [signIn, forgot] = [`/sign-in${afterwards(next)}`, '/forgot-password'];
    const urls = { signIn: this.address(signIn, request), forgot: this.address(forgot, request) };
    await this.mailer.sendApart(alreadyHereLetter(email, locale === 'en', urls));
  }

  private async mayWrite(what: string, email: string, max = letterRule.max): Promise<boolean> {
    if (!this.config.rateLimits) return true;
    return (await this.limits.consume(accountKey(`letter-${what}`, email), { ...letterRule, max })).allowed;
  }

  private address(path: string, request: Request | undefined): string {
    return new URL(
      path,
      this.config.publicUrl ?? (request ? new URL(request.url).origin : 'http://localhost'),
    ).toString();
  }
}

const afterwards = (next: string): string => (next === '/' ? '' : `?next=${encodeURIComponent(next)}`);

const alreadyHereLetter = (
  to: string,
  isEnglish: boolean,
  { signIn, forgot }: Record<'signIn' | 'forgot', string>,
): Mail =>
  isEnglish
    ? {
        to,
        subject: 'You have a Planerka account already',
        text: `Hello!\n\nSomebody, probably you, has just registered with this e-mail, and it has an account already. Sign in with it:\n${signIn}\n\nForgot the password? Set a new one:\n${forgot}\n\nIf it was not you, do nothing: nothing has changed.\n`,
      }
    : {
        to,
        subject: 'У вас уже есть аккаунт в Планёрке',
        text: `Здравствуйте!\n\nКто-то, скорее всего вы, только что регистрировался с этой почтой, а аккаунт с ней уже есть. Войдите в него:\n${signIn}\n\nЗабыли пароль? Задайте новый:\n${forgot}\n\nЕсли это были не вы, ничего не делайте: всё осталось как было.\n`,
      };

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
