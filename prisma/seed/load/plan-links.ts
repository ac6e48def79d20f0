import { instantOf, Temporal } from '@planerka/platform/domain';
import { entryHash } from '@planerka/review/domain';
import { hashToken } from '@planerka/platform/server';
import { idOf, tokenOf } from './ids';
import type { Loading } from './loading';

const day = 86_400_000;
const linkDays = 60;
const from = {
  ipAddress: '203.0.113.24',
  userAgent: 'Mozilla/5.0 (iPhone; CPU iPhone OS 19_1 like Mac OS X) Safari/605.1',
};

export async function loadPlanLinks(loading: Loading): Promise<void> {
  await loadLastWord(loading);
  await loadAgreement(loading);
}

/** A month to which several must agree: one does, the others are waited for. */
async function loadAgreement({ db, agencyId, demo, calendar, secret }: Loading): Promise<void> {
  const client = demo.clients.find(({ agreesTogether }) => agreesTogether);
  const people = client?.contacts.filter(({ approves }) => approves) ?? [];
  const agreeing = people.at(-1);
  if (!client || !agreeing) return;
  const clientId = idOf('client', client.slug);
  const month = calendar.firstOfMonth(0);
  const rows = await itemsOf({ db, agencyId, calendar }, clientId, month);
  if (rows.length === 0) return;
  const shownAt = calendar.at(-1, '10:40');
  const decidedAt = calendar.at(-1, '14:15');
  const linkOf = (slug: string) => idOf('plan-link', client.slug, slug);
  await db.planLink.createMany({
    data: people.map(({ slug, name }) => ({
      ...{ agencyId, clientId, month, name, id: linkOf(slug), contactId: idOf('contact', slug) },
      tokenHash: new Uint8Array(hashToken(tokenOf(secret, `plan:${client.slug}:${slug}`))),
      asksApproval: true,
      mustAgree: true,
      dueAt: calendar.at(2, '18:00'),
      message: 'Темы и даты на месяц. Нужно согласие и по медицине, и по деньгам.',
      expiresAt: new Date(shownAt.getTime() + linkDays * day),
      openedAt: slug === agreeing.slug ? decidedAt : null,
      createdById: idOf('member', client.manager),
      createdAt: shownAt,
    })),
  });
  await db.planDecision.create({
    data: {
      ...{ agencyId, clientId, month, linkId: linkOf(agreeing.slug), name: agreeing.name, decidedAt, ...from },
      id: idOf('plan-decision', client.slug),
      kind: 'approve',
      comment: 'По медицине всё верно.',
      contentHash: '0'.repeat(64),
      verdicts: rows.map((row) => ({ itemId: row.id, title: row.title, hash: hashOf(row), comment: null })),
    },
  });
}

/** A month that a client was shown, approved but for one publication, and that was edited since in another. */
async function loadLastWord({ db, agencyId, demo, calendar, secret }: Loading): Promise<void> {
  const client = demo.clients.find(({ contacts }) => contacts.length > 1) ?? demo.clients[0];
  const [person, second] = client?.contacts ?? [];
  if (!client || !person) return;
  const clientId = idOf('client', client.slug);
  const month = calendar.firstOfMonth(0);
  const shownAt = calendar.at(-3, '11:20');
  const decidedAt = calendar.at(-2, '18:05');
  const place = { agencyId, clientId, month };
  const link = {
    ...place,
    expiresAt: new Date(shownAt.getTime() + linkDays * day),
    createdById: idOf('member', demo.approvals[0]?.requestedBy ?? ''),
    createdAt: shownAt,
  };
  const linkId = idOf('plan-link', client.slug, person.slug);
  await db.planLink.create({
    data: {
      ...link,
      id: linkId,
      contactId: idOf('contact', person.slug),
      name: person.name,
      tokenHash: new Uint8Array(hashToken(tokenOf(secret, `plan:${client.slug}:${person.slug}`))),
      asksApproval: true,
      isFinal: true,
      dueAt: calendar.at(1, '18:00'),
      message: 'План на месяц целиком: посмотрите, пожалуйста, темы и даты.',
      openedAt: decidedAt,
    },
  });
  if (second) {
    await db.planLink.create({
      data: {
        ...link,
        id: idOf('plan-link', client.slug, second.slug),
        contactId: idOf('contact', second.slug),
        name: second.name,
        asksApproval: true,
        dueAt: calendar.at(1, '18:00'),
        tokenHash: new Uint8Array(hashToken(tokenOf(secret, `plan:${client.slug}:${second.slug}`))),
      },
    });
  }
  await db.planLinkUse.createMany({
    data: (['opened', 'commented', 'decided'] as const).map((kind) => ({
      agencyId,
      id: idOf('plan-link-use', client.slug, kind),
      linkId,
      kind,
      at: decidedAt,
      ...from,
    })),
  });
  const rows = await itemsOf({ db, agencyId, calendar }, clientId, month);
  const [wanted, moved] = rows.slice(-2);
  const remarks = [
    {
      author: person.name,
      link: linkId,
      item: wanted?.id ?? null,
      body: 'Можно перенести на выходные? В будни не читают.',
    },
    { author: person.name, link: linkId, item: null, body: 'В целом нравится, не хватает отзывов.' },
  ];
  await db.planRemark.createMany({
    data: remarks.map(({ author, link: authorLinkId, item: itemId, body }, index) => ({
      ...place,
      id: idOf('plan-remark', client.slug, index),
      itemId,
      authorLinkId,
      authorName: author,
      body,
      createdAt: new Date(decidedAt.getTime() + index * 60_000),
    })),
  });
  if (rows.length === 0) return;
  // What the client wants changed nobody has touched since: it waits on «Сегодня».
  if (wanted) await db.contentItem.updateMany({ where: { agencyId, id: wanted.id }, data: { updatedAt: shownAt } });
  await db.planDecision.create({
    data: {
      ...place,
      id: idOf('plan-decision', client.slug),
      linkId,
      name: person.name,
      kind: 'request_changes',
      isFinal: true,
      comment: '',
      contentHash: '0'.repeat(64),
      verdicts: rows.map((row) => ({
        itemId: row.id,
        title: row.title,
        hash: hashOf({ ...row, publishAt: new Date(row.publishAt.getTime() - (row.id === moved?.id ? day : 0)) }),
        comment: row.id === wanted?.id ? 'Перенести на выходные' : null,
      })),
      decidedAt,
      ...from,
    },
  });
}

const itemsOf = (
  { db, agencyId, calendar }: Pick<Loading, 'db' | 'agencyId' | 'calendar'>,
  clientId: string,
  month: Date,
) =>
  db.contentItem.findMany({
    where: {
      agencyId,
      clientId,
      deletedAt: null,
      publishAt: { gte: midnight(calendar, month), lt: midnight(calendar, nextMonth(month)) },
    },
    include: { channels: true },
    orderBy: [{ publishAt: 'asc' }, { id: 'asc' }],
  });

const hashOf = ({ publishAt, channels, ...row }: Awaited<ReturnType<typeof itemsOf>>[number]): string =>
  entryHash({ ...row, publishAt: publishAt.toISOString(), channelIds: channels.map(({ channelId }) => channelId) });

/** Midnight of the agency's day. */
const midnight = ({ timeZone }: Loading['calendar'], date: Date): Date =>
  new Date(
    instantOf(Temporal.PlainDate.from(date.toISOString().slice(0, 10)), Temporal.PlainTime.from('00:00'), timeZone)
      .epochMilliseconds,
  );

const nextMonth = (month: Date): Date => new Date(Date.UTC(month.getUTCFullYear(), month.getUTCMonth() + 1, 1));
