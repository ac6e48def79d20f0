import { Injectable } from '@nestjs/common';
import { Reader, type GraphQLContext } from '@planerka/platform/server';
import type { Id } from '@planerka/platform/domain';
import Bowser from 'bowser';
import { AccountLetters } from '../auth/account-letters';
import { AuthGateway } from '../auth/auth-gateway';
import type { AccountObject, AccountSessionObject } from './account.object';

interface SessionRow {
  readonly id: Id;
  readonly ipAddress: string | null;
  readonly userAgent: string | null;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly isThis: boolean;
}

interface AccountRow {
  readonly id: Id;
  readonly name: string;
  readonly email: string;
  readonly locale: string;
  readonly isEmailVerified: boolean;
  readonly hasPassword: boolean;
  readonly hasSecondFactor: boolean;
  readonly sessions: readonly SessionRow[];
}

/** `$1` the person, `$2` the token of the session that asks. No token leaves the database. */
const byUser = `SELECT u.id, u.name, u.email, u.locale, u.email_verified AS "isEmailVerified", u.two_factor_enabled AS "hasSecondFactor",
    EXISTS (SELECT FROM account a WHERE a.user_id = u.id AND a.provider_id = 'credential') AS "hasPassword",
    coalesce((SELECT json_agg(json_build_object('id', s.id, 'ipAddress', s.ip_address, 'userAgent', s.user_agent,
        'createdAt', s.created_at, 'updatedAt', s.updated_at, 'isThis', s.token = $2)
        ORDER BY s.token = $2 DESC, s.updated_at DESC, s.id)
      FROM session s WHERE s.user_id = u.id AND s.expires_at > now()), '[]') AS sessions
  FROM app_user u WHERE u.id = $1`;

@Injectable()
export class AccountQuery {
  constructor(
    private readonly reader: Reader,
    private readonly auth: AuthGateway,
    private readonly letters: AccountLetters,
  ) {}

  async account(context: GraphQLContext, userId: Id): Promise<AccountObject> {
    const token = await this.auth.tokenOf(context);
    const [row] = await this.reader.rows<AccountRow>({ userId }, { text: byUser, values: [userId, token ?? ''] });
    if (!row) throw new Error('A session outlived its person');
    const canConfirmEmail = this.letters.isConfigured && !row.isEmailVerified;
    return { ...row, canConfirmEmail, sessions: row.sessions.map(presentSession) };
  }
}

function presentSession({ userAgent, createdAt, updatedAt, ...session }: SessionRow): AccountSessionObject {
  const { browser, os, platform } = Bowser.parse(userAgent || ' ');
  return {
    ...session,
    browser: browser.name || null,
    system: os.name || null,
    isMobile: platform.type === 'mobile' || platform.type === 'tablet',
    signedInAt: new Date(createdAt),
    lastUsedAt: new Date(updatedAt),
  };
}
