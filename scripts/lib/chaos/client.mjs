/** What became of a command: `acknowledged` with its answer, or `unknown`, where the answer was lost on its way. */
export async function send(address, { cookie, agencyId }, query, variables) {
  let response;
  try {
    response = await fetch(`${address}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(cookie && { cookie }),
        ...(agencyId && { 'x-planerka-agency': agencyId }),
      },
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors, message } = await response.json();
    // Something broke under it: nobody was told that it is done.
    if (!data || errors) return { outcome: 'unknown', why: errors?.[0].message ?? message, cookies: [] };
    return { outcome: 'acknowledged', data, cookies: response.headers.getSetCookie() };
  } catch (error) {
    return { outcome: 'unknown', why: error.message, cookies: [] };
  }
}
