import { SMTPServer } from 'smtp-server';
import { until } from './sockets';

export interface Letter {
  readonly to: string;
  readonly text: string;
}

/** A mail server that takes every letter and sends none on. */
export interface MailServer {
  /** As SMTP_URL says it. */
  readonly url: string;
  readonly letters: readonly Letter[];
  /** The newest letter to somebody that holds, waited for. */
  letterTo(to: string, holds?: (letter: Letter) => boolean): Promise<Letter>;
  close(): Promise<void>;
}

export async function startMailServer(): Promise<MailServer> {
  const letters: Letter[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, { envelope }, done) {
      const pieces: Buffer[] = [];
      stream.on('data', (piece: Buffer) => pieces.push(piece));
      stream.on('end', () => {
        letters.push({ to: envelope.rcptTo[0]?.address ?? '', text: textOf(Buffer.concat(pieces).toString()) });
        done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as { readonly port: number };
  return {
    url: `smtp://127.0.0.1:${port}`,
    letters,
    letterTo: async (to, holds = () => true) => {
      const found = () => letters.findLast((letter) => letter.to === to && holds(letter));
      await until(() => found() !== undefined);
      return found()!;
    },
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}

/** A letter of one part: nodemailer takes whichever encoding is the shorter. */
function textOf(letter: string): string {
  const [head = '', ...rest] = letter.split('\r\n\r\n');
  const body = rest.join('\r\n\r\n');
  if (/base64/i.test(head)) return Buffer.from(body, 'base64').toString();
  const bytes = body
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString();
}
