import { Inject, Injectable } from '@nestjs/common';
import { newId, type Id, type Instant } from '@planerka/platform/domain';
import {
  CONFIG,
  Mailer,
  newSecretToken,
  publicUrl,
  toDbInstant,
  type Config,
  type GraphQLContext,
  type Tx,
} from '@planerka/platform/server';
import { approvalLetter } from './approval-letter';
import { hashPin } from './pin';

export interface Addressee {
  readonly id: Id;
  readonly name: string;
  readonly email: string | null;
}

export interface LinkWish {
  readonly approval: { readonly id: Id; readonly title: string; readonly message: string };
  readonly contact: Addressee;
  readonly expiresAt: Instant;
  readonly pinHash: string | null;
}

/** The address is told once, to whoever sent it: only its hash is kept. */
export interface IssuedLink {
  readonly linkId: Id;
  readonly contactId: Id;
  readonly contactName: string;
  readonly url: string;
  readonly mailedTo: string | null;
}

/** Makes ways in: a token per approver, mailed where letters go out. */
@Injectable()
export class ApprovalLinks {
  constructor(
    private readonly mailer: Mailer,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  hashPin(pin: string | null | undefined): Promise<string | null> {
    return pin ? hashPin(pin) : Promise.resolve(null);
  }

  async issue(
    tx: Tx,
    context: GraphQLContext,
    { approval, contact, expiresAt, pinHash }: LinkWish,
  ): Promise<IssuedLink> {
    const { db, agencyId, at } = tx;
    const { token, hash } = newSecretToken();
    const linkId = newId();
    await db.approvalLink.create({
      data: {
        agencyId,
        id: linkId,
        approvalId: approval.id,
        contactId: contact.id,
        tokenHash: new Uint8Array(hash),
        pinHash,
        expiresAt: toDbInstant(expiresAt),
        createdAt: toDbInstant(at),
      },
    });
    const url = publicUrl(this.config, context, `/g/${token}`);
    const mailedTo = this.mailer.isConfigured ? contact.email : null;
    if (mailedTo) await this.mail(tx, mailedTo, approval, url);
    return { linkId, contactId: contact.id, contactName: contact.name, url, mailedTo };
  }

  private async mail(tx: Tx, to: string, { title, message }: LinkWish['approval'], url: string): Promise<void> {
    const { name: agencyName, locale } = await tx.db.agency.findUniqueOrThrow({
      where: { id: tx.agencyId },
      select: { name: true, locale: true },
    });
    await this.mailer.send(tx, approvalLetter({ to, agencyName, title, message, url, locale }));
  }
}
