import { z } from 'zod';

const answer = z.object({ data: z.unknown(), errors: z.array(z.object({ message: z.string() })).optional() });

async function ask(
  origin: string,
  query: string,
  variables: object,
  cookie = '',
): Promise<{ data: unknown; cookie: string }> {
  const response = await fetch(`${origin}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-planerka-csrf': '1', ...(cookie && { cookie }) },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = answer.parse(await response.json());
  if (errors) throw new Error(errors.map(({ message }) => message).join('; '));
  return { data, cookie: response.headers.getSetCookie()[0]?.split(';')[0] ?? '' };
}

const signedIn = z.object({ signIn: z.object({ __typename: z.literal('SignedIn') }) });
const waiting = z.object({
  approvals: z.object({ nodes: z.array(z.object({ links: z.array(z.object({ id: z.string() })) })) }),
  tasks: z.object({ nodes: z.array(z.object({ id: z.string() })) }),
});
const renewed = z.object({
  renewApprovalLink: z.object({ links: z.array(z.object({ linkId: z.string(), url: z.string() })) }),
});

export interface Demo {
  /** The demo's manager. */
  readonly cookie: string;
  /** The client's page of a request that waits for them. */
  readonly guestUrl: string;
  /** A brief that is being written. */
  readonly briefUrl: string;
}

/** Where the demo agency has what is measured on real content. */
export async function openDemo(
  origin: string,
  logins: readonly { readonly email: string; readonly password: string }[],
): Promise<Demo> {
  const login = logins.find(({ email }) => email.startsWith('anna@'));
  if (!login) throw new Error('The demo agency has no manager');
  const entry = await ask(origin, 'mutation ($input: SignInInput!) { signIn(input: $input) { __typename } }', {
    input: { email: login.email, password: login.password },
  });
  signedIn.parse(entry.data);
  const { cookie } = entry;
  const found = waiting.parse(
    (
      await ask(
        origin,
        `{ approvals(filter: { states: [PENDING] }) { nodes { links { id } } }
          tasks(filter: { states: [DRAFT] }, order: DUE, first: 1) { nodes { id } } }`,
        {},
        cookie,
      )
    ).data,
  );
  const linkId = found.approvals.nodes.flatMap(({ links }) => links)[0]?.id;
  const taskId = found.tasks.nodes[0]?.id;
  if (!linkId || !taskId) throw new Error('The demo agency has no request that waits, or no draft');
  const { renewApprovalLink } = renewed.parse(
    (
      await ask(
        origin,
        `mutation ($input: RenewApprovalLinkInput!) {
          renewApprovalLink(input: $input) { ... on ApprovalSent { links { linkId url } } } }`,
        { input: { linkId, expiresAt: null, pin: null } },
        cookie,
      )
    ).data,
  );
  const [link] = renewApprovalLink.links;
  if (!link) throw new Error('The link was not renewed');
  return {
    cookie,
    guestUrl: `${origin}${new URL(link.url).pathname}`,
    briefUrl: `${origin}/tasks/${taskId}/brief`,
  };
}
