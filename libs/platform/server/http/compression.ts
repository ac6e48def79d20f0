import { constants } from 'node:zlib';
import compress from '@fastify/compress';
import type { FastifyInstance } from 'fastify';

/** Below it a packet is saved at most. */
const worthwhile = 1024;
/** In one call and not as a stream: at this quality a megabyte takes a few milliseconds, a stream costs more than the work. */
const inOneCall = 1024 * 1024;

/**
 * Answers that are made for one request: a board of 80 kB goes as 8. At the lowest quality, for it is paid anew each time
 * (docs/BENCHMARKS.md, web); what never changes was compressed best when it was built. Files of people go as they are, for they
 * are asked by ranges.
 */
export async function compressAnswers(fastify: FastifyInstance): Promise<void> {
  await fastify.register(compress, {
    threshold: worthwhile,
    syncThreshold: inOneCall,
    encodings: ['br', 'gzip'],
    brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } },
    zlibOptions: { level: 1 },
    customTypes: /^application\/(graphql-response\+)?json\b|^text\/csv\b/,
    // A small body may unpack to gigabytes.
    globalDecompression: false,
  });
}
