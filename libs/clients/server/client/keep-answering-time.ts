import { agencyClock } from '@planerka/agency/server';
import { answeringTime } from '@planerka/clients/domain';
import { dateOf, russianCalendar, type Id, type Instant } from '@planerka/platform/domain';
import type { Tx } from '@planerka/platform/server';

/** A request that the client's people answered themselves. */
export interface AnsweredRequest {
  readonly sentAt: Instant;
  readonly answeredAt: Instant;
}

/**
 * What the client's latest answers say about the time they take. It is kept with the client rather than reckoned where
 * it is asked for: every publication of every month asks. The version stays, for nobody has edited the client.
 */
export async function keepAnsweringTime(
  { db, agencyId }: Tx,
  clientId: Id,
  requests: readonly AnsweredRequest[],
): Promise<void> {
  const { timeZone, ownDays } = await agencyClock(db, agencyId);
  const answers = requests.map(({ sentAt, answeredAt }) => ({
    sentOn: dateOf(sentAt, timeZone),
    answeredOn: dateOf(answeredAt, timeZone),
  }));
  const years = answers.flatMap(({ sentOn, answeredOn }) => [sentOn.year, answeredOn.year]);
  const { days, answers: count } = answeringTime(answers, russianCalendar(new Set(years), ownDays));
  const key = { agencyId_id: { agencyId, id: clientId } };
  const before = await db.client.findUniqueOrThrow({ where: key, select: { answerDays: true, answerCount: true } });
  if (before.answerDays === days && before.answerCount === count) return;
  await db.client.update({ where: key, data: { answerDays: days, answerCount: count } });
}
