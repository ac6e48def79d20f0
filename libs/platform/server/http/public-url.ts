import type { Config } from '../config/config';
import type { GraphQLContext } from '../graphql/context';

/** An address for a link that leaves the product: PUBLIC_URL, else the host that the request came to. */
export function publicUrl(config: Config, { request }: Pick<GraphQLContext, 'request'>, path: string): string {
  const origin = config.publicUrl ?? `${request?.protocol ?? 'http'}://${request?.headers.host ?? 'localhost'}`;
  return new URL(path, origin).toString();
}
