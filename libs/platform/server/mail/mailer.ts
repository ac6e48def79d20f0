import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { Transporter } from 'nodemailer';
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

/** What a mail server may take to answer at all, and between two words, milliseconds. */
const patience = { connectionTimeout: 30_000, greetingTimeout: 30_000, socketTimeout: 60_000 };
/** A letter is some dozen words and answers. */
const longestSeconds = 15 * 60;

/** Letters go out after the transaction, again and again until the mail server takes them. */
@Injectable()
export class Mailer implements OnModuleInit {
  private transport: Promise<Transporter> | undefined;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    if (this.isConfigured) this.jobs.handle<Mail>(job, (mail) => this.deliver(mail), longestSeconds);
  }

  /** Whether letters go out at all; without SMTP the links are copied by hand. */
  get isConfigured(): boolean {
    return this.config.smtpUrl !== undefined;
  }

  async send(tx: Tx, mail: Mail): Promise<void> {
    if (this.isConfigured) await this.jobs.enqueue(tx, job, mail);
  }

  /** Of no agency: about an account. */
  async sendApart(mail: Mail): Promise<void> {
    if (this.isConfigured) await this.jobs.enqueueApart(job, mail);
  }

  private async deliver(mail: Mail): Promise<void> {
    // A megabyte of code that most servers need now and then, and some never.
    this.transport ??= import('nodemailer').then(({ createTransport }) =>
      createTransport({ ...patience, url: this.config.smtpUrl }),
    );
    const transport = await this.transport;
    await transport.sendMail({ from: this.config.mailFrom, ...mail });
  }
}
