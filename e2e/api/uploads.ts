import type { TestMember } from '@planerka/testing/server';

const base64 = (text: string): string => Buffer.from(text).toString('base64');
const headersOf = (member: TestMember) => ({
  cookie: member.cookie,
  'x-planerka-agency': member.agencyId,
  'tus-resumable': '1.0.0',
});

/** Begins an upload of a client's file, or of one for an idea, at a listening server; `location` of the answer is where its bytes go. */
export const beginUpload = (
  address: string,
  member: TestMember,
  {
    name,
    bytes,
    ...of
  }: { readonly name: string; readonly bytes: number } & ({ readonly clientId: string } | { readonly own: 'idea' }),
): Promise<Response> =>
  fetch(`${address}/uploads`, {
    method: 'POST',
    headers: {
      ...headersOf(member),
      'upload-length': String(bytes),
      'upload-metadata': [['filename', name], ...Object.entries(of)]
        .map(([key = '', value = '']) => `${key} ${base64(value)}`)
        .join(),
    },
  });

export const sendBytes = (member: TestMember, location: URL, offset: number, body: Buffer): Promise<Response> =>
  fetch(location, {
    method: 'PATCH',
    headers: {
      ...headersOf(member),
      'upload-offset': String(offset),
      'content-type': 'application/offset+octet-stream',
    },
    body: new Uint8Array(body),
  });
