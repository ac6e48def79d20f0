import { execFile, spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newWebhookSecret } from '@planerka/activity/server';
import { Webhook } from 'standardwebhooks';
import { startReceiver, type Receiver } from './receiver';

const run = promisify(execFile);
const has = (program: string): boolean => spawnSync(program, ['--version']).status === 0;

let receiver: Receiver;
let text: string;
beforeAll(async () => {
  receiver = await startReceiver();
  text = await readFile(join(process.cwd(), 'docs', 'API.md'), 'utf8');
});
afterAll(() => receiver.close());

const block = (language: string): string =>
  new RegExp(`\`\`\`${language}\\n(.*?)\`\`\``, 's').exec(text.slice(text.indexOf('## Webhooks')))?.[1] ?? '';

describe('What docs/API.md says of signatures', () => {
  it('in a shell makes what a receiver’s library takes', async () => {
    const secret = newWebhookSecret();
    await run('bash', ['-euo', 'pipefail', '-c', block('sh')], {
      env: { ...process.env, RECEIVER: receiver.url, SECRET: secret },
    });
    const [{ body, headers } = { body: '', headers: {} }] = receiver.received;
    expect(new Webhook(secret).verify(body, headers as Record<string, string>)).toEqual({ type: 'webhook.test' });
  }, 60_000);

  // A machine without Python has no receiver in it either.
  (has('python3') ? it : it.skip)(
    'in Python takes what we send, and nothing else',
    () => {
      const [secret, id, at, body] = [newWebhookSecret(), 'evt', new Date(), '{"type":"task.done","title":"Стол"}'];
      const headers = {
        'webhook-id': id,
        'webhook-timestamp': String(Math.floor(at.getTime() / 1_000)),
        'webhook-signature': `v1,AAAA ${new Webhook(secret).sign(id, at, body)}`,
      };
      const cases = [
        [secret, headers, body],
        [secret, headers, `${body} `],
        [newWebhookSecret(), headers, body],
        [secret, { ...headers, 'webhook-timestamp': '1764166800' }, body],
      ];
      const program = `${block('python')}\nimport json, sys\nfor secret, headers, body in json.load(sys.stdin):\n    print(verify(secret, headers, body.encode()))`;
      const { stdout } = spawnSync('python3', ['-c', program], { input: JSON.stringify(cases), encoding: 'utf8' });
      expect(stdout.trim().split('\n')).toEqual(['True', 'False', 'False', 'False']);
    },
    60_000,
  );
});
