import type { TestMember } from '@planerka/testing/server';
import type { Api } from '../harness';
import type { Operation } from '../tenancy/cases';

interface Answered {
  readonly statusCode: number;
  /** To the letter, but for what is new each time: ids of errors. */
  readonly body: string;
}

/** What a node says to a member, or to nobody, for its answers to be held against another's. */
export async function answerOf(api: Api, viewer: TestMember | null, operation: Operation): Promise<Answered> {
  const { statusCode, body } = await api.app.inject({
    method: 'POST',
    url: '/graphql',
    headers: {
      'content-type': 'application/json',
      ...(viewer && { cookie: viewer.cookie, 'x-planerka-agency': viewer.agencyId }),
    },
    payload: { query: operation.document, variables: operation.variables },
  });
  return {
    statusCode,
    body: body.replace(/Error [0-9a-f-]{36}/g, 'Error …').replace(/"errorId":"[^"]*"/g, '"errorId":""'),
  };
}
