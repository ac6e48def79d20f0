import { createHmac, timingSafeEqual } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Id } from '@planerka/platform/domain';
import { CONFIG, type Config } from '../config/config';
import { Clock } from '../time/clock';

/** Sizes of previews, px of the longer side. */
export const previewSizes = [320, 960, 1920] as const;
export type PreviewSize = (typeof previewSizes)[number];

const hour = 3_600_000;

/** What follows the path: until when it is good, who holds it, and our word for both. */
export interface SignedQuery {
  readonly e?: string;
  readonly h?: string;
  readonly s?: string;
}

/**
 * Addresses of files, signed and good for one to two hours. Whoever was shown the file by GraphQL holds one; no
 * session is looked up for a picture. They change once an hour, so a browser keeps what it has.
 */
@Injectable()
export class FileUrls {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  /** @param asked the hour of the epoch at which somebody asks for it; now, where nobody says. */
  original(agencyId: Id, fileId: Id, asked = this.hour): string {
    return this.signed(`/files/${agencyId}/${fileId}`, asked);
  }

  /** @param holderId whose address it is, where it is to end with them. */
  preview(agencyId: Id, fileId: Id, size: PreviewSize, asked = this.hour, holderId?: Id): string {
    return this.signed(`/files/${agencyId}/${fileId}/${size}.webp`, asked, holderId);
  }

  /** Of everything of an agency, as one ZIP, for the person who asks for it. */
  export(agencyId: Id, exportId: Id, memberId: Id): string {
    return this.signed(`/files/${agencyId}/exports/${exportId}`, this.hour, memberId);
  }

  /** For people outside: of pictures and videos, without what a camera wrote into them. */
  shared(agencyId: Id, fileId: Id, holderId?: Id): string {
    return this.signed(`/files/${agencyId}/${fileId}/shared`, this.hour, holderId);
  }

  isValid(path: string, { e: expires = '', h: holderId, s: signature = '' }: SignedQuery): boolean {
    const expected = Buffer.from(this.signature(path, expires, holderId));
    const given = Buffer.from(signature);
    const isOurs = expected.length === given.length && timingSafeEqual(expected, given);
    return isOurs && Number(expires) > this.clock.now().epochMilliseconds;
  }

  private get hour(): number {
    return Math.floor(this.clock.now().epochMilliseconds / hour);
  }

  private signed(path: string, asked: number, holderId?: Id): string {
    const expires = String((asked + 2) * hour);
    const held = holderId === undefined ? '' : `&h=${holderId}`;
    return `${path}?e=${expires}${held}&s=${this.signature(path, expires, holderId)}`;
  }

  private signature(path: string, expires: string, holderId?: string): string {
    const signed = `file ${path} ${expires}${holderId === undefined ? '' : ` of ${holderId}`}`;
    return createHmac('sha256', this.config.secret).update(signed).digest('base64url').slice(0, 32);
  }
}
