import { scopesInclude, type TokenScope } from '@planerka/agency/domain';
import { ForbiddenException, UnauthorizedException } from '@nestjs/common';
import { credentialsOf, type ActorSources } from '@planerka/platform/server';
import type { FastifyRequest } from 'fastify';
import type { CurrentMember } from './current-member';
import { memberOf } from './current-viewer';

/**
 * Who asks for a file: the same people, under the same session or token, as in GraphQL.
 *
 * @param wanted what a token needs for it, all of them
 */
export async function memberOfRequest(
  sources: ActorSources,
  request: FastifyRequest,
  wanted: readonly TokenScope[],
): Promise<CurrentMember> {
  const credentials = credentialsOf(request.headers, request.ip);
  const member = memberOf({ actor: await sources.find(credentials), credentials });
  if (!member) throw new UnauthorizedException({ code: 'unauthenticated' });
  const missing = member.scopes && wanted.find((scope) => !scopesInclude(member.scopes ?? [], scope));
  if (missing) throw new ForbiddenException({ code: 'insufficient_scope', scope: missing });
  return member;
}
