import { createHmac } from 'node:crypto';
import type { Id } from '@planerka/platform/domain';
import { v5 } from 'uuid';

const namespace = '3f0f7c52-6a0e-5a0e-9b55-7d6a1c0c9a10';

/** The same thing has the same id in every demo: `idOf('task', 'sosna-table.copy')`. */
export const idOf = (kind: string, ...slugs: readonly (string | number)[]): Id =>
  v5([kind, ...slugs].join(':'), namespace);

/** A link's token, the same at every load of this installation and not to be guessed without its secret. */
export const tokenOf = (secret: string, slug: string): string =>
  createHmac('sha256', secret).update(`demo link ${slug}`).digest('base64url');
