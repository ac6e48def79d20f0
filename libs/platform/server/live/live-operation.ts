import { CloseCode } from 'graphql-ws';
import type { LiveListener, LiveStream, Telling } from './live-stream';
import { closeCodes, type Outlet } from './outlet';
import type { SharedAnswers } from './shared-answers';

const END = Buffer.from('}');

/**
 * One subscription of one socket. graphql-ws sees an iterator, so that it keeps the subscription's beginning and end; the
 * answers do not go through it, they are handed to the socket as they are.
 */
export class LiveOperation implements AsyncGenerator<never, void, void>, LiveListener {
  private stop = (): void => undefined;
  private out: { readonly outlet: Outlet; readonly beginning: Buffer } | undefined;
  private readonly ended = Promise.withResolvers<IteratorReturnResult<void>>();

  constructor(
    private readonly stream: LiveStream,
    private readonly answers: SharedAnswers,
  ) {}

  /** From now on this subscription hears, under the id that its client gave it. */
  open(outlet: Outlet, id: string): void {
    this.out = { outlet, beginning: Buffer.from(`{"id":${JSON.stringify(id)},"type":"next","payload":`) };
    this.stop = this.stream.listen(this);
  }

  tell({ root, sameness }: Telling): void {
    if (!this.out) return;
    const { outlet, beginning } = this.out;
    // Two subscriptions of one socket are not the same.
    outlet.send(Buffer.concat([beginning, this.answers.textOf(root), END]), `${beginning.toString()}${sameness}`);
  }

  comeAgain(): void {
    this.out?.outlet.close(closeCodes.comeAgain, 'Come again');
  }

  end(): void {
    this.out?.outlet.close(CloseCode.Forbidden, 'Forbidden');
  }

  next(): Promise<IteratorReturnResult<void>> {
    return this.ended.promise;
  }

  return(): Promise<IteratorReturnResult<void>> {
    this.stop();
    this.out = undefined;
    this.ended.resolve({ done: true, value: undefined });
    return this.ended.promise;
  }

  throw(): Promise<IteratorReturnResult<void>> {
    return this.return();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.return();
  }

  [Symbol.asyncIterator](): this {
    return this;
  }
}
