import { answeringTime } from '@planerka/clients/domain';
import { dateOf, russianCalendar, Temporal } from '@planerka/platform/domain';
import type { ClientContent } from '../content/types';
import { idOf } from './ids';
import type { Loading } from './loading';

/** How often each channel is published on, what the clients' own calendars have, and how long they take to answer. */
export async function loadRhythm(loading: Loading): Promise<void> {
  for (const client of loading.demo.clients) {
    await loadDates(loading, client);
    await loadAnsweringTime(loading, client);
  }
}

async function loadDates({ db, agencyId, calendar }: Loading, { slug, channels, dates, retainer }: ClientContent) {
  const clientId = idOf('client', slug);
  await db.channelFrequency.createMany({
    data: channels.flatMap(({ slug: channel, perMonth }) =>
      perMonth === undefined
        ? []
        : {
            agencyId,
            channelId: idOf('channel', channel),
            validFrom: calendar.firstOfMonth(Math.min(retainer.sinceDay, -75)),
            items: perMonth,
          },
    ),
  });
  await db.clientDate.createMany({
    data: dates.map(({ title, kind, day, days, isYearly, note }, index) => ({
      agencyId,
      id: idOf('client-date', slug, index),
      clientId,
      title,
      kind,
      startsOn: calendar.date(day),
      endsOn: calendar.date(day + (days ?? 1) - 1),
      isYearly: isYearly ?? false,
      note: note ?? '',
    })),
  });
}

async function loadAnsweringTime({ db, agencyId, calendar, demo }: Loading, { slug }: ClientContent) {
  const dayOf = (at: Date) => dateOf(Temporal.Instant.fromEpochMilliseconds(at.getTime()), calendar.timeZone);
  const answers = demo.approvals
    .filter(({ client, status }) => client === slug && (status === 'approved' || status === 'changes_requested'))
    .flatMap(({ sentAt, decisions }) => {
      const last = decisions.at(-1);
      return last ? { sentOn: dayOf(calendar.moment(sentAt)), answeredOn: dayOf(calendar.moment(last.at)) } : [];
    });
  const { year } = calendar.today;
  const { days, answers: count } = answeringTime(answers, russianCalendar([year - 1, year]));
  await db.client.update({
    where: { agencyId_id: { agencyId, id: idOf('client', slug) } },
    data: { answerDays: days, answerCount: count },
  });
}
