import { BadRequestException, PayloadTooLargeException } from '@nestjs/common';
import { tableLimits } from './table';

/** A table out of a request: no more than one may have, whatever the length that the request declares. */
export async function tableOf(body: unknown): Promise<Buffer> {
  if (!isStream(body)) throw new BadRequestException({ code: 'file_not_a_table' });
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of body) {
    length += part.length;
    if (length > tableLimits.bytes) {
      throw new PayloadTooLargeException({ code: 'table_too_large', params: { max: tableLimits.bytes } });
    }
    parts.push(part);
  }
  return Buffer.concat(parts);
}

const isStream = (body: unknown): body is AsyncIterable<Buffer> =>
  typeof body === 'object' && body !== null && Symbol.asyncIterator in body;
