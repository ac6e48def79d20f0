import { Injectable } from '@nestjs/common';
import { apiToken, can, maxTokens } from '@planerka/agency/domain';
import {
  changesBetween,
  changesOfNew,
  err,
  isId,
  issue,
  newId,
  ok,
  parseInput,
  type Id,
  type InputIssue,
  type Result,
} from '@planerka/platform/domain';
import { invalidInput, notFound, toDbInstant, UnitOfWork } from '@planerka/platform/server';
import { actorOf, type CurrentMember } from '../auth/current-member';
import { apiTokenTexts } from './token-text';

const hoursOfDay = 24;

type InvalidInput = { readonly kind: 'InvalidInput'; readonly issues: readonly InputIssue[] };

/** Members' keys for programs. */
@Injectable()
export class ApiTokensService {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  create(
    viewer: CurrentMember,
    input: unknown,
  ): Promise<Result<{ readonly id: Id; readonly token: string }, InvalidInput>> {
    return this.unitOfWork.run(viewer, async ({ db, agencyId, at, emit }) => {
      const parsed = parseInput(apiToken, input);
      if (!parsed.ok) return err(invalidInput(parsed.error));
      const { name, scopes, expiresInDays } = parsed.value;
      const alive = await db.apiToken.count({
        where: { agencyId, memberId: viewer.memberId, revokedAt: null, expiresAt: { gt: toDbInstant(at) } },
      });
      if (alive >= maxTokens) return err(invalidInput([issue(['name'], 'too_many', { max: maxTokens })]));
      const id = newId();
      const { text, hash, hint } = apiTokenTexts.make(agencyId);
      const expiresAt = at.add({ hours: expiresInDays * hoursOfDay });
      await db.apiToken.create({
        data: {
          agencyId,
          id,
          memberId: viewer.memberId,
          name,
          scopes,
          tokenHash: new Uint8Array(hash),
          hint,
          createdAt: toDbInstant(at),
          expiresAt: toDbInstant(expiresAt),
        },
      });
      emit({
        type: 'token.created',
        entity: { type: 'ApiToken', id },
        actor: actorOf(viewer),
        audience: { ownersOnly: true },
        details: { title: name },
        changes: changesOfNew({ name, scopes, expiresAt }),
      });
      return ok({ id, token: text });
    });
  }

  revoke(viewer: CurrentMember, id: Id): Promise<Result<Id, ReturnType<typeof notFound>>> {
    return this.unitOfWork.run(viewer, async ({ db, agencyId, at, emit }) => {
      const token = isId(id) ? await db.apiToken.findUnique({ where: { agencyId_id: { agencyId, id } } }) : null;
      if (!token || !can(viewer, 'token.revoke', token)) return err(notFound('ApiToken'));
      if (token.revokedAt) return ok(id);
      const data = { revokedAt: toDbInstant(at) };
      await db.apiToken.updateMany({ where: { agencyId, id }, data });
      emit({
        type: 'token.revoked',
        entity: { type: 'ApiToken', id },
        actor: actorOf(viewer),
        audience: { ownersOnly: true },
        details: { title: token.name },
        changes: changesBetween(token, data),
      });
      return ok(id);
    });
  }
}
