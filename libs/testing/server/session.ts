import { createHmac, randomBytes } from 'node:crypto';
import { newId, type Id } from '@planerka/platform/domain';
import { testSecret } from './test-config';
import { testPrisma } from './tenant-writer';

/** Signs a person in without the second that hashing a password takes: a row and the cookie better-auth would set. */
export async function sessionCookie(userId: Id): Promise<string> {
  const token = randomBytes(24).toString('base64url');
  const prisma = await testPrisma();
  await prisma.session.create({
    data: { id: newId(), userId, token, expiresAt: new Date(Date.now() + 86_400_000) },
  });
  const signature = createHmac('sha256', testSecret).update(token).digest('base64');
  return `planerka.session_token=${encodeURIComponent(`${token}.${signature}`)}`;
}
