import type { Id } from '@planerka/platform/domain';
import { settingsOf, type Prisma } from '@planerka/platform/server';
import { agency } from '../content/agency';
import { idOf } from './ids';

function targetologist() {
  const person = agency.members.find(
    ({ role, disciplines }) => role === 'specialist' && disciplines.includes('targeting'),
  );
  if (!person) throw new Error('The demo has no targetologist');
  return person;
}

export const studioId = (): Id => idOf('agency', `studio of ${targetologist().slug}`);

/**
 * The targetologist's own agency of one, as freelancers have: somebody to switch agencies with, and to see how an empty one
 * explains its next steps. Leaves the transaction in that agency.
 */
export async function loadOwnStudio(db: Prisma.TransactionClient): Promise<void> {
  const person = targetologist();
  const agencyId = studioId();
  for (const setting of settingsOf({ agencyId })) await db.$executeRawUnsafe(setting);
  const { name, email } = person;
  await db.agency.create({
    data: {
      id: agencyId,
      name: 'Студия Соколова',
      timeZone: agency.timeZone,
      currency: agency.currency,
    },
  });
  await db.member.create({
    data: {
      agencyId,
      id: idOf('member', `owner of the studio of ${person.slug}`),
      userId: idOf('user', person.slug),
      name,
      email,
      role: 'owner',
      // After the first membership: whoever signs in begins in the agency that they joined first.
      createdAt: new Date(Date.now() + 1000),
    },
  });
}
