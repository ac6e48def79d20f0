import { UnauthorizedException } from '@nestjs/common';
import { credentialsOf, type ActorSources } from '@planerka/platform/server';
import type { FastifyRequest } from 'fastify';
import type { CurrentMember } from './current-member';
import { memberOf } from './current-viewer';

/** Who asks for a file: the same people, under the same session, as in GraphQL. */
export async function memberOfRequest(sources: ActorSources, request: FastifyRequest): Promise<CurrentMember> {
  const credentials = credentialsOf(request.headers, request.ip);
  const member = memberOf({ actor: await sources.find(credentials), credentials });
  if (!member) throw new UnauthorizedException({ code: 'unauthenticated' });
  return member;
}
