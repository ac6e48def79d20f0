import { Injectable } from '@nestjs/common';
import type { CurrentMember } from '@planerka/agency/server';
import type { Id, Result } from '@planerka/platform/domain';
import { toResult } from '@planerka/platform/server';
import type { ClientCommandError } from './clients.service';
import { ClientsQuery } from './clients.query';

/** A command about a client answers with the client, read again after the commit. */
@Injectable()
export class ClientAnswer {
  constructor(private readonly clients: ClientsQuery) {}

  async to(viewer: CurrentMember, result: Result<Id, ClientCommandError>) {
    const client = result.ok ? await this.clients.client(viewer, result.value) : null;
    return toResult('ClientChanged', result, () => ({ client }));
  }
}
