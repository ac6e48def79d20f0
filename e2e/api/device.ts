import type { Answer, Api } from './harness';

export interface Device {
  /** The data; throws when the answer has errors. */
  run(document: string, variables?: object): Promise<Answer['data']>;
}

/** A browser: keeps the cookies that answers set, and sends them back. */
export function deviceOf(api: Api, headers: Readonly<Record<string, string>> = {}): Device {
  const jar = new Map<string, string>();
  return {
    async run(query, variables = {}) {
      const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
      const response = await api.app.inject({
        method: 'POST',
        url: '/graphql',
        headers: { 'content-type': 'application/json', ...headers, ...(cookie && { cookie }) },
        payload: { query, variables },
      });
      for (const set of [response.headers['set-cookie'] ?? []].flat()) {
        const [pair = ''] = set.split(';');
        const [name = '', ...value] = pair.split('=');
        if (/max-age=0/i.test(set)) jar.delete(name);
        else jar.set(name, value.join('='));
      }
      const { data, errors } = response.json<{ data: Answer['data']; errors?: unknown }>();
      if (errors) throw new Error(JSON.stringify(errors));
      return data;
    },
  };
}
