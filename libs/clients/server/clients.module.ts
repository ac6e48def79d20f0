import { Module } from '@nestjs/common';
import { ClientResolver } from './client/client.resolver';
import { ClientsQuery } from './client/clients.query';

@Module({
  providers: [ClientsQuery, ClientResolver],
  exports: [ClientsQuery],
})
export class ClientsModule {}
