import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { agency, within } from '@planerka/testing/server';
import { startNode, type Api } from '../harness';
import { startMailServer, type MailServer } from '../mail-server';
import { receiverNetwork, startReceiver, status, type Receiver } from './receiver';

let api: Api;
let mail: MailServer;
let receiver: Receiver;

beforeAll(async () => {
  [mail, receiver] = await Promise.all([startMailServer(), startReceiver()]);
  receiver.answer(status(410));
  api = await startNode({
    SMTP_URL: mail.url,
    PUBLIC_URL: 'http://plan.mayak.example',
    WEBHOOKS_ALLOW_PRIVATE: receiverNetwork,
  });
});
afterAll(async () => {
  await api.app.close();
  await Promise.all([mail.close(), receiver.close()]);
});

describe('A webhook that pauses itself', () => {
  it('tells the owners by letter, each in their language, with the way to it, and nobody else', async () => {
    const { owner, manager, agencyId, squadId, join } = await agency();
    const second = await join('Peter', 'owner');
    await within(agencyId, (db) => db.user.update({ where: { id: second.userId }, data: { locale: 'en' } }));
    const create = 'mutation ($input: CreateWebhookInput!) { createWebhook(input: $input) { __typename } }';
    await api.as(owner).run(create, { input: { name: 'Касса', url: receiver.url, events: ['client.created'] } });
    const client = 'mutation ($input: CreateClientInput!) { createClient(input: $input) { __typename } }';
    await api.as(manager).run(client, { input: { name: 'Белый кит', squadId } });

    const russian = await mail.letterTo(owner.email);
    expect(russian.text).toContain('«Касса» ответил, что его больше нет (410)');
    expect(russian.text).toContain('http://plan.mayak.example/settings/webhooks');
    expect((await mail.letterTo(second.email)).text).toContain('The receiver of “Касса” answers that it is gone');
    expect(mail.letters.map(({ to }) => to)).not.toContain(manager.email);
  });
});
