import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { createTransport, type Transporter } from 'nodemailer';
import { CONFIG, type Config } from '../config/config';
import type { Tx } from '../database/unit-of-work';
import { Jobs } from '../jobs/jobs';

/** A letter: plain text is what everybody can read; links stand in it whole. */
export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

const job = 'mail.send';

/** Letters go out after the transaction, again and again until the mail server takes them. */
@Injectable()
export class Mailer implements OnModuleInit {
  private readonly transport: Transporter | null;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly jobs: Jobs,
  ) {
    this.transport = config.smtpUrl ? createTransport(config.smtpUrl) : null;
  }

  onModuleInit(): void {
    if (this.transport) this.jobs.handle<Mail>(job, (mail) => this.deliver(mail));
  }

  /** Whether letters go out at all; without SMTP the links are copied by hand. */
  get isConfigured(): boolean {
    return this.transport !== null;
  }

  async send(tx: Tx, mail: Mail): Promise<void> {
    if (this.isConfigured) await this.jobs.enqueue(tx, job, mail);
  }

  private async deliver(mail: Mail): Promise<void> {
    await this.transport?.sendMail({ from: this.config.mailFrom, ...mail });
  }
}
