import { createHmac, randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '@planerka/platform/server';
import { symmetricDecrypt, symmetricEncrypt } from 'better-auth/crypto';

const secretBytes = 32;

/** As the Standard Webhooks specification writes it: receivers' libraries take it as it is. */
export const newWebhookSecret = (): string => `whsec_${randomBytes(secretBytes).toString('base64')}`;

/** What is encrypted here with `SECRET` opens nothing else, and nothing else opens it. */
const keyOf = (secret: string): string => createHmac('sha256', secret).update('webhook secrets').digest('base64');

export const sealWebhookSecret = (serverSecret: string, secret: string): Promise<string> =>
  symmetricEncrypt({ key: keyOf(serverSecret), data: secret });

/** Secrets that sign have to be read by the server, so they are encrypted and not hashed. */
@Injectable()
export class WebhookSecrets {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  seal(secret: string): Promise<string> {
    return sealWebhookSecret(this.config.secret, secret);
  }

  /** Null where `SECRET` is another than when it was written. */
  async open(sealed: string): Promise<string | null> {
    try {
      return await symmetricDecrypt({ key: keyOf(this.config.secret), data: sealed });
    } catch {
      return null;
    }
  }
}
