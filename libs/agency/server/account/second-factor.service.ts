import { Injectable } from '@nestjs/common';
import { err, issue, ok, type Id, type Result } from '@planerka/platform/domain';
import { invalidInput, type GraphQLContext } from '@planerka/platform/server';
import { z } from 'zod';
import { refusedCode } from '../agency/accounts.service';
import { AuthGateway } from '../auth/auth-gateway';
import type { SignedInUser } from '../auth/current-member';
import { AccountEvents } from './account-events';
import { refusal, type AccountError } from './account.service';

export interface SecondFactorBegun extends RecoveryCodesMade {
  readonly uri: string;
  readonly secret: string;
}

export interface RecoveryCodesMade {
  readonly recoveryCodes: readonly string[];
}

const begun = z.object({ totpURI: z.string(), backupCodes: z.array(z.string()) });
const made = z.object({ backupCodes: z.array(z.string()) });

/** Whoever comes by a provider alone has none. */
const ofPassword = (password: string): { password?: string } => (password ? { password } : {});

/** An authenticator app beside the password. Secrets, codes and their lock-out are better-auth's. */
@Injectable()
export class SecondFactorService {
  constructor(
    private readonly auth: AuthGateway,
    private readonly events: AccountEvents,
  ) {}

  /** Nothing is asked at sign-in before `confirm`: who loses the page halfway is not shut out. */
  async begin(context: GraphQLContext, password: string): Promise<Result<SecondFactorBegun, AccountError>> {
    const reply = await this.auth.post(context, '/two-factor/enable', { ...ofPassword(password), method: 'totp' });
    if (reply.code === 'TOTP_ALREADY_ENABLED') return err(invalidInput([issue(['password'], 'second_factor_on')]));
    if (reply.status !== 200) return err(refusal(reply, ['password']));
    const { totpURI: uri, backupCodes: recoveryCodes } = begun.parse(reply.body);
    return ok({ uri, secret: new URL(uri).searchParams.get('secret') ?? '', recoveryCodes });
  }

  async confirm(context: GraphQLContext, user: SignedInUser, code: string): Promise<Result<Id, AccountError>> {
    const reply = await this.auth.post(context, '/two-factor/verify-totp', { code: code.replace(/\s/g, '') });
    if (reply.status !== 200) return err(refusedCode(reply));
    await this.events.tell(user.id, 'account.second_factor_on');
    return ok(user.id);
  }

  async end(context: GraphQLContext, user: SignedInUser, password: string): Promise<Result<Id, AccountError>> {
    const reply = await this.auth.post(context, '/two-factor/disable', ofPassword(password));
    if (reply.status !== 200) return err(refusal(reply, ['password']));
    await this.events.tell(user.id, 'account.second_factor_off');
    return ok(user.id);
  }

  async renewCodes(
    context: GraphQLContext,
    user: SignedInUser,
    password: string,
  ): Promise<Result<RecoveryCodesMade, AccountError>> {
    const reply = await this.auth.post(context, '/two-factor/generate-backup-codes', ofPassword(password));
    if (reply.status !== 200) return err(refusal(reply, ['password']));
    await this.events.tell(user.id, 'account.recovery_codes_renewed');
    return ok({ recoveryCodes: made.parse(reply.body).backupCodes });
  }
}
